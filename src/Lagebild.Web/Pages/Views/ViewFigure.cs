using System.Buffers;
using System.Text;
using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Sharing;
using Microsoft.AspNetCore.Html;

namespace Lagebild.Web.Pages.Views;

/// <summary>A chart of a prepared view or a region, with all that belongs to it: finding, notes, sources, table, download.</summary>
public sealed record ViewFigure
{
    /// <summary>Unique on its page: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>The finding; the chart's headline is the same.</summary>
    public required Sentence Headline { get; init; }

    /// <summary>What, whom, where, unit, period.</summary>
    public required string SubLine { get; init; }

    /// <summary>Null where a table says it all.</summary>
    public Chart? Chart { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>Each once, in the order of the values.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }

    public required FigureTable Table { get; init; }

    /// <summary>The values behind it, for the download: what is computed stands there as computed.</summary>
    public required IReadOnlyList<ViewValue> Values { get; init; }

    /// <summary>Exactly its values, in each format.</summary>
    public required DownloadLinks Downloads { get; init; }

    /// <summary>The chart as a picture of its own; null with <see cref="Chart"/>.</summary>
    public string? SvgHref { get; init; }

    /// <summary>Shows the page for ever as it is.</summary>
    public required string PermanentHref { get; init; }

    /// <summary>A series for each region where several stand in one chart: it is said whether they may be compared. Else empty.</summary>
    public IReadOnlyList<Series> Compared { get; init; } = [];

    /// <summary>Where more of it stands: its indicator or view; null on that page itself.</summary>
    public (string Href, string Words)? More { get; init; }

    /// <summary>As a frame on another site shows it. Only where there is a chart.</summary>
    public EmbeddedFigure Embedded => new() { Chart = Chart!, Notes = Notes, Feeds = Feeds };

    /// <summary>The drawing for one frame, as the SVG stands in the page. Only where there is a chart.</summary>
    public IHtmlContent Draw(Frame frame)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        Chart!.Draw(frame, output);
        return new HtmlString(Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
