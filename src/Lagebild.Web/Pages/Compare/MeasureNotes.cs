using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Compare;

/// <summary>What a measure rests on, said beside the chart: populations, keys, base, places, and what its values are worth.</summary>
public static class MeasureNotes
{
    /// <summary>With more populations than this each is named behind its value only.</summary>
    private const int MostPopulations = 6;

    /// <summary>Empty for the values themselves.</summary>
    public static IEnumerable<Note> Of(Reading reading, Measure measure, IReadOnlyList<MeasuredSeries> series)
    {
        var basis = measure switch
        {
            Measure.PerThousand => Populations(reading, series),
            Measure.CountryShare => Keys(reading, series),
            Measure.Index => Bases(reading, series),
            Measure.Occupancy => Places(reading, series),
            _ => [],
        };
        var remarks = series.SelectMany(s => s.Computed?.Values ?? []).SelectMany(v => v.Remarks).Distinct().Order().Select(r => reading.Words.Derived.Sentence(r));
        return basis.Concat(remarks).Select(text => new Note(text, reading.Language));
    }

    /// <summary>Day and publisher of the one population that all values are divided by; that there are several where the latest are; null for other measures.</summary>
    public static string? Basis(Reading reading, Measure measure, IReadOnlyList<MeasuredSeries> series)
    {
        var populations = measure == Measure.PerThousand ? Denominators(Divisors(series)) : [];
        return populations is [var only]
            ? reading.Fill(reading.Words.Indicator.PerInhabitantsBasis, reading.Day(only.Observation.Period.End), reading.Stand.Feeds.GetValueOrDefault(only.Key.Feed)?.Publisher ?? only.Key.Feed)
            : HaveOnePopulation(measure, series) ? null : reading.Words.Indicator.PerInhabitantsOwnBasis;
    }

    /// <summary>
    /// Whether the values of the latest period that all share were divided by one population, counted alike on one day: else they are not ranked. True for other
    /// measures, and where no period is shared.
    /// </summary>
    public static bool HaveOnePopulation(Measure measure, IReadOnlyList<MeasuredSeries> series)
    {
        var shared = measure == Measure.PerThousand ? SharedPeriods.Of(series.Select(s => s.Shown.Series.Observations.Where(o => o.Value is not null))) : [];
        return shared.Count == 0 || Denominators(Divisors(series).Where(d => d.Value.Period == shared[^1])).Length == 1;
    }

    private static Part[] Denominators(IEnumerable<(MeasuredSeries Series, Computed Value, Part Part)> divisors) =>
        [.. divisors.Select(d => d.Part).DistinctBy(p => (p.Key.Variant, p.Observation.Period))];

    private static IEnumerable<string> Populations(Reading reading, IReadOnlyList<MeasuredSeries> series)
    {
        var words = reading.Words.Compare;
        var groups = Divisors(series).GroupBy(d => (d.Part.Observation.Period, d.Part.Key.Variant)).ToArray();
        return groups.Length > MostPopulations ? [words.PopulationsNote] : groups.Select(g => reading.Fill(
            words.PopulationNote,
            Who(reading, [.. g.Select(d => d.Series)], series),
            Span(reading, [.. g.Select(d => d.Value.Period)]),
            reading.Day(g.Key.Period.End),
            reading.VariantName(g.Key.Variant)));
    }

    private static IEnumerable<string> Keys(Reading reading, IReadOnlyList<MeasuredSeries> series)
    {
        string[] said = [.. series.SelectMany(s => s.Keys.Select(k => $"{reading.RegionName(s.From.Region)} {PeriodText.Label(k.Key, reading.Language)}: {KeyText(reading, k.Value)}"))];
        return said.Length == 0 ? [] : [reading.Fill(reading.Words.Compare.KeyNote, string.Join("; ", said))];
    }

    private static string KeyText(Reading reading, Part key) =>
        reading.Value(key.Observation, reading.Catalogue.Variant(key.Key.Variant)?.Decimals ?? 0, DerivedUnit.Percent);

    private static IEnumerable<string> Bases(Reading reading, IReadOnlyList<MeasuredSeries> series) =>
        Values(series).Where(v => v.Value.Parts.Count > 0)
            .Select(v => v.Value.Parts[0].Observation.Period).Distinct()
            .Select(p => reading.Fill(reading.Words.Compare.BaseNote, PeriodText.Label(p, reading.Language)));

    private static IEnumerable<string> Places(Reading reading, IReadOnlyList<MeasuredSeries> series) =>
        Divisors(series).GroupBy(d => d.Part.Key.Indicator)
            .Select(g => reading.Fill(reading.Words.Compare.PlacesNote, $"{reading.IndicatorName(g.Key)} ({string.Join(", ", g.Select(d => reading.RegionName(d.Series.From.Region)).Distinct())})"));

    /// <summary>What each value was divided by.</summary>
    private static IEnumerable<(MeasuredSeries Series, Computed Value, Part Part)> Divisors(IReadOnlyList<MeasuredSeries> series) =>
        Values(series).Where(v => v.Value is { Value: not null, Parts.Count: 2 }).Select(v => (v.Series, v.Value, v.Value.Parts[1]));

    private static IEnumerable<(MeasuredSeries Series, Computed Value)> Values(IReadOnlyList<MeasuredSeries> series) =>
        series.SelectMany(s => (s.Computed?.Values ?? []).Select(v => (s, v)));

    private static string Who(Reading reading, IReadOnlyList<MeasuredSeries> some, IReadOnlyList<MeasuredSeries> all)
    {
        string[] regions = [.. some.Select(s => s.From.Region).Distinct()];
        return regions.Length == all.DistinctBy(s => s.From.Region).Count() ? reading.Words.Indicator.AllShown : string.Join(", ", regions.Select(reading.RegionName));
    }

    private static string Span(Reading reading, IReadOnlyList<Period> periods)
    {
        var (first, last) = (PeriodText.Label(periods.Min(), reading.Language), PeriodText.Label(periods.Max(), reading.Language));
        return first == last ? first : $"{first} – {last}";
    }
}
