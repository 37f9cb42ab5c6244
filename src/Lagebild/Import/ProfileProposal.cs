using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lagebild.Import.Reading;

namespace Lagebild.Import;

/// <summary>
/// A first profile for a file that has none, from what can be seen in it: encoding, delimiter, title lines, heading, signs of numbers, what columns are.
/// What it can't see it writes down for a person to decide: indicators are called after their headings, texts among numbers are taken as missing.
/// </summary>
public sealed class ProfileProposal(Catalogue.Catalogue catalogue)
{
    private const int _looked = 2000;

    private static readonly string[] _day = ["yyyy-MM-dd"];

    private static readonly string[] _delimiters = [";", ",", "\t", "|"];

    private static readonly JsonSerializerOptions _json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Text, string Pattern)[] _periods =
    [
        (@"\d{4}-\d{2}-\d{2}", "yyyy-MM-dd"), (@"\d{2}\.\d{2}\.\d{4}", "dd.MM.yyyy"), (@"\d{2}-\d{2}-\d{4}", "dd-MM-yyyy"), (@"\d{4}-\d{2}", "yyyy-MM"),
        (@"\d{4}M\d{2}", "yyyy'M'MM"), (@"\p{L}+ \d{4}", "MMMM yyyy"), (@"[12]\. Halbjahr \d{4}", "H'. Halbjahr 'yyyy"), (@"\d{4}-Q[1-4]", "yyyy-'Q'Q"), (@"(?:18|19|20)\d{2}", "yyyy"),
    ];

    /// <summary>The signs of Eurostat, which others use too.</summary>
    private static readonly Dictionary<string, string> _eurostat = new() { ["b"] = "break", ["c"] = "confidential", ["e"] = "estimated", ["f"] = "forecast", ["p"] = "provisional", ["s"] = "estimated", ["u"] = "low-reliability" };

    /// <summary>JSON as <see cref="Profile.Parse"/> reads it. Throws <see cref="InvalidDataException"/> where no table can be seen.</summary>
    public string For(FeedFile file)
    {
        var dialect = DialectOf(file);
        var table = SeenTable.Of(Rows(file, dialect)) ?? throw new InvalidDataException($"No table with numbers can be seen in {file.Name}.");
        var profile = new Dictionary<string, object>
        {
            ["code"] = Code(file.Name),
            ["file"] = file.Name,
            ["encoding"] = dialect.Encoding,
            ["delimiter"] = dialect.Delimiter,
            ["skip"] = table.Skip,
            ["header"] = new { rows = table.HeaderRows, fillRight = Enumerable.Range(1, table.HeaderRows - 1) },
            ["decimal"] = table.IsAmbiguous ? Profile.Auto : table.Decimal,
            ["group"] = table.IsAmbiguous ? "" : table.Group,
            ["periods"] = table.PeriodTexts().Select(PeriodPattern).OfType<string>().Distinct().ToArray(),
            ["symbols"] = table.Symbols.ToDictionary(s => s, _ => "missing"),
        };
        AddPacking(profile, table);
        AddRest(profile, table);
        return JsonSerializer.Serialize(profile, _json);
    }

    private static void AddPacking(Dictionary<string, object> profile, SeenTable table)
    {
        if (table.Packed is { } packed)
        {
            (profile["packed"], profile["quote"]) = (packed, "");
        }

        if (table.Flags.Count > 0)
        {
            profile["flags"] = new { glued = true, map = table.Flags.ToDictionary(f => f, f => _eurostat.GetValueOrDefault(f, "normal")) };
        }
    }

    private void AddRest(Dictionary<string, object> profile, SeenTable table)
    {
        if (table.Footer is { } footer)
        {
            profile["footer"] = Regex.Escape(footer);
        }

        var constants = new Dictionary<string, string>();
        if (((string[])profile["periods"]).Length == 0)
        {
            profile["periods"] = _day;
            constants["period"] = "2000-01-01";
        }

        if (RegionColumn(table) < 0)
        {
            constants["region"] = "W";
        }

        profile["constants"] = constants;

        profile["columns"] = Enumerable.Range(0, table.Headings.Count).Select(c => Column(table, c)).DistinctBy(c => c["match"]).ToArray();
    }

    private Dictionary<string, object> Column(SeenTable table, int column)
    {
        var heading = table.Headings[column];
        var entry = new Dictionary<string, object> { ["match"] = heading.Length == 0 ? $"#{column + 1}" : Match(heading, table.IsValue(column)) };
        var role = Role(table, column);
        entry["as"] = role.As;
        if (role.Scheme is not null)
        {
            entry["scheme"] = role.Scheme;
        }

        if (role.As == "guard")
        {
            entry["is"] = table.Texts(column).Distinct().ToArray();
        }

        if (role.As == "value")
        {
            entry["indicator"] = Code(WithoutPeriod(heading));
            if (table.HasPercent(column))
            {
                entry["strip"] = @"\s?%";
            }
        }

        return entry;
    }

    private (string As, string? Scheme) Role(SeenTable table, int column) =>
        column == RegionColumn(table) ? ("region", SchemeOf(table, column)) : (RoleAlone(table, column), null);

    private static string RoleAlone(SeenTable table, int column) =>
        table.IsValue(column) ? "value"
        : column == table.FirstPeriod ? "period"
        : table.Texts(column).First().Length > 0 && table.Texts(column).Distinct().Count() == 1 ? "guard"
        : "ignore";

    /// <summary>The column with most texts that are names or codes of places; else the first that is neither period nor number.</summary>
    private int RegionColumn(SeenTable table)
    {
        var free = Enumerable.Range(0, table.Headings.Count).Where(c => !table.IsValue(c) && !table.IsPeriod(c)).ToArray();
        return free.Length == 0 ? -1 : free.OrderByDescending(c => Known(table, c, SchemeOf(table, c))).First();
    }

    private string SchemeOf(SeenTable table, int column) => catalogue.Regions.SelectMany(r => r.Aliases.Keys).Distinct().Order(StringComparer.Ordinal).Prepend("code").MaxBy(s => Known(table, column, s))!;

    private int Known(SeenTable table, int column, string scheme) => table.Texts(column).Distinct()
        .Count(t => (scheme == "code" ? catalogue.Region(t) : catalogue.RegionByAlias(scheme, t)) is not null);

    private static string Match(string heading, bool isValue)
    {
        var escaped = Regex.Escape(heading).Replace("\\ ", " ", StringComparison.Ordinal);
        var period = isValue ? Found(heading) : null;
        return period is null ? escaped : escaped.Replace(Regex.Escape(period.Value.Text), $"(?<period>{period.Value.Expression})", StringComparison.Ordinal);
    }

    private static (string Text, string Expression)? Found(string heading) =>
        _periods.Select(p => (Regex.Match(heading, $@"(?<!\d){p.Text}(?!\d)"), p.Text)).Where(p => p.Item1.Success).Select(p => ((string, string)?)(p.Item1.Value, p.Text)).FirstOrDefault();

    private static string WithoutPeriod(string heading) => Found(heading) is { } period ? heading.Replace(period.Text, "", StringComparison.Ordinal) : heading;

    private static string? PeriodPattern(string text) => _periods.FirstOrDefault(p => WholeText.Pattern(p.Text).IsMatch(text)).Pattern;

    private static string Code(string text)
    {
        var code = Regex.Replace(Regex.Replace(text.ToLowerInvariant().Normalize(NormalizationForm.FormD), @"\p{M}", ""), "[^a-z0-9]+", "-").Trim('-');
        return code.Length == 0 ? "value" : code;
    }

    private static (string Encoding, string Delimiter) DialectOf(FeedFile file)
    {
        if (SheetRecords.IsWorkbook(file))
        {
            return ("utf-8", ",");
        }

        var encoding = Dialect.Of(file, Open(Profile.Auto, ","), FeedReader.Trial(Open(Profile.Auto, ","))).Encoding.WebName;
        var best = _delimiters.MaxBy(d => SeenTable.Regularity(Rows(file, (encoding, d))))!;
        return (encoding, best);
    }

    private static List<SeenRow> Rows(FeedFile file, (string Encoding, string Delimiter) dialect)
    {
        var (profile, rows) = (Open(dialect.Encoding, dialect.Delimiter), new List<SeenRow>());
        using var records = Records.Open(file, profile, FeedReader.Trial(profile));
        while (rows.Count < _looked && records.Next())
        {
            rows.Add(new SeenRow(records.Line, Encoding.UTF8.GetString(records.Raw).TrimEnd('\r', '\n'), [.. records.Texts().Select(WholeText.Collapsed)]));
        }

        return rows;
    }

    private static Profile Open(string encoding, string delimiter) => new() { Encoding = encoding, Delimiter = delimiter, Columns = [] };
}

