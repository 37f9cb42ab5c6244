using System.Security.Cryptography;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Tests.Import.Consistency;

namespace Lagebild.Tests.Samples;

public sealed class SampleReadingTests
{
    public static IEnumerable<string> Files => SampleRowTests.Files;

    [TestCaseSource(nameof(Files))]
    public void A_file_is_read_whole_and_beside_comparisons_all_there_is_to_say_is_that_a_day_is_not_known(string file)
    {
        using var read = Read(Path.Combine(SampleFiles.Folder, file), SampleFeedTests.FeedOf(file));
        var rows = SampleFiles.Rows.Count(r => r.File == file);
        Assert.That((read.IsReadable, read.Records, read.ValueCount, string.Join(", ", read.FindingCounts.Keys.Select(k => k.Reason).Where(r => r != Reason.DayUnknown).Except(SampleConsistencyTests.Reasons))),
            Is.EqualTo((true, (long)rows, (long)rows, "")));
    }

    private static CheckedFile Read(string path, Feed feed) => new FeedReader(Lagebild.Catalogue.Catalogue.Shipped)
        .Read(FileAt(path), feed, Profiles.Shipped(feed.Profile)!, CancellationToken.None);

    private static FeedFile FileAt(string path) => new()
    {
        Name = Path.GetFileName(path),
        Place = Path.GetRelativePath(SampleFiles.Folder, path),
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
        Size = new FileInfo(path).Length,
        RetrievedUtc = new DateTime(2026, 11, 24, 0, 0, 0, DateTimeKind.Utc),
        Open = () => File.OpenRead(path),
    };
}
