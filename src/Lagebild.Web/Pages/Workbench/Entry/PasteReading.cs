using Lagebild.Charts;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>How a pasted table writes its numbers.</summary>
public enum NumberSigns
{
    /// <summary>Not said: what may mean thousands or decimals is asked about.</summary>
    Ask,

    /// <summary>1.234,5</summary>
    Comma,

    /// <summary>1,234.5</summary>
    Point,
}

/// <summary>Why a pasted table, or a row of it, did not go into the grid.</summary>
public enum PasteFault
{
    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>It has no row headings, and another number of rows than the grid.</summary>
    RowCount,

    /// <summary>Its columns name no period of the grid, and there are more of them than periods, or fewer than would leave no doubt.</summary>
    Columns,

    /// <summary>A row heading that names no row of the grid.</summary>
    UnknownRow,

    /// <summary>A row heading that names several rows of the grid.</summary>
    SeveralRows,
}

/// <summary>One thing that was not taken.</summary>
/// <param name="Fault">Why.</param>
/// <param name="Found">The heading, or what was counted.</param>
/// <param name="Expected">What the grid has; empty where that says nothing.</param>
public sealed record PasteFinding(PasteFault Fault, string Found, string Expected = "");

/// <summary>What a pasted table says of the grid's cells.</summary>
public sealed record PasteResult
{
    public IReadOnlyDictionary<EntryKey, string> Values { get; init; } = new Dictionary<EntryKey, string>();

    public IReadOnlyList<PasteFinding> Findings { get; init; } = [];
}

/// <summary>
/// Finds the cells of a grid that a pasted table means. Row headings are names or codes of indicator, way of counting and breakdown in any of the three languages; headings of
/// columns name periods. Without row headings the rows go in the grid's order, without periods the columns do. Empty cells change nothing. Pure.
/// </summary>
public sealed class PasteReading(EntryGrid grid, Func<EntryKey, IEnumerable<string>> names)
{
    private readonly EntrySection[] _sections = [.. grid.Sections];

    /// <summary>Into one section where <paramref name="only"/> is given, else into those the table names.</summary>
    public PasteResult Read(string text, NumberSigns signs, EntrySection? only)
    {
        var table = PastedTable.Read(text);
        if (table.Count == 0)
        {
            return Refused(new(PasteFault.Empty, ""));
        }

        var width = table.Max(r => r.Count);
        var headings = HeadingsOf(table);
        var rows = headings is null ? table : [.. table.Skip(1)];
        var first = LabelColumns(rows, headings, width);
        return Columns(headings, first, width, only) is { } columns
            ? first == 0 ? InOrder(rows, columns, signs) : ByName(rows, first, columns, signs)
            : Refused(new(PasteFault.Columns, Reading.Number(width - first), Reading.Number(only is null ? _sections.Length : 1)));
    }

    /// <summary>The first row where it holds no value: it names periods, or what its columns are.</summary>
    private IReadOnlyList<string>? HeadingsOf(IReadOnlyList<IReadOnlyList<string>> table)
    {
        var cells = table[0].Where(c => c.Length > 0).ToArray();
        return table.Count > 1 && (cells.Any(c => SectionsOf(c).Any()) || cells.All(c => !IsNumber(c))) && table.Skip(1).Any(r => r.Any(IsNumber)) ? table[0] : null;
    }

    /// <summary>How many columns before the first with values hold headings: those with more words than numbers. A table of one column has none.</summary>
    private int LabelColumns(IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<string>? headings, int width)
    {
        var count = 0;
        while (count < width - 1 && !(count < headings?.Count && SectionsOf(headings[count]).Any()) && HoldsWords(rows, count))
        {
            count++;
        }

        return count;
    }

    private static bool HoldsWords(IReadOnlyList<IReadOnlyList<string>> rows, int column)
    {
        string[] cells = [.. rows.Where(r => column < r.Count && r[column].Length > 0).Select(r => r[column])];
        return cells.Length > 0 && cells.Count(IsNumber) * 2 < cells.Length;
    }

    /// <summary>The sections that each column of values stands for, by its position; null where that is not certain.</summary>
    private Dictionary<int, IReadOnlyList<EntrySection>>? Columns(IReadOnlyList<string>? headings, int first, int width, EntrySection? only)
    {
        var named = Enumerable.Range(first, width - first).Where(c => c < headings?.Count)
            .Select(c => (Column: c, Sections: (IReadOnlyList<EntrySection>)[.. SectionsOf(headings![c]).Where(s => only is null || s == only)])).Where(c => c.Sections.Count > 0).ToArray();
        if (named.Length > 0)
        {
            return named.ToDictionary(c => c.Column, c => c.Sections);
        }

        EntrySection[] asked = only is null ? _sections : [only];
        return width - first == asked.Length ? asked.Select((s, at) => (s, at)).ToDictionary(s => first + s.at, s => (IReadOnlyList<EntrySection>)[s.s])
            : width - first == 1 && asked.Select(s => s.End).Distinct().Count() == 1 ? new() { [first] = asked }
            : null;
    }

