using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import.Returned;

/// <summary>
/// A delivered file, unchanged but for one more column at its end: what was found in each record, in words. Text keeps encoding, delimiter, quoting and line ends byte
/// by byte; a workbook keeps its other sheets and all its cells. Read again, the column is passed over.
/// </summary>
public sealed class ReturnedFile
{
    private readonly FeedFile _file;
    private readonly Feed _feed;
    private readonly Profile _profile;
    private readonly FindingCells _cells;

    /// <summary>Of a file with its findings, in <c>de</c>, <c>pl</c> or <c>en</c>.</summary>
    public ReturnedFile(FeedFile file, Feed feed, Profile profile, IReadOnlyList<Finding> findings, string language) =>
        (_file, _feed, _profile, _cells) = (file, feed, profile, new FindingCells(findings, language));

    /// <summary>Whether there are records to write beside: a workbook that can't be followed is not returned.</summary>
    public static bool CanReturn(FeedFile file, Profile profile)
    {
        if (!SheetRecords.IsWorkbook(file))
        {
            return true;
        }

        using var rows = new SheetRecords(file, profile);
        return rows.Fault is null;
    }

    /// <summary>Writes it whole.</summary>
    public void WriteTo(Stream output)
    {
        if (SheetRecords.IsWorkbook(_file))
        {
            ReturnedWorkbook.Write(_file, _profile, _cells, output);
            return;
        }

        ReturnedText.Write(_file, _profile, Dialect.Of(_file, _profile, _feed), _cells, output);
    }
}