/// <summary>A record as it stands in a file.</summary>
internal sealed record SeenRow(int Line, string Raw, string[] Cells);

/// <summary>The part of a file that looks like a table: rows of one width, numbers below a heading.</summary>
internal sealed class SeenTable
{
    private static readonly Regex _number = new(@"\A[+\-]? ?\d+(?:[., \u00A0\u202F]\d+)*(?:e[+\-]?\d+)?(?: [a-z]{1,3}| ?%)?\z");
    private static readonly Regex _named = new(@"\A(?:\p{L}+|[12]\. Halbjahr) (?:18|19|20)\d\d\z");
    private static readonly Regex _date = new(@"(?<!\d)(?:\d{4}-\d{2}-\d{2}|\d{2}\.\d{2}\.\d{4}|\d{2}-\d{2}-\d{4}|\d{4}-\d{2}|\d{4}M\d{2}|\d{4}-Q[1-4]|(?:18|19|20)\d{2})(?!\d)");
    private static readonly List<string> _packing = [",", ";", "|"];

    private static readonly Regex _decimalComma = new(@",\d+\z");
    private static readonly Regex _decimalPoint = new(@"\A[^.,]*\.(?:\d{1,2}|\d{4,})\z");
    private static readonly Regex _groupedByPoint = new(@"\A[+\-]? ?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?\z");
    private static readonly Regex _groupedByBlank = new(@"\A[+\-]? ?\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d+)?\z");
    private static readonly Regex _groupedByComma = new(@"\A[+\-]? ?[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?\z|\A[+\-]? ?[1-9]\d{0,2}(?:,\d{3})+\.\d+\z");
    private static readonly Regex _undecided = new(@"\A[+\-]? ?[1-9]\d{0,2}[.,]\d{3}\z");
    private static readonly Regex _sign = new(@"(?<=\d) ([a-z]{1,3})\z");
    private static readonly Regex _behind = new(@"(?: [a-z]{1,3}| ?%)\z");
    private static readonly Regex _codeHeading = new("(?:^|[^a-z])(?:code|kod|ags|schlüssel|nr|id|ls)(?:$|[^a-z])", RegexOptions.IgnoreCase);

