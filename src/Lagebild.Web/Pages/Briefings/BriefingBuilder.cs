using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Briefings;

/// <summary>What the printed pages about a region or a topic say, from the same figures as their pages.</summary>
public sealed class BriefingBuilder(Reading reading, FigureReader figures, KeyFigures keyFigures)
{
    /// <summary>More charts than this do not fit on two pages.</summary>
    private const int MostCharts = 14;

    private const int MostMissing = 12;

    private BriefingWords Words => reading.Words.Briefing;

    /// <summary>About a place: the latest value of each indicator, charts of those with most to show, what is missing here.</summary>
    public async Task<BriefingSpec> OfRegionAsync(Region region, string address, CancellationToken ct)
    {
        var latest = await keyFigures.OfAsync([region.Code], ct);
        var found = KeyFigures.OnePerIndicator(latest);
        var charts = await ChartsAsync(found.Select(f => f.Indicator), new SelectionQuery { Regions = [region.Code] }, ct);
        return Spec(Title(region), Lead(region.Code, latest), reading.Words.Region.NoFigures, found, charts, Regions.MissingIndicators.Of(reading, region).Here, address, isOfRegion: true);
    }

    /// <summary>About a topic: its indicators in the six regions or the countries.</summary>
    public async Task<BriefingSpec> OfTopicAsync(Topic topic, string address, CancellationToken ct)
    {
        Indicator[] indicators = [.. reading.Catalogue.Indicators.Where(i => i.Topic == topic)];
        var charts = await ChartsAsync(indicators, new SelectionQuery(), ct);
        string[] regions = [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code), .. KeyFigureTopic.Countries];
        var found = (await keyFigures.OfAsync(regions, ct)).Where(f => f.Indicator.Topic == topic).GroupBy(f => f.Region).SelectMany(g => KeyFigures.OnePerIndicator([.. g]));
        KeyFigure[] ordered = [.. found.OrderBy(f => f.Indicator.Order).ThenBy(f => Array.IndexOf(regions, f.Region))];
        var known = reading.Stand.Coverage.Select(c => c.Indicator).ToHashSet();
        return Spec(reading.TopicName(topic), reading.Text(Lagebild.Catalogue.CatalogueKind.Topic, topic.Code(), "lead")?.Plain() ?? "", Words.TopicEmpty, ordered, charts, indicators.Where(i => !known.Contains(i.Code)), address, isOfRegion: false);
    }

    private string Title(Region region) => (reading.Text(Lagebild.Catalogue.CatalogueKind.Region, region.Code, "official") ?? reading.Name(Lagebild.Catalogue.CatalogueKind.Region, region.Code)).Plain();

    private string Lead(string region, IReadOnlyList<KeyFigure> latest) => Population.Of(latest).GetValueOrDefault(region) is { } population
        ? reading.Fill(reading.Words.Region.Population, population.Cell.Text, population.When)
        : reading.Words.Region.NoPopulation;

    private BriefingSpec Spec(string title, string lead, string empty, IReadOnlyList<KeyFigure> found, IReadOnlyList<IndicatorFigure> charts, IEnumerable<Indicator> missing, string address, bool isOfRegion) => new()
    {
        Language = reading.Language,
        Site = $"{reading.Words.Site.Name} {reading.Words.Site.Place}",
        Title = reading.Fill(Words.Title, title),
        Lead = lead,
        Stand = reading.Fill(reading.Words.Site.Stand, reading.Stand.Release.Number, reading.Day(reading.Stand.Release.PublishedUtc)),
        Finding = charts.Count > 0 ? Finding(charts[0]) : found.Count > 0 ? "" : empty,
        FigureHeads = new(Words.Indicator, Words.Value, Words.Change, Words.When),
        Figures = [.. found.Select(f => Row(f, isOfRegion))],
        FiguresNote = Words.FiguresNote,
        Charts = Charts(charts),
        ReservationsTitle = Words.Reservations,
        Sections = [(Words.Missing, Missing([.. missing.Select(i => reading.IndicatorName(i.Code))])), (Words.Sources, Sources(charts, found))],
        Address = address,
        PageNumber = Words.PageNumber,
    };

    /// <summary>The headline of the first chart, with what is counted.</summary>
    private string Finding(IndicatorFigure figure)
    {
        var (name, headline) = (reading.IndicatorName(figure.Values.Selection.Indicator), figure.Caption.Headline);
        return headline.StartsWith(name, StringComparison.Ordinal) ? headline : $"{name}: {headline}";
    }

    private BriefingFigure Row(KeyFigure figure, bool isOfRegion)
    {
        string?[] name =
        [
            reading.IndicatorName(figure.Indicator.Code),
            figure.Latest.Series.Breakdown.Length > 0 ? reading.BreakdownName(figure.Latest.Series.Breakdown) : null,
            isOfRegion ? null : reading.RegionName(figure.Region),
            figure.Cell.Doubt,
            figure.Cell.IsPress ? reading.Words.Indicator.Press : null,
        ];
        return new(string.Join(", ", name.Where(n => n is not null)), figure.Cell.Text, figure.Change ?? "", figure.When);
    }

    /// <summary>The first, whatever it shows, since it is the finding; then those that show more than a value.</summary>
    private async Task<IReadOnlyList<IndicatorFigure>> ChartsAsync(IEnumerable<Indicator> indicators, SelectionQuery query, CancellationToken ct)
    {
        var found = new List<IndicatorFigure>();
        foreach (var indicator in indicators)
        {
            if (await figures.MainAsync(indicator, query, ct) is { } figure && (found.Count == 0 || SaysMoreThanAValue(figure)))
            {
                found.Add(figure);
            }
        }

        return found;
    }

    /// <summary>Those that show more than a value, the most that fit.</summary>
    private IReadOnlyList<Chart> Charts(IEnumerable<IndicatorFigure> found) => [.. InTurns(found.Where(SaysMoreThanAValue)).Take(MostCharts).Select(f => f.Chart)];

    /// <summary>A single value stands among the key figures.</summary>
    private static bool SaysMoreThanAValue(IndicatorFigure figure) => figure.Values.Series.Sum(s => s.Series.Observations.Count(o => o.Value is not null)) > 1;

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

    private string Sources(IReadOnlyList<IndicatorFigure> charts, IReadOnlyList<KeyFigure> found)
    {
        var feeds = charts.SelectMany(c => c.Feeds).Concat(found.Select(f => reading.Stand.Feeds.GetValueOrDefault(f.Latest.Series.Feed)).OfType<Feed>()).DistinctBy(f => f.Code);
        return string.Join("; ", feeds.Select(f => reading.Fill(Words.Source, f.Publisher, reading.FeedName(f.Code), f.Licence)));
    }
}
