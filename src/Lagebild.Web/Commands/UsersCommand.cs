using System.CommandLine;
using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>People with access, for who runs the machine: list, invite, close, let in anew.</summary>
internal static class UsersCommand
{
    private static readonly Argument<string> Mail = new("MAIL") { Description = "Mail address of the account." };

    private static readonly Option<string> Name = new("--name") { Description = "Name as colleagues know it.", HelpName = "NAME", Required = true };

    private static readonly Option<string[]> Roles = new("--role")
    {
        Description = "Role and region: analyst@DE-HH, publisher@PL-22, editor@DE-SH, administrator@DE-MV; without region everywhere. May be given several times.",
        HelpName = "ROLE[@REGION]",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Site = new("--site")
    {
        Description = "Scheme and host that the link begins with. Default: the setting PublicAddress, else http://localhost:5080.",
        HelpName = "ADDRESS",
    };

    public static Command Create() => new("users", "People with access to the workbench: list, invite, close, reset. Exit code 1 where there is no such account, or it has to stay.")
    {
        Known("list", "List them with their roles.", List, []),
        Known("invite", "Make an account and print a link that sets its password, once, within seven days.", Invite, [Mail, Name, Roles, Site]),
        Known("close", "Close an account: its sessions end at once, what it did stays its.", Close, [Mail]),
        Known("reset", "Take password, code and sessions of an account away and print a link that sets a new password.", Reset, [Mail, Site]),
    };

    private static Command Known(string name, string about, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> act, IReadOnlyList<Symbol> symbols)
    {
        var command = new Command(name, about) { TreatUnmatchedTokensAsErrors = false };
        foreach (var symbol in symbols)
        {
            _ = symbol is Argument argument ? Add(command.Arguments, argument) : Add(command.Options, (Option)symbol);
        }

        command.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, services => act(parsed, services, cancellation)));
        return command;
    }

    private static bool Add<T>(IList<T> list, T item)
    {
        list.Add(item);
        return true;
    }

    private static async Task<int> List(ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var accounts = services.GetRequiredService<AccountStore>();
        var states = await accounts.StatesAsync(ct);
        foreach (var person in await accounts.AllAsync(ct))
        {
            Console.WriteLine($"{person.Mail}  {person.Name}  {string.Join(' ', person.Grants.Select(Text))}  {State(states[person.Id])}");
        }

        return 0;
    }

    private static async Task<int> Invite(ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var grants = parsed.GetRequiredValue(Roles).Select(Parse).ToArray();
        var mail = parsed.GetRequiredValue(Mail);
        if (Array.IndexOf(grants, null) is >= 0 and var wrong)
        {
            return await RefuseAsync($"'{parsed.GetRequiredValue(Roles)[wrong]}' is no role: analyst, publisher, editor or administrator, with or without @REGION.");
        }

        if (!System.Net.Mail.MailAddress.TryCreate(mail, out _))
        {
            return await RefuseAsync($"'{mail}' is no mail address.");
        }

        var accounts = services.GetRequiredService<AccountStore>();
        return await accounts.SecretsAsync(mail, ct) is not null
            ? await RefuseAsync($"There is an account {mail} already: users reset lets it in anew.")
            : Print(parsed, services, (await accounts.InviteAsync(parsed.GetRequiredValue(Name), mail, grants!, Who.Operator, ct)).Secret);
    }

    private static async Task<int> Close(ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var accounts = services.GetRequiredService<AccountStore>();
        var mail = parsed.GetRequiredValue(Mail);
        var change = await accounts.SecretsAsync(mail, ct) is { } account ? await accounts.CloseAsync(account.Id, Who.Operator, ct) : AccountChange.Missing;
        return change switch
        {
            AccountChange.Missing => await RefuseAsync($"There is no account {mail}."),
            AccountChange.LastAdministrator => await RefuseAsync($"{mail} is the last administrator everywhere: invite another one first."),
            _ => Say($"The account {mail} is closed."),
        };
    }

    private static async Task<int> Reset(ParseResult parsed, IServiceProvider services, CancellationToken ct)
    {
        var accounts = services.GetRequiredService<AccountStore>();
        var mail = parsed.GetRequiredValue(Mail);
        return await accounts.SecretsAsync(mail, ct) is { } account && await accounts.ResetAsync(account.Id, Who.Operator, ct) is { } secret
            ? Print(parsed, services, secret)
            : await RefuseAsync($"There is no account {mail}.");
    }

    private static int Print(ParseResult parsed, IServiceProvider services, string secret)
    {
        var site = parsed.GetValue(Site) ?? services.GetRequiredService<LagebildOptions>().PublicAddress ?? "http://localhost:5080";
        return Say($"{site.TrimEnd('/')}/en/workbench/invitation/{secret}");
    }

    private static int Say(string line)
    {
        Console.WriteLine(line);
        return 0;
    }

    private static Grant? Parse(string text) => text.Split('@') is [var role, .. var region] && region.Length < 2 && Enum.GetNames<Role>().FirstOrDefault(r => r.Equals(role, StringComparison.OrdinalIgnoreCase)) is { } known
        ? new(Enum.Parse<Role>(known), region is [{ Length: > 0 } code] ? code : null)
        : null;

    private static string Text(Grant grant) => grant.Region is null ? $"{grant.Role}" : $"{grant.Role}@{grant.Region}";

    private static string State(AccountState state) => state switch
    {
        { LinkUntilUtc: { } until } => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"link open until {until:yyyy-MM-dd HH:mm} UTC"),
        { HasPassword: false } => "link expired",
        { TwoFactor: true } => "password and code",
        _ => "password",
    };

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
