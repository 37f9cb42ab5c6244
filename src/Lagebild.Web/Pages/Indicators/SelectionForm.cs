using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>What a reader can choose of an indicator: only what there is.</summary>
public sealed record SelectionForm
{
    /// <summary>Those of the six regions that have values.</summary>
    public required IReadOnlyList<Choice> Regions { get; init; }

    /// <summary>Countries and other Länder and voivodeships that have values.</summary>
    public required IReadOnlyList<Choice> OtherRegions { get; init; }

    public required IReadOnlyList<Choice> Districts { get; init; }

    public required IReadOnlyList<Choice> Variants { get; init; }

    /// <summary>The dimensions that occur, each with its codes; the empty code is the total, where there is one.</summary>
    public required IReadOnlyList<DimensionChoice> Dimensions { get; init; }

    public required IReadOnlyList<Choice> Frequencies { get; init; }

    /// <summary>Years from the first to the last.</summary>
    public required IReadOnlyList<Choice> From { get; init; }

    public required IReadOnlyList<Choice> To { get; init; }

    /// <summary>The kinds of charts that suit the first figure.</summary>
    public required IReadOnlyList<Choice> Kinds { get; init; }

    public static SelectionForm Of(Reading reading, Indicator indicator, SelectionQuery query, IReadOnlyList<IndicatorFigure> figures)
    {
        var coverage = reading.Stand.Coverage.Where(c => c.Indicator == indicator.Code).ToArray();
        var shown = figures.SelectMany(f => f.Values.Selection.Regions).ToHashSet();
        Region[] regions = [.. coverage.Select(c => reading.Catalogue.Region(c.Region)).OfType<Region>().DistinctBy(r => r.Code)];
        Choice Of(Region region) => new(region.Code, reading.RegionName(region.Code), shown.Contains(region.Code));
        var six = SixRegions.InOrder(regions).ToArray();
        return new SelectionForm
        {
            Regions = [.. six.Select(Of)],
            OtherRegions = [.. regions.Except(six).Where(r => r.Level != RegionLevel.District).OrderBy(r => r.Level).ThenBy(r => r.Code, StringComparer.Ordinal).Select(Of)],
            Districts = [.. regions.Where(r => r.Level == RegionLevel.District).OrderBy(r => r.Code, StringComparer.Ordinal).Select(Of)],
            Variants = [.. coverage.Select(c => c.Variant).Distinct().Select(v => new Choice(v, reading.VariantName(v), v == query.Variant))],
            Dimensions = [.. DimensionsOf(reading, figures.Select(f => f.Values))],
            Frequencies = [.. FrequenciesOf(reading, coverage.Select(c => (c.Variant, c.Frequency)), query.Frequency)],
            From = Years(coverage.Min(c => (int?)c.First.Year), coverage.Max(c => (int?)c.Last.Year), query.From?.Year),
            To = Years(coverage.Min(c => (int?)c.First.Year), coverage.Max(c => (int?)c.Last.Year), query.To?.Year),
            Kinds = figures.Count == 0 ? [] : [.. FigureKinds.Suiting(reading.Catalogue, figures[0].Values).Select(k => new Choice(k.Word(), reading.Words.KindName(k), query.Kind == k))],
        };
    }

    /// <summary>The same with one more kind to choose, where there is one.</summary>
    public SelectionForm With(Choice? kind) => kind is null ? this : this with { Kinds = [.. Kinds, kind] };

    /// <summary>Those stored and those that running counts can be thinned to, the most frequent first.</summary>
    public static IEnumerable<Choice> FrequenciesOf(Reading reading, IEnumerable<(string Variant, Frequency Frequency)> stored, Frequency? chosen) => stored
        .SelectMany(s => new[] { Frequency.Weekly, Frequency.Monthly }.Where(f => Thinning.Offers(reading.Catalogue.Variant(s.Variant), s.Frequency, f)).Append(s.Frequency))
        .Distinct()
        .Order()
        .Select(f => new Choice(f.Letter().ToString(), reading.Words.FrequencyName(f), f == chosen));

    /// <summary>The dimensions of what is shown, with the codes that occur; chosen is what the first shows.</summary>
    public static IEnumerable<DimensionChoice> DimensionsOf(Reading reading, IEnumerable<SelectedValues> values)
    {
        SelectedValues[] all = [.. values];
        Breakdown[] offered = [.. all.SelectMany(v => v.Breakdowns).Distinct().Select(Breakdown.Parse).OfType<Breakdown>()];
        var shown = all.Length > 0 ? Breakdown.Parse(all[0].Breakdown) : null;
        return reading.Catalogue.Dimensions
            .Where(d => offered.Any(b => b[d.Code] is not null))
            .Select(d => new DimensionChoice(d.Code, reading.Name(Lagebild.Catalogue.CatalogueKind.Dimension, d.Code).Plain(), Codes(reading, d.Code, offered, shown)));
    }

    private static Choice[] Codes(Reading reading, string dimension, IReadOnlyList<Breakdown> offered, Breakdown? shown) =>
        [.. offered.Select(b => b[dimension] ?? "").Distinct()
            .Select(c => new Choice(c, c.Length == 0 ? reading.Words.Indicator.Total : reading.CodeName(dimension, c).Plain(), c == (shown?[dimension] ?? "")))
            .OrderBy(c => c.Value.Length > 0)
            .ThenBy(c => c.Name, StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: false))];

    /// <summary>Each year from the first to the last; none where there are none.</summary>
    public static IReadOnlyList<Choice> Years(int? first, int? last, int? chosen) => first is { } from && last is { } to
        ? [.. Enumerable.Range(from, to - from + 1).Select(y => new Choice(Reading.Number(y), Reading.Number(y), y == chosen))]
        : [];
}

/// <summary>A dimension and its codes to choose from.</summary>
public sealed record DimensionChoice(string Code, string Name, IReadOnlyList<Choice> Codes);

/// <summary>One thing to choose: as it stands in the address, in words, and whether it is chosen.</summary>
public sealed record Choice(string Value, string Name, bool IsChosen);

/// <summary>One way of counting that has values: how many regions and what span, with the address that shows it.</summary>
public sealed record OfferedVariant
{
    public required Variant Variant { get; init; }

    /// <summary>Codes, the six first.</summary>
    public required IReadOnlyList<string> Regions { get; init; }

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public required IReadOnlyList<Frequency> Frequencies { get; init; }

    public required string Href { get; init; }

    /// <summary>By variant, the one with the latest value first.</summary>
    public static IReadOnlyList<OfferedVariant> Of(Reading reading, Indicator indicator) =>
        [.. reading.Stand.Coverage
            .Where(c => c.Indicator == indicator.Code && reading.Catalogue.Variant(c.Variant) is not null)
            .GroupBy(c => c.Variant)
            .Select(g => new OfferedVariant
            {
                Variant = reading.Catalogue.Variant(g.Key)!,
                Regions = [.. g.Select(c => c.Region).Distinct()],
                First = g.Min(c => c.First),
                Last = g.Max(c => c.Last),
                Frequencies = [.. g.Select(c => c.Frequency).Distinct().Order()],
                Href = reading.Link($"/indicators/{indicator.Code}", ("variant", g.Key)),
            })
            .OrderByDescending(o => o.Last)
            .ThenBy(o => o.Variant.Code, StringComparer.Ordinal)];
}
