using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>What spreadsheets make of cells by themselves, recognised so that the finding says what happened.</summary>
internal static class Slips
{
    /// <summary>Day 0 of their dates.</summary>
    private static readonly DateOnly _dayZero = new(1899, 12, 30);

    // Months as people and spreadsheets write them in German, Polish and English.
    private const string _month =
        "jan(?:uary?)?|feb(?:ruary?)?|mrz|märz?|mar(?:ch|zec|ca)?|apr(?:il)?|mai|may|maja?|jun[ie]?|jul[iy]?|aug(?:ust)?|sep(?:t(?:ember)?)?|o[kc]t(?:ober)?|nov(?:ember)?|de[zc](?:ember)?"
        + "|sty(?:cznia|czeń)?|lut(?:y|ego)?|kwi(?:etnia|ecień)?|cze(?:rwca|rwiec)?|lip(?:ca|iec)?|sie(?:rpnia|rpień)?|wrz(?:eśnia|esień)?|paź(?:dziernika?)?|lis(?:topada?)?|gru(?:dnia|dzień)?";

    private static readonly Regex _writtenDate = new(
        $@"\A(?:[0-9]{{1,2}}[. -]{{1,2}}(?:{_month})\.?(?:[. -]{{1,2}}[0-9]{{2,4}})?|(?:{_month})\.?[ -][0-9]{{2,4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?: [0-9:]+)?|[0-9]{{1,2}}[./][0-9]{{1,2}}[./](?:19|20)[0-9]{{2}}(?: [0-9:]+)?)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly string[] _schemes = ["ags", "teryt", "teryt7"];

    /// <summary>A day written as the number of days since 1899: 45657 for 2024-12-31; null for numbers outside 1954 to 2064, and all other texts.</summary>
    public static DateOnly? Date(string text) =>
        text.Length == 5 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 20000 and < 60000 ? _dayZero.AddDays(days) : null;

    /// <summary>Whether a value became a date: <c>12. Mrz</c>, <c>Jan 24</c>, <c>2024-03-12</c>.</summary>
    public static bool IsDate(ReadOnlySpan<byte> text) => text.Length <= 30 && _writtenDate.IsMatch(System.Text.Encoding.UTF8.GetString(text));

    /// <summary>The region whose code has one zero more before its first digit: <c>1001</c> and <c>DE-1001</c> for DE-01001.</summary>
    public static Region? RegionMeant(string text, Catalogue.Catalogue catalogue)
    {
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        var code = digit < 0 ? "" : text.Insert(digit, "0");
        return digit < 0 ? null : catalogue.Region(code) ?? _schemes.Select(s => catalogue.RegionByAlias(s, code)).FirstOrDefault(r => r is not null);
    }
}
