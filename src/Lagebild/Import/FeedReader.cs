using Lagebild.Import.Consistency;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>Reads a feed's file by its profile and checks it. Pure: bytes in, what they say and what is wrong with them out.</summary>
public sealed class FeedReader(Catalogue.Catalogue catalogue)
{
    /// <summary>Values held in memory (48 bytes each) before they are sorted in runs on disk.</summary>
    internal int RunLength { get; init; } = 1_500_000;

    /// <summary>Whether every finding is kept, not only the gravest thousand.</summary>
    public bool KeepsAllFindings { get; init; }

    /// <summary>Told every 65,536 records how many were read; null where nobody asks.</summary>
    public Action<long>? Counted { get; init; }

    /// <summary>
    /// What the data got wrong is a finding, never an exception; those come from the file (<see cref="IOException"/>), from a profile that names what
    /// the catalogue does not have (<see cref="FormatException"/>) and from <paramref name="cancellation"/>. Dispose what comes back.
    /// </summary>
    public CheckedFile Read(FeedFile file, Feed feed, Profile profile, CancellationToken cancellation)
    {
        using var reading = new FileReading(catalogue, file, feed, profile, RunLength, values: null, KeepsAllFindings ? int.MaxValue : FindingList.Kept) { Counted = Counted };
        var read = reading.Read(cancellation);
        read.Add(ConsistencyChecks.Of(read, catalogue));
        return read;
    }

    /// <summary>
    /// Reads every row for checking a profile, those outside its scope too, and writes each value as CSV. Regions, indicators and codes the catalogue
    /// lacks are taken as they are spelled; such a region is a warning. Nothing of it is meant to be kept. Dispose what comes back.
    /// </summary>
    public CheckedFile Try(FeedFile file, Profile profile, TextWriter values, CancellationToken cancellation)
    {
        using var reading = new FileReading(catalogue, file, Trial(profile), profile, RunLength, values);
        return reading.Read(cancellation);
    }

    internal static Feed Trial(Profile profile) => new()
    {
        Code = "trial",
        Name = new Dictionary<string, string>(),
        Publisher = "",
        Licence = "",
        Citation = "",
        Language = profile.Language,
        Place = "",
        Profile = profile.Code,
        Schedule = "",
        TimeZone = "UTC",
        Scope = DeliveryScope.Full,
        Release = ReleasePolicy.Automatic,
        Disclosure = new DisclosureRule { By = DisclosureBy.Publisher },
    };
}
