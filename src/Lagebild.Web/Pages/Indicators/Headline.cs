using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// The finding above a chart, by rule: of several regions the one with most at the latest period they share, of two both, of one its latest
/// value and the change on the year. Only regions of one level (<see cref="Ranked"/>) and values without a flag are compared; a flagged one is stated with
/// its word. What is not the whole (a breakdown, a count of a part) is named first, and so are ratios, which each have their own noun.
/// </summary>
public sealed class Headline(Reading reading, FigureContent content, IReadOnlyList<DateOnly> breaks)
{
    /// <summary>More regions than this are counted, not named.</summary>
    private const int MostNamed = 3;

    private readonly Indicator _indicator = content.Indicator;

    private readonly Variant _variant = content.Variant;

    /// <summary>The series whose values the sentence states or compares.</summary>
    private IReadOnlyList<ShownSeries> _stated = [];

    /// <summary>True where the sentence states a change, which is computed.</summary>
    public bool IsComputed { get; private set; }

    private HeadlineWords Words => reading.Words.Headline;

    /// <summary>One sentence without full stop.</summary>
    public string Of(IReadOnlyList<ShownSeries> series)
    {
        if (content.Others.Count > 0)
        {
            return Names(series);
        }

        var ranked = Ranked.Of(reading.Catalogue, series).Series;
        var sentence = AsPress(Tidy(Sentence(ranked)));
        return Label(ranked) is { Length: > 0 } label ? $"{Capital(label)}: {(reading.Language == "pl" ? sentence : Capital(sentence))}" : Capital(sentence);
    }

    /// <summary>Of several indicators none is more or less than another: what is shown, and where.</summary>
    private string Names(IReadOnlyList<ShownSeries> series)
    {
        string[] regions = [.. series.Select(Region).Distinct()];
        var what = string.Join("; ", content.Others.Prepend(_indicator).Select(i => reading.IndicatorName(i.Code)));
        return $"{what}: {(regions.Length <= MostNamed ? string.Join(", ", regions) : reading.Fill(reading.Words.Indicator.Covered, regions.Length))}";
    }

    /// <summary>Without the gap an empty place leaves.</summary>
    private static string Tidy(string sentence) => sentence.Replace("  ", " ", StringComparison.Ordinal).Trim();

    private string Capital(string text) => char.ToUpper(text[0], Languages.Culture(reading.Language)) + text[1..];

    private string Sentence(IReadOnlyList<ShownSeries> series)
    {
        var shared = AtSharedPeriod(series);
        _stated = [.. shared.Select(s => s.Series)];
        return shared.Count switch
        {
            2 => Two(shared),
            > 2 => Most(shared),
            _ => One(series),
        };
    }

    /// <summary>What the sentence is about where it is not simply the count of the indicator; empty where it is.</summary>
    private string Label(IReadOnlyList<ShownSeries> series)
    {
        string?[] parts = [IsRatio ? reading.IndicatorName(_indicator.Code) : null, DerivedUnit.IsRate(_variant.Unit) ? null : content.Measured, _variant.Part ? reading.VariantName(_variant.Code) : null, .. Codes(series[0].Series.Key.Breakdown)];
        return string.Join(", ", parts.Where(p => p is not null));
    }

    private IEnumerable<string> Codes(string breakdown) =>
        Breakdown.Parse(breakdown)?.Parts.Select(p => reading.CodeName(p.Key, p.Value).Plain()) ?? [];

    /// <summary>With the word for press reports; where only some of the values are from them, with the names of their regions.</summary>
    private string AsPress(string sentence)
    {
        ShownSeries[] told = [.. _stated.Where(s => reading.IsPress(s.Series.Key.Feed))];
        var whose = told.Length == _stated.Count || told.Length > MostNamed ? "" : string.Join(", ", told.Select(Region)) + ": ";
        return told.Length == 0 ? sentence : reading.Fill(Words.Flagged, sentence, whose + reading.Words.Indicator.Press);
    }

    private bool IsShare => reading.IsPercent(_variant.Unit);

