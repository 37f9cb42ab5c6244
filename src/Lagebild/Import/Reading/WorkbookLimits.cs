using System.IO.Compression;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>What a workbook may be before anything in it is read: a small archive can unfold into more than a machine holds.</summary>
internal static class WorkbookLimits
{
    /// <summary>Bytes of the archive.</summary>
    public const long Archive = 64L << 20;

    /// <summary>Columns of a sheet.</summary>
    public const int Columns = 1000;

    /// <summary>Texts of the table of shared texts.</summary>
    public const int Texts = 2_000_000;

    private const int _entries = 2000;
    private const long _sheet = 256L << 20;
    private const long _other = 16L << 20;
    private const long _all = 512L << 20;
    private const long _unfolded = 100;
    private const long _smallest = 1L << 20;

    /// <summary>Null where the archive is within them. Unfolds every entry once, since what an archive says of its sizes may be wrong.</summary>
    public static Reason? Broken(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
        return archive.Entries.Any(HasMacros) ? Reason.WorkbookWithMacros
            : archive.Entries.Count > _entries || archive.Entries.Sum(e => Math.Min(e.Length, _all)) > _all || archive.Entries.Any(IsTooLarge) ? Reason.WorkbookTooLarge
            : archive.Entries.All(IsAsLongAsItSays) ? null : Reason.WorkbookDamaged;
    }

    private static bool HasMacros(ZipArchiveEntry entry) => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase);

    private static bool IsTooLarge(ZipArchiveEntry entry) =>
        entry.Length > (MayBeLong(entry.FullName) ? _sheet : _other) || (entry.Length > _smallest && entry.Length / _unfolded > entry.CompressedLength);

    private static bool MayBeLong(string name) =>
        name.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) || name.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsAsLongAsItSays(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int read; length <= entry.Length && (read = content.Read(buffer)) > 0;)
        {
            length += read;
        }

        return length == entry.Length;
    }
}
