using System.Globalization;
using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>What a figure is to show: series that may share one axis, with all that is to be known of them.</summary>
public sealed record FigureContent
{
    public required Indicator Indicator { get; init; }

    /// <summary>Gives unit, decimals and rounding of the values as shown.</summary>
    public required Variant Variant { get; init; }

    public required SelectedValues Values { get; init; }

    /// <summary>Null: as suits.</summary>
    public ChartKind? Kind { get; init; }

    /// <summary>What was computed of the values, in words; null for the values themselves.</summary>
    public string? Measured { get; init; }

    /// <summary>What the computation rests on, for the end of the sub-line; null for nothing.</summary>
    public string? Basis { get; init; }

    /// <summary>Other indicators that some of the series are of; empty where all are of <see cref="Indicator"/>.</summary>
    public IReadOnlyList<Indicator> Others { get; init; } = [];

    /// <summary>What the series are parts of, one for each region: then they are drawn as stacked bars. Empty where they are wholes.</summary>
    public IReadOnlyList<ShownSeries> Wholes { get; init; } = [];

    /// <summary>False where bars stand in the order given, since none is more or less than another.</summary>
    public bool IsRanked { get; init; } = true;

    /// <summary>Stands above the figure instead of the finding; null: the finding.</summary>
    public string? Headline { get; init; }

    /// <summary>What is to be noted besides breaks, signs and gaps.</summary>
    public IReadOnlyList<Note> Notes { get; init; } = [];
}

/// <summary>From selected values to the figure a page shows.</summary>
public sealed class FigureBuilder(Reading reading)
{
    /// <summary>Null where the selection holds no series. <paramref name="id"/> is unique on the page.</summary>
    public IndicatorFigure? Build(string id, Indicator indicator, SelectedValues values, SelectionQuery query)
    {
        if (values.Series.Count == 0 || reading.Catalogue.Variant(values.Selection.Variant) is not { } counted)
        {
            return null;
        }

        var (shown, variant) = WholeNumbers.Of(reading.Catalogue, values, counted);
        var (figure, kind) = Build(id, new() { Indicator = indicator, Variant = variant, Values = shown, Kind = query.Kind });
        var pinned = Pinned(shown, query, kind);
        return figure with
        {
            Downloads = new DownloadLinks(reading, $"/indicators/{indicator.Code}", indicator.Code, pinned.ToAddress()),
            SvgHref = reading.Link($"/indicators/{indicator.Code}.svg", pinned.ToAddress()),
            PermanentHref = reading.Permanent($"/indicators/{indicator.Code}", pinned.ToAddress()),
            CompareHref = reading.ToComparison(indicator.Code, pinned.Regions, breakdown: query.Breakdown),
            DailyHref = values.IsThinned ? reading.Link($"/indicators/{indicator.Code}", (pinned with { Frequency = values.Selection.Frequency }).ToAddress()) : null,
        };
    }

    /// <summary>The figure, without addresses of its own, and the kind it is drawn as.</summary>
    public (IndicatorFigure Figure, ChartKind Kind) Build(string id, FigureContent content)
    {
        var values = content.Values.Explained(reading.Catalogue);
        var kind = KindOf(content);
        var areBars = kind is ChartKind.Bar or ChartKind.Ranking;
        var ranked = Ranked.Of(reading.Catalogue, values.Series);
        var drawn = areBars ? Bars.Of(ranked.Series) : new Bars(values.Series, DatesDiffer: false);
        var breaks = FigureNotes.BreaksIn(reading, values);
        var headline = new Headline(reading, content, [.. breaks.Select(b => b.Day)]);
        var sentence = content.Headline ?? headline.Of(WithValues(values.Series));
        var notes = FigureNotes.Of(reading, values, breaks, drawn.DatesDiffer, headline.IsComputed).With([.. content.Notes, .. areBars ? Apart(ranked.Apart, content.Variant) : []]);
        var spec = (Spec(id, sentence, content, drawn, notes) with { Breaks = FigureNotes.ChartBreaks(reading, breaks, drawn.Series) }).AsCounted();
        var listed = WithWholes(values, content);
        var figure = new IndicatorFigure
        {
            Chart = new SeriesChart(areBars ? (content.IsRanked ? spec.Ranked() : spec) with { SubLine = SubLine(content, LastOf(drawn)) } : FigureKinds.Fitted(spec, kind), kind),
            Values = WithWholes(content.Values, content),
            Variant = content.Variant,
            Notes = notes.Notes,
            BreakNotes = breaks.Count,
            Feeds = Feeds(values),
            Table = FigureTable.Of(reading, listed, content.Variant, SubLine(content, PeriodsOf(values)), showsGaps: !areBars && !spec.IsSparse),
            SvgHref = "",
            PermanentHref = "",
            IndicatorHref = reading.Link($"/indicators/{content.Indicator.Code}"),
        };
        return (figure, kind);
    }

    private static SelectedValues WithWholes(SelectedValues values, FigureContent content) =>
        content.Wholes.Count == 0 ? values : values with { Series = [.. content.Wholes, .. values.Series] };

