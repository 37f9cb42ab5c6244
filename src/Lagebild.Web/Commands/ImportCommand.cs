using System.CommandLine;
using Lagebild.Jobs;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>Runs one feed now, as its schedule would.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> FeedCode = new("FEED") { Description = "Code of the feed, as `feeds` lists it." };

    public static Command Create()
    {
        var command = new Command("import", "Run one feed now: take in its new or changed files and release them by its policy. Exit code 1 where a file has errors.")
        {
            FeedCode,
        };
        command.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(
            parsed.UnmatchedTokens,
            services => ImportAsync(services, parsed.GetRequiredValue(FeedCode), cancellation)));
        return command;
    }

    private static async Task<int> ImportAsync(IServiceProvider services, string feed, CancellationToken cancellation)
    {
        var run = await services.GetRequiredService<ImportFeed>().RunAsync(feed, manual: true, new Lines(), cancellation);
        return run.Outcome == RunOutcome.Refused ? 1 : 0;
    }

    private sealed class Lines : IProgress<ImportStep>
    {
        public void Report(ImportStep value) => Console.WriteLine(value);
    }
}
