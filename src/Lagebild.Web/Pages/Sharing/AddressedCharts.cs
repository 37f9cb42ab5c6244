using Lagebild.Statistics;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Regions;
using Lagebild.Web.Pages.Views;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>A chart as its address names it.</summary>
public sealed record AddressedChart
{
    public required ShareLinks Links { get; init; }

    /// <summary>The sources, each once.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }

    public static AddressedChart Of(IndicatorFigure figure) => new() { Links = ShareLinks.Of(figure), Feeds = figure.Feeds };

    /// <summary>Null where a table says it all.</summary>
    public static AddressedChart? Of(ViewFigure? figure) => figure is { Chart: { } chart, SvgHref: { } svg }
        ? new() { Links = ShareLinks.Of(chart, figure.Notes.Count, svg, figure.PermanentHref), Feeds = figure.Feeds }
        : null;
}

/// <summary>Finds the chart that an address of ours names: of an indicator, a comparison, a prepared view or a region, as page, picture or frame.</summary>
public sealed class AddressedCharts(Reading reading, AddressedFigure indicators, CompareBuilder comparisons, PreparedViews views, RegionFigures regions)
{
    /// <summary>By the path below the language, without <c>/embed</c> and ending. The fault of its query, or neither where there is no such chart.</summary>
    public async Task<(AddressedChart? Chart, Fault? Fault)> ReadAsync(string path, IQueryCollection query, CancellationToken ct) => path.Trim('/').Split('/') switch
    {
        ["indicators", var code] => await OfIndicatorAsync(code, query, ct),
        ["compare"] => await OfComparisonAsync(query, ct),
        ["views", var code, var figure] => (AddressedChart.Of(await views.OneAsync(code, figure, ct)), null),
        ["regions", var code, var figure] => (AddressedChart.Of(await regions.OneAsync(code, figure, ct)), null),
        _ => (null, null),
    };

    private async Task<(AddressedChart?, Fault?)> OfIndicatorAsync(string code, IQueryCollection query, CancellationToken ct)
    {
        var (figure, fault) = await indicators.ReadAsync(code, query, ct);
        return (figure is null ? null : AddressedChart.Of(figure), fault);
    }

    private async Task<(AddressedChart?, Fault?)> OfComparisonAsync(IQueryCollection query, CancellationToken ct)
    {
        var (asked, fault) = CompareQuery.Parse(query, reading.Catalogue);
        return asked is null ? (null, fault) : ((await comparisons.OfAsync(asked, ct)).Figures is [var first, ..] ? AddressedChart.Of(first.Figure) : null, null);
    }
}
