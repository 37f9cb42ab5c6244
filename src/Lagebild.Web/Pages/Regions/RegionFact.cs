using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Views;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Regions;

/// <summary>One of the figures a region opens with: what, when, how much, and how it changed.</summary>
public sealed record RegionFact
{
    /// <summary>A page opens with so many.</summary>
    public const int Most = 4;

    /// <summary>People before places and applications.</summary>
    private const string Persons = "persons";

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    public required FigureCell Cell { get; init; }

    public required string When { get; init; }

    /// <summary>The key figure it is; null for a step of the cascade.</summary>
    public KeyFigure? Figure { get; init; }

    public required string Href { get; init; }

    /// <summary>
    /// Those registered and those in need from the steps, where there are any; then of each other topic the first indicator of people whose value is within two years of the
    /// topic's newest; then what else is newest. At most four.
    /// </summary>
    public static IReadOnlyList<RegionFact> Of(Reading reading, ArrivalSteps? steps, IReadOnlyList<KeyFigure> figures)
    {
        RegionFact[] fromSteps = steps is null ? [] : [.. new[] { steps.Registered, steps.Need ?? steps.Staying ?? steps.Away }.OfType<ViewValue>().Select(v => Of(reading, v))];
        var open = figures.Where(f => f.Indicator.Topic is not null && f.Indicator.Kind != IndicatorKind.Ratio && !f.IsPart && fromSteps.All(s => s.Indicator != f.Indicator.Code)).ToList();
        var byTopic = open.Where(f => fromSteps.Length == 0 || f.Indicator.Topic != Topic.Arrivals).GroupBy(f => f.Indicator.Topic).OrderBy(g => g.Key).Select(g => Best([.. g])).ToArray();
        var rest = open.Except(byTopic).Where(f => byTopic.All(b => b.Indicator.Code != f.Indicator.Code)).OrderByDescending(f => f.Latest.Latest.Period.End);
        return [.. fromSteps, .. byTopic.Concat(rest).DistinctBy(f => f.Indicator.Code).Select(Of).Take(Most - fromSteps.Length)];
    }

    private static KeyFigure Best(IReadOnlyList<KeyFigure> figures) => figures
        .Where(f => f.Latest.Latest.Period.End.AddYears(2) >= figures.Max(o => o.Latest.Latest.Period.End))
        .OrderBy(f => f.Indicator.Unit != Persons)
        .ThenBy(f => f.Indicator.Order)
        .ThenBy(f => f.Latest.Series.Frequency == Frequency.Interval)
        .ThenByDescending(f => f.Latest.Latest.Period.End)
        .First();

    private static RegionFact Of(KeyFigure figure) => new() { Indicator = figure.Indicator.Code, Cell = figure.Cell, When = figure.When, Figure = figure, Href = figure.Href };

    private static RegionFact Of(Reading reading, ViewValue value) => new()
    {
        Indicator = value.Variant.Indicator,
        Cell = value.Cell(reading),
        When = PeriodText.Label(value.Period, reading.Language),
        Href = reading.Link($"/indicators/{value.Variant.Indicator}", ("regions", value.Region), ("variant", value.Variant.Code)),
    };
}