    private readonly List<SeenRow> _rows;
    private readonly bool[] _isValue;

    private SeenTable(List<SeenRow> rows, int skip, int headerRows, string? footer)
    {
        Packed = _packing.Find(p => rows.Select(r => r.Cells[0].Split(p).Length).Distinct().ToArray() is [> 1]);
        var unpacked = Packed is null ? rows : [.. rows.Select(r => r with { Cells = [.. r.Cells[0].Split(Packed), .. r.Cells.Skip(1)] })];
        (_rows, Skip, HeaderRows, Footer) = ([.. unpacked.Skip(headerRows)], skip, headerRows, footer);
        Headings = Reading.Headings.Of([.. unpacked.Take(headerRows).Select(r => r.Cells)], new ProfileHeader { Rows = headerRows, FillRight = [.. Enumerable.Range(1, headerRows - 1)] });
        bool[] numeric = [.. Headings.Select((_, c) => IsNumeric(_rows, c) && !HasPeriods(c) && !IsCode(c))];
        var named = Headings.Where((_, c) => numeric[c]).Select(WithoutDate).ToHashSet(StringComparer.Ordinal);
        _isValue = [.. Headings.Select((h, c) => numeric[c] || (_date.IsMatch(h) && named.Contains(WithoutDate(h))))];
    }

    public int Skip { get; }

    public int HeaderRows { get; }

    /// <summary>The line that ends the table; null where the file does.</summary>
    public string? Footer { get; }

    public IReadOnlyList<string> Headings { get; }

    public int FirstPeriod => Enumerable.Range(0, Headings.Count).FirstOrDefault(HasPeriods, -1);

    /// <summary>Whether a number like 1.234 or 1,234 stands there and nothing tells what its sign means: a person has to.</summary>
    public bool IsAmbiguous => Numbers().Any(n => _undecided.IsMatch(n)) && !Numbers().Any(n => !_undecided.IsMatch(n) && n.AsSpan().ContainsAny('.', ','));

