using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>From what is asked for to the series there are.</summary>
public sealed class ComparedReader(Reading reading, SelectedValuesReader values)
{
    /// <summary>In the order of the indicators, then of the regions; a region counted in several ways stands once for each indicator.</summary>
    public async Task<IReadOnlyList<ComparedSeries>> ReadAsync(CompareQuery query, CancellationToken ct)
    {
        var found = new List<ComparedSeries>();
        foreach (var indicator in query.Indicators.Select(reading.Catalogue.Indicator).OfType<Indicator>())
        {
            found.AddRange(await ReadAsync(query, indicator, ct));
        }

        return found;
    }

    /// <summary>Indicators and regions asked for of which nothing was found.</summary>
    public IReadOnlyList<AbsentSeries> Absent(CompareQuery query, IReadOnlyList<ComparedSeries> found) =>
        [.. query.Indicators.Select(reading.Catalogue.Indicator).OfType<Indicator>()
            .SelectMany(i => query.Regions.Where(r => !found.Any(s => s.Indicator.Code == i.Code && s.Region == r)).Select(r => AbsentSeries.Of(i, r, query, reading.Stand.Coverage)))];

    private async Task<IEnumerable<ComparedSeries>> ReadAsync(CompareQuery query, Indicator indicator, CancellationToken ct)
    {
        var found = new List<ComparedSeries>();
        foreach (var selection in Selection.Of(indicator, Asked(query), ChoicesFor(query, indicator)))
        {
            var selected = await values.ReadAsync(selection, indicator, Asked(query), reading.Stand, ct);
            found.AddRange(selected.Series.Select(s => Compared(indicator, selected, s)).OfType<ComparedSeries>());
        }

        return found.OrderBy(s => query.Regions.ToList().IndexOf(s.Region));
    }

    private static SelectionQuery Asked(CompareQuery query) =>
        new() { Regions = query.Regions, Breakdown = query.Breakdown, From = query.From, To = query.To, Frequency = query.Frequency };

    /// <summary>Where ways of counting of the indicator are named, no others.</summary>
    private Choices ChoicesFor(CompareQuery query, Indicator indicator)
    {
        string[] named = [.. query.Variants.Where(v => reading.Catalogue.Variant(v)?.Indicator == indicator.Code)];
        return named.Length == 0 ? reading.Stand.Choices : reading.Stand.Choices with { Coverage = [.. reading.Stand.Coverage.Where(c => named.Contains(c.Variant))] };
    }

    private ComparedSeries? Compared(Indicator indicator, SelectedValues selected, ShownSeries shown) => reading.Catalogue.Variant(shown.Series.Key.Variant) is { } variant
        ? new()
        {
            Indicator = indicator,
            Values = selected,
            Shown = shown,
            Counted = new()
            {
                Series = shown.Series,
                Indicator = indicator,
                Variant = variant,
                Feed = reading.Stand.Feeds.GetValueOrDefault(shown.Series.Key.Feed),
                Breaks = [.. reading.Catalogue.Breaks.Where(b => FigureNotes.Concerns(b, indicator.Code, variant.Code) && FigureNotes.Holds(reading.Catalogue, b, shown.Region))],
            },
        }
        : null;
}
