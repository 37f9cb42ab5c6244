namespace Lagebild.Charts;

/// <summary>
/// One bar a row, all on one scale from zero: occupied in the outline of the nominal places, a tick at the usable. Under the bar the counts in words. What no row
/// knows is said once, at the end.
/// </summary>
internal sealed class CapacityPlot : Plot
{
    private const double BarHeight = 20;
    private const double Around = 3;
    private const double Beyond = 6;
    private const double LineHeight = 16;
    private const double BetweenRows = 14;
    private const double HeadHeight = 20;
    private const double NoteRoom = 24;
    private const string Separator = " · ";

    private readonly CapacitySpec spec;
    private readonly bool narrow;
    private readonly string barsId;
    private readonly LinearScale x;
    private readonly double nameWidth;
    private readonly List<Row> rows = [];
    private readonly List<string> unknown;
    private readonly string[] remarks;

    public CapacityPlot(CapacitySpec spec, double width, bool narrow, string idPrefix)
        : base(width, idPrefix)
    {
        (this.spec, this.narrow) = (spec, narrow);
        barsId = $"{idPrefix}-b";
        nameWidth = narrow ? 0 : Math.Min(0.34 * width, spec.Rows.Max(r => TextWidth.Of(r.Name, TextSize) + (r.Note is null ? 0 : NoteRoom)));
        x = Scale();
        unknown = UnknownEverywhere();
        remarks = [.. Remarks().SelectMany(r => TextWidth.Lines(r, width, AxisSize))];
        var at = spec.IsPercent ? HeadHeight : 4;
        foreach (var row in spec.Rows)
        {
            rows.Add(RowOf(row, at));
            at += rows[^1].Height;
        }

        Height = at + (remarks.Length * LineHeight);
    }

    /// <summary>The figure that a row leads to: of what is occupied, else of the places.</summary>
    public static string? Href(CapacityRow row) => row.Occupied?.Href ?? row.Usable?.Href ?? row.Nominal?.Href;

    /// <inheritdoc/>
    public override void Draw(Svg svg)
    {
        DefinePatterns(svg);
        foreach (var row in rows)
        {
            DrawRow(svg, row);
        }

        if (spec.IsPercent)
        {
            DrawAllPlaces(svg);
        }

        svg.Lines(Style.Axis, 0, Height - 4 - ((remarks.Length - 1) * LineHeight), LineHeight, remarks);
    }

    private LinearScale Scale()
    {
        var most = spec.Rows.SelectMany(r => new[] { r.Occupied, r.Usable, r.Nominal }).Where(v => v is { IsDrawn: true }).Select(v => v!.Value!.Value).Append(0).Max();
        most = spec.IsPercent ? Math.Max(most, RowOccupancy.Of(spec, spec.Rows[0]).Places!.Value) : most;
        var from = narrow ? 1 : nameWidth + 13;
        var room = narrow ? 6 : spec.Rows.Max(r => TextWidth.OfBold(Share(r), TextSize)) + 16;
        return new(0, Math.Max(1, most), from, Math.Max(from + 40, Width - room));
    }

    private Row RowOf(CapacityRow row, double top)
    {
        var share = Share(row);
        var noteRoom = row.Note is null ? 0 : NoteRoom;
        var names = TextWidth.Lines(row.Name, narrow ? Width - noteRoom - TextWidth.OfBold(share, TextSize) - 12 : nameWidth - noteRoom, TextSize);
        var bar = narrow ? top + 6 + (names.Count * LineHeight) + Around : top + Beyond;
        var said = CapacityWords.Counts(spec, row).Where(c => !unknown.Contains(c.Text) && !(spec.IsPercent && c.IsKnown && !row.Occupied!.IsHollow)).Select(c => c.Text).ToArray();
        List<string> counts = said.Length == 0 ? [] : Lines(said, Width - x.From);
        var under = bar + BarHeight + Beyond + (counts.Count * LineHeight);
        var height = Math.Max(under, narrow ? 0 : top + 12 + (names.Count * LineHeight)) + BetweenRows - top;
        return new(row, RowOccupancy.Of(spec, row), names, counts, share, top, bar, height);
    }

