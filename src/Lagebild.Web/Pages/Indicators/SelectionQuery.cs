using System.Globalization;
using Lagebild.Statistics;
using Microsoft.Extensions.Primitives;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>How the selected values are drawn.</summary>
public enum SelectionKind
{
    Line,
    Bar,
    Column,
}

/// <summary>
/// What a reader asks of an indicator, as it stands in the address: the same for page and download. What is null or empty was not asked for;
/// then <see cref="Selection"/> decides.
/// </summary>
public sealed record SelectionQuery
{
    /// <summary>More regions than this in one address are refused.</summary>
    public const int MostRegions = 100;

    /// <summary>Region codes, each once, in the order asked for.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Code of a variant of the indicator.</summary>
    public string? Variant { get; init; }

    /// <summary>Code of the feed, where several report the same.</summary>
    public string? Feed { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public string? Breakdown { get; init; }

    /// <summary>First and last day, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public Frequency? Frequency { get; init; }

    public SelectionKind? Kind { get; init; }

    /// <summary>
    /// From <c>?regions=DE-HH,DE-SH&amp;variant=&amp;feed=&amp;breakdown=&amp;from=&amp;to=&amp;frequency=&amp;kind=</c>; regions may also stand several times, as forms send them.
    /// Gives the query, or the first fault found.
    /// </summary>
    public static (SelectionQuery? Query, Fault? Fault) Parse(IQueryCollection query, Catalogue.Catalogue catalogue, string indicator)
    {
        var fields = new Fields(query);
        var read = new SelectionQuery
        {
            Regions = fields.Regions(catalogue),
            Variant = fields.One("variant", text => catalogue.Variant(text)?.Indicator == indicator ? text : null),
            Feed = fields.One("feed", text => IsCode(text) ? text : null),
            Breakdown = fields.Breakdown(catalogue),
            From = fields.One("from", text => Day(text, last: false)),
            To = fields.One("to", text => Day(text, last: true)),
            Frequency = fields.One("frequency", text => FrequencyCode.Parse(text)),
            Kind = fields.One("kind", text => text switch { "line" => SelectionKind.Line, "bar" => SelectionKind.Bar, "column" => SelectionKind.Column, _ => (SelectionKind?)null }),
        };
        fields.Check("to", read.From is null || read.To is null || read.From <= read.To);
        return fields.Fault is { } fault ? (null, fault) : (read, null);
    }

    /// <summary>The parts as they stand in an address, in a fixed order; null where not asked for.</summary>
    public (string Name, string? Value)[] ToAddress() =>
    [
        ("regions", Regions.Count == 0 ? null : string.Join(',', Regions)),
        ("variant", Variant),
        ("feed", Feed),
        ("breakdown", Breakdown),
        ("from", Iso(From)),
        ("to", Iso(To)),
        ("frequency", Frequency?.Letter().ToString()),
        ("kind", Kind?.ToString().ToLowerInvariant()),
    ];

    /// <summary>A day, or the first or last day of a month or year: 2024-02-29, 2024-02, 2024.</summary>
    private static DateOnly? Day(string text, bool last) => text.Length switch
    {
        4 when Exact(text + "-01-01") is { } year => last ? new DateOnly(year.Year, 12, 31) : year,
        7 when Exact(text + "-01") is { } month => last ? month.AddDays(DateTime.DaysInMonth(month.Year, month.Month) - 1) : month,
        10 => Exact(text),
        _ => null,
    };

    /// <summary>Lower-case letters, digits and hyphens; a code that no feed has selects nothing.</summary>
    private static bool IsCode(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static DateOnly? Exact(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads one part after the other and keeps the first fault.</summary>
    private sealed class Fields(IQueryCollection query)
    {
        public Fault? Fault { get; private set; }

        public string[] Regions(Catalogue.Catalogue catalogue)
        {
            string[] codes = [.. query["regions"].SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct()];
            string[] unknown = [.. codes.Where(c => catalogue.Region(c) is null)];
            Check("regions", codes.Length <= MostRegions);
            Fault ??= unknown.Length == 0 ? null : Pages.Fault.Of("regions", string.Join(", ", unknown));
            return codes;
        }

        /// <summary>Present and empty means the total; absent means not asked for.</summary>
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

        /// <summary>As forms send it, a dimension each: <c>sex=F&amp;age=</c>; an empty one means its total.</summary>
        private string? ByDimension(IReadOnlyList<Dimension> dimensions, Catalogue.Catalogue catalogue)
        {
            var parts = dimensions.Select(d => KeyValuePair.Create(d.Code, One(d.Code, code => catalogue.Code(d.Code, code) is null ? null : code))).Where(p => p.Value is not null);
            return dimensions.Count == 0 ? null : Statistics.Breakdown.Of(parts.Select(p => KeyValuePair.Create(p.Key, p.Value!)).ToArray()).Key;
        }

        /// <summary>A part that stands once at most; an empty one was not asked for. The reader gives null for what it can't read.</summary>
        public T? One<T>(string field, Func<string, T?> read)
            where T : struct => Text(field) is { } text ? Read(field, read(text)) : null;

        public string? One(string field, Func<string, string?> read) => Text(field) is { } text ? Read(field, read(text)) : null;

        public void Check(string field, bool holds)
        {
            if (!holds)
            {
                Fault ??= Pages.Fault.Of(field, query[field].ToString());
            }
        }

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
}
