using System.Buffers;
using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>What is not simply a value.</summary>
internal enum SignKind
{
    Provisional,
    Unfinished,
    Forecast,
    Estimated,
    LowReliability,
    LessThanHalf,
    Missing,
    NotWhole,
    Confidential,
    Interval,
    Break,
    Target,
    Grey,
    Occupied,
    Over,
    Nominal,
    Usable,
    AllPlaces,
    Left,
    Class,
}

/// <summary>A sign that occurs in a chart.</summary>
public sealed record ChartSign
{
    internal SignKind Kind { get; init; }

    /// <summary>Colour of a class of a map; null for other signs.</summary>
    internal Style? Tone { get; init; }

    /// <summary>Whether it stands for bars, not for lines and marks.</summary>
    internal bool IsOfBars { get; init; }

    /// <summary>What it means, in the language of the chart.</summary>
    public required string Words { get; init; }

    /// <summary>The sign as a small inline SVG, hidden from screen readers: the words say it.</summary>
    public string Svg
    {
        get
        {
            var output = new ArrayBufferWriter<byte>();
            var svg = new Svg(output, standalone: false);
            svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart sign\" viewBox=\"0 0 28 14\" width=\"28\" height=\"14\" aria-hidden=\"true\">"u8);
            Draw(svg);
            svg.Raw("</svg>"u8);
            return Encoding.UTF8.GetString(output.WrittenSpan);
        }
    }

    /// <summary>Draws the sign at the origin, 28 x 14 units.</summary>
    internal void Draw(Svg svg)
    {
        svg.Open(Kind == SignKind.Grey ? Look.Grey : Look.OneMeasure);
        switch (Kind)
        {
            case SignKind.Provisional or SignKind.Unfinished when IsOfBars:
                svg.Rectangle(Style.Hollow, 3, 2, 22, 10);
                break;
            case SignKind.Forecast or SignKind.Estimated when IsOfBars:
                svg.Rectangle(Style.DottedBar, 3, 2, 22, 10);
                break;
            case SignKind.Interval when IsOfBars:
                svg.Rectangle(Style.Bar, 1, 5, 16, 9);
                svg.Rectangle(Style.Bar, 19, 2, 8, 12);
                break;
            case SignKind.Break when IsOfBars:
                svg.Path(Style.Break, 14, 0, "v14"u8);
                break;
            case SignKind.NotWhole:
                svg.Rectangle(Style.Bar, 1, 2, 13, 10);
                svg.Path(Style.HatchLine, 15, 12, "l10-10m-5 10l7-7m-12 2l5-5"u8);
                break;
            case SignKind.Provisional or SignKind.Unfinished:
                svg.Path(Style.Line, 1, 7, "h13"u8);
                svg.Circle(Style.Hollow, 18, 7, 4.2);
                break;
            case SignKind.Forecast or SignKind.Estimated:
                svg.Path(Style.Dots, 2, 7, "h14"u8);
                svg.Circle(Style.Hollow, 22, 7, 4.2);
                break;
            case SignKind.LowReliability:
                svg.Circle(Style.Mark, 14, 7, 4);
                svg.Path(Style.Bracket, 7, 1, "q-4 6 0 12m14 0q4-6 0-12"u8);
                break;
            case SignKind.LessThanHalf:
                svg.Text(Style.Axis, 14, 11.5, "<½", Anchor.Middle);
                break;
            case SignKind.Missing:
                svg.Path(Style.HatchLine, 1.5, 13.5, "l13-13m-8 13l13-13m-8 13l13-13m-8 13l8-8m-20 2l6-6"u8);
                break;
            case SignKind.Confidential:
                svg.Circle(Style.Outline, 14, 7, 6.2);
                svg.Path(Style.Outline, 9.8, 11.2, "l8.4-8.4"u8);
                break;
            case SignKind.Interval:
                svg.Path(Style.Line, 1, 7, "h10"u8);
                svg.Circle(Style.Mark, 21, 7, 4);
                break;
            case SignKind.Break:
                svg.Path(Style.Line, 1, 9, "h10m6-4h10"u8);
                svg.Path(Style.Break, 14, 0, "v14"u8);
                break;
            case SignKind.Target:
                svg.Path(Style.Reference, 1, 7, "h26"u8);
                break;
            case SignKind.Grey:
                svg.Path(Style.GreyLine, 1, 7, "h26"u8);
                break;
            default:
                DrawArea(svg);
                break;
        }

        svg.Close();
    }

    /// <summary>Signs of places and maps.</summary>
    private void DrawArea(Svg svg)
    {
        switch (Kind)
        {
            case SignKind.Occupied:
                svg.Rectangle(Style.Bar, 1, 1, 26, 12);
                break;
            case SignKind.Over:
                svg.Path(Style.OverBar, 1, 2.5, "h26m-26 4.5h26m-26 4.5h26"u8);
                break;
            case SignKind.Nominal:
                svg.Path(Style.Reference, 1, 1, "h26v12h-26z"u8);
                break;
            case SignKind.Usable or SignKind.AllPlaces:
                svg.Path(Style.Reference, 14, 0, "v14"u8);
                break;
            case SignKind.Left:
                svg.Rectangle(Style.Light, 1, 1, 26, 12);
                break;
            default:
                svg.Rectangle(Tone!, 1, 1, 26, 12);
                svg.Path(Style.Border, 1, 1, "h26v12h-26z"u8);
                break;
        }
    }
}

