using Lagebild.Import.Consistency;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>Reads a feed's file by its profile and checks it. Pure: bytes in, what they say and what is wrong with them out.</summary>
public sealed class FeedReader(Catalogue.Catalogue catalogue)
{
    /// <summary>Values held in memory (48 bytes each) before they are sorted in runs on disk.</summary>
    internal int RunLength { get; init; } = 1_500_000;

    /// <summary>
    /// What the data got wrong is a finding, never an exception; those come from the file (<see cref="IOException"/>), from a profile that names what
    /// the catalogue does not have (<see cref="FormatException"/>) and from <paramref name="cancellation"/>. Dispose what comes back.
    /// </summary>
    public CheckedFile Read(FeedFile file, Feed feed, Profile profile, CancellationToken cancellation)
    {
        using var reading = new FileReading(catalogue, file, feed, profile, RunLength);
        var read = reading.Read(cancellation);
        read.Add(ConsistencyChecks.Of(read, catalogue));
        return read;
    }
}
