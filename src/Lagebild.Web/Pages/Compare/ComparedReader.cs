using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
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
            var selected = await SelectedAsync(selection, indicator, Asked(query), ct);
            found.AddRange(selected.Series.Select(s => Compared(indicator, selected, s)).OfType<ComparedSeries>());
        }

        return found.OrderBy(s => query.Regions.ToList().IndexOf(s.Region));
    }

    /// <summary>Dimensions that a way of counting does not have are not asked of it; a total that it does not have gives way to what it shows first.</summary>
    private async Task<SelectedValues> SelectedAsync(Selection selection, Indicator indicator, SelectionQuery query, CancellationToken ct)
    {
        var known = reading.Catalogue.Variant(selection.Variant)?.Dimensions ?? [];
        KeyValuePair<string, string>[] parts = [.. (Breakdown.Parse(query.Breakdown ?? "")?.Parts ?? []).Where(p => known.Contains(p.Key))];
        var asked = query with { Breakdown = string.IsNullOrEmpty(query.Breakdown) ? query.Breakdown : parts.Length == 0 ? null : Breakdown.Of(parts).Key };
        var selected = await values.ReadAsync(selection, indicator, asked, reading.Stand, ct);
        return selected.Series.Count == 0 && asked.Breakdown is "" ? await values.ReadAsync(selection, indicator, asked with { Breakdown = null }, reading.Stand, ct) : selected;
    }

    private static SelectionQuery Asked(CompareQuery query) =>
        new() { Regions = query.Regions, Breakdown = query.Breakdown, From = query.From, To = query.To, Frequency = query.Frequency };

    /// <summary>Where ways of counting of the indicator are named, no others.</summary>
    private Choices ChoicesFor(CompareQuery query, Indicator indicator)
    {
        string[] named = [.. query.Variants.Where(v => reading.Catalogue.Variant(v)?.Indicator == indicator.Code)];
        return named.Length == 0 ? reading.Stand.Choices : reading.Stand.Choices with { Coverage = [.. reading.Stand.Coverage.Where(c => named.Contains(c.Variant))] };
    }

    private ComparedSeries? Compared(Indicator indicator, SelectedValues selected, ShownSeries shown) =>
        reading.Counted(shown) is { } counted ? new() { Indicator = indicator, Values = selected, Shown = shown, Counted = counted } : null;
}
