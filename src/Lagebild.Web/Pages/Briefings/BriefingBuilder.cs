using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Regions;
using Lagebild.Web.Pages.Topics;
using Lagebild.Web.Pages.Views;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Briefings;

/// <summary>What the printed pages about a region or a topic say, from the same figures as their pages.</summary>
public sealed class BriefingBuilder(Reading reading, FigureReader figures, KeyFigures keyFigures, RegionFigures regionFigures, TopicViews topicViews)
{
    /// <summary>More charts than this do not fit on two pages.</summary>
    private const int MostCharts = 14;

    private const int MostMissing = 12;

    private BriefingWords Words => reading.Words.Briefing;

    /// <summary>About a place: its own charts, the latest value of each indicator, charts of those that show more than a value, what is missing here.</summary>
    public async Task<BriefingSpec> OfRegionAsync(Region region, string address, CancellationToken ct)
    {
        var latest = await keyFigures.OfAsync([region.Code], ct);
        var found = KeyFigures.OnePerIndicator(latest);
        ViewFigure[] own = [.. (await regionFigures.OfAsync(region, ct)).All];
        var charts = await ChartsAsync(own, found.Select(f => f.Indicator), new SelectionQuery { Regions = [region.Code] }, ct);
        return Spec(Title(region), Lead(region.Code, latest), address, charts) with
        {
            Finding = Finding(charts, found, reading.Words.Region.NoFigures),
            Figures = [.. found.Select(f => Row(f, isOfRegion: true, OtherPublisher(f, own)))],
            Sections = Sections(MissingAmongAlike(region), charts, found),
        };
    }

    private IEnumerable<Indicator> MissingAmongAlike(Region region)
    {
        var alike = reading.IndicatorsOfAlike(region);
        return reading.IndicatorsWithout(region).Where(i => alike.Contains(i.Code));
    }

    /// <summary>About a topic: what several of its indicators say together, then each, in the six regions or the countries.</summary>
    public async Task<BriefingSpec> OfTopicAsync(Topic topic, string address, CancellationToken ct)
    {
        Indicator[] indicators = [.. reading.Catalogue.Indicators.Where(i => i.Topic == topic)];
        var charts = await ChartsAsync((await topicViews.OfAsync(topic, ct))?.Figures ?? [], indicators, new SelectionQuery(), ct);
        var found = await LatestAsync(topic, ct);
        var known = reading.Stand.Coverage.Select(c => c.Indicator).ToHashSet();
        return Spec(reading.TopicName(topic), reading.Text(CatalogueKind.Topic, topic.Code(), "lead")?.Plain() ?? "", address, charts) with
        {
            Finding = Finding(charts, found, Words.TopicEmpty),
            Figures = [.. found.Select(f => Row(f, isOfRegion: false))],
            Sections = Sections(indicators.Where(i => !known.Contains(i.Code)), charts, found),
        };
    }

