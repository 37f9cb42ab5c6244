namespace Lagebild.Import.Reading;

/// <summary>One heading per column from the rows of a header.</summary>
internal static class Headings
{
    /// <summary>The cells of each column joined with <c> | </c>, empty ones left out. A column without any cell of its own has no heading: it would inherit that of the last group.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<string[]> rows, ProfileHeader header)
    {
        var width = rows.Max(r => r.Length);
        var own = rows.Select(r => Enumerable.Range(0, width).Select(c => WholeText.Collapsed(Cell(r, c))).ToArray()).ToArray();
        var filled = own.Select((_, row) => header.FillRight.Contains(row + 1) ? FilledRight(own, row) : own[row]).ToArray();
        return [.. Enumerable.Range(0, width).Select(c => own.Any(r => Cell(r, c).Length > 0) ? Joined(filled, c) : "")];
    }

    /// <summary>Each cell reaches over the empty ones to its right, up to where a row above begins a new group.</summary>
    private static string[] FilledRight(string[][] rows, int row)
    {
        var (filled, group) = (rows[row].ToArray(), "");
        for (var column = 0; column < filled.Length; column++)
        {
            group = filled[column].Length > 0 ? filled[column] : rows.Take(row).Any(r => Cell(r, column).Length > 0) ? "" : group;
            filled[column] = group;
        }

        return filled;
    }

    private static string Joined(string[][] rows, int column) => string.Join(" | ", rows.Select(r => Cell(r, column)).Where(c => c.Length > 0));

    private static string Cell(string[] row, int column) => column < row.Length ? row[column] : "";
}