    private static PasteResult InOrder(IReadOnlyList<IReadOnlyList<string>> rows, Dictionary<int, IReadOnlyList<EntrySection>> columns, NumberSigns signs)
    {
        var most = columns.Values.Max(s => s.Sum(x => x.Fields.Count));
        if (columns.Values.Any(s => s.Sum(x => x.Fields.Count) != rows.Count))
        {
            return Refused(new(PasteFault.RowCount, Reading.Number(rows.Count), Reading.Number(most)));
        }

        var values = from column in columns
                     from field in column.Value.SelectMany(s => s.Fields).Select((f, at) => (f.Key, at))
                     where column.Key < rows[field.at].Count && rows[field.at][column.Key].Length > 0
                     select (field.Key, Text: Plain(rows[field.at][column.Key], signs));
        return new() { Values = values.ToDictionary(v => v.Key, v => v.Text) };
    }

    private PasteResult ByName(IReadOnlyList<IReadOnlyList<string>> rows, int first, Dictionary<int, IReadOnlyList<EntrySection>> columns, NumberSigns signs)
    {
        var (values, findings) = (new Dictionary<EntryKey, string>(), new List<PasteFinding>());
        var known = KnownNames(columns.Values.SelectMany(s => s).Distinct());
        foreach (var row in rows)
        {
            var heading = string.Join(" ", row.Take(first).Where(c => c.Length > 0));
            var series = row.Take(first).Append(heading).Select(h => known[Normal(h)].Distinct().ToArray()).Where(f => f.Length > 0).OrderBy(f => f.Length).FirstOrDefault() ?? [];
            if (series.Length != 1)
            {
                findings.Add(new(series.Length == 0 ? PasteFault.UnknownRow : PasteFault.SeveralRows, heading));
                continue;
            }

            foreach (var field in columns.SelectMany(c => c.Value.SelectMany(s => s.Fields).Where(f => SeriesOf(f.Key) == series[0]).Select(f => (f.Key, Column: c.Key))))
            {
                if (field.Column < row.Count && row[field.Column].Length > 0)
                {
                    values[field.Key] = Plain(row[field.Column], signs);
                }
            }
        }

        return new() { Values = values, Findings = findings };
    }

    private ILookup<string, (string, string)> KnownNames(IEnumerable<EntrySection> sections) => sections.SelectMany(s => s.Fields).Select(f => f.Key)
        .SelectMany(k => names(k).Select(n => (Name: Normal(n), Series: SeriesOf(k)))).Distinct().ToLookup(n => n.Name, n => n.Series);

    private static (string, string) SeriesOf(EntryKey key) => (key.Variant, key.Breakdown);

    private IEnumerable<EntrySection> SectionsOf(string heading) => heading.Length == 0 ? [] : _sections.Where(s => PeriodNames(s).Contains(Normal(heading)));

    /// <summary>All the ways a period is written as a heading.</summary>
    private static HashSet<string> PeriodNames(EntrySection section) =>
        [.. section.Fields.Select(f => f.Key.Period).Append(section.Period).Distinct().SelectMany(PeriodNames).Select(Normal)];

    private static IEnumerable<string> PeriodNames(Period period) =>
    [
        .. Languages.All.SelectMany(l => new[] { PeriodText.Label(period, l), DateFormat.Period(period, l), DateFormat.PeriodName(period, l), DateFormat.Short(period.End, l), DateFormat.Long(period.End, l) }),
        FormattableString.Invariant($"{period.End:yyyy-MM-dd}"), FormattableString.Invariant($"{period.End:d.M.yyyy}"), period.ToString(),
        .. Short(period),
    ];

    private static IEnumerable<string> Short(Period period) => period.Frequency switch
    {
        Frequency.Annual => [FormattableString.Invariant($"{period.End:yyyy}")],
        Frequency.HalfYearly => [FormattableString.Invariant($"{period.End.Year}-S{(period.End.Month + 5) / 6}"), FormattableString.Invariant($"H{(period.End.Month + 5) / 6} {period.End.Year}")],
        Frequency.Quarterly => [FormattableString.Invariant($"{period.End.Year}-Q{(period.End.Month + 2) / 3}"), FormattableString.Invariant($"Q{(period.End.Month + 2) / 3} {period.End.Year}")],
        Frequency.Monthly => [FormattableString.Invariant($"{period.End:yyyy-MM}"), FormattableString.Invariant($"{period.End:MM/yyyy}"), FormattableString.Invariant($"{period.End:MM.yyyy}"), FormattableString.Invariant($"{period.End:M/yyyy}")],
        _ => [],
    };

    /// <summary>Whether a cell holds a number, or what would be one were it not in doubt.</summary>
    private static bool IsNumber(string text) => TypedNumber.Read(text, 9, percent: true).Wrong is not (Reason.NotANumber or Reason.NumberAsDate);

    /// <summary>Where it is known what points and commas mean, no doubt is left in the text.</summary>
    private static string Plain(string text, NumberSigns signs) => TypedNumber.Meanings(text, percent: true) is not { } meanings || signs == NumberSigns.Ask ? text
        : text.Contains(signs == NumberSigns.Comma ? '.' : ',', StringComparison.Ordinal) ? meanings.Thousands
        : meanings.Decimals;

    private static string Normal(string text) =>
        string.Join(' ', text.Replace("\u00AD", "", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd(':').ToUpperInvariant();

    private static PasteResult Refused(PasteFinding finding) => new() { Findings = [finding] };
}