    /// <summary>The sign that splits the first column into several in every row; null for none.</summary>
    public string? Packed { get; }

    /// <summary>Signs that stand behind numbers in their cells.</summary>
    public IReadOnlyList<string> Flags => [.. Written().Select(n => _sign.Match(n)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    public string Decimal => Group == "." || (Group != "," && Numbers().Any(n => _decimalComma.IsMatch(n))) ? "," : ".";

    public string Group => Numbers().Any(n => _groupedByPoint.IsMatch(n)) && !Numbers().Any(n => _decimalPoint.IsMatch(n)) ? "."
        : Numbers().Any(n => _groupedByComma.IsMatch(n)) ? ","
        : Numbers().Any(n => _groupedByBlank.IsMatch(n)) ? " " : "";

    /// <summary>Texts among the numbers.</summary>
    public IEnumerable<string> Symbols => Enumerable.Range(0, Headings.Count).Where(IsValue).SelectMany(Texts).Where(t => !_number.IsMatch(t)).Distinct().Take(20);

    /// <summary>Null where there is none.</summary>
    public static SeenTable? Of(List<SeenRow> rows)
    {
        var width = Width(rows);
        var first = rows.FindIndex(r => r.Cells.Length == width && r.Cells.Count(c => c.Length > 0) > 1);
        var data = first < 0 ? -1 : rows.FindIndex(first + 1, r => r.Cells.Length == width && IsData(r));
        if (data < 0)
        {
            return null;
        }

        var end = rows.FindIndex(data, r => r.Cells.Length != width);
        var table = rows[first..(end < 0 ? rows.Count : end)];
        return new SeenTable(table, rows[first].Line - 1, data - first, end < 0 ? null : rows[end].Raw.Split('\n')[0].TrimEnd('\r'));
    }

    /// <summary>How much a file looks like a table when read this way: rows of one width, then numbers in them.</summary>
    public static (int Rows, int Numbers) Regularity(List<SeenRow> rows) => Width(rows) is var width && width < 2
        ? (0, 0)
        : (rows.Count(r => r.Cells.Length == width) * Math.Min(width, 4), rows.Sum(r => r.Cells.Count(c => _number.IsMatch(c))));

    public bool IsValue(int column) => _isValue[column];

    public bool HasPercent(int column) => Texts(column).Any(t => t.EndsWith('%'));

    public bool IsPeriod(int column) => HasPeriods(column);

    public IEnumerable<string> Texts(int column) => _rows.Select(r => column < r.Cells.Length ? r.Cells[column] : "");

    /// <summary>Texts that say when: of the period's column, else of the headings.</summary>
    public IEnumerable<string> PeriodTexts() => FirstPeriod >= 0 ? Texts(FirstPeriod).Distinct() : Headings.SelectMany(h => _date.Matches(h).Select(m => m.Value));

    private static int Width(List<SeenRow> rows) => rows.Count == 0 ? 0 : rows.GroupBy(r => r.Cells.Length).MaxBy(g => g.Count())!.Key;

    private static bool IsData(SeenRow row) => row.Cells.Any(c => _number.IsMatch(c) && !IsDate(c));

    private bool HasPeriods(int column) => Texts(column).Count(IsDate) * 5 > _rows.Count * 4;

    private static bool IsDate(string text) => _named.IsMatch(text) || (_date.Match(text) is { Success: true } match && match.Value == text);

    /// <summary>Numbers all of one length that begin with zero somewhere, or of a column named as one of codes.</summary>
    private bool IsCode(int column) =>
        Texts(column).Any(t => t.Length > 1 && t[0] == '0' && char.IsAsciiDigit(t[1])) || _codeHeading.IsMatch(Headings[column]);

    /// <summary>Columns that differ in their period alone hold the same, also where one of them is empty yet.</summary>
    private static string WithoutDate(string heading) => _date.Replace(heading, "");

    private static bool IsNumeric(List<SeenRow> rows, int column) => rows.Count(r => _number.IsMatch(r.Cells.ElementAtOrDefault(column) ?? "")) * 2 > rows.Count;

    /// <summary>Numbers without what stands behind them.</summary>
    private IEnumerable<string> Numbers() => Written().Select(n => _behind.Replace(n, ""));

    private IEnumerable<string> Written() => Enumerable.Range(0, Headings.Count).Where(IsValue).SelectMany(Texts).Where(t => _number.IsMatch(t));
}
