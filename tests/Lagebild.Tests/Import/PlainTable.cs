using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lagebild.Tests.Import;

/// <summary>A second, simple reading of a table: letter by letter, knowing nothing of profiles. What is no table throws <see cref="FormatException"/>.</summary>
internal static class PlainTable
{
    /// <summary>The records below the heading. Positions in headings and cells are the file's.</summary>
    public static IEnumerable<PlainRow> Rows(byte[] bytes, PlainFile file)
    {
        file.Begin();
        var records = Records(Decoded(bytes, file.Encoding), file).Where(r => r.Cells.Any(c => c.Trim().Length > 0) || file.HeaderRows > 1).ToList();
        var header = records.Take(file.HeaderRows).Select(r => r.Cells).ToArray();
        if (header.Length < file.HeaderRows)
        {
            throw new FormatException("No heading.");
        }

        var headings = Enumerable.Range(0, header.Max(h => h.Length)).Select(c => string.Join(" | ", header.Select(h => Collapsed(h.ElementAtOrDefault(c) ?? "")).Where(t => t.Length > 0))).ToArray();
        foreach (var record in records.Skip(file.HeaderRows).Where(r => r.Cells.Any(c => c.Trim().Length > 0)))
        {
            yield return record.Cells.Length == headings.Length
                ? new PlainRow(record.Line, headings, [.. record.Cells.Select(Collapsed)])
                : throw new FormatException($"Line {record.Line}: {record.Cells.Length} cells.");
        }
    }

    public static string Collapsed(string text) => Regex.Replace(text.Trim(), @"\s+", " ");

    private static string Decoded(byte[] bytes, string encoding)
    {
        var text = bytes is [0xFF, 0xFE, ..] ? new UnicodeEncoding(false, true).GetString(bytes[2..])
            : bytes is [0xFE, 0xFF, ..] ? new UnicodeEncoding(true, true).GetString(bytes[2..])
            : bytes is [0xEF, 0xBB, 0xBF, ..] ? Encoding.UTF8.GetString(bytes[3..])
            : (encoding == "utf-8" || (encoding == "auto" && System.Text.Unicode.Utf8.IsValid(bytes)) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(encoding == "auto" ? "windows-1252" : encoding)!).GetString(bytes);
        return text.Normalize();
    }

    private static IEnumerable<(int Line, string[] Cells)> Records(string text, PlainFile file)
    {
        var (at, line) = (0, 1);
        for (var skipped = 0; skipped < file.Skip; skipped++)
        {
            at = text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;
            line++;
        }

        while (at < text.Length)
        {
            var (start, first) = (at, line);
            if (file.Footer is not null && Regex.IsMatch(Line(text, at), $@"\A(?:{file.Footer})\z"))
            {
                yield break;
            }

            var cells = Cells(text, ref at, file);
            if (cells.Any(c => c.AsSpan().ContainsAny('\0', '\uFFFD')))
            {
                throw new FormatException("No text.");
            }

            line += text.AsSpan(start, at - start).Count('\n');
            if (cells is not [""])
            {
                yield return (first, cells);
            }
        }
    }

    private static string Line(string text, int at) => text[at..(text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length)].TrimEnd('\r');

    private static string[] Cells(string text, ref int at, PlainFile file)
    {
        var (cells, cell) = (new List<string>(), new StringBuilder());
        for (var ended = false; !ended;)
        {
            ended = !Cell(text, ref at, file, cell);
            cells.Add(cell.ToString());
            cell.Clear();
        }

        return file.Packed == '\0' ? [.. cells] : [.. cells[0].Split(file.Packed), .. cells.Skip(1)];
    }