    /// <summary>By indicator, then the six regions and the countries.</summary>
    private async Task<IReadOnlyList<KeyFigure>> LatestAsync(Topic topic, CancellationToken ct)
    {
        string[] regions = [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code), .. KeyFigureTopic.Countries];
        var found = (await keyFigures.OfAsync(regions, ct)).Where(f => f.Indicator.Topic == topic).GroupBy(f => f.Region).SelectMany(g => KeyFigures.OnePerIndicator([.. g]));
        return [.. found.OrderBy(f => f.Indicator.Order).ThenBy(f => Array.IndexOf(regions, f.Region))];
    }

    private string Title(Region region) => (reading.Text(CatalogueKind.Region, region.Code, "official") ?? reading.Name(CatalogueKind.Region, region.Code)).Plain();

    private string Lead(string region, IReadOnlyList<KeyFigure> latest) => Population.Of(latest).GetValueOrDefault(region) is { } population
        ? reading.Fill(reading.Words.Region.Population, population.Cell.Text, population.When)
        : reading.Words.Region.NoPopulation;

    private BriefingSpec Spec(string title, string lead, string address, IReadOnlyList<BriefingChart> charts) => new()
    {
        Language = reading.Language,
        Site = $"{reading.Words.Site.Name} {reading.Words.Site.Place}",
        Title = reading.Fill(Words.Title, title),
        Lead = lead,
        Stand = reading.Fill(reading.Words.Site.Stand, reading.Stand.Release.Number, reading.Day(reading.Stand.Release.PublishedUtc)),
        Finding = "",
        FigureHeads = new(Words.Indicator, Words.Value, Words.Change, Words.When),
        Figures = [],
        FiguresNote = Words.FiguresNote,
        Charts = [.. charts.Where(c => c.SaysMoreThanAValue).Select(c => c.Chart).OfType<Chart>().Take(MostCharts)],
        ReservationsTitle = Words.Reservations,
        Sections = [],
        Address = address,
        PageNumber = Words.PageNumber,
    };

    /// <summary>That of the first chart; the sentence that says so where there is no value at all.</summary>
    private static string Finding(IReadOnlyList<BriefingChart> charts, IReadOnlyList<KeyFigure> found, string empty) =>
        charts.Count > 0 ? charts[0].Finding : found.Count > 0 ? "" : empty;

    private IReadOnlyList<(string Title, string Text)> Sections(IEnumerable<Indicator> missing, IReadOnlyList<BriefingChart> charts, IReadOnlyList<KeyFigure> found) =>
        [(Words.Missing, Missing([.. missing.Select(i => reading.IndicatorName(i.Code))])), (Words.Sources, Sources(charts, found))];

    /// <summary>Who reports a figure, where a chart shows the same indicator from another feed; else null.</summary>
    private string? OtherPublisher(KeyFigure figure, IEnumerable<ViewFigure> charts) =>
        charts.SelectMany(c => c.Values).Any(v => v.Variant.Code == figure.Latest.Series.Variant && v.Feed != figure.Latest.Series.Feed && v.Period.End > figure.Latest.Latest.Period.End)
            ? reading.Stand.Feeds.GetValueOrDefault(figure.Latest.Series.Feed)?.Publisher
            : null;

    private BriefingFigure Row(KeyFigure figure, bool isOfRegion, string? publisher = null)
    {
        string?[] name =
        [
            reading.IndicatorName(figure.Indicator.Code),
            figure.Latest.Series.Breakdown.Length > 0 ? reading.BreakdownName(figure.Latest.Series.Breakdown) : null,
            isOfRegion ? null : reading.RegionName(figure.Region),
            figure.Cell.Doubt,
            publisher,
            figure.Cell.IsPress ? reading.Words.Indicator.Press : null,
        ];
        return new(string.Join(", ", name.Where(n => n is not null)), figure.Cell.Text, figure.Change ?? "", figure.When);
    }

    /// <summary>What several indicators say together, then each of the others.</summary>
    private async Task<IReadOnlyList<BriefingChart>> ChartsAsync(IReadOnlyList<ViewFigure> together, IEnumerable<Indicator> indicators, SelectionQuery query, CancellationToken ct)
    {
        var shown = together.SelectMany(f => f.Values.Select(v => v.Variant.Indicator)).ToHashSet();
        var found = new List<IndicatorFigure>();
        foreach (var indicator in indicators.Where(i => !shown.Contains(i.Code)))
        {
            if (await figures.MainAsync(indicator, query, ct) is { } figure)
            {
                found.Add(figure);
            }
        }

        return [.. together.Select(BriefingChart.Of), .. InTurns(found).Select(f => BriefingChart.Of(reading, f))];
    }

    /// <summary>The first of each topic, then the second: no topic pushes the others from the pages.</summary>
    private IEnumerable<IndicatorFigure> InTurns(IEnumerable<IndicatorFigure> found) => found
        .GroupBy(f => reading.Catalogue.Indicator(f.Values.Selection.Indicator)!.Topic)
        .SelectMany(g => g.Select((f, at) => (f, at)))
        .OrderBy(f => f.at)
        .Select(f => f.f);

    private string Missing(IReadOnlyList<string> names)
    {
        var more = names.Count - MostMissing;
        var named = string.Join("; ", names.Take(MostMissing)) + (more > 0 ? $" {reading.Fill(Words.MissingMore, more)}" : "");
        return names.Count == 0 ? "" : reading.Fill(Words.MissingLead, named);
    }

    private string Sources(IReadOnlyList<BriefingChart> charts, IReadOnlyList<KeyFigure> found)
    {
        var feeds = charts.SelectMany(c => c.Feeds).Concat(found.Select(f => reading.Stand.Feeds.GetValueOrDefault(f.Latest.Series.Feed)).OfType<Feed>()).DistinctBy(f => f.Code);
        return string.Join("; ", feeds.Select(f => reading.Fill(Words.Source, f.Publisher, reading.FeedName(f.Code), f.Licence)));
    }
}

/// <summary>A chart for a briefing, with what it says and where it comes from.</summary>
internal sealed record BriefingChart
{
    /// <summary>Null where a table says it all.</summary>
    public Chart? Chart { get; init; }

    /// <summary>Its headline, with what is counted.</summary>
    public required string Finding { get; init; }

    public required IReadOnlyList<Feed> Feeds { get; init; }

    /// <summary>A single value stands among the key figures: its chart would say no more.</summary>
    public bool SaysMoreThanAValue { get; init; } = true;

    public static BriefingChart Of(ViewFigure figure) => new() { Chart = figure.Chart, Finding = figure.Headline.Plain, Feeds = figure.Feeds };

    public static BriefingChart Of(Reading reading, IndicatorFigure figure)
    {
        var (name, headline) = (reading.IndicatorName(figure.Values.Selection.Indicator), figure.Caption.Headline);
        return new()
        {
            Chart = figure.Chart,
            Finding = headline.StartsWith(name, StringComparison.Ordinal) ? headline : $"{name}: {headline}",
            Feeds = figure.Feeds,
            SaysMoreThanAValue = figure.Values.Series.Sum(s => s.Series.Observations.Count(o => o.Value is not null)) > 1,
        };
    }
}
