using System.Buffers;
using System.Globalization;

namespace Lagebild.Charts;

/// <summary>
/// A briefing as at most two A4 pages of SVG, 595 x 842 points, with colours and sizes as attributes: head and key figures, then charts in two columns, each
/// where it still fits, at the end missing and sources. A briefing without charts that fits on one page has one.
/// </summary>
public sealed class Briefing
{
    private const double PageWidth = 595.3;
    private const double PageHeight = 841.9;
    private const double Side = 39.7;
    private const double Top = 62;
    private const double Bottom = 796;
    private const double Gap = 22;
    private const double FootGap = 8;
    private const int MostFigures = 12;

    private static double Width => PageWidth - (2 * Side);

    private static double ColumnWidth => (Width - Gap) / 2;

    private readonly BriefingSpec spec;
    private readonly List<(int Page, double X, double Y, PaperBlock Block)> placed = [];
    private readonly int pages;

    private Briefing(BriefingSpec spec)
    {
        this.spec = spec;
        var from = PlaceHead();
        var foot = spec.Sections.Where(s => s.Text.Length > 0).Select(s => new PaperSection(s.Title, s.Text, Width)).ToArray();
        var footHeight = foot.Sum(f => f.Height) + FootGap;
        double[] tops = [from, from, Top, Top];
        PlaceCharts(tops, footHeight);
        var ends = Math.Max(tops[0], tops[1]);
        pages = tops[2] == Top && tops[3] == Top && ends + footHeight <= Bottom ? 1 : 2;
        PlaceFoot(foot, (pages == 1 ? ends : Math.Max(tops[2], tops[3])) + FootGap);
    }

    /// <summary>One or two pages, each a document of its own.</summary>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Draw(BriefingSpec spec)
    {
        var briefing = new Briefing(spec);
        return [.. Enumerable.Range(1, briefing.pages).Select(briefing.Draw)];
    }

    /// <summary>Title, finding, key figures; gives where the columns may begin.</summary>
    private double PlaceHead()
    {
        PaperBlock[] blocks =
        [
            new PaperParagraph(PaperText.Title, spec.Title, Width, 3),
            new PaperParagraph(PaperText.Body, spec.Lead, Width, 8),
            new PaperParagraph(PaperText.Finding, spec.Finding, Width, 8),
            .. spec.Figures.Count == 0 ? Array.Empty<PaperBlock>() : [new PaperFigures(spec.FigureHeads, [.. spec.Figures.Take(MostFigures)], Width), new PaperParagraph(PaperText.Small, spec.FiguresNote, Width, 10)],
        ];
        var y = Top;
        foreach (var block in blocks)
        {
            placed.Add((1, Side, y, block));
            y += block.Height;
        }

        return y + 4;
    }

    /// <summary>Each chart in the first column, in reading order, that has room for it.</summary>
    private void PlaceCharts(double[] tops, double footHeight)
    {
        foreach (var (chart, at) in spec.Charts.Select((c, at) => (c, at)))
        {
            var block = new PaperChart(chart, spec.ReservationsTitle, ColumnWidth, FormattableString.Invariant($"c{at}"));
            var column = Enumerable.Range(0, tops.Length).FirstOrDefault(c => tops[c] + block.Height <= (c < 2 ? Bottom : Bottom - footHeight), -1);
            if (column >= 0)
            {
                placed.Add((1 + (column / 2), Side + (column % 2 * (ColumnWidth + Gap)), tops[column], block));
                tops[column] += block.Height;
            }
        }
    }

    private void PlaceFoot(IReadOnlyList<PaperSection> sections, double y)
    {
        foreach (var section in sections)
        {
            placed.Add((pages, Side, y, section));
            y += section.Height;
        }
    }

    private ReadOnlyMemory<byte> Draw(int page)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        var svg = new Svg(output, standalone: true);
        svg.Raw("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""u8);
        Drawing.Size(svg, PageWidth, PageHeight);
        svg.Attribute("xml:lang"u8, spec.Language);
        svg.Attribute("font-family"u8, TextWidth.Fonts);
        svg.Raw("><rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>"u8);
        DrawFrame(svg, page);
        foreach (var (_, x, y, block) in placed.Where(p => p.Page == page))
        {
            block.Draw(svg, x, y);
        }

        svg.Raw("</svg>"u8);
        return output.WrittenMemory;
    }

    /// <summary>Whose page it is and of which release; at the foot address and number.</summary>
    private void DrawFrame(Svg svg, int page)
    {
        PaperRule.Draw(svg, Side, 36, Width, 2);
        PaperText.SmallStrong.Draw(svg, Side, 49, spec.Site);
        PaperText.Small.Draw(svg, PageWidth - Side, 49, spec.Stand, Anchor.End);
        PaperRule.Draw(svg, Side, 803, Width, 0.5);
        svg.Raw("<a"u8);
        svg.Attribute("xlink:href"u8, spec.Address);
        svg.Raw(">"u8);
        PaperText.Small.Draw(svg, Side, 805, PaperText.Small.Lines(spec.Address, Width - 70));
        svg.Raw("</a>"u8);
        PaperText.Small.Draw(svg, PageWidth - Side, 812.5, string.Format(CultureInfo.InvariantCulture, spec.PageNumber, page, pages), Anchor.End);
    }
}