/// <summary>The key of signs.</summary>
public static class ChartSigns
{
    internal const double Width = 28;
    internal const double Height = 14;

    /// <summary>Only those that occur in this chart, each once, always in the same order.</summary>
    public static IReadOnlyList<ChartSign> Of(ChartSpec spec, ChartKind kind)
    {
        var shown = Shown.Of(spec, kind);
        var kinds = new SortedSet<SignKind>();
        if (kind is ChartKind.Stacked or ChartKind.StackedShare)
        {
            CollectStacks(shown, kinds);
        }
        else if (kind == ChartKind.GroupedBar && !Shown.IsGrouped(shown))
        {
            kinds.UnionWith(shown.Series.SelectMany(s => Shown.WithMissing(shown, s)).Select(Kind).OfType<SignKind>());
        }
        else if (kind is ChartKind.Bar or ChartKind.GroupedBar or ChartKind.Ranking or ChartKind.Slope)
        {
            kinds.UnionWith(shown.Series.SelectMany(s => s.Points).Select(Kind).OfType<SignKind>());
        }
        else
        {
            CollectOverTime(shown, kinds);
        }

        if (HasBreak(shown, kind))
        {
            kinds.Add(SignKind.Break);
        }

        if (spec.Targets.Count > 0 && HasTargets(kind))
        {
            kinds.Add(SignKind.Target);
        }

        if (GreyCount(shown, kind) > 0)
        {
            kinds.Add(SignKind.Grey);
        }

        return [.. kinds.Select(k => new ChartSign { Kind = k, IsOfBars = IsOfBars(kind), Words = Words(shown, kind, k) })];
    }

    /// <summary>The signs of values that are not plain, each once, in order.</summary>
    internal static IEnumerable<ChartSign> OfValues(IEnumerable<ChartValue> values, bool ofBars, string language) =>
        new SortedSet<SignKind>(values.Select(Kind).OfType<SignKind>()).Select(k => new ChartSign { Kind = k, IsOfBars = ofBars, Words = Words(k, language) });

    private static bool IsOfBars(ChartKind kind) => kind is ChartKind.Bar or ChartKind.Column or ChartKind.GroupedBar or ChartKind.Stacked or ChartKind.StackedShare;

    private static bool HasTargets(ChartKind kind) => kind is not (ChartKind.Slope or ChartKind.Stacked or ChartKind.StackedShare);

    /// <summary>Bars of one value each are not joined, so nothing is cut; two values are where a break lies between them.</summary>
    private static bool HasBreak(ChartSpec spec, ChartKind kind) => kind switch
    {
        ChartKind.Bar => false,
        ChartKind.GroupedBar => !Shown.IsGrouped(spec) && HasBreakInside(spec),
        ChartKind.Stacked or ChartKind.StackedShare => spec.Breaks.Count > 0 && !Shown.IsGrouped(spec) && Slots.Of(spec).Count > 1,
        ChartKind.Ranking or ChartKind.Slope => HasBreakInside(spec),
        _ => spec.Breaks.Count > 0,
    };

