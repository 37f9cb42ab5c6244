using System.Buffers;
using System.Text;
using Lagebild.Charts;
using Lagebild.Statistics;
using Microsoft.AspNetCore.Html;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>A chart with all that belongs to it, ready for the page: headline, drawings, signs, notes, source, table, addresses.</summary>
public sealed record IndicatorFigure
{
    /// <summary>The drawing, of any kind.</summary>
    public required Chart Chart { get; init; }

    /// <summary>Headline, sub-line, source and stand of the drawing.</summary>
    public Caption Caption => Chart.Caption;

    public required SelectedValues Values { get; init; }

    public required Variant Variant { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The sources in the order of the regions, each once.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }

    public required FigureTable Table { get; init; }

    /// <summary>How many of the notes, the first ones, are of breaks.</summary>
    public int BreakNotes { get; init; }

    /// <summary>Exactly these values, and all others of the indicator, as files; null where the figure has no address of its own.</summary>
    public DownloadLinks? Downloads { get; init; }

    /// <summary>The chart as a picture of its own.</summary>
    public required string SvgHref { get; init; }

    /// <summary>Shows the same for ever.</summary>
    public required string PermanentHref { get; init; }

    /// <summary>The comparison of the same indicator and regions; null on a comparison itself.</summary>
    public string? CompareHref { get; init; }

    /// <summary>The same map by another measure, with its words; null for other charts, and where there is none.</summary>
    public (string Href, string Words)? OtherMeasure { get; init; }

    /// <summary>The view of every day; null where nothing is left out.</summary>
    public string? DailyHref { get; init; }

    /// <summary>Page of the indicator.</summary>
    public required string IndicatorHref { get; init; }

    /// <summary>Ways of counting besides those of the page; on its first figure only.</summary>
    public IReadOnlyList<Alternative> Ways { get; init; } = [];

    /// <summary>Feeds that also report what is shown; on the first figure only.</summary>
    public IReadOnlyList<Alternative> Reports { get; init; } = [];

    /// <summary>All that any source reports of what is shown, where several report of one region; else empty.</summary>
    public IReadOnlyList<Report> AllReports { get; init; } = [];

    /// <summary>Of each region the latest value that another source reports, where it is later than all that are shown of it.</summary>
    public IEnumerable<Report> NewerReports => AllReports.Where(r => r.Cell.Exact is not null).GroupBy(r => r.Region).Select(g => g.MaxBy(r => r.Period.End)!).Where(IsNewer);

    private bool IsNewer(Report report) => Values.Series
        .Where(s => s.Region == report.Region)
        .SelectMany(s => s.Series.Observations)
        .All(o => o.Value is null || o.Period.End < report.Period.End);

    /// <summary>The drawing for one frame, as the SVG stands in the page.</summary>
    public IHtmlContent Draw(Frame frame)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        Draw(frame, output);
        return new HtmlString(Encoding.UTF8.GetString(output.WrittenSpan));
    }

    /// <summary>Writes the drawing as UTF-8 SVG.</summary>
    public void Draw(Frame frame, IBufferWriter<byte> output) => Chart.Draw(frame, output);
}
