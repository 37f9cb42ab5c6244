using System.Globalization;
using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>From selected values to the figure a page shows.</summary>
public sealed class FigureBuilder(Reading reading)
{
    /// <summary>The kinds that suit the series of one way of counting.</summary>
    public static IReadOnlyList<ChartKind> Kinds { get; } = [ChartKind.Line, ChartKind.Column, ChartKind.Bar];

    /// <summary>From this many periods on, values are drawn as lines unless asked otherwise; from two on as columns.</summary>
    private const int FewestForLine = 4;

    /// <summary>More series than this do not stand side by side in columns.</summary>
    private const int MostInColumns = 6;

    /// <summary>Null where the selection holds no series. <paramref name="id"/> is unique on the page.</summary>
    public IndicatorFigure? Build(string id, Indicator indicator, SelectedValues values, SelectionQuery query)
    {
        if (values.Series.Count == 0 || reading.Catalogue.Variant(values.Selection.Variant) is not { } variant)
        {
            return null;
        }

        (values, variant) = WholeNumbers.Of(reading.Catalogue, values, variant);
        var kind = query.Kind is { } asked && Kinds.Contains(asked) ? asked : KindOf(values);
        var ranked = Ranked.Of(reading.Catalogue, values.Series);
        var drawn = kind == ChartKind.Bar ? Bars.Of(ranked.Series) : new Bars(values.Series, DatesDiffer: false);
        var breaks = FigureNotes.BreaksIn(reading, values);
        var headline = new Headline(reading, indicator, variant, [.. breaks.Select(b => b.Day)]);
        var sentence = headline.Of(WithValues(values.Series));
        var notes = FigureNotes.Of(reading, values, breaks, drawn.DatesDiffer, headline.IsComputed).With(kind == ChartKind.Bar ? Apart(ranked.Apart, variant) : []);
        var spec = Spec(id, sentence, indicator, variant, values, drawn, notes).AsCounted();
        var pinned = Pinned(values, query, kind);
        return new IndicatorFigure
        {
            Chart = new SeriesChart(kind == ChartKind.Bar ? spec.Ranked() with { SubLine = SubLine(indicator, variant, values, LastOf(drawn)) } : spec, kind),
            Values = values,
            Variant = variant,
            Notes = notes.Notes,
            Feeds = Feeds(values),
            Table = FigureTable.Of(reading, values, variant, SubLine(indicator, variant, values, PeriodsOf(values)), showsGaps: kind != ChartKind.Bar && !spec.IsSparse),
            Downloads = new DownloadLinks(reading, indicator.Code, pinned.ToAddress()),
            SvgHref = reading.Link($"/indicators/{indicator.Code}.svg", pinned.ToAddress()),
            PermanentHref = reading.Permanent($"/indicators/{indicator.Code}", pinned.ToAddress()),
            DailyHref = values.IsThinned ? reading.Link($"/indicators/{indicator.Code}", (pinned with { Frequency = values.Selection.Frequency }).ToAddress()) : null,
            IndicatorHref = reading.Link($"/indicators/{indicator.Code}"),
        };
    }

    private static ChartKind KindOf(SelectedValues values)
    {
        var most = values.Series.Max(s => s.Series.Observations.Count);
        return IsForColumns(values, most) ? ChartKind.Column
            : values.Frequency != Frequency.Interval && most >= FewestForLine - (values.Series.Count > MostInColumns ? 1 : 0) ? ChartKind.Line
            : ChartKind.Bar;
    }

    /// <summary>Two or three periods of like length, so that the change can be seen.</summary>
    private static bool IsForColumns(SelectedValues values, int most) =>
        most is > 1 and < FewestForLine
        && values.Series.Count <= MostInColumns
        && PeriodsOf(values).Count < FewestForLine
        && (values.Frequency != Frequency.Interval || PeriodsOf(values).All(p => p.IsDay));

    /// <summary>Those with any value, since a sentence compares only them; all where none has one.</summary>
    private static IReadOnlyList<ShownSeries> WithValues(IReadOnlyList<ShownSeries> series) =>
        series.Where(s => s.Series.Observations.Any(o => o.Value is not null)).ToArray() is { Length: > 0 } some ? some : series;

    private static IReadOnlyList<Period> PeriodsOf(SelectedValues values) =>
        [.. values.Series.SelectMany(s => s.Series.Observations.Select(o => o.Period)).Distinct().Order()];

    private static IReadOnlyList<Period> LastOf(Bars drawn) => [.. drawn.Series.Select(s => s.Series.Observations[^1].Period).Distinct().Order()];

    /// <summary>The query that shows the same without anything left to be decided.</summary>
    private static SelectionQuery Pinned(SelectedValues values, SelectionQuery query, ChartKind kind) => query with
    {
        Regions = [.. values.Series.Select(s => s.Region)],
        Variant = values.Selection.Variant,
        Breakdown = values.Breakdown,
        Frequency = values.Frequency,
        Kind = kind,
    };