    private static bool HasBreakInside(ChartSpec spec) => Enumerable.Range(0, spec.Series.Count).Any(i =>
        spec.Series[i].Points.Count > 1 && Joins.BreakBetween(spec, i, spec.Series[i].Points[0].Period, spec.Series[i].Points[^1].Period) is not null);

    /// <summary>How many series, or parts, stay in the background.</summary>
    private static int GreyCount(ChartSpec spec, ChartKind kind) => kind switch
    {
        ChartKind.Bar or ChartKind.GroupedBar or ChartKind.Ranking or ChartKind.SmallMultiples => 0,
        ChartKind.Stacked or ChartKind.StackedShare => Fill.Of(spec, Stack.Names(spec)).Count(f => f.IsGrey),
        _ => Look.Of(spec).Count(l => l == Look.Grey),
    };

    /// <summary>A part of length zero is not seen, so nothing of it is explained.</summary>
    private static void CollectStacks(ChartSpec spec, SortedSet<SignKind> kinds)
    {
        foreach (var stack in Stack.Of(spec))
        {
            kinds.UnionWith(stack.Parts.Select(p => p.Point).OfType<ChartPoint>().Where(p => p.IsDrawn && p.Value != 0).Select(Kind).OfType<SignKind>());
            if (Kind(stack.State) is { } kind)
            {
                kinds.Add(kind);
            }
        }
    }

    private static SignKind? Kind(StackState state) => state switch
    {
        StackState.Confidential => SignKind.Confidential,
        StackState.Empty => SignKind.Missing,
        StackState.Incomplete or StackState.Refused => SignKind.NotWhole,
        _ => null,
    };

    private static void CollectOverTime(ChartSpec spec, SortedSet<SignKind> kinds)
    {
        for (var i = 0; i < spec.Series.Count; i++)
        {
            Collect(spec, i, kinds);
        }
    }

    private static void Collect(ChartSpec spec, int series, SortedSet<SignKind> kinds)
    {
        var points = spec.Series[series].Points;
        var mixed = points.Any(p => p.Period.Frequency != Frequency.Interval);
        for (var i = 0; i < points.Count; i++)
        {
            if (Kind(points[i]) is { } kind)
            {
                kinds.Add(kind);
            }

            if (mixed && points[i].Period.Frequency == Frequency.Interval)
            {
                kinds.Add(SignKind.Interval);
            }

            if (i > 0 && Joins.MissingBetween(spec, points[i - 1].Period, points[i].Period) > 0)
            {
                kinds.Add(SignKind.Missing);
            }
        }
    }

    internal static SignKind? Kind(ChartValue point) => point switch
    {
        { IsConfidential: true } => SignKind.Confidential,
        { IsDrawn: false } => SignKind.Missing,
        { Status: ObservationStatus.Forecast } => SignKind.Forecast,
        { Status: ObservationStatus.Estimated } => SignKind.Estimated,
        { Status: ObservationStatus.LowReliability } => SignKind.LowReliability,
        { Status: ObservationStatus.LessThanHalfUnit } => SignKind.LessThanHalf,
        { Unfinished: true } => SignKind.Unfinished,
        { Status: ObservationStatus.Provisional } => SignKind.Provisional,
        _ => null,
    };

    private static string Words(ChartSpec spec, ChartKind chart, SignKind kind) => kind switch
    {
        SignKind.NotWhole => ChartWords.NotWhole(spec.Language),
        SignKind.Interval when chart == ChartKind.Column => ChartWords.WideAsPeriod(spec.Language),
        SignKind.Grey => ChartWords.OthersInGrey(GreyCount(spec, chart), spec.Language),
        _ => Words(kind, spec.Language),
    };

    private static string Words(SignKind kind, string language) => kind switch
    {
        SignKind.Provisional => ChartWords.Provisional(language),
        SignKind.Unfinished => ChartWords.Unfinished(language),
        SignKind.Forecast => ChartWords.Forecast(language),
        SignKind.Estimated => ChartWords.Estimated(language),
        SignKind.LowReliability => ChartWords.LowReliability(language),
        SignKind.LessThanHalf => ChartWords.LessThanHalf(language),
        SignKind.Missing => ChartWords.MissingIsNotZero(language),
        SignKind.Confidential => ChartWords.Confidential(language),
        SignKind.Interval => ChartWords.Interval(language),
        SignKind.Break => ChartWords.Break(language),
        _ => ChartWords.Target(language),
    };
}
