using System.CommandLine;

namespace Lagebild.Web.Commands;

/// <summary>What can be typed: no command serves the site.</summary>
internal static class CommandLine
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to answer at, separated by semicolons. Default: http://localhost:5080.",
        HelpName = "ADDRESSES",
    };

    /// <summary>Runs what the arguments say; gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Root().Parse(args);
        if (parsed.UnmatchedTokens.FirstOrDefault(t => !IsSetting(t)) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"There is no command or option {unknown}. --help lists what there is.");
            return Failure.Unusable;
        }

        var code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        return parsed.Errors.Count > 0 ? Failure.Unusable : code;
    }

    /// <summary>The command that serves, with all others below it.</summary>
    internal static RootCommand Root()
    {
        var root = new RootCommand("""
            Lagebild: an open situation picture of migration, from released figures.
            Without a command it serves the site.

            Settings come from appsettings.json beside the program, from the environment (Lagebild__DataFolder=/srv/lagebild)
            and from the command line (--Lagebild:DataFolder=/srv/lagebild); docs/operating.md lists them.
            Exit codes: 0 done, 1 errors found, 2 wrong use or unreadable file, 3 database away or newer than the program.
            """)
        {
            Urls,
        };
        root.SetAction((parsed, _) => Failure.SaidAsync(() => ServeCommand.RunAsync(Arguments(parsed))));
        foreach (var command in new[] { CheckCommand.Create(), ImportCommand.Create(), FeedsCommand.Create(), ProfileCommand.Create(), WithdrawCommand.Create(), UsersCommand.Create(), VerifyCommand.Create(), MigrateCommand.Create(), BoundariesCommand.Create(), DumpCommand.Create() })
        {
            command.TreatUnmatchedTokensAsErrors = false;
            root.Add(command);
        }

        root.TreatUnmatchedTokensAsErrors = false;
        return root;
    }

    private static string[] Arguments(ParseResult parsed) =>
        parsed.GetValue(Urls) is { } urls ? [.. parsed.UnmatchedTokens, $"--urls={urls}"] : [.. parsed.UnmatchedTokens];

    private static bool IsSetting(string token) => token.StartsWith("--", StringComparison.Ordinal) && token.Contains('=', StringComparison.Ordinal);
}
