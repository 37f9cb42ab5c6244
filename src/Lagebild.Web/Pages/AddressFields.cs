using System.Globalization;
using System.Text.Json;
using Lagebild.Statistics;
using Microsoft.Extensions.Primitives;

namespace Lagebild.Web.Pages;

/// <summary>Reads the parts of an address one after the other and keeps the first fault.</summary>
public sealed class AddressFields(IQueryCollection query)
{
    /// <summary>Null where all that was read so far can be understood.</summary>
    public Fault? Fault { get; private set; }

    /// <summary>A day as it stands in an address: 2024-02-29; null stays null.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Codes of regions, each once, in the order asked for: separated by commas, or the part several times, as forms send it.</summary>
    public IReadOnlyList<string> Regions(Catalogue.Catalogue catalogue, int most) => Codes("regions", code => catalogue.Region(code) is not null, most);

    /// <summary>The same for codes of any kind. More than the most, or one that is not known, is a fault.</summary>
    public IReadOnlyList<string> Codes(string field, Func<string, bool> isKnown, int most)
    {
        string[] codes = [.. query[field].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
        string[] unknown = [.. codes.Where(c => !isKnown(c))];
        Fault ??= codes.Length > most ? Pages.Fault.Of(field, query[field].ToString()) with { Most = most }
            : unknown.Length > 0 ? Pages.Fault.Of(field, string.Join(", ", unknown)) with { Most = most }
            : null;
        return codes;
    }

    /// <summary>Key of a breakdown. Present and empty means the total; absent means not asked for.</summary>
    public string? Breakdown(Catalogue.Catalogue catalogue)
    {
        if (!query.TryGetValue("breakdown", out var found))
        {
            return ByDimension([.. catalogue.Dimensions.Where(d => query.ContainsKey(d.Code))], catalogue);
        }

        var key = found.Count == 1 ? Statistics.Breakdown.Parse(found.ToString()) : null;
        Check("breakdown", key is not null && key.Parts.All(p => catalogue.Code(p.Key, p.Value) is not null));
        return key?.Key;
    }

    /// <summary>First and last day, both included: days, months or years; the first is not after the last.</summary>
    public (DateOnly? From, DateOnly? To) Span()
    {
        var (from, to) = (One("from", text => Day(text, last: false)), One("to", text => Day(text, last: true)));
        Check("to", from is null || to is null || from <= to);
        return (from, to);
    }

    /// <summary>Whether a part stands once and says just this.</summary>
    public bool Is(string field, string text) => query[field] is [var only] && only == text;

    /// <summary>A part that stands once at most; an empty one was not asked for. The reader gives null for what it can't read.</summary>
    public T? One<T>(string field, Func<string, T?> read)
        where T : struct => Text(field) is { } text ? Read(field, read(text)) : null;

    /// <summary>The same for a text.</summary>
    public string? One(string field, Func<string, string?> read) => Text(field) is { } text ? Read(field, read(text)) : null;

    /// <summary>A word of an enumeration, in lower case with hyphens.</summary>
    public T? OneOf<T>(string field)
        where T : struct, Enum
    {
        var read = One(field, text => Enum.GetValues<T>().Where(v => Kebab(v) == text).Cast<T?>().FirstOrDefault());
        Fault = Fault?.Field == field ? Fault with { Choices = string.Join(", ", Enum.GetValues<T>().Select(Kebab)) } : Fault;
        return read;
    }

    /// <summary>Notes a fault where something does not hold and none was found before.</summary>
    public void Check(string field, bool holds)
    {
        if (!holds)
        {
            Fault ??= Pages.Fault.Of(field, query[field].ToString());
        }
    }

    /// <summary>A day, or the first or last day of a month or year: 2024-02-29, 2024-02, 2024.</summary>
    private static DateOnly? Day(string text, bool last) => text.Length switch
    {
        4 when Exact(text + "-01-01") is { } year => last ? new DateOnly(year.Year, 12, 31) : year,
        7 when Exact(text + "-01") is { } month => last ? month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1) : month,
        10 => Exact(text),
        _ => null,
    };

    private static DateOnly? Exact(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>As forms send it, a dimension each: <c>sex=F&amp;age=</c>; an empty one means its total.</summary>
    private string? ByDimension(IReadOnlyList<Dimension> dimensions, Catalogue.Catalogue catalogue)
    {
        var parts = dimensions.Select(d => KeyValuePair.Create(d.Code, One(d.Code, code => catalogue.Code(d.Code, code) is null ? null : code))).Where(p => p.Value is not null);
        return dimensions.Count == 0 ? null : Statistics.Breakdown.Of(parts.Select(p => KeyValuePair.Create(p.Key, p.Value!)).ToArray()).Key;
    }

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private T Read<T>(string field, T value)
    {
        Check(field, value is not null);
        return value;
    }

    private string? Text(string field)
    {
        StringValues found = query[field];
        Check(field, found.Count <= 1);
        return found.Count == 1 && !string.IsNullOrEmpty(found[0]) ? found[0] : null;
    }
}
