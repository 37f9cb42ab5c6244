using System.CommandLine;
using System.Globalization;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Scheduling;

namespace Lagebild.Web.Commands;

/// <summary>Lists the feeds: last delivery, what came of it, next run.</summary>
internal static class FeedsCommand
{
    public static Command Create()
    {
        var command = new Command("feeds", "List the feeds with their last delivery and next run (times in UTC).");
        command.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, services => ListAsync(services, cancellation)));
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var feeds = await services.GetRequiredService<FeedStore>().AllAsync(cancellation);
        var deliveries = (await services.GetRequiredService<DeliveryStore>().LatestOfFeedsAsync(cancellation)).ToDictionary(d => d.Feed);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var width = feeds.Select(f => f.Code.Length).Append("feed".Length).Max();
        Console.WriteLine(Line(width, "feed", "last delivery", "state", "next run"));
        foreach (var feed in feeds)
        {
            Console.WriteLine(Line(feed, deliveries.GetValueOrDefault(feed.Code), now, width));
        }

        return 0;
    }

    private static string Line(Feed feed, Delivery? delivery, DateTimeOffset now, int width) =>
        Line(width, feed.Code, Minute(delivery?.RetrievedUtc), delivery?.State.ToString().ToLowerInvariant() ?? "-", Minute(FeedCron.Next(feed, now)));

    private static string Line(int width, string code, string delivered, string state, string next) =>
        $"{code.PadRight(width)}  {delivered,-16}  {state,-9}  {next}";

    private static string Minute(DateTime? utc) => utc?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "-";
}
