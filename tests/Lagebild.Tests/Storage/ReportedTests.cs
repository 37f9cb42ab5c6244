using Lagebild.Statistics;

namespace Lagebild.Tests.Storage;

/// <summary>What is said of a region's periods, without any value.</summary>
internal sealed class ReportedTests(string kind) : StorageFixture(kind)
{
    [Test]
    public async Task Each_period_says_how_many_values_there_are_and_why_there_are_none()
    {
        await ReleaseAsync(
            new TestValue("DE-HH", "2024-01-31", 5) { Breakdown = "sex=F" },
            new TestValue("DE-HH", "2024-01-31", 7) { Breakdown = "sex=M", Confidentiality = ConfidentialityStatus.Confidential },
            new TestValue("DE-HH", "2024-02-29", null) { Status = ObservationStatus.Missing, MissingReason = MissingReason.Refused },
            new TestValue("DE-HH", "2024-03-31", null) { Breakdown = "sex=F", Status = ObservationStatus.Missing, MissingReason = MissingReason.Late },
            new TestValue("DE-HH", "2024-03-31", null) { Breakdown = "sex=M", Status = ObservationStatus.Missing },
            new TestValue("DE-HH", "2024-04-30", null) { Status = ObservationStatus.NotYetAvailable },
            new TestValue("DE-HH", "2024-05-31", 9),
            new TestValue("DE-SH", "2024-01-31", 1));

        Assert.That(await SaidAsync("2024-01-01"), Is.EqualTo((string[])
        [
            "2024-01-31 1 of values, 1 withheld, None, Normal", "2024-02-29 0 of values, 0 withheld, Refused, Missing", "2024-03-31 0 of values, 0 withheld, None, Missing",
            "2024-04-30 0 of values, 0 withheld, None, NotYetAvailable", "2024-05-31 1 of values, 0 withheld, None, Normal, total",
        ]));
    }

    [Test]
    public async Task Earlier_periods_are_left_out() =>
        Assert.That(await SaidAfterTwoAsync("2024-02-01"), Is.EqualTo((string[])["2024-02-29 1 of values, 0 withheld, None, Normal, total"]));

    private async Task<string[]> SaidAfterTwoAsync(string from)
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-02-29", 6));
        return await SaidAsync(from);
    }

    private async Task<string[]> SaidAsync(string from) =>
        [.. (await Observations.ReportedAsync(["DE-HH"], DateOnly.Parse(from, null), await StandAsync(), default))
            .Select(s => $"{s.Period} {s.Values} of values, {s.Withheld} withheld, {s.Reason}, {s.Status}{(s.Total is not null && s.Values > 0 ? ", total" : "")}")];
}