    /// <summary>A ranking of what is not ranked gives way to bars.</summary>
    private ChartKind KindOf(FigureContent content)
    {
        var kind = content.Wholes.Count > 0 ? content.Kind!.Value : FigureKinds.Of(reading.Catalogue, content.Values, content.Kind);
        return kind == ChartKind.Ranking && !content.IsRanked ? ChartKind.Bar : kind;
    }

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

    private ChartSpec Spec(string id, string headline, FigureContent content, Bars drawn, FigureNotes notes) => new()
    {
        Id = id,
        Language = reading.Language,
        Headline = headline,
        SubLine = SubLine(content, PeriodsOf(content.Values)),
        Unit = reading.UnitName(content.Variant.Unit),
        Decimals = content.Variant.Decimals,
        IsPercent = reading.IsPercent(content.Variant.Unit),
        Series = [.. drawn.Series.Select(s => Line(s, content.Variant, drawn.Series.Count(o => o.Region == s.Region) == 1))],
        Targets = content.Measured is null ? [.. Targets(content)] : [],
        Wholes = [.. content.Wholes.Select(w => Line(w, content.Variant, isOnlyOfRegion: false) with { Group = reading.RegionName(w.Region) })],
        Rounding = content.Variant.RoundedTo > 1 ? content.Variant.RoundedTo * (long)Math.Pow(10, content.Variant.Decimals) : 1,
        Notes = [.. notes.Notes.Select(n => n.Plain)],
        Source = string.Join("; ", Feeds(content.Values).Select(f => f.Press ? $"{f.Publisher}, {reading.Words.Indicator.Press}" : f.Publisher)),
        Stand = reading.Fill(reading.Words.Site.Stand, reading.Stand.Release.Number, reading.Day(reading.Stand.Release.PublishedUtc)),
        GapDays = content.Values.IsThinned ? LongestStep(content.Values.Frequency) : null,
    };

    /// <summary>The last reported days of two months in a row are at most this far apart.</summary>
    private static int LongestStep(Frequency frequency) => frequency == Frequency.Weekly ? 13 : 61;

    private ChartSeries Line(ShownSeries series, Variant variant, bool isOnlyOfRegion) => new()
    {
        Name = series.Part ?? series.Name ?? reading.RegionName(series.Region),
        Group = series.Part is null ? null : reading.RegionName(series.Region),
        Label = isOnlyOfRegion ? reading.Catalogue.Region(series.Region)?.Label : null,
        Points = [.. series.Series.Observations.Select(o => Point(series, o, variant))],
    };

    private ChartPoint Point(ShownSeries series, Observation o, Variant variant) => new()
    {
        Period = o.Period,
        Value = o.Value,
        Written = o.Value is null || !DerivedUnit.IsDerived(variant.Unit) ? null : reading.Value(o, variant.Decimals, variant.Unit),
        Status = o.Status,
        Confidentiality = o.Confidentiality,
        MissingReason = o.MissingReason,
        Href = reading.Origin(series, o.Period),
    };

    private IEnumerable<ChartTarget> Targets(FigureContent content) => reading.Catalogue.Targets
        .Where(t => t.Indicator == content.Indicator.Code && t.Variant == content.Variant.Code && IsMeasuredBy(t, content.Variant, content.Values.Breakdown))
        .Where(t => content.Values.Series.Any(s => s.Region == t.Region))
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

    /// <summary>Those of the series first, then those of what else their values were computed from.</summary>
    private IReadOnlyList<Feed> Feeds(SelectedValues values) =>
        [.. values.Series.Select(s => s.Series.Key).Concat(values.Series.SelectMany(s => s.Parts.Values).SelectMany(parts => parts).Select(p => p.Key))
            .Select(k => k.Feed).Distinct().Select(f => reading.Stand.Feeds.GetValueOrDefault(f)).OfType<Feed>()];

    /// <summary>What, how counted, of whom, unit, span.</summary>
    private string SubLine(FigureContent content, IReadOnlyList<Period> periods)
    {
        var values = content.Values;
        string?[] parts =
        [
            reading.IndicatorName(content.Indicator.Code),
            .. content.Others.Select(i => reading.IndicatorName(i.Code)),
            content.Measured,
            values.Breakdown.Length == 0 ? null : reading.BreakdownName(values.Breakdown),
            values.Series.Select(s => s.Region).Distinct().ToArray() is [var only] ? reading.RegionName(only) : null,
            reading.UnitName(content.Variant.Unit),
            values.IsComputed ? reading.Words.Site.Computed : null,
            Span(periods),
            content.Basis,
        ];
        return string.Join(", ", parts.Where(p => p is not null).Distinct());
    }

    private string Span(IReadOnlyList<Period> periods)
    {
        var (first, last) = (PeriodText.Label(periods[0], reading.Language), PeriodText.Label(periods[^1], reading.Language));
        return first == last ? first : string.Create(CultureInfo.InvariantCulture, $"{first}\u00a0– {last}");
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