    /// <summary>False where the record ends behind the cell.</summary>
    private static bool Cell(string text, ref int at, PlainFile file, StringBuilder cell)
    {
        if (file.IsQuoted && at < text.Length && text[at] == '"')
        {
            at++;
            while (true)
            {
                if (at >= text.Length)
                {
                    throw new FormatException("An open quote.");
                }

                if (text[at] == '"' && (at + 1 >= text.Length || text[at + 1] != '"'))
                {
                    at++;
                    break;
                }

                at += text[at] == '"' ? 1 : 0;
                cell.Append(text[at++]);
            }

            if (at < text.Length && text[at] != file.Delimiter && text[at] is not ('\r' or '\n'))
            {
                throw new FormatException("Text behind a quote.");
            }
        }

        while (at < text.Length && text[at] != file.Delimiter && text[at] is not ('\r' or '\n'))
        {
            cell.Append(text[at] == '"' && file.IsQuoted ? throw new FormatException("A quote within a cell.") : text[at]);
            at++;
        }

        if (at < text.Length && text[at] == file.Delimiter)
        {
            at++;
            return true;
        }

        at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : at < text.Length ? 1 : 0;
        return false;
    }
}

/// <summary>One record.</summary>
internal sealed record PlainRow(int Line, string[] Headings, string[] Cells)
{
    public string this[string heading] => Array.IndexOf(Headings, heading) is var at and >= 0 ? Cells[at] : throw new FormatException($"No column {heading}.");

    public PlainValue Value(string heading, string indicator, string region, string breakdown, string period, (string Value, string Status) what) =>
        Value(Array.IndexOf(Headings, heading), indicator, region, breakdown, period, what);

    public PlainValue Value(int column, string indicator, string region, string breakdown, string period, (string Value, string Status) what) =>
        new(Line, $"{column + 1} {Headings[column]}", indicator, region, breakdown, period, what.Value, what.Status);
}

/// <summary>A value in the form of <c>profile read</c>.</summary>
internal sealed record PlainValue(int Line, string Field, string Indicator, string Region, string Breakdown, string Period, string Value, string Status);

/// <summary>How a file is written, and what its rows say.</summary>
internal sealed record PlainFile(string Profile, string Path, Func<PlainRow, IEnumerable<PlainValue>> Values)
{
    public char Delimiter { get; init; } = ',';

    public string Encoding { get; init; } = "utf-8";

    public bool IsQuoted { get; init; } = true;

    public char Packed { get; init; }

    public int Skip { get; init; }

    public int HeaderRows { get; init; } = 1;

    public string? Footer { get; init; }

    /// <summary>Forgets the file before.</summary>
    public Action Begin { get; init; } = () => { };

    /// <summary>Rows, sum of the values of each indicator, number of each status but the ordinary one: taken from the file by other means.</summary>
    public string Totals { get; init; } = "";

    /// <summary>Findings by reason, as <c>profile read</c> tells them; unknown regions are those outside the catalogue.</summary>
    public string Findings { get; init; } = "";

    public override string ToString() => Profile;

    /// <summary>A number with a point, or a sign. <paramref name="form"/> is what a number looks like.</summary>
    public static (string Value, string Status) Read(string cell, IReadOnlyDictionary<string, string> signs, decimal factor = 1, string form = @"\d+(?:\.\d+)?", string ordinary = "normal")
    {
        if (signs.TryGetValue(cell, out var sign))
        {
            return sign == "0" ? ("0", ordinary) : ("", sign);
        }

        cell = Regex.IsMatch(cell, @"\A[-\u2212\u2013] ?0+(?:[.,]0+)?\z") ? "0" : Regex.IsMatch(cell, @"\A\+ ?\d") && !form.StartsWith("[+-]", StringComparison.Ordinal) ? cell[1..].Trim() : cell;
        var bare = Regex.IsMatch(cell, $@"\A(?:{form})\z") ? Regex.Replace(cell, @"[ \u00A0\u202F]", "").Replace(',', '.') : throw new FormatException($"No number: {cell}");
        return (Plain(decimal.Parse(bare, NumberStyles.Float, CultureInfo.InvariantCulture) * factor), ordinary);
    }

    public static string Plain(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
