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
    Confidential,
    Interval,
    Break,
    Target,
    Grey,
}

/// <summary>A sign that occurs in a chart.</summary>
public sealed record ChartSign
{
    internal SignKind Kind { get; init; }

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
            default:
                svg.Path(Style.GreyLine, 1, 7, "h26"u8);
                break;
        }

        svg.Close();
    }
}

/// <summary>The key of signs.</summary>
public static class ChartSigns
{
    internal const double Width = 28;
    internal const double Height = 14;

    /// <summary>Only those that occur in this chart, each once, always in the same order. Bars show the last value of each series, so only its sign, and say it beside the bar too.</summary>
    public static IReadOnlyList<ChartSign> Of(ChartSpec spec, ChartKind kind)
    {
        var kinds = new SortedSet<SignKind>();
        if (kind == ChartKind.Bar)
        {
            kinds.UnionWith(spec.Series.Where(s => s.Points.Count > 0).Select(s => Kind(s.Points[^1])).OfType<SignKind>());
        }
        else
        {
            CollectOverTime(spec, kinds);
        }

        if (spec.Targets.Count > 0)
        {
            kinds.Add(SignKind.Target);
        }

        return [.. kinds.Select(k => new ChartSign { Kind = k, Words = Words(spec, k) })];
    }

    private static void CollectOverTime(ChartSpec spec, SortedSet<SignKind> kinds)
    {
        for (var i = 0; i < spec.Series.Count; i++)
        {
            Collect(spec, i, kinds);
        }

        if (spec.Breaks.Count > 0)
        {
            kinds.Add(SignKind.Break);
        }

        if (spec.Series.Count > Look.MostInColour)
        {
            kinds.Add(SignKind.Grey);
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

    private static string Words(ChartSpec spec, SignKind kind) => kind switch
    {
        SignKind.Provisional => ChartWords.Provisional(spec.Language),
        SignKind.Unfinished => ChartWords.Unfinished(spec.Language),
        SignKind.Forecast => ChartWords.Forecast(spec.Language),
        SignKind.Estimated => ChartWords.Estimated(spec.Language),
        SignKind.LowReliability => ChartWords.LowReliability(spec.Language),
        SignKind.LessThanHalf => ChartWords.LessThanHalf(spec.Language),
        SignKind.Missing => ChartWords.MissingIsNotZero(spec.Language),
        SignKind.Confidential => ChartWords.Confidential(spec.Language),
        SignKind.Interval => ChartWords.Interval(spec.Language),
        SignKind.Break => ChartWords.Break(spec.Language),
        SignKind.Target => ChartWords.Target(spec.Language),
        _ => ChartWords.OthersInGrey(Look.Of(spec).Count(l => l == Look.Grey), spec.Language),
    };
}
