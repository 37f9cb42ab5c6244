using System.Text;

namespace Lagebild.Charts;

/// <summary>How a mark looks: on a page by its class (the colours are in <c>charts.css</c>), in a picture of its own by attributes in the light colours.</summary>
internal sealed class Style
{
    private const string Page = "#FFFFFF";
    private const string Ink = "#15202B";
    private const string Ink2 = "#4A5864";
    private const string Halo = "paint-order=\"stroke\" stroke=\"#FFFFFF\" stroke-width=\"4\" stroke-linejoin=\"round\"";

    private readonly byte[] classAttribute;
    private readonly byte[] attributes;

    private Style(string name, string attributes)
    {
        classAttribute = Encoding.UTF8.GetBytes(name.Length == 0 ? "" : $" class=\"{name}\"");
        this.attributes = Encoding.UTF8.GetBytes($" {attributes}");
    }

    public ReadOnlySpan<byte> Class => classAttribute;

    public ReadOnlySpan<byte> Attributes => attributes;

    /// <summary>Words in ink, 13 units.</summary>
    public static Style Words { get; } = new("", $"fill=\"{Ink}\" font-size=\"13\"");

    /// <summary>Words of an axis, 12.5 units.</summary>
    public static Style Axis { get; } = new("ax", $"fill=\"{Ink2}\" font-size=\"12.5\" font-weight=\"400\"");

    public static Style AxisOverMarks { get; } = new("ax halo", $"fill=\"{Ink2}\" font-size=\"12.5\" {Halo}");

    public static Style Strong { get; } = new("b", $"fill=\"{Ink}\" font-size=\"13\" font-weight=\"600\"");

    public static Style StrongOverMarks { get; } = new("b halo", $"fill=\"{Ink}\" font-size=\"13\" font-weight=\"600\" {Halo}");

    public static Style OverMarks { get; } = new("halo", $"fill=\"{Ink}\" font-size=\"13\" {Halo}");

    public static Style Grid { get; } = new("grid", "stroke=\"#D3DADF\"");

    public static Style Zero { get; } = new("zero", $"stroke=\"{Ink}\" stroke-width=\"1.25\"");

    public static Style Tick { get; } = new("tick", "stroke=\"#6F7C86\"");

    /// <summary>A target, a zigzag.</summary>
    public static Style Reference { get; } = new("ref", $"fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.5\"");

    /// <summary>Under a reference line where it crosses a bar.</summary>
    public static Style Casing { get; } = new("cas", $"stroke=\"{Page}\" stroke-width=\"4.5\"");

    public static Style Break { get; } = new("brk", $"fill=\"none\" stroke=\"{Ink2}\" stroke-width=\"1.25\" stroke-dasharray=\"3 3\"");

    /// <summary>From a line's end to its label.</summary>
    public static Style Leader { get; } = new("lead", "fill=\"none\" stroke=\"#6F7C86\" stroke-width=\".75\"");

    public static Style Line { get; } = new("l", "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.25\" stroke-linejoin=\"round\"");

    /// <summary>Round dots: forecast, estimate.</summary>
    public static Style Dots { get; } = new("fo", "fill=\"none\" stroke=\"currentColor\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-dasharray=\".1 5.5\"");

    /// <summary>A series that stays in the background.</summary>
    public static Style GreyLine { get; } = new("gl", "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.25\" stroke-opacity=\".75\" stroke-linejoin=\"round\"");

    public static Style Mark { get; } = new("k", $"fill=\"currentColor\" stroke=\"{Page}\"");

    /// <summary>May still change, or is not counted.</summary>
    public static Style Hollow { get; } = new("ho", $"fill=\"{Page}\" stroke=\"currentColor\" stroke-width=\"1.75\"");

    /// <summary>Forecast or estimate as a bar.</summary>
    public static Style DottedBar { get; } = new("ho dot", $"fill=\"{Page}\" stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\" stroke-dasharray=\".1 4\"");

    public static Style Bar { get; } = new("f", "fill=\"currentColor\"");

    /// <summary>Parts of one whole that are no regions: the light tone of the measure, its middle tone, ink, and the outline of a patterned one.</summary>
    public static Style LightPart { get; } = new("p3", "fill=\"#C3D6E0\" stroke=\"#2B5E7E\"");

    public static Style MiddlePart { get; } = new("p2", "fill=\"#7FA6BC\" stroke=\"#2B5E7E\"");

    public static Style DarkPart { get; } = new("pk", $"fill=\"{Ink}\"");

