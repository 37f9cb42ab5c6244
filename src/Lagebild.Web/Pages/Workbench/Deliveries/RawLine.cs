using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>A line of the delivered file, with the cell in question between its two other parts.</summary>
public sealed record RawLine
{
    /// <summary>Longest text shown of a line.</summary>
    private const int Longest = 600;

    public required int Number { get; init; }

    /// <summary>Whether the finding is about this line.</summary>
    public bool IsFound { get; init; }

    public required string Before { get; init; }

    /// <summary>Empty where no single cell is meant, or it can't be told.</summary>
    public string Marked { get; init; } = "";

    public string After { get; init; } = "";

    /// <summary>A line of a text.</summary>
    public static RawLine Of(int number, string text, Finding finding, Understanding understanding) => number != finding.Line
        ? new() { Number = number, Before = Cut(text) }
        : Split(number, text, CellOf(text, finding, understanding));

    /// <summary>A row of a workbook, its cells beside one another.</summary>
    public static RawLine Of(int number, IReadOnlyList<string> cells, Finding finding, Understanding understanding)
    {
        var text = string.Join(" │ ", cells);
        var at = number == finding.Line ? Position(finding, understanding) : -1;
        return at < 0 || at >= cells.Count ? new() { Number = number, IsFound = number == finding.Line, Before = Cut(text) }
            : Split(number, text, (cells.Take(at).Sum(c => c.Length + 3), cells[at].Length));
    }

    private static RawLine Split(int number, string text, (int Start, int Length)? cell) => cell is not { Length: > 0 } place
        ? new() { Number = number, IsFound = true, Before = Cut(text) }
        : new()
        {
            Number = number,
            IsFound = true,
            Before = place.Start > Longest ? $"…{text[(place.Start - Longest)..place.Start]}" : text[..place.Start],
            Marked = Cut(text.Substring(place.Start, place.Length)),
            After = Cut(text[(place.Start + place.Length)..]),
        };

    /// <summary>The cell under the finding's heading; where no column has it, the only place where what was found stands.</summary>
    private static (int Start, int Length)? CellOf(string text, Finding finding, Understanding understanding) =>
        Position(finding, understanding) is var at and >= 0 && CellPlace.Of(text, understanding, at) is { } cell && (finding.Found.Length == 0 || text.Substring(cell.Start, cell.Length).Length > 0) ? cell
        : finding.Found.Length > 0 && text.IndexOf(finding.Found, StringComparison.Ordinal) is var first and >= 0 && text.IndexOf(finding.Found, first + 1, StringComparison.Ordinal) < 0 ? (first, finding.Found.Length)
        : null;

    /// <summary>From 0; -1 where no column, or more than one, has the heading.</summary>
    private static int Position(Finding finding, Understanding understanding)
    {
        int[] places = finding.Field.Length == 0 ? [] : [.. Enumerable.Range(0, understanding.Columns.Count).Where(i => understanding.Columns[i].Heading == finding.Field)];
        return places is [var only] ? only : -1;
    }

    private static string Cut(string text) => text.Length <= Longest ? text : $"{text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)]}…";
}

/// <summary>Where a cell stands in a line.</summary>
internal static class CellPlace
{
    /// <summary>Null where the line has no such cell: it may go on in the next one.</summary>
    public static (int Start, int Length)? Of(string line, Understanding understanding, int position)
    {
        var (delimiter, quote) = (understanding.Delimiter![0], understanding.Quote.Length == 0 ? '\0' : understanding.Quote[0]);
        var (start, at, quoted) = (0, 0, false);
        for (var i = 0; i <= line.Length; i++)
        {
            quoted ^= i < line.Length && line[i] == quote;
            if (i == line.Length || (!quoted && line[i] == delimiter))
            {
                if (at == position)
                {
                    return (start, i - start);
                }

                (start, at) = (i + 1, at + 1);
            }
        }

        return null;
    }
}
