using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Lagebild.Charts;

namespace Lagebild.Web.Rendering;

/// <summary>
/// Fits drawings to the letters of this machine. Their texts are laid out for the wider of Liberation Sans and Noto Sans (<see cref="TextWidth"/>); where only a
/// wider face such as DejaVu Sans is there, all letters are drawn smaller, so that none is cut off.
/// </summary>
internal static partial class Lettering
{
    private const string Probe = "Województwo warmińsko-mazurskie: 93 190 wniosków, Empfängerinnen und Empfänger nach § 3 AsylbLG";
    private const double ProbeSize = 100;

    // A face narrower than the widths is no reason to draw larger.
    private static readonly Lazy<double> Factor = new(() => Math.Min(1, Math.Min(TextWidth.Of(Probe, ProbeSize) / Measured("400"), TextWidth.OfBold(Probe, ProbeSize) / Measured("600"))));

    /// <summary>The same drawing in letters that fit here.</summary>
    public static byte[] Fit(ReadOnlySpan<byte> svg) => Fit(Encoding.UTF8.GetString(svg), Factor.Value);

    /// <summary>The same drawing, its letters so many times as large, in faces that Linux has.</summary>
    internal static byte[] Fit(string svg, double factor)
    {
        var named = svg.Replace(", sans-serif", ", Inter, DejaVu Sans, sans-serif", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(factor >= 1 ? named : Size().Replace(named, m => string.Create(CultureInfo.InvariantCulture, $"font-size=\"{Number(m) * factor:0.##}\"")));
    }

    private static double Number(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);

    private static double Measured(string weight)
    {
        using var document = new SvgDocument(Fit($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\" font-family=\"{TextWidth.Fonts}\"><text id=\"t\" font-size=\"{ProbeSize}\" font-weight=\"{weight}\">{Probe}</text></svg>", 1));
        return document.WidthOf("#t");
    }

    [GeneratedRegex("font-size=\"([0-9.]+)\"")]
    private static partial Regex Size();
}
