using System.IO.Enumeration;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Jobs;

/// <summary>Finds out which feed a file is for, by reading its beginning as each would.</summary>
public sealed class FeedRecognition(ProfileStore profiles, ReleaseStore releases, CatalogueStore catalogue)
{
    private const int Beginning = 1 << 18;

    // A workbook has no beginning that could be read alone.
    private const int LargestWorkbook = 5 << 20;

    /// <summary>
    /// Of the feeds given those whose profile makes figures of the file with the fewest errors; among them those whose pattern of names it fits, where there are any.
    /// In the order given; empty where none fits.
    /// </summary>
    public async Task<IReadOnlyList<Feed>> OfAsync(FeedFile file, IReadOnlyList<Feed> feeds, CancellationToken ct)
    {
        var head = Head(file);
        if (head is null)
        {
            return [];
        }

        var latest = await releases.LatestAsync(ct);
        var reader = new FeedReader(await catalogue.AsOfAsync(latest?.Number ?? 1, ct));
        var errors = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var code in feeds.Select(f => f.Profile).Distinct())
        {
            errors[code] = await profiles.ByCodeAsync(code, ct) is { } profile ? ErrorsOf(reader, head, profile, ct) : null;
        }

        return Best(file.Name, [.. feeds.Where(f => errors[f.Profile] is { } found && found == errors.Values.Min())]);
    }

    private static IReadOnlyList<Feed> Best(string name, IReadOnlyList<Feed> fitting)
    {
        var named = fitting.Where(f => FileSystemName.MatchesSimpleExpression(Path.GetFileName(f.Place), name)).ToArray();
        return named.Length > 0 ? named : fitting;
    }

    /// <summary>Null where the profile makes nothing of it.</summary>
    private static long? ErrorsOf(FeedReader reader, FeedFile head, Profile profile, CancellationToken ct)
    {
        try
        {
            using var read = reader.Read(head, FeedReader.Trial(profile), profile, ct);
            return read.IsReadable && read.ValueCount > 0 ? read.FindingCounts.Where(c => c.Key.Severity == Severity.Error).Sum(c => c.Value) : null;
        }
        catch (FormatException)
        {
            // The profile names what the catalogue does not have: its feed's runs say so.
            return null;
        }
    }

    /// <summary>Whole lines from the start of a text, a workbook whole; null where that is too large.</summary>
    private static FeedFile? Head(FeedFile file)
    {
        using var stream = file.Open();
        var bytes = new byte[Beginning];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length < bytes.Length || bytes.AsSpan(0, 2).SequenceEqual("PK"u8))
        {
            return file.Size <= LargestWorkbook ? file : null;
        }

        var end = bytes.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
        return FeedFile.FromBytes(bytes[..(end > 0 ? end : length)], file.Name, file.Place, file.RetrievedUtc);
    }
}