    /// <summary>Counts in lines, none cut in two.</summary>
    private static List<string> Lines(IReadOnlyList<string> counts, double width)
    {
        var lines = new List<string>();
        foreach (var count in counts)
        {
            if (lines.Count > 0 && TextWidth.Of($"{lines[^1]}{Separator}{count}", AxisSize) <= width)
            {
                lines[^1] += $"{Separator}{count}";
            }
            else
            {
                lines.Add(count);
            }
        }

        return lines;
    }

    /// <summary>The occupancy as it stands beside the bar; empty where there is none.</summary>
    private string Share(CapacityRow row) => spec.IsPercent
        ? ChartWords.Value(row.Occupied ?? ChartValue.Unknown, spec.Decimals, isPercent: true, spec.Language)
        : RowOccupancy.Of(spec, row).Tenths is { } tenths ? NumberFormat.Percent(tenths, 1, spec.Language) : "";

    /// <summary>What no row of several knows, and for the same reason.</summary>
    private List<string> UnknownEverywhere()
    {
        if (spec.Rows.Count < 2 || spec.IsPercent)
        {
            return [];
        }

        var counts = spec.Rows.Select(r => CapacityWords.Counts(spec, r).ToArray()).ToArray();
        return [.. Enumerable.Range(0, counts[0].Length).Where(i => counts.All(c => !c[i].IsKnown && c[i].Text == counts[0][i].Text)).Select(i => counts[0][i].Text)];
    }

    /// <summary>What no row knows, and of what the shares are.</summary>
    private IEnumerable<string> Remarks()
    {
        if (unknown.Count > 0)
        {
            yield return string.Join(Separator, unknown);
        }

        if (spec.Rows.Any(r => RowOccupancy.Of(spec, r).Tenths is not null))
        {
            yield return PlaceWords.ShareOf(spec.Rows.All(r => r.Usable is { IsDrawn: true }), spec.Rows.All(r => r.Usable is not { IsDrawn: true }), spec.Language);
        }
    }

    private void DefinePatterns(Svg svg)
    {
        DefinePatterns(svg, rows.Select(r => r.Values.Occupied ?? ChartValue.Unknown));
        if (rows.Exists(r => r.Occupancy.IsOver))
        {
            svg.Open(Look.OneMeasure);
            DefineBars(svg, barsId);
            svg.Close();
        }
    }

    private void DrawRow(Svg svg, Row row)
    {
        DrawName(svg, row);
        var linked = OpenLink(svg, Href(row.Values), CapacityWords.Row(spec, row.Values), inTabOrder: true);
        svg.Open(Look.OneMeasure);
        DrawOccupied(svg, row);
        svg.Close();
        DrawPlaces(svg, row);
        DrawShare(svg, row);
        CloseLink(svg, linked);

        svg.Lines(Style.Axis, x.From, row.Bar + BarHeight + Beyond + 12, LineHeight, row.Counts);
    }

    private void DrawName(Svg svg, Row row)
    {
        var first = narrow ? row.Top + 14 : row.Bar + (BarHeight / 2) + HalfText - (row.Names.Count > 1 ? 3 : 0);
        svg.Lines(Style.Words, 0, first, LineHeight, row.Names);

        if (row.Values.Note is { } note)
        {
            NoteSign(svg, TextWidth.Of(row.Names[^1], TextSize) + 14, first + ((row.Names.Count - 1) * LineHeight) - HalfText, note);
        }
    }

    private void DrawOccupied(Svg svg, Row row)
    {
        if (row.Values.Occupied is not { IsDrawn: true } occupied)
        {
            DrawAbsent(svg, row.Values.Occupied is { IsConfidential: true }, x.From, row.Bar, Stub, BarHeight);
            return;
        }

        var end = x.Map(occupied.Value!.Value);
        var within = row.Occupancy.IsOver ? x.Map(row.Occupancy.Places!.Value) : end;
        DrawBar(svg, occupied, x.From, row.Bar, within - x.From, BarHeight);
        if (end > within)
        {
            DrawOver(svg, within, row.Bar, end - within);
        }
    }

