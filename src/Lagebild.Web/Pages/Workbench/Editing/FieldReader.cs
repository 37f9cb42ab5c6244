using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>Reads fields one after the other and collects all that is wrong.</summary>
public sealed partial class FieldReader(FormValues values, Catalogue.Catalogue catalogue, Reading reading)
{
    /// <summary>More letters than this are no line of a form.</summary>
    private const int MostLetters = 1000;

    private readonly List<FormFault> _faults = [];

    public Catalogue.Catalogue Catalogue => catalogue;

    /// <summary>In the order of the fields.</summary>
    public IReadOnlyList<FormFault> Faults => _faults;

    /// <summary>In the editor's language.</summary>
    public TextWords Words => reading.Words.Text;

    public string Language => reading.Language;

    /// <summary>That a text is longer than it may be.</summary>
    public string TooLong(int most) => reading.Fill(Words.TooLong, reading.Count(most));

    /// <summary>What stands in a field.</summary>
    public string Text(string field) => values[field];

    /// <summary>Notes a fault.</summary>
    public void Wrong(string field, string sentence) => _faults.Add(new(field, sentence));

    /// <summary>A code that is known; null where the field is empty.</summary>
    public string? Code(string field, Func<string, bool> isKnown)
    {
        var code = values[field];
        if (code.Length > 0 && !isKnown(code))
        {
            Wrong(field, Words.Unknown);
        }

        return code.Length == 0 ? null : code;
    }

    /// <summary>Several codes, each once.</summary>
    public IReadOnlyList<string> Codes(string field, Func<string, bool> isKnown)
    {
        string[] codes = [.. values.All(field).Distinct().Order(StringComparer.Ordinal)];
        if (!codes.All(isKnown))
        {
            Wrong(field, Words.Unknown);
        }

        return codes;
    }

    /// <summary>What must not be empty.</summary>
    public T? Needed<T>(string field, T? value)
    {
        if (value is null or "" && !_faults.Any(f => f.Field == field))
        {
            Wrong(field, Words.Needed);
        }

        return value;
    }

    /// <summary>A line of text; null where empty.</summary>
    public string? Line(string field)
    {
        var text = OneLine(values[field]);
        if (text.Length > MostLetters)
        {
            Wrong(field, TooLong(MostLetters));
        }

        return text.Length == 0 ? null : text;
    }

    /// <summary>An address of the web; null where empty.</summary>
    public string? Address(string field)
    {
        var text = Line(field);
        if (text is not null && !(Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)))
        {
            Wrong(field, Words.NoAddress);
        }

        return text;
    }

    /// <summary>A day as browsers send it or as it is typed in the language; null where empty.</summary>
    public DateOnly? Day(string field)
    {
        string[] formats = ["yyyy-MM-dd", "d.M.yyyy", "d/M/yyyy"];
        if (values[field].Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(values[field], formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1800 and <= 2200)
        {
            return day;
        }

        Wrong(field, Words.NoDay);
        return null;
    }

    /// <summary>First and last day; the first is not after the last.</summary>
    public (DateOnly? From, DateOnly? To) Span()
    {
        var (from, to) = (Day("from"), Day("to"));
        if (from > to)
        {
            Wrong("to", Words.EndsBefore);
        }

        return (from, to);
    }

    /// <summary>A number as the language writes it, scaled by decimals; null where empty.</summary>
    public long? Number(string field, int decimals)
    {
        var text = values[field].Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace("\u2212", "-", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return null;
        }

        if (Scaled(text, decimals) is { } number)
        {
            return number;
        }

        Wrong(field, decimals == 0 ? Words.NoWholeNumber : reading.Fill(Words.NoNumber, decimals));
        return null;
    }

    /// <summary>The breakdown chosen, dimension by dimension.</summary>
    public Breakdown Breakdown() => Statistics.Breakdown.Of([.. catalogue.Dimensions
        .Select(d => (d.Code, Value: Code(Dimension(d.Code), c => catalogue.Code(d.Code, c) is not null)))
        .Where(p => p.Value is not null && catalogue.Code(p.Code, p.Value) is not null)
        .Select(p => KeyValuePair.Create(p.Code, p.Value!))]);

    /// <summary>Name of the field of a dimension.</summary>
    public static string Dimension(string code) => $"dimension-{code}";

    /// <summary>Lines, tabs and runs of blanks become one blank.</summary>
    public static string OneLine(string text) => Blanks().Replace(text, " ").Trim();

    private long? Scaled(string text, int decimals)
    {
        var (group, point) = reading.Language switch { "pl" => (" ", ","), "de" => ("\\.", ","), _ => (",", "\\.") };
        var isNumber = Regex.IsMatch(text, $"^-?([0-9]{{1,15}}|[0-9]{{1,3}}({group}[0-9]{{3}}){{1,4}})({point}[0-9]{{1,{Math.Max(decimals, 1)}}})?$", RegexOptions.CultureInvariant);
        var plain = text.Replace(group.TrimStart('\\'), "", StringComparison.Ordinal).Replace(point.TrimStart('\\'), ".", StringComparison.Ordinal);
        if (!isNumber || !decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var scaled = number * (decimal)Math.Pow(10, decimals);
        return scaled == decimal.Truncate(scaled) ? (long)scaled : null;
    }

    [GeneratedRegex(@"[\s\p{Zs}-[\u00a0\u202f]]+")]
    private static partial Regex Blanks();
}
