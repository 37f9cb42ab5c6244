using System.Text.RegularExpressions;
using Lagebild.Import.Reading;

namespace Lagebild.Import;

/// <summary>Which of a file's regions the catalogue knows: a scope for a file that holds many more.</summary>
public static class KnownRegions
{
    /// <summary>The scope that takes just the rows whose region is known; null where no column is the region, or none or all are known.</summary>
    public static ProfileScope? Scope(FeedFile file, Profile profile, Catalogue.Catalogue catalogue)
    {
        var column = FileGlance.Of(file, profile).Columns.FirstOrDefault(c => c.Entry >= 0 && profile.Columns[c.Entry].Role == ColumnRole.Region);
        if (column is null)
        {
            return null;
        }

        var texts = Texts(file, profile, column.Position - 1);
        var words = new Vocabulary(catalogue, profile, isOpen: false);
        var known = texts.Where(t => words.Region(t, profile.Columns[column.Entry]).Fault is null).ToArray();
        return known.Length == 0 || known.Length == texts.Count ? null : new()
        {
            Column = column.Heading.Length == 0 ? FormattableString.Invariant($"#{column.Position}") : column.Heading,
            Within = string.Join('|', known.Select(Regex.Escape)),
        };
    }

    private static List<string> Texts(FeedFile file, Profile profile, int position)
    {
        using var records = Records.Open(file, profile, FeedReader.Trial(profile));
        var (texts, row) = (new HashSet<string>(StringComparer.Ordinal), 0);
        while (records.Next())
        {
            if (row++ >= profile.Header.Rows && position < records.CellCount)
            {
                texts.Add(System.Text.Encoding.UTF8.GetString(records[position]).Trim());
            }
        }

        return [.. texts];
    }
}
