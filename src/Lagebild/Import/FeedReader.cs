using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>Reads a feed's file by its profile and checks it. Pure: bytes in, what they say and what is wrong with them out.</summary>
public sealed class FeedReader(Catalogue.Catalogue catalogue)
{
    /// <summary>
    /// What the data got wrong is a finding, never an exception; those come from the file (<see cref="IOException"/>), from a profile that names what
    /// the catalogue does not have (<see cref="FormatException"/>) and from <paramref name="cancellation"/>. Dispose what comes back.
    /// </summary>
    public CheckedFile Read(FeedFile file, Feed feed, Profile profile, CancellationToken cancellation) =>
        throw new NotImplementedException($"{catalogue} {file} {feed} {profile} {cancellation}");
}