    public static Style PartOutline { get; } = new("po", $"fill=\"none\" stroke=\"{Ink2}\"");

    public static Style PatternDot { get; } = new("pd", $"fill=\"{Ink2}\"");

    public static Style PatternLine { get; } = new("pt", $"fill=\"none\" stroke=\"{Ink2}\" stroke-width=\"1.75\"");

    /// <summary>Words on a dark fill.</summary>
    public static Style TextOnDark { get; } = new("ax od", $"fill=\"{Page}\" font-size=\"12.5\"");

    /// <summary>A part that stays in the background.</summary>
    public static Style GreyPart { get; } = new("pg", $"fill=\"#D3DADF\" stroke=\"#6F7C86\"");

    /// <summary>Outline in ink on the page: the circle of a note, the sign of what is confidential, brackets.</summary>
    public static Style Outline { get; } = new("o", $"fill=\"{Page}\" stroke=\"{Ink}\" stroke-width=\"1.5\"");

    /// <summary>As <see cref="Outline"/>, in the colour of its series.</summary>
    public static Style Sign { get; } = new("cs", $"fill=\"{Page}\" stroke=\"currentColor\" stroke-width=\"1.5\"");

    public static Style Bracket { get; } = new("br", $"fill=\"none\" stroke=\"{Ink2}\" stroke-width=\"1.5\"");

    public static Style HatchGround { get; } = new("hb", $"fill=\"{Page}\"");

    public static Style HatchLine { get; } = new("hl", "fill=\"none\" stroke=\"#7C8892\" stroke-width=\"1.25\"");

    /// <summary>Where a pointer finds a marker: 24 units wide, not seen.</summary>
    public static Style Hit { get; } = new("hit", "fill=\"none\" pointer-events=\"all\"");

    public static Style Headline { get; } = new("", $"fill=\"{Ink}\" font-size=\"34\" font-weight=\"600\"");

    public static Style SubLine { get; } = new("", $"fill=\"{Ink2}\" font-size=\"20\"");

    public static Style Note { get; } = new("", $"fill=\"{Ink2}\" font-size=\"17\"");

    /// <summary>What left at a step of a cascade: light, outlined in its colour.</summary>
    public static Style Light { get; } = new("lt", "fill=\"#C3D6E0\" stroke=\"currentColor\"");

    /// <summary>Outline of what is over all places, filled with bars by its pattern.</summary>
    public static Style Over { get; } = new("ov", "stroke=\"currentColor\" stroke-width=\"1.5\"");

    /// <summary>One of the bars of <see cref="Over"/>.</summary>
    public static Style OverBar { get; } = new("ob", "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.5\"");

    /// <summary>Between the places of a region of a map.</summary>
    public static Style ThinBorder { get; } = new("tb", $"fill=\"none\" stroke=\"{Ink}\" stroke-width=\".5\" stroke-linejoin=\"round\"");

    /// <summary>Around a region of a map.</summary>
    public static Style Border { get; } = new("bd", $"fill=\"none\" stroke=\"{Ink}\" stroke-width=\"1.75\" stroke-linejoin=\"round\" stroke-linecap=\"square\"");

    /// <summary>Letters in a tile, 12.5 units, centred.</summary>
    public static Style TileSign { get; } = new("ts", $"fill=\"{Ink}\" font-size=\"12.5\" text-anchor=\"middle\"");

    /// <summary>Letters in a dark tile.</summary>
    public static Style TileSignOnDark { get; } = new("ts td", $"fill=\"{Page}\" font-size=\"12.5\" text-anchor=\"middle\"");

    /// <summary>Letters in a hatched tile.</summary>
    public static Style TileSignOverMarks { get; } = new("ts halo", $"fill=\"{Ink}\" font-size=\"12.5\" text-anchor=\"middle\" {Halo}");

    /// <summary>The classes of a map from low to high.</summary>
    public static IReadOnlyList<Style> Sequential { get; } = [.. new[] { "#E3EDF2", "#B5CFDD", "#7FACC4", "#3C7896", "#12506F" }.Select((c, i) => new Style($"q{i + 1}", $"fill=\"{c}\""))];

    /// <summary>The classes of a map around a middle.</summary>
    public static IReadOnlyList<Style> Diverging { get; } = [.. new[] { "#8A4B08", "#CE9A5B", "#EDE8DF", "#A9B4D8", "#34508F" }.Select((c, i) => new Style($"v{i + 1}", $"fill=\"{c}\""))];
}
