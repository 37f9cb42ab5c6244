using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Parts of one whole, stacked from zero: what the upright bars of periods and the level bars of groups have in common.</summary>
internal abstract class StackedPlot : SeriesPlot
{
    private readonly bool asShares;
    private readonly Fill[] fills;
    private readonly string patternId;

    protected StackedPlot(ChartSpec spec, bool asShares, IReadOnlyList<Stack> stacks, double width, string idPrefix)
        : base(spec, width, idPrefix)
    {
        this.asShares = asShares;
        Stacks = stacks;
        var names = Stack.Names(spec);
        fills = Fill.Of(spec, names);
        patternId = $"{idPrefix}-p";
        Key = new([.. names.Select((n, i) => fills[i].IsGrey ? null : n)], width, DrawSample);
        Values = asShares ? ValueAxis.Of(0, 100, wholeNumbers: true) : ValueAxis.Of(0, Stacks.Max(s => s.Length) / ValueAxis.Power(spec.Decimals), spec.Decimals == 0);
        Words = asShares ? ChartWords.ShareComputed(spec.Language) : ChartWords.Unit(spec.Unit, Values.Divisor, spec.Language);
    }

    protected IReadOnlyList<Stack> Stacks { get; }

    protected Key Key { get; }

    protected ValueAxis Values { get; }

    /// <summary>What the axis counts.</summary>
    protected string Words { get; }

    /// <summary>Upright for several periods, level for groups, or for one period.</summary>
    public static StackedPlot OfParts(ChartSpec spec, ChartKind kind, double width, double height, bool narrow, string idPrefix)
    {
        var asShares = kind == ChartKind.StackedShare;
        var periods = Shown.IsGrouped(spec) ? [] : Slots.Of(spec);
        var stacks = Stack.Of(spec, periods);
        return periods.Count > 1
            ? new StackedColumnPlot(spec, asShares, stacks, periods, width, height, narrow, idPrefix)
            : new StackedBarPlot(spec, asShares, stacks, width, narrow, idPrefix);
    }

    protected void DefineFills(Svg svg)
    {
        Fill.Define(svg, fills, patternId);
        if (Stacks.Any(s => s.State is StackState.Incomplete or StackState.Refused or StackState.Empty))
        {
            DefineHatch(svg);
        }

        if (Stacks.Any(s => s.State == StackState.Confidential))
        {
            DefineCrossed(svg);
        }
    }

    /// <summary>Whether the parts of a bar are drawn: shares only of a whole that is all there, parts never where they are none of it.</summary>
    protected bool IsDrawn(Stack stack) => asShares
        ? stack.State == StackState.Whole && stack.Sum > 0
        : stack.State is not (StackState.Refused or StackState.Empty) && (stack.State != StackState.Confidential || stack.Sum > 0);

    /// <summary>Whether nothing is left open.</summary>
    protected static bool IsWhole(Stack stack) => stack.State == StackState.Whole;

    /// <summary>Where the rest up to the whole lies on the axis; null where it must not, or cannot, be measured.</summary>
    protected double? Rest(Stack stack) => !asShares && stack.State == StackState.Incomplete && stack.Length > stack.Sum ? OnAxis(stack, stack.Length) : null;

    /// <summary>The parts that are drawn, each with its ends on the axis.</summary>
    protected IEnumerable<(int Index, ChartSeries Series, ChartPoint Point, double From, double To)> Drawn(Stack stack)
    {
        var sum = 0L;
        for (var i = 0; i < stack.Parts.Count; i++)
        {
            if (stack.Parts[i] is ({ } series, { IsDrawn: true } point))
            {
                yield return (i, series, point, OnAxis(stack, sum), OnAxis(stack, sum + point.Value!.Value));
                sum += point.Value.Value;
            }
        }
    }

    /// <summary>The value of a part as it is written in it, or its share.</summary>
    protected string PartText(Stack stack, ChartPoint point)
    {
        if (!asShares)
        {
            return ChartWords.Value(Spec, point);
        }

        var share = NumberFormat.Value((long)Math.Round(point.Value!.Value * 1000m / stack.Sum, MidpointRounding.AwayFromZero), 1, Spec.Language);
        return point.Status == Statistics.ObservationStatus.LowReliability ? $"({share})" : share;
    }

    /// <summary>Why a bar is not drawn, or not to its end.</summary>
    protected string Reason(Stack stack) => stack.State switch
    {
        StackState.Confidential => ChartWords.Confidential(Spec.Language),
        StackState.Empty => ChartWords.Missing(Spec.Language),
        StackState.Refused => ChartWords.PartsExceed(Spec.Language),
        StackState.Incomplete => ChartWords.PartMissing(Spec.Language),
        _ => asShares && stack.Sum == 0 ? ChartWords.Number(Spec, 0) : "",
    };

    /// <summary>A part as a link to its figure page.</summary>
    protected void DrawPart(Svg svg, (int Index, ChartSeries Series, ChartPoint Point, double From, double To) part, bool isLast, double x, double y, double width, double height)
    {
        var fill = fills[part.Index];
        svg.Open(fill.Look);
        var linked = OpenLink(svg, part.Series, part.Point, isLast);
        if (part.Point.IsHollow)
        {
            Fill.DrawHollow(svg, part.Point.IsExpected, x, y, width, height);
        }
        else
        {
            fill.Draw(svg, patternId, x, y, width, height);
        }

        if (fill.Look.IsRegion && Math.Min(width, height) >= 14)
        {
            Markers.Draw(svg, fill.Look.Marker, x + Math.Min(8, width / 2), y + (height / 2), hollow: true);
        }

        if (linked)
        {
            svg.Raw("</a>"u8);
        }

        svg.Close();
    }

    private double OnAxis(Stack stack, long value) => asShares ? value * 100.0 / stack.Sum : value / (double)ValueAxis.Power(Spec.Decimals);

    private void DrawSample(Svg svg, int part, double x, double y)
    {
        svg.Open(fills[part].Look);
        fills[part].Draw(svg, patternId, x + 3, y - 6, 22, 12);
        if (fills[part].Look.IsRegion)
        {
            Markers.Draw(svg, fills[part].Look.Marker, x + 14, y, hollow: true);
        }

        svg.Close();
    }
}