    private void DrawOver(Svg svg, double from, double bar, double width)
    {
        svg.Hatch(barsId, from, bar, width, BarHeight);
        svg.Raw("<path"u8);
        svg.Style(Style.Over);
        svg.Raw(" fill=\"none\" d=\"M"u8);
        svg.Number(from);
        svg.Raw(" "u8);
        svg.Number(bar);
        svg.Raw("h"u8);
        svg.Number(width);
        svg.Raw("v"u8);
        svg.Number(BarHeight);
        svg.Raw("H"u8);
        svg.Number(from);
        svg.Raw("\"/>"u8);
    }

    /// <summary>Outline of the nominal places, tick at the usable; where neither is known, the zero line alone.</summary>
    private void DrawPlaces(Svg svg, Row row)
    {
        if (row.Values.Nominal is { IsDrawn: true } nominal)
        {
            svg.Rectangle(Style.Reference, x.From, row.Bar - Around, x.Map(nominal.Value!.Value) - x.From, BarHeight + (2 * Around));
        }

        svg.Line(Style.Zero, x.From, row.Bar - Around - 1, x.From, row.Bar + BarHeight + Around + 1);
        if (!spec.IsPercent && (row.Values.Usable is { IsDrawn: true } || row.Occupancy.IsOver))
        {
            DrawTick(svg, x.Map(row.Occupancy.Places!.Value), row.Bar);
        }
    }

    private static void DrawTick(Svg svg, double at, double bar)
    {
        svg.Line(Style.Casing, at, bar - Around + 1, at, bar + BarHeight + Around - 1);
        svg.Line(Style.Reference, at, bar - Beyond, at, bar + BarHeight + Beyond);
    }

    private void DrawShare(Svg svg, Row row)
    {
        if (row.Share.Length == 0)
        {
            return;
        }

        if (narrow)
        {
            svg.Text(Style.StrongOverMarks, Width, row.Top + 14, row.Share, Anchor.End);
        }
        else
        {
            svg.Text(Style.StrongOverMarks, End(row) + 9, row.Bar + (BarHeight / 2) + HalfText, row.Share);
        }
    }

    /// <summary>Where a row's marks end.</summary>
    private double End(Row row)
    {
        var values = new[] { row.Values.Occupied, row.Values.Usable, row.Values.Nominal }.Where(v => v is { IsDrawn: true }).Select(v => x.Map(v!.Value!.Value));
        return values.Append(row.Values.Occupied is not { IsDrawn: true } ? x.From + Stub : spec.IsPercent ? x.Map(row.Occupancy.Places!.Value) : x.From).Max();
    }

    /// <summary>One line through all rows, with its words above; where words stand between the bars, it stands at each bar alone.</summary>
    private void DrawAllPlaces(Svg svg)
    {
        var at = x.Map(RowOccupancy.Of(spec, spec.Rows[0]).Places!.Value);
        var words = PlaceWords.AllPlaces(spec.Language);
        var half = TextWidth.Of(words, AxisSize) / 2;
        var isThrough = !narrow && rows.TrueForAll(r => r.Counts.Count == 0);
        foreach (var row in rows)
        {
            if (isThrough)
            {
                svg.Line(Style.Casing, at, row.Bar, at, row.Bar + BarHeight);
            }
            else
            {
                DrawTick(svg, at, row.Bar);
            }
        }

        svg.Line(Style.Reference, at, HeadHeight - 3, at, isThrough ? rows[^1].Bar + BarHeight + Beyond : HeadHeight + 3);
        svg.Text(Style.AxisOverMarks, Math.Clamp(at, half, Math.Max(half, Width - half)), 12, words, Anchor.Middle);
    }

    private sealed record Row(
        CapacityRow Values, RowOccupancy Occupancy, IReadOnlyList<string> Names, IReadOnlyList<string> Counts, string Share, double Top, double Bar, double Height);
}
