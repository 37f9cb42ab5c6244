using System.Globalization;
using System.Text.RegularExpressions;

namespace Lagebild.Tests.Charts;

/// <summary>The colours of charts against what they stand on, by WCAG 2.2: marks 3 : 1, words 4.5 : 1; in the light, the dark, in print, and as grey.</summary>
public sealed partial class ContrastTests
{
    private static readonly string[] Marks = ["HH", "SH", "MV", "ZP", "PM", "WM", "DE", "PL", "EU", "neutral", "m", "ink", "ink2", "line", "hatch"];

    private static readonly string[] Schemes = ["light", "dark", "print"];

    [Test]
    public void A_mark_is_seen_on_the_page([ValueSource(nameof(Schemes))] string scheme, [ValueSource(nameof(Marks))] string token) =>
        Assert.That(Ratio(Colour(scheme, token), Colour(scheme, "page")), Is.GreaterThanOrEqualTo(3));

    [TestCase("ink", "page")]
    [TestCase("ink2", "page")]
    [TestCase("page", "m", TestName = "Words_on_the_first_part_of_a_stack")]
    [TestCase("page", "ink", TestName = "Words_on_the_dark_part_of_a_stack")]
    [TestCase("ink", "m3", TestName = "Words_on_the_light_part_of_a_stack")]
    public void Words_are_read_on_their_ground(string words, string ground) =>
        Assert.That(Schemes.Select(s => Ratio(Colour(s, words), Colour(s, ground))), Has.All.GreaterThanOrEqualTo(4.5));

    /// <summary>An outline in the first colour tells a pale part from the page.</summary>
    [TestCase("m", "page")]
    [TestCase("line", "page")]
    public void A_pale_part_has_an_outline_that_is_seen(string outline, string ground) =>
        Assert.That(Schemes.Select(s => Ratio(Colour(s, outline), Colour(s, ground))), Has.All.GreaterThanOrEqualTo(3));

    [Test]
    public void Six_regions_differ_in_grey_print() =>
        Assert.That(Steps("light", ["PM", "HH", "MV", "SH", "ZP", "WM"]), Has.All.GreaterThan(5));

    [Test]
    public void The_tones_of_a_stack_differ_as_grey([ValueSource(nameof(Schemes))] string scheme) =>
        Assert.That(Steps(scheme, ["ink", "m", "m2", "m3"]), Has.All.GreaterThan(7));

    /// <summary>Colours of a picture of its own are written by Style and Look, those of a page by the tokens: they are the same.</summary>
    [Test]
    public void A_picture_has_the_colours_of_the_light_page()
    {
        var picture = Specs.Drawn(Specs.PartsOfYears("de"), Lagebild.Charts.ChartKind.Stacked, Lagebild.Charts.Frame.Standalone)
            + Specs.Drawn(Specs.SixRegions("de"), Lagebild.Charts.ChartKind.Line, Lagebild.Charts.Frame.Standalone)
            + Specs.Drawn(Specs.AllSigns("de"), Lagebild.Charts.ChartKind.Column, Lagebild.Charts.Frame.Standalone);
        var known = Tokens("light").Values.Select(v => v.ToUpperInvariant()).ToHashSet();
        Assert.That(Hex().Matches(picture).Select(m => m.Value.ToUpperInvariant()).Distinct().Where(c => !known.Contains(c)), Is.Empty);
    }

    private static IEnumerable<double> Steps(string scheme, string[] tokens)
    {
        var lightness = tokens.Select(t => Lightness(Luminance(Colour(scheme, t)))).Order().ToArray();
        return lightness.Zip(lightness.Skip(1)).Select(p => p.Second - p.First);
    }

    private static string Colour(string scheme, string token) => Tokens(scheme)[token];

    /// <summary>The tokens of a scheme: those of the light, and what the scheme sets anew.</summary>
    private static Dictionary<string, string> Tokens(string scheme)
    {
        var css = File.ReadAllText(Repository.At("src", "Lagebild.Web", "wwwroot", "lagebild.css"));
        var tokens = Read(css[..css.IndexOf("@media", StringComparison.Ordinal)]);
        var own = scheme switch { "dark" => Block(css, "@media (prefers-color-scheme: dark)"), "print" => Block(css, "@media print"), _ => "" };
        foreach (var (name, value) in Read(own))
        {
            tokens[name] = value;
        }

        return tokens;
    }

    private static string Block(string css, string start)
    {
        var from = css.IndexOf(start, StringComparison.Ordinal);
        return css[from..css.IndexOf("\n}", from, StringComparison.Ordinal)];
    }

    private static Dictionary<string, string> Read(string css) =>
        Token().Matches(css).GroupBy(m => m.Groups[1].Value).ToDictionary(g => g.Key, g => g.Last().Groups[2].Value);

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string hex) => (0.2126 * Channel(hex, 1)) + (0.7152 * Channel(hex, 3)) + (0.0722 * Channel(hex, 5));

    private static double Channel(string hex, int at)
    {
        var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    /// <summary>L* of CIE Lab.</summary>
    private static double Lightness(double luminance) => luminance <= 216.0 / 24389 ? luminance * 24389 / 27 : (116 * Math.Cbrt(luminance)) - 16;

    [GeneratedRegex(@"--([A-Za-z0-9-]+):\s*(#[0-9A-Fa-f]{6})")]
    private static partial Regex Token();

    [GeneratedRegex("#[0-9A-Fa-f]{6}\\b")]
    private static partial Regex Hex();
}
