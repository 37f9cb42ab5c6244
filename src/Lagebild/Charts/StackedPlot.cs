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
        Values = asShares ? ValueAxis.Of(0, 100, wholeNumbers: true) : ValueAxis.Of(0, Stacks.Max(s => s.Length) / ValueAxis.Power(spec.Decimals), spec.Decimals == 0).InFull;
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
        var stacks = Stack.Of(spec);
        return stacks.Count > 1 && !Shown.IsGrouped(spec)
            ? new StackedColumnPlot(spec, asShares, stacks, width, height, narrow, idPrefix)
            : new StackedBarPlot(spec, asShares, stacks, width, narrow, idPrefix);
    }

    protected void DefineFills(Svg svg)
    {
        Fill.Define(svg, fills, patternId);
        DefinePatterns(svg, Stacks.Any(s => s.State is StackState.Incomplete or StackState.Refused or StackState.Empty), Stacks.Any(s => s.State == StackState.Confidential));
    }

    /// <summary>Whether the parts of a bar are drawn: shares only of a whole that is all there, parts never where they are none of it.</summary>
    protected bool IsDrawn(Stack stack) => asShares
        ? stack.State == StackState.Whole && stack.Sum > 0
        : stack.State is not (StackState.Refused or StackState.Empty) && (stack.State != StackState.Confidential || stack.Sum > 0);

    /// <summary>Whether nothing is left open.</summary>
    protected static bool IsWhole(Stack stack) => stack.State == StackState.Whole;

    /// <summary>Where the rest up to the whole lies on the axis; null where it must not, or cannot, be measured.</summary>
    protected double? Rest(Stack stack) => !asShares && stack.State == StackState.Incomplete && stack.Length > stack.Sum ? OnAxis(stack, stack.Length) : null;

    /// <summary>Where the drawn parts of a bar end on the axis.</summary>
    protected double SumOf(Stack stack) => OnAxis(stack, stack.Sum);

    /// <summary>Where a bar with its rest ends on the axis.</summary>
    protected double LengthOf(Stack stack) => asShares ? 100 : OnAxis(stack, stack.Length);

    /// <summary>All bars, part by part, so that the marks of a part stand together; the place of a part follows from its bar and its two ends on the axis.</summary>
    protected void DrawParts(Svg svg, Func<int, double, double, (double X, double Y, double Width, double Height)> place)
    {
        var shown = Enumerable.Range(0, Stacks.Count).Where(i => IsDrawn(Stacks[i])).ToArray();
        var sums = new decimal[Stacks.Count];
        for (var part = 0; part < fills.Length; part++)
        {
            svg.Open(fills[part].Look);
            var last = Array.FindLast(shown, i => Stacks[i].Parts[part].Point is { IsDrawn: true });
            foreach (var i in shown)
            {
                if (Stacks[i].Parts[part] is ({ } series, { IsDrawn: true } point))
                {
                    var at = place(i, OnAxis(Stacks[i], sums[i]), OnAxis(Stacks[i], sums[i] += point.Value!.Value));
                    DrawPart(svg, part, series, point, PartText(Stacks[i], point), isLast: i == last || Stacks[i].Group is not null, at);
                }
            }

            svg.Close();
        }
    }

    /// <summary>The value of a part as it is written in it, or its share.</summary>
    private string PartText(Stack stack, ChartPoint point) =>
        asShares ? ChartWords.Share(point, stack.Sum, Spec.Language, withSign: false) : ChartWords.Value(Spec, point);

    /// <summary>Why a bar is not drawn, or not to its end.</summary>
    protected string Reason(Stack stack) => stack.State switch
    {
        StackState.Confidential => ChartWords.Confidential(Spec.Language),
        StackState.Empty => ChartWords.Missing(Spec.Language),
        StackState.Refused => ChartWords.PartsExceed(Spec.Language),
        StackState.Incomplete => ChartWords.PartMissing(Spec.Language),
        _ => asShares && stack.Sum == 0 ? ChartWords.Number(Spec, 0) : "",
    };

    /// <summary>A part as a link to its figure page, its value in it where there is room.</summary>
    private void DrawPart(Svg svg, int part, ChartSeries series, ChartPoint point, string text, bool isLast, (double X, double Y, double Width, double Height) at)
    {
        var fill = fills[part];
        var linked = OpenLink(svg, series, point, isLast);
        if (point.IsHollow)
        {
            DrawHollow(svg, point, at.X, at.Y, at.Width, at.Height);
        }
        else
        {
            fill.Draw(svg, patternId, at.X, at.Y, at.Width, at.Height);
        }

        DrawInside(svg, fill, point.IsHollow ? Style.AxisOverMarks : fill.Text, text, at);
        CloseLink(svg, linked);
    }

    /// <summary>The marker of a region, and the value, beside or below it; where there is room for one only the marker.</summary>
    private static void DrawInside(Svg svg, Fill fill, Style style, string text, (double X, double Y, double Width, double Height) at)
    {
        var (x, y) = (at.X + (at.Width / 2), at.Y + (at.Height / 2));
        var width = TextWidth.Of(text, AxisSize);
        var (beside, below) = (fill.Look.IsRegion && at.Width > width + 30, fill.Look.IsRegion && at.Height >= 36);
        if (fill.Look.IsRegion && Math.Min(at.Width, at.Height) >= 14)
        {
            var fits = width + 6 < at.Width;
            Markers.Draw(svg, fill.Look.Marker, beside ? at.X + 11 : x, !beside && below && fits ? y - 9 : y, hollow: true);
        }

        if (at.Height >= 16 && width + 6 < at.Width && (!fill.Look.IsRegion || beside || below))
        {
            svg.Text(style, beside ? x + 8 : x, y + HalfText + (!beside && below ? 9 : 0), text, Anchor.Middle);
        }
    }

    private double OnAxis(Stack stack, decimal value) => (double)(asShares ? value * 100 / stack.Sum : value / ValueAxis.Power(Spec.Decimals));

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
