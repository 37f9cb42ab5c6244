using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Html;

namespace Lagebild.Web.Pages.Views;

/// <summary>A sentence made from values: as plain text for charts, and with every number marked for machines and led to its origin on a page.</summary>
public sealed class Sentence
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly string _phrase;
    private readonly object[] _parts;

    private Sentence(string phrase, object[] parts) => (_phrase, _parts) = (phrase, parts);

    /// <summary>A phrase with numbered places; a part is text or a <see cref="FigureCell"/>.</summary>
    public static Sentence Of(string phrase, params object[] parts) => new(phrase, parts);

    public string Plain => Capital(string.Format(CultureInfo.InvariantCulture, _phrase, [.. _parts.Select(p => p is FigureCell cell ? cell.Text : p)]));

    /// <summary>The same with <c>data</c> around each number.</summary>
    public IHtmlContent Html => new HtmlString(Capital(string.Format(CultureInfo.InvariantCulture, Encoder.Encode(_phrase), [.. _parts.Select(Encoded)])));

    /// <summary>A sentence that begins with a part written for its middle (am 31.12.2024) begins with a capital all the same.</summary>
    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], CultureInfo.InvariantCulture) + text[1..];

    private static string Encoded(object part) => part switch
    {
        FigureCell { Exact: { } exact } cell => $"<data value=\"{exact}\">{Encoder.Encode(cell.Text)}</data>",
        FigureCell cell => Encoder.Encode(cell.Text),
        _ => Encoder.Encode(part.ToString() ?? ""),
    };
}