    private ChartSpec Spec(string id, string headline, Indicator indicator, Variant variant, SelectedValues values, Bars drawn, FigureNotes notes) => new()
    {
        Id = id,
        Language = reading.Language,
        Headline = headline,
        SubLine = SubLine(indicator, variant, values, PeriodsOf(values)),
        Unit = reading.UnitName(variant.Unit),
        Decimals = variant.Decimals,
        IsPercent = reading.IsPercent(variant.Unit),
        Series = [.. drawn.Series.Select(s => Line(s))],
        Breaks = notes.Breaks,
        Targets = [.. Targets(indicator, variant, values)],
        Notes = [.. notes.Notes.Select(n => n.Text)],
        Source = string.Join("; ", Feeds(values).Select(f => f.Press ? $"{f.Publisher}, {reading.Words.Indicator.Press}" : f.Publisher)),
        Stand = reading.Fill(reading.Words.Site.Stand, reading.Stand.Release.Number, reading.Day(reading.Stand.Release.PublishedUtc)),
        GapDays = values.IsThinned ? LongestStep(values.Frequency) : null,
    };

    /// <summary>The last reported days of two months in a row are at most this far apart.</summary>
    private static int LongestStep(Frequency frequency) => frequency == Frequency.Weekly ? 13 : 61;

    private ChartSeries Line(ShownSeries series) => new()
    {
        Name = reading.RegionName(series.Region),
        Label = reading.Catalogue.Region(series.Region)?.Label,
        Points = [.. series.Series.Observations.Select(o => Point(series, o))],
    };

    private ChartPoint Point(ShownSeries series, Observation o) => new()
    {
        Period = o.Period,
        Value = o.Value,
        Status = o.Status,
        Confidentiality = o.Confidentiality,
        MissingReason = o.MissingReason,
        Href = reading.Origin(series, o.Period),
    };

    private IEnumerable<ChartTarget> Targets(Indicator indicator, Variant variant, SelectedValues values) => reading.Catalogue.Targets
        .Where(t => t.Indicator == indicator.Code && t.Variant == variant.Code && IsMeasuredBy(t, variant, values.Breakdown))
        .Where(t => values.Series.Any(s => s.Region == t.Region))
        .Select(t => new ChartTarget { Name = reading.Name(CatalogueKind.Target, t.Code).Plain(), Value = t.Value, Due = t.Due, Set = t.Set });

    /// <summary>Whether what is shown is what a target is set for: its breakdown, or a total whose only part that is.</summary>
    private static bool IsMeasuredBy(Target target, Variant variant, string breakdown) => target.Breakdown == breakdown
        || (breakdown.Length == 0 && Breakdown.Parse(target.Breakdown) is { } parts && parts.Parts.Count == variant.AddUpTo.Count
            && parts.Parts.All(p => variant.AddUpTo.TryGetValue(p.Key, out var codes) && codes is [var only] && only == p.Value));

    /// <summary>What regions of another level count, said in words beside the bars.</summary>
    private IEnumerable<Note> Apart(IReadOnlyList<ShownSeries> apart, Variant variant)
    {
        var latest = apart.Select(s => (s.Region, Observation: s.Series.Observations.LastOrDefault(o => o.Value is not null))).Where(s => s.Observation is not null);
        string[] said = [.. latest.Select(s => $"{reading.RegionName(s.Region)} {reading.Value(s.Observation!.Value!.Value, variant.Decimals, variant.Unit)} ({PeriodText.Label(s.Observation.Period, reading.Language)})")];
        return said.Length == 0 ? [] : [new(reading.Fill(reading.Words.Indicator.NoteApart, string.Join("; ", said)), reading.Language)];
    }

    private IReadOnlyList<Feed> Feeds(SelectedValues values) =>
        [.. values.Series.Select(s => s.Series.Key.Feed).Distinct().Select(f => reading.Stand.Feeds.GetValueOrDefault(f)).OfType<Feed>()];

    /// <summary>What, how counted, of whom, unit, span.</summary>
    private string SubLine(Indicator indicator, Variant variant, SelectedValues values, IReadOnlyList<Period> periods)
    {
        string?[] parts =
        [
            reading.IndicatorName(indicator.Code),
            values.Breakdown.Length == 0 ? null : reading.BreakdownName(values.Breakdown),
            values.Series.Count == 1 ? reading.RegionName(values.Series[0].Region) : null,
            reading.UnitName(variant.Unit),
            values.IsComputed ? reading.Words.Site.Computed : null,
            Span(periods),
        ];
        return string.Join(", ", parts.Where(p => p is not null));
    }

    private string Span(IReadOnlyList<Period> periods)
    {
        var (first, last) = (PeriodText.Label(periods[0], reading.Language), PeriodText.Label(periods[^1], reading.Language));
        return first == last ? first : string.Create(CultureInfo.InvariantCulture, $"{first} – {last}");
    }
}

/// <summary>The series cut back to the latest period they share, so that bars stand for the same day; where they share none, each with its latest.</summary>
public sealed record Bars(IReadOnlyList<ShownSeries> Series, bool DatesDiffer)
{
    public static Bars Of(IReadOnlyList<ShownSeries> series)
    {
        var shared = SharedPeriods.Of(series.Select(s => s.Series.Observations));
        return shared.Count > 0
            ? new([.. series.Select(s => UpTo(s, shared[^1]))], DatesDiffer: false)
            : new(series, DatesDiffer: true);
    }

    private static ShownSeries UpTo(ShownSeries series, Period last) =>
        series with { Series = series.Series with { Observations = [.. series.Series.Observations.Where(o => o.Period <= last)] } };
}
