using System.CommandLine;
using System.Globalization;
using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>Takes a released delivery back.</summary>
internal static class WithdrawCommand
{
    private static readonly Argument<long> DeliveryNumber = new("DELIVERY") { Description = "Number of the delivery, as the page of a figure and the API name it." };

    private static readonly Option<WithdrawalKind?> For = new("--for")
    {
        Description = "error: it was wrong; older stands still show it, marked. disclosure: it told too much; its values leave every stand at once, for good.",
        HelpName = "error|disclosure",
        Required = true,
    };

    private static readonly Option<string> Why = new("--why") { Description = "The reason, in a sentence for the public.", HelpName = "SENTENCE", Required = true };

    public static Command Create()
    {
        var command = new Command("withdraw", "Take a released delivery back: its feed's values become what its other deliveries say. It is one more release. Exit code 1 where there is nothing to withdraw.")
        {
            DeliveryNumber,
            For,
            Why,
        };
        command.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(
            parsed.UnmatchedTokens,
            services => WithdrawAsync(services, parsed.GetRequiredValue(DeliveryNumber), parsed.GetRequiredValue(For)!.Value, parsed.GetRequiredValue(Why), cancellation)));
        return command;
    }

    private static async Task<int> WithdrawAsync(IServiceProvider services, long number, WithdrawalKind kind, string why, CancellationToken ct)
    {
        if (await services.GetRequiredService<DeliveryStore>().ByIdAsync(number, ct) is not { } delivery)
        {
            return await RefuseAsync($"There is no delivery {number}.");
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return await RefuseAsync("--why needs a sentence: the list of releases shows it.");
        }

        try
        {
            Say(delivery, await services.GetRequiredService<ReleaseStore>().WithdrawAsync(number, kind, new(why.Trim()), Who.Operator, ct));
            return 0;
        }
        catch (InvalidOperationException nothing)
        {
            return await RefuseAsync(nothing.Message);
        }
    }

    private static void Say(Delivery delivery, Release release) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"Release {release.Number} withdraws delivery {delivery.Id} ({delivery.Feed}, {delivery.FileName}) for {release.WithdrawalKind.ToString()!.ToLowerInvariant()}: {release.Changed} values changed, {release.Closed} ended, {release.Added} back, {release.Unchanged} as before."));

    private static async Task<int> RefuseAsync(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
