using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Tests.Samples;

namespace Lagebild.Tests.Import.Consistency;

/// <summary>What the comparisons within a file find in the real figures of data-samples; docs/checks.md says why each is so.</summary>
internal sealed class SampleConsistencyTests
{
    /// <summary>Given by comparing values, not by reading one.</summary>
    public static IReadOnlyList<Reason> Reasons { get; } =
    [
        Reason.BreakdownSumDiffers, Reason.RegionSumDiffers, Reason.ArrivalsDiffer, Reason.PartAboveWhole, Reason.UsableAboveNominal, Reason.MoreThanPlaces, Reason.ShareAboveHundred,
    ];

    [Test]
    public void Of_all_real_figures_ten_are_told_or_asked_about_and_none_is_called_wrong() => Assert.That(SampleFiles.Paths.SelectMany(Found), Is.EqualTo(new[]
    {
        "berichte.csv 9 Notice MoreThanPlaces 407/348 117",
        "berichte.csv 11 Notice MoreThanPlaces 32/30 107",
        "berichte.csv 16 Notice MoreThanPlaces 53/47 113",
        "berichte.csv 29 Notice MoreThanPlaces 53/51 104",
        "berichte.csv 30 Notice MoreThanPlaces 99/95 104",
        "berichte.csv 31 Notice MoreThanPlaces 101/100 101",
        "berichte.csv 32 Notice MoreThanPlaces 223/199 112",
        "pressezahlen.csv 72 Notice MoreThanPlaces 1772/1710 104",
        "pressezahlen.csv 83 Warning ArrivalsDiffer 4044 3890",
        "berichte.csv 18 Warning RegionSumDiffers 165556 165559",
    }));

    private static IEnumerable<string> Found(string path)
    {
        var feed = SampleFeedTests.FeedOf(Path.GetRelativePath(SampleFiles.Folder, path));
        using var read = Delivered.Read(File.ReadAllBytes(path), Profiles.Shipped(feed.Profile), feed);
        return [.. read.Findings.Where(f => Reasons.Contains(f.Reason)).Select(f => FormattableString.Invariant($"{Path.GetFileName(path)} {f.Line} {f.Severity} {f.Reason} {f.Found} {f.Expected}"))];
    }
}
