using System.Globalization;

namespace Lagebild.Web.Texts;

/// <summary>The three languages of the site, as they stand in addresses and <c>lang</c> attributes.</summary>
public static class Languages
{
    /// <summary>German, Polish, English: the order of the switch.</summary>
    public static IReadOnlyList<string> All { get; } = ["de", "pl", "en"];

    /// <summary>Dates, weekdays and sorting as the language has them.</summary>
    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language switch
    {
        "de" => "de-DE",
        "pl" => "pl-PL",
        _ => "en-GB",
    });

    /// <summary>The language an address begins with; English where it begins with none.</summary>
    public static string Of(string? path) => (path ?? "").Split('/') is ["", var first, ..] && All.Contains(first) ? first : "en";

    /// <summary>The best of what a browser asks for (<c>Accept-Language</c>); English where nothing fits.</summary>
    public static string Best(string? acceptLanguage) =>
        (acceptLanguage ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(Wish.Parse)
            .Where(w => w.Weight > 0 && All.Contains(w.Language))
            .OrderByDescending(w => w.Weight)
            .Select(w => w.Language)
            .FirstOrDefault() ?? "en";

    /// <summary>One entry of the header: <c>pl-PL;q=0.8</c>.</summary>
    private readonly record struct Wish(string Language, double Weight)
    {
        public static Wish Parse(string entry)
        {
            var parts = entry.Split(';', StringSplitOptions.TrimEntries);
            var weight = parts.Skip(1).FirstOrDefault(p => p.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
            return new(parts[0].Split('-')[0].ToLowerInvariant(), weight is null ? 1 : Number(weight[2..]));
        }

        private static double Number(string text) =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
