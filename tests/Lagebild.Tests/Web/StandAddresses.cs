using Lagebild.OpenData;

namespace Lagebild.Tests.Web;

/// <summary>Addresses over the feed of <see cref="StandSite"/> that are to answer the same for ever once a stand is added.</summary>
internal static class StandAddresses
{
    public const string Page = "/en/indicators/distributed-away?regions=DE-SH";

    public static IReadOnlyList<string> Pictures { get; } = ["/en/indicators/distributed-away.svg?regions=DE-SH", "/en/indicators/distributed-away.png?regions=DE-SH"];

    public static IReadOnlyList<string> Json { get; } = ["/api/v1/observations?regions=DE-SH", "/api/v1/series", "/api/v1/changes?since=0", "/api/v1/figures/1/2022-01-01/2022-12-31"];

    public static IReadOnlyList<string> Files { get; } =
    [
        .. DataFormat.All.Select(f => $"/en/indicators/distributed-away.{f.Code}?regions=DE-SH"),
        .. DataFormat.All.Select(f => $"/en/data/distributed-away.{f.Code}?"),
        .. DataFormat.All.Where(f => f != DataFormat.Json).Select(f => $"/api/v1/observations.{f.Code}?regions=DE-SH"),
        "/en/compare.csv?indicators=distributed-away&regions=DE-SH",
    ];

    public static IReadOnlyList<string> Others { get; } =
    [
        Page, "/en/regions/DE-SH?", "/en/figures/1/2022-01-01/2022-12-31?", "/en/indicators/distributed-away.atom?", "/en/calendar.atom?", "/en/corrections?", "/en/changes?since=0", "/en/changes.csv?since=1",
        "/en/compare?indicators=distributed-away&regions=DE-SH",
    ];

    public static IEnumerable<string> All => [.. Others, .. Pictures, .. Json, .. Files];

    /// <summary>An address as of a release.</summary>
    public static string At(string address, int stand) => $"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}stand={stand}".Replace("?&", "?", StringComparison.Ordinal);
}
