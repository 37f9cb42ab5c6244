using Lagebild.Charts;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>The addresses under which a chart can be taken along, all made from that of its SVG.</summary>
public sealed record ShareLinks
{
    private const int BesidePlot = 300;
    private const int OfNote = 40;

    /// <summary>Unique on the page: <see cref="Caption.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Headline of the chart.</summary>
    public required string Title { get; init; }

    /// <summary><c>/de/indicators/refugees.svg?regions=DEU</c></summary>
    public required string SvgHref { get; init; }

    /// <summary>Page that shows the same for ever.</summary>
    public required string PermanentHref { get; init; }

    /// <summary>What a frame of 640 pixels needs to show the chart with notes and source, about.</summary>
    public int HeightPixels { get; init; } = 640;

    public string PdfHref => Of(SvgHref, ".pdf");

    /// <summary>The document for a frame: <c>/de/embed/indicators/refugees?regions=DEU</c>.</summary>
    public string EmbedHref => Embedded(SvgHref);

    /// <summary>Of a figure of an indicator.</summary>
    public static ShareLinks Of(IndicatorFigure figure) => Of(figure.Chart, figure.Notes.Count, figure.SvgHref, figure.PermanentHref);

    /// <summary>Of any chart with an address of its own.</summary>
    public static ShareLinks Of(Chart chart, int notes, string svgHref, string permanentHref) => new()
    {
        Id = chart.Caption.Id,
        Title = chart.Caption.Headline,
        SvgHref = svgHref,
        PermanentHref = permanentHref,
        HeightPixels = BesidePlot + (notes * OfNote) + (int)Math.Ceiling(chart.HeightIn(Lagebild.Charts.Frame.Wide)),
    };

    /// <summary>As a picture; null: as high as it needs, else one of <see cref="PictureSize.Names"/>.</summary>
    public string PngHref(string? size = null) => Png(SvgHref, size);

    /// <summary>The picture at the address of an SVG.</summary>
    public static string Png(string svgHref, string? size)
    {
        var href = Of(svgHref, ".png");
        return size is null ? href : $"{href}{(href.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size={size}";
    }

    /// <summary>The page at the address of an SVG, with all that belongs to the chart.</summary>
    public static string Page(string svgHref) => Of(svgHref, "");

    /// <summary>The document for a frame at the address of an SVG.</summary>
    public static string Embedded(string svgHref) => $"{svgHref[..3]}/embed{Of(svgHref[3..], "")}";

    /// <summary>What a person copies into a page of their own.</summary>
    public string EmbedCode(HttpRequest request) => Frame(request.Absolute(EmbedHref), Title, "100%", HeightPixels);

    /// <summary>A frame around an address, as HTML.</summary>
    public static string Frame(string address, string title, string width, int heightPixels) =>
        FormattableString.Invariant($"<iframe src=\"{Attribute(address)}\" title=\"{Attribute(title)}\" width=\"{width}\" height=\"{heightPixels}\" loading=\"lazy\" frameborder=\"0\"></iframe>");

    /// <summary>Readable for the person who copies it: only what would end the attribute is written otherwise.</summary>
    private static string Attribute(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Of(string svgHref, string ending)
    {
        var parts = svgHref.Split('?', 2);
        var path = parts[0][..^".svg".Length] + ending;
        return parts.Length == 1 ? path : $"{path}?{parts[1]}";
    }
}
