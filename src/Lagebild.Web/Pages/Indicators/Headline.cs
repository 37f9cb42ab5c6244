using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// The finding above a chart, by rule: of several regions the one with most at the latest period they share, of two both, of one its latest
/// value and the change on the year. Only values without a flag are compared; a flagged one is stated with its word.
/// </summary>
public sealed class Headline(Reading reading, Indicator indicator, Variant variant, IReadOnlyList<DateOnly> breaks)
{
    /// <summary>True where the sentence states a change, which is computed.</summary>
    public bool IsComputed { get; private set; }

    private HeadlineWords Words => reading.Words.Headline;

    /// <summary>One sentence without full stop.</summary>
    public string Of(IReadOnlyList<ShownSeries> series)
    {
        var sentence = AsPress(series, Sentence(series));
        return char.ToUpper(sentence[0], Languages.Culture(reading.Language)) + sentence[1..];
    }

    private string Sentence(IReadOnlyList<ShownSeries> series)
    {
        var shared = AtSharedPeriod(series);
        return shared.Count switch
        {
            2 when !IsShare => Two(shared),
            >= 2 => Most(shared),
            _ => One(series),
        };
    }

    private string AsPress(IReadOnlyList<ShownSeries> series, string sentence) =>
        series.Any(s => reading.IsPress(s.Series.Key.Feed)) ? reading.Fill(Words.Flagged, sentence, reading.Words.Indicator.Press) : sentence;

    private bool IsShare => reading.IsPercent(variant.Unit);

    /// <summary>The values at the latest period for which every series has a plain value; empty where there is none, or a single series.</summary>
    private static IReadOnlyList<(ShownSeries Series, Observation Observation)> AtSharedPeriod(IReadOnlyList<ShownSeries> series)
    {
        var shared = SharedPeriods.Of(series.Select(s => s.Series.Observations.Where(IsPlain)));
        return series.Count < 2 || shared.Count == 0
            ? []
            : [.. series.Select(s => (s, s.Series.Observations.First(o => o.Period == shared[^1]))).OrderByDescending(s => s.Item2.Value)];
    }

    private static bool IsPlain(Observation o) => o is { Value: not null, Status: ObservationStatus.Normal, Confidentiality: ConfidentialityStatus.Free };

    private string Two(IReadOnlyList<(ShownSeries Series, Observation Observation)> shared) =>
        reading.Fill(Words.Two, Region(shared[0].Series), WithUnit(shared[0].Observation), Region(shared[1].Series), Value(shared[1].Observation), When(shared[0].Observation), Place(shared[0].Series), Place(shared[1].Series));

    private string Most(IReadOnlyList<(ShownSeries Series, Observation Observation)> shared) => shared[0].Observation.Value == shared[1].Observation.Value
        ? One([shared[0].Series])
        : reading.Fill(IsShare ? Words.MostShare : Words.Most, Region(shared[0].Series), When(shared[0].Observation), WithUnit(shared[0].Observation), reading.Fill(Words.Regions, shared.Count), Place(shared[0].Series));

    private string One(IReadOnlyList<ShownSeries> series)
    {
        var latest = series
            .Select(s => (Series: s, Observation: s.Series.Observations.LastOrDefault(o => o.Value is not null)))
            .OrderByDescending(s => s.Observation?.Period.End)
            .First();
        return latest.Observation is { } observation ? Flagged(OneValue(latest.Series, observation), observation) : reading.Fill(Words.Nothing, Region(latest.Series));
    }

    private string OneValue(ShownSeries series, Observation latest)
    {
        var change = IsShare || series.IsComputed ? null : Change.OnYear(series.Series, variant, indicator.Kind, latest, breaks);
        IsComputed = change?.PercentTenths is not null;
        return change is { PercentTenths: { } tenths }
            ? reading.Fill(Phrase(change.Direction), Region(series), When(latest), WithUnit(latest), NumberFormat.Percent(Math.Abs(tenths), 1, reading.Language), Place(series))
            : reading.Fill(IsShare ? Words.OneShare : Words.One, Region(series), When(latest), WithUnit(latest), "", Place(series));
    }

    private string Phrase(Direction direction) => direction switch
    {
        Direction.Up => Words.Up,
        Direction.Down => Words.Down,
        _ => Words.Unchanged,
    };

    private string Flagged(string sentence, Observation observation) =>
        reading.Words.Doubt(observation) is { } doubt ? reading.Fill(Words.Flagged, sentence, doubt) : sentence;

    private string Region(ShownSeries series) => reading.RegionName(series.Region);

    /// <summary>The region as an adverb (in Hamburg, w Pomorskiem); where the catalogue has none, a phrase that goes with any name.</summary>
    private string Place(ShownSeries series) =>
        reading.Text(CatalogueKind.Region, series.Region, "in") is { } text && text.Language == reading.Language ? text.Plain()
            : reading.Fill(reading.Catalogue.Region(series.Region)?.Level == RegionLevel.District ? Words.PlaceDistrict : Words.Place, Region(series));

    private string When(Observation observation) => PeriodText.When(observation.Period, reading.Language);

    private string Value(Observation observation) => reading.Value(observation.Value!.Value, variant.Decimals, variant.Unit);

    private string WithUnit(Observation observation) => reading.ValueWithUnit(observation.Value!.Value, variant.Decimals, variant.Unit);
}

/// <summary>Periods that several series have in common.</summary>
public static class SharedPeriods
{
    /// <summary>The periods that stand in every one of the lists, ascending; empty where there is no list.</summary>
    public static IReadOnlyList<Period> Of(IEnumerable<IEnumerable<Observation>> series)
    {
        HashSet<Period>? shared = null;
        foreach (var observations in series)
        {
            var periods = observations.Select(o => o.Period);
            shared = shared is null ? [.. periods] : [.. shared.Intersect(periods)];
        }

        return shared is null ? [] : [.. shared.Order()];
    }
}
