using System.Buffers;
using System.Text;

namespace Lagebild.Charts;

/// <summary>Which point of a text stands at its x.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// Writes SVG as UTF-8. Numbers are written with one decimal place, as whole tenths: formatting doubles is what costs.
/// Text is escaped; what XML does not allow becomes U+FFFD.
/// </summary>
internal sealed class Svg(IBufferWriter<byte> output, bool standalone)
{
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "<>&\"\ufffe\uffff" + new string([.. Enumerable.Range(0, 32).Select(c => (char)c)]));

    private const int NumberRoom = 24;

    /// <summary>Whether colours are written as attributes (a picture of its own) or left to the classes of the page.</summary>
    public bool IsStandalone => standalone;

    public void Raw(ReadOnlySpan<byte> utf8) => output.Write(utf8);

    /// <summary>One decimal place, left out where it is zero.</summary>
    public void Number(double value) => output.Advance(Tenths(value, output.GetSpan(NumberRoom)));

    /// <summary>A step of a path: M or L, and where to.</summary>
    public void Step(char command, double x, double y)
    {
        var span = output.GetSpan((2 * NumberRoom) + 2);
        span[0] = (byte)command;
        var at = 1 + Tenths(x, span[1..]);
        span[at++] = (byte)' ';
        output.Advance(at + Tenths(y, span[at..]));
    }

    private static int Tenths(double value, Span<byte> span)
    {
        var tenths = (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);
        var at = 0;
        if (tenths < 0)
        {
            span[at++] = (byte)'-';
            tenths = -tenths;
        }

        at += Whole((ulong)tenths / 10, span[at..]);
        if (tenths % 10 is > 0 and var tenth)
        {
            span[at++] = (byte)'.';
            span[at++] = (byte)('0' + tenth);
        }

        return at;
    }

    public void Escaped(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Special) is >= 0 and var at)
        {
            Utf8(text[..at]);
            Raw(Escape(text[at]));
            text = text[(at + 1)..];
        }

        Utf8(text);
    }

    public void Style(Style style) => Raw(standalone ? style.Attributes : style.Class);

    public void Attribute(ReadOnlySpan<byte> name, double value)
    {
        Raw(" "u8);
        Raw(name);
        Raw("=\""u8);
        Number(value);
        Raw("\""u8);
    }

    public void Attribute(ReadOnlySpan<byte> name, string value)
    {
        Raw(" "u8);
        Raw(name);
        Raw("=\""u8);
        Escaped(value);
        Raw("\""u8);
    }

    /// <summary>Opens a group whose marks take the colour of the look.</summary>
    public void Open(Look look)
    {
        Raw("<g"u8);
        Raw(standalone ? look.ColourAttribute : look.ClassAttribute);
        Raw(">"u8);
    }

    public void Close() => Raw("</g>"u8);

    public void Line(Style style, double x1, double y1, double x2, double y2)
    {
        Raw("<line"u8);
        Style(style);
        Attribute("x1"u8, x1);
        Attribute("y1"u8, y1);
        Attribute("x2"u8, x2);
        Attribute("y2"u8, y2);
        Raw("/>"u8);
    }

    public void Rectangle(Style style, double x, double y, double width, double height)
    {
        Raw("<rect"u8);
        Style(style);
        Area(x, y, width, height);
    }

    /// <summary>Filled with a pattern of this drawing.</summary>
    public void Hatch(string pattern, double x, double y, double width, double height)
    {
        Raw("<rect fill=\"url(#"u8);
        Escaped(pattern);
        Raw(")\""u8);
        Area(x, y, width, height);
    }

    public void Circle(Style style, double x, double y, double radius)
    {
        Raw("<circle"u8);
        Style(style);
        Attribute("cx"u8, x);
        Attribute("cy"u8, y);
        Attribute("r"u8, radius);
        Raw("/>"u8);
    }

    /// <summary>A path from a point on; what follows is relative to it.</summary>
    public void Path(Style style, double x, double y, ReadOnlySpan<byte> relative)
    {
        Raw("<path"u8);
        Style(style);
        Raw(" d=\"M"u8);
        Number(x);
        Raw(" "u8);
        Number(y);
        Raw(relative);
        Raw("\"/>"u8);
    }

    public void Text(Style style, double x, double y, ReadOnlySpan<char> text, Anchor anchor = Anchor.Start)
    {
        Raw("<text"u8);
        Style(style);
        Attribute("x"u8, x);
        Attribute("y"u8, y);
        Raw(anchor switch
        {
            Anchor.Middle => " text-anchor=\"middle\">"u8,
            Anchor.End => " text-anchor=\"end\">"u8,
            _ => ">"u8,
        });
        Escaped(text);
        Raw("</text>"u8);
    }

    /// <summary>Lines of a text below one another, the first at a height.</summary>
    public void Lines(Style style, double x, double first, double pitch, IReadOnlyList<string> lines, Anchor anchor = Anchor.Start)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            Text(style, x, first + (i * pitch), lines[i], anchor);
        }
    }

    private static int Whole(ulong number, Span<byte> span)
    {
        var count = 1;
        for (var rest = number; rest >= 10; rest /= 10)
        {
            count++;
        }

        for (var i = count - 1; i >= 0; i--, number /= 10)
        {
            span[i] = (byte)('0' + (number % 10));
        }

        return count;
    }

    private static ReadOnlySpan<byte> Escape(char letter) => letter switch
    {
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '&' => "&amp;"u8,
        '"' => "&quot;"u8,
        '\t' or '\n' or '\r' => " "u8,
        _ => "\ufffd"u8,
    };

    /// <summary>Place and size of a rectangle whose tag is open, and its end.</summary>
    public void Area(double x, double y, double width, double height)
    {
        Attribute("x"u8, x);
        Attribute("y"u8, y);
        Attribute("width"u8, width);
        Attribute("height"u8, height);
        Raw("/>"u8);
    }

    private void Utf8(ReadOnlySpan<char> text)
    {
        if (text.Length > 0)
        {
            var span = output.GetSpan(text.Length * 3);
            output.Advance(Encoding.UTF8.GetBytes(text, span));
        }
    }
}
