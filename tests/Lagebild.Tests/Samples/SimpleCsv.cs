using System.Text;

namespace Lagebild.Tests.Samples;

/// <summary>A record of a text file and the line it starts at: 1 + the line feeds before it.</summary>
internal sealed record SimpleRecord(int Line, string[] Cells);

/// <summary>A splitter of its own, one character at a time, so that no figure is checked by the code that read it.</summary>
internal static class SimpleCsv
{
    /// <summary>Records in order. A quoted cell may hold delimiters and line feeds; with <paramref name="quotes"/> off, quotes are signs like any other.</summary>
    public static IEnumerable<SimpleRecord> Read(string text, char delimiter, bool quotes = true)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var (quoted, line, start) = (false, 1, 1);
        foreach (var sign in text.TrimStart('\uFEFF'))
        {
            line += sign == '\n' ? 1 : 0;
            if (sign == '"' && quotes)
            {
                quoted = !quoted;
            }
            else if (quoted || (sign != delimiter && sign != '\n'))
            {
                cell.Append(sign);
            }
            else
            {
                cells.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (sign == '\n')
                {
                    yield return new(start, [.. cells]);
                    cells.Clear();
                    start = line;
                }
            }
        }

        if (cell.Length > 0 || cells.Count > 0)
        {
            yield return new(start, [.. cells, cell.ToString()]);
        }
    }
}
