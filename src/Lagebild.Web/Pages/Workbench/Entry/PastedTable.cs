using System.Text;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>A table as spreadsheets put it on the clipboard: cells between tabs, lines, a cell with a line's end or a quote in it between quotes.</summary>
public static class PastedTable
{
    /// <summary>Rows of trimmed cells; rows without any text are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (rows, row, cell, at) = (new List<IReadOnlyList<string>>(), new List<string>(), new StringBuilder(), 0);
        while (at < text.Length)
        {
            var sign = text[at];
            if (sign == '"' && cell.Length == 0 && Quoted(text, at) is { } quoted)
            {
                cell.Append(quoted.Text);
                at = quoted.After;
                continue;
            }

            at++;
            if (sign is '\t' or '\n' or '\r')
            {
                row.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(sign);
            }

            if (sign is '\n' or '\r')
            {
                Keep(rows, ref row);
            }
        }

        row.Add(cell.ToString().Trim());
        Keep(rows, ref row);
        return rows;
    }

    /// <summary>The text between quotes and where it ends; null where it is no quoted cell: then the quote is one of its letters.</summary>
    private static (string Text, int After)? Quoted(string text, int at)
    {
        var inner = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            var isDoubled = text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"';
            if (text[at] == '"' && !isDoubled)
            {
                return at + 1 == text.Length || text[at + 1] is '\t' or '\n' or '\r' ? (inner.ToString(), at + 1) : null;
            }

            inner.Append(text[at]);
            at += isDoubled ? 1 : 0;
        }

        return null;
    }

    private static void Keep(List<IReadOnlyList<string>> rows, ref List<string> row)
    {
        if (row.Any(c => c.Length > 0))
        {
            rows.Add(row);
        }

        row = [];
    }
}
