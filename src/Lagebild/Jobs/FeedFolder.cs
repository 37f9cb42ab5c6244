using System.Security.Cryptography;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Jobs;

/// <summary>Where the files of feeds lie: below one root, each feed in the folder and by the pattern of its place.</summary>
public sealed class FeedFolder(string root, TimeProvider clock)
{
    private readonly string _root = Path.GetFullPath(root);

    /// <summary>Paths of the feed's files below the root, with forward slashes, in the order of their names; empty where the folder is missing or empty.</summary>
    public IReadOnlyList<string> Places(Feed feed)
    {
        var folder = Folder(feed.Place);
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, Path.GetFileName(feed.Place)).Select(Below).Order(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>The file at a place that <see cref="Places"/> gave: hashed as it is now, opened anew at each reading.</summary>
    public async Task<FeedFile> FileAsync(string place, CancellationToken cancellation)
    {
        var path = Path.Combine(_root, place);
        await using var bytes = File.OpenRead(path);
        return new()
        {
            Name = Path.GetFileName(path),
            Place = place,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, cancellation)),
            RetrievedUtc = clock.GetUtcNow().UtcDateTime,
            Open = () => File.OpenRead(path),
        };
    }

    private string Folder(string place)
    {
        var folder = Path.GetFullPath(Path.GetDirectoryName(place) ?? "", _root);
        return IsBelowRoot(folder) ? folder : throw new InvalidOperationException($"The place {place} leads out of the feed root.");
    }

    private bool IsBelowRoot(string folder) =>
        folder == _root || folder.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Below(string path) => Path.GetRelativePath(_root, path).Replace(Path.DirectorySeparatorChar, '/');
}
