using System.CommandLine;
using System.Globalization;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>Looks whether the database is sound.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var command = new Command("verify", "Look whether the database is sound: the audit unbroken, nothing half, twice or lost among releases, deliveries and values. Changes nothing it looks at. Exit code 1 where it is not.");
        command.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, services => VerifyAsync(services, cancellation)));
        return command;
    }

    private static async Task<int> VerifyAsync(IServiceProvider services, CancellationToken ct)
    {
        var faults = 0;
        await foreach (var verified in services.GetRequiredService<Verification>().RunAsync(ct))
        {
            Console.WriteLine(Line(verified));
            faults += verified.Faults == 0 ? 0 : 1;
        }

        Console.WriteLine(faults == 0 ? "Nothing was found wrong." : string.Create(CultureInfo.InvariantCulture, $"{faults} of these do not hold."));
        return faults == 0 ? 0 : 1;
    }

    private static string Line(Verified verified) => verified.Faults == 0
        ? $"holds   {verified.Sentence}"
        : string.Create(CultureInfo.InvariantCulture, $"WRONG   {verified.Sentence} Not so: {verified.Faults}{(verified.First is null ? "" : $", first {verified.First}")}.");
}