    /// <summary>Shares, rates of change, quotas and values per inhabitant: nothing that is counted.</summary>
    private bool IsRatio => IsShare || DerivedUnit.IsDerived(_variant.Unit);

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
        reading.Fill(!AllHavePlaces(shared) ? Words.TwoNamed : IsRatio ? Words.TwoRatio : Words.Two, Region(shared[0].Series), WithUnit(shared[0].Observation), Region(shared[1].Series), Value(shared[1].Observation), When(shared[0].Observation), Place(shared[0].Series) ?? "", Place(shared[1].Series) ?? "");

    private string Most(IReadOnlyList<(ShownSeries Series, Observation Observation)> shared) => shared[0].Observation.Value == shared[1].Observation.Value
        ? One([shared[0].Series])
        : reading.Fill(!AllHavePlaces(shared.Take(1)) ? Words.MostNamed : IsRatio ? Words.MostRatio : Words.Most, Region(shared[0].Series), When(shared[0].Observation), WithUnit(shared[0].Observation), reading.Fill(Words.Regions, shared.Count), Place(shared[0].Series) ?? "");

    private string One(IReadOnlyList<ShownSeries> series)
    {
        var latest = series
            .Select(s => (Series: s, Observation: s.Series.Observations.LastOrDefault(o => o.Value is not null)))
            .OrderByDescending(s => s.Observation?.Period.End)
            .First();
        _stated = [latest.Series];
        return latest.Observation is { } observation ? Flagged(OneValue(latest.Series, observation), observation) : reading.Fill(Words.Nothing, Region(latest.Series));
    }

    private string OneValue(ShownSeries series, Observation latest)
    {
        var change = IsRatio || series.IsComputed ? null : Change.OnYear(series.Series, _variant, _indicator.Kind, latest, breaks);
        IsComputed = change?.PercentTenths is not null;
        var sentence = change is { PercentTenths: { } tenths }
            ? reading.Fill(Phrase(change.Direction), Region(series), When(latest), WithUnit(latest), NumberFormat.Percent(Math.Abs(tenths), 1, reading.Language), Place(series) ?? "")
            : reading.Fill(IsRatio ? Words.OneRatio : Words.One, Region(series), When(latest), WithUnit(latest), "", Place(series) ?? "");
        return Place(series) is null ? $"{Region(series)}: {Tidy(sentence)}" : sentence;
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

    private bool AllHavePlaces(IEnumerable<(ShownSeries Series, Observation Observation)> some) => some.All(s => Place(s.Series) is not null);

    /// <summary>The region as an adverb (in Hamburg, w Pomorskiem); null where the catalogue has none: a name alone does not tell how it is said.</summary>
    private string? Place(ShownSeries series) =>
        reading.Text(CatalogueKind.Region, series.Region, "in") is { } text && text.Language == reading.Language ? text.Plain() : null;

    private string When(Observation observation) => PeriodText.When(observation.Period, reading.Language);

    private string Value(Observation observation) => reading.Value(observation.Value!.Value, _variant.Decimals, _variant.Unit);

    private string WithUnit(Observation observation) => reading.ValueWithUnit(observation.Value!.Value, _variant.Decimals, _variant.Unit);
}

/// <summary>
/// The series of one level, which may be ranked and drawn as bars together: the level with most regions, of several the outermost. Among districts a Land without
/// districts of its own is one of them.
/// </summary>
public sealed record Ranked(IReadOnlyList<ShownSeries> Series, IReadOnlyList<ShownSeries> Apart)
{
    /// <summary>Splits the series of a figure; those of another level stand apart, in their order.</summary>
    public static Ranked Of(Catalogue.Catalogue catalogue, IReadOnlyList<ShownSeries> series)
    {
        var levels = series.ToLookup(s => catalogue.Region(s.Region)?.Level);
        var most = levels.OrderByDescending(l => l.Count()).ThenBy(l => l.Key).Select(l => l.Key).FirstOrDefault();
        var together = series.ToLookup(s => catalogue.Region(s.Region) is var region && (region?.Level == most || (most == RegionLevel.District && IsDistrictToo(catalogue, region))));
        return new([.. together[true]], [.. together[false]]);
    }

    private static bool IsDistrictToo(Catalogue.Catalogue catalogue, Region? region) =>
        region?.Level == RegionLevel.Land && !catalogue.RegionsIn(region.Code).Any(r => r.Level == RegionLevel.District);
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
