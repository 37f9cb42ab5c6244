using System.Globalization;
using System.Text;
using Lagebild.Import;

namespace Lagebild.Tests.Import;

/// <summary>Values come in key order, each key once, whether they fit in memory or not.</summary>
[SetCulture("de-DE")]
public sealed class OrderTests
{
    private static readonly string[] _regions = ["DE-HH", "DE-01004", "DE-SH", "DE-13003", "DE-MV"];

    [Test]
    public void Values_come_in_the_order_of_series_then_period([Values(7, 100, 1_000_000)] int runLength)
    {
        using var file = Read(Shuffled(), runLength);
        var keys = file.Values().SelectMany(b => b.ToArray()).Select(v => (file.Series[v.Series], v.PeriodStart, v.PeriodEnd)).ToArray();
        Assert.That(keys, Is.EqualTo(keys.Distinct().OrderBy(k => k.Item1).ThenBy(k => k.PeriodStart).ThenBy(k => k.PeriodEnd)));
    }

    [Test]
    public void Runs_on_disk_give_what_memory_gives([Values(7, 100, 4096)] int runLength)
    {
        using var inMemory = Read(Shuffled(), 1_000_000);
        using var onDisk = Read(Shuffled(), runLength);
        Assert.Multiple(() =>
        {
            Assert.That(Delivered.Lines(onDisk), Is.EqualTo(Delivered.Lines(inMemory)));
            Assert.That(onDisk.Findings, Is.EqualTo(inMemory.Findings));
            Assert.That(onDisk.FindingCounts, Is.EquivalentTo(inMemory.FindingCounts));
            Assert.That(onDisk.ValueCount, Is.EqualTo(inMemory.ValueCount));
        });
    }

    [Test]
    public void Values_can_be_asked_for_again([Values(100, 1_000_000)] int runLength)
    {
        using var file = Read(Shuffled(), runLength);
        var once = Delivered.Lines(file);
        Assert.That(Delivered.Lines(file), Is.EqualTo(once));
    }

    [Test]
    public void Runs_on_disk_go_away_with_the_file()
    {
        var before = TemporaryFiles();
        Read(Shuffled(), 100).Dispose();
        Assert.That(TemporaryFiles(), Is.EqualTo(before));
    }

    [Test]
    public void Reading_stops_when_it_is_cancelled()
    {
        var file = FeedFile.FromBytes(Encoding.UTF8.GetBytes(Shuffled()), "file.csv", "upload", DateTime.UnixEpoch);
        Assert.That(
            () => new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Read(file, Delivered.Feed, Profiles.Shipped("figures"), new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static string[] TemporaryFiles() => Directory.GetFiles(Path.GetTempPath(), $"lagebild-*-{Environment.ProcessId}.run");

    private static CheckedFile Read(string text, int runLength) => new FeedReader(Lagebild.Catalogue.Catalogue.Shipped) { RunLength = runLength }
        .Read(FeedFile.FromBytes(Encoding.UTF8.GetBytes(text), "file.csv", "upload", DateTime.UnixEpoch), Delivered.Feed, Profiles.Shipped("figures"), CancellationToken.None);

    /// <summary>10,000 rows in an order of a fixed seed, some keys twice with the same or another value.</summary>
    private static string Shuffled()
    {
        var rows = (from region in _regions
                    from sex in new[] { "", "sex=F", "sex=M" }
                    from n in Enumerable.Range(0, 670)
                    select Row(region, sex, new DateOnly(1950, 1, 31).AddMonths(n % 660), n)).ToArray();
        new Random(7).Shuffle(rows);
        return Delivered.Header + string.Concat(rows);
    }

    private static string Row(string region, string sex, DateOnly month, int n)
    {
        var day = new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return FormattableString.Invariant($"protection-seekers,azr-report,{region},{day},{day},M,{sex},,,,,{n % 665}\n");
    }
}
