using Lagebild.Import.Reading;

namespace Lagebild.Import;

/// <summary>Single rows of a workbook.</summary>
public static class SheetLines
{
    /// <summary>The cells of rows by number, as texts; rows that are no records are left out.</summary>
    public static IReadOnlyDictionary<int, IReadOnlyList<string>> Of(FeedFile file, Profile profile, IEnumerable<int> lines)
    {
        var (wanted, found) = (lines.ToHashSet(), new Dictionary<int, IReadOnlyList<string>>());
        using var rows = new SheetRecords(file, profile);
        while (found.Count < wanted.Count && rows.Next())
        {
            if (wanted.Contains(rows.Line))
            {
                found[rows.Line] = rows.Texts();
            }
        }

        return found;
    }
}
