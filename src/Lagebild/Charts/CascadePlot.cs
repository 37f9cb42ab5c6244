namespace Lagebild.Charts;

/// <summary>
/// Bars below one another on one scale, name and count above each, under it who left. A step without a figure is a stub, never to scale; where a step is counted
/// otherwise than the one before, a dotted line and words stand between them.
/// </summary>
internal sealed class CascadePlot : Plot
{
    private const double BarHeight = 22;
    private const double LineHeight = 16;
    private const double BetweenSteps = 12;
    private const double NoteRoom = 24;
    private const double Least = 2;

    private readonly CascadeSpec spec;
    private readonly LinearScale x;
    private readonly List<Row> rows = [];

    public CascadePlot(CascadeSpec spec, double width, string idPrefix)
        : base(width, idPrefix)
    {
        this.spec = spec;
        var parts = CascadePart.Of(spec);
        x = new(0, Math.Max(1, parts.Max(p => (p.Step.Stays.IsDrawn ? p.Step.Stays.Value!.Value : 0) + (p.Left ?? 0))), 1, width - 1);
        double at = 0;
        foreach (var part in parts)
        {
            rows.Add(RowOf(part, at));
            at += rows[^1].Height;
        }

        Height = at - BetweenSteps + 6;
    }

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefinePatterns(svg, spec.Steps.Select(s => s.Stays));
        foreach (var row in rows)
        {
            DrawRow(svg, row);
        }
    }

    private Row RowOf(CascadePart part, double top)
    {
        var count = CascadeWords.Count(spec, part.Step.Stays);
        var noteRoom = part.Step.Note is null ? 0 : NoteRoom;
        var otherwise = part.Step.IsCountedOtherwise ? TextWidth.Lines(PlaceWords.CountedOtherwise(spec.Language), Width, AxisSize) : [];
        var names = TextWidth.Lines(part.Step.Name, Width - noteRoom - TextWidth.OfBold(count, TextSize) - 12, TextSize);
        var left = CascadeWords.Left(spec, part) is { } words ? TextWidth.Lines(words, Width - 4, AxisSize) : [];
        var head = top + (otherwise.Count == 0 ? 0 : (otherwise.Count * LineHeight) + 6);
        var bar = head + 6 + (names.Count * LineHeight);
        return new(part, count, otherwise, names, left, top, head, bar, bar + BarHeight + (left.Count * LineHeight) + BetweenSteps - top);
    }

    private void DrawRow(Svg svg, Row row)
    {
        DrawOtherwise(svg, row);
        svg.Lines(Style.Words, 0, row.Head + 14, LineHeight, row.Names);

        if (row.Part.Step.Note is { } note)
        {
            NoteSign(svg, TextWidth.Of(row.Names[^1], TextSize) + 14, row.Head + 14 - HalfText + ((row.Names.Count - 1) * LineHeight), note);
        }

        var linked = OpenLink(svg, row.Part.Step.Stays.Href ?? row.Part.Step.Left?.Href, CascadeWords.Step(spec, row.Part), inTabOrder: true);
        svg.Text(Style.Strong, Width, row.Head + 14, row.Count, Anchor.End);
        DrawBar(svg, row);
        CloseLink(svg, linked);

        svg.Line(Style.Zero, x.From, row.Bar - 4, x.From, row.Bar + BarHeight + 4);
        DrawLeftWords(svg, row);
    }

    private void DrawBar(Svg svg, Row row)
    {
        var stays = row.Part.Step.Stays;
        if (!stays.IsDrawn)
        {
            DrawAbsent(svg, stays.IsConfidential, x.From, row.Bar, Stub, BarHeight);
            return;
        }

        var end = x.Map(stays.Value!.Value);
        svg.Open(Look.OneMeasure);
        DrawBar(svg, stays, x.From, row.Bar, end - x.From, BarHeight);
        if (row.Part.Left is > 0 and var left)
        {
            svg.Rectangle(Style.Light, end, row.Bar + 0.5, Math.Max(Least, x.Map(stays.Value.Value + left) - end), BarHeight - 1);
        }

        svg.Close();
    }

    /// <summary>Ends under the end of the light part, or starts at the left edge where it is longer than the way there.</summary>
    private void DrawLeftWords(Svg svg, Row row)
    {
        var end = row.Part.Left is { } left && row.Part.Step.Stays.IsDrawn ? x.Map(row.Part.Step.Stays.Value!.Value + left) : 0;
        var right = Math.Max(end, row.Left.Count == 0 ? 0 : row.Left.Max(l => TextWidth.Of(l, AxisSize)));
        svg.Lines(Style.Axis, Math.Min(right, Width), row.Bar + BarHeight + 13, LineHeight, row.Left, Anchor.End);
    }

    private void DrawOtherwise(Svg svg, Row row)
    {
        if (row.Otherwise.Count == 0)
        {
            return;
        }

        svg.Line(Style.Break, 0, row.Top, Width, row.Top);
        svg.Lines(Style.Axis, 0, row.Top + 16, LineHeight, row.Otherwise);
    }

    private sealed record Row(
        CascadePart Part, string Count, IReadOnlyList<string> Otherwise, IReadOnlyList<string> Names, IReadOnlyList<string> Left, double Top, double Head, double Bar, double Height);
}
