using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Compare;

/// <summary>What a reader can choose: any region and indicator there is a figure of, and what suits those chosen.</summary>
public sealed record CompareForm
{
    /// <summary>The six, then the other groups, each with a heading; a region without a figure of what is chosen says so.</summary>
    public required IReadOnlyList<RegionGroup> Regions { get; init; }

    /// <summary>One list for each indicator chosen and one more, as long as more may be chosen.</summary>
    public required IReadOnlyList<IReadOnlyList<ChoiceGroup>> Indicators { get; init; }

    /// <summary>The dimensions that occur, each with its codes; the empty code is the total, where there is one.</summary>
    public required IReadOnlyList<DimensionChoice> Dimensions { get; init; }

    public required IReadOnlyList<Choice> Frequencies { get; init; }

    public required IReadOnlyList<Choice> Measures { get; init; }

    public required IReadOnlyList<Choice> Kinds { get; init; }

    /// <summary>Years from the first to the last.</summary>
    public required IReadOnlyList<Choice> From { get; init; }

    public required IReadOnlyList<Choice> To { get; init; }

    /// <summary>For what is compared; <paramref name="asked"/> is what the reader said of it.</summary>
    public static CompareForm Of(Reading reading, CompareQuery asked, Compared compared)
    {
        var query = compared.Query;
        var coverage = reading.Stand.Coverage.Where(c => c.ValueCount > 0 && query.Indicators.Contains(c.Indicator)).ToArray();
        return new()
        {
            Regions = RegionGroup.Of(reading, query.Regions, coverage.Select(c => c.Region).ToHashSet()),
            Indicators = [.. query.Indicators.Cast<string?>().Append(null).Take(CompareQuery.MostIndicators).Select(i => ChoiceGroup.Indicators(reading, i))],
            Dimensions = [.. SelectionForm.DimensionsOf(reading, compared.Series.Select(s => s.From.Values))],
            Frequencies = [.. SelectionForm.FrequenciesOf(reading, coverage.Select(c => (c.Variant, c.Frequency)), asked.Frequency)],
            Measures = [.. compared.Offers.Where(o => o.Refusal is null).Select(o => new Choice(o.Measure.Word(), reading.Words.Derived.Name(o.Measure), o.Measure == compared.Measure))],
            Kinds = [.. compared.Figures.SelectMany(f => f.Kinds).Distinct().OrderBy(k => ChartKindWord.All.ToList().IndexOf(k)).Select(k => new Choice(k.Word(), reading.Words.KindName(k), k == asked.Kind))],
            From = SelectionForm.Years(coverage.Min(c => (int?)c.First.Year), coverage.Max(c => (int?)c.Last.Year), query.From?.Year),
            To = SelectionForm.Years(coverage.Min(c => (int?)c.First.Year), coverage.Max(c => (int?)c.Last.Year), query.To?.Year),
        };
    }
}

/// <summary>Regions to choose from under one heading; null for the six, which need none.</summary>
public sealed record RegionGroup(string? Heading, IReadOnlyList<RegionChoice> Regions)
{
    public bool IsChosen => Regions.Any(r => r.Choice.IsChosen);

    /// <summary>Every region there is any figure of, in the order of the groups; in each those first that have a figure of what is chosen.</summary>
    public static IReadOnlyList<RegionGroup> Of(Reading reading, IReadOnlyList<string> chosen, IReadOnlySet<string> offered)
    {
        var words = reading.Words.Compare;
        var any = reading.Stand.Coverage.Where(c => c.ValueCount > 0).Select(c => c.Region).Concat(chosen).ToHashSet();
        Region[] all = [.. reading.Catalogue.Regions.Where(r => any.Contains(r.Code))];
        Region[] six = [.. SixRegions.InOrder(all)];
        return [.. new[]
        {
            Group(null, six),
            Group(words.Countries, ByName(all.Where(r => r.Level is RegionLevel.World or RegionLevel.Country))),
            Group(words.Lands, ByName(all.Where(r => r.Level == RegionLevel.Land).Except(six))),
            Group(words.Kreise, ByName(all.Where(r => r.Level > RegionLevel.Land && reading.Catalogue.IsWithin(r.Code, "DEU")))),
            Group(words.Powiats, ByName(all.Where(r => r.Level > RegionLevel.Land && !reading.Catalogue.IsWithin(r.Code, "DEU")))),
        }.Where(g => g.Regions.Count > 0)];

        RegionGroup Group(string? heading, IEnumerable<Region> regions) =>
            new(heading, [.. regions.Select(r => new RegionChoice(new(r.Code, reading.RegionName(r.Code), chosen.Contains(r.Code)), r.Label, offered.Contains(r.Code)))]);

        IEnumerable<Region> ByName(IEnumerable<Region> regions) =>
            regions.OrderByDescending(r => offered.Contains(r.Code) || chosen.Contains(r.Code)).ThenBy(r => reading.RegionName(r.Code), StringComparer.Create(Languages.Culture(reading.Language), ignoreCase: false));
    }
}

/// <summary>A region to choose, its chart label, and whether there is a figure of what is chosen.</summary>
public sealed record RegionChoice(Choice Choice, string? Label, bool HasFigures);

/// <summary>Things to choose from under one heading.</summary>
public sealed record ChoiceGroup(string Heading, IReadOnlyList<Choice> Choices)
{
    /// <summary>The indicators there are figures of, by topic.</summary>
    public static IReadOnlyList<ChoiceGroup> Indicators(Reading reading, string? chosen)
    {
        var offered = reading.Stand.Coverage.Where(c => c.ValueCount > 0).Select(c => c.Indicator).ToHashSet();
        return [.. reading.Catalogue.Indicators
            .Where(i => offered.Contains(i.Code) || i.Code == chosen)
            .GroupBy(i => i.Topic)
            .Select(g => new ChoiceGroup(g.Key is { } topic ? reading.TopicName(topic) : reading.Words.Indicator.Denominators, [.. g.Select(i => new Choice(i.Code, reading.IndicatorName(i.Code), i.Code == chosen))]))];
    }
}
