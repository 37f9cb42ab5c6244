using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Deliveries;

namespace Lagebild.Tests.Web;

/// <summary>The state of a delivery from what was said and what was expected; the day is 20 May 2025.</summary>
public sealed class ReportStateTests
{
    private static readonly DateOnly Today = new(2025, 5, 20);

    private static IEnumerable<TestCaseData> What_was_said =>
    [
        new(Said() with { Values = 3 }, ReportState.Released),
        new(Said() with { Values = 1, Withheld = 2, Reason = MissingReason.Refused }, ReportState.Released),
        new(Said() with { Withheld = 2 }, ReportState.Confidential),
        new(Said() with { Withheld = 1, Reason = MissingReason.Refused }, ReportState.Confidential),
        new(Said() with { Reason = MissingReason.Refused, Status = ObservationStatus.Missing }, ReportState.Refused),
        new(Said() with { Reason = MissingReason.Late, Status = ObservationStatus.Missing }, ReportState.Late),
        new(Said() with { Reason = MissingReason.NotCollected, Status = ObservationStatus.Missing }, ReportState.NotCollected),
        new(Said() with { Reason = MissingReason.NotPublished, Status = ObservationStatus.Missing }, ReportState.NotPublished),
        new(Said() with { Status = ObservationStatus.NotApplicable }, ReportState.NotApplicable),
        new(Said() with { Status = ObservationStatus.NotYetAvailable }, ReportState.NotYetDue),
        new(Said() with { Status = ObservationStatus.Missing }, ReportState.NoFigure),
        new(Said(), ReportState.NoFigure),
    ];

    [TestCaseSource(nameof(What_was_said))]
    public void What_the_source_says_counts_before_any_due_day(ReportedPeriod said, ReportState state) =>
        Assert.That(ReportStates.Of(said, Expected("2024-12-31", "2025-01-01"), Today), Is.EqualTo(state));

    [TestCase("2024-12-31", "2025-05-19", null, ReportState.Overdue)]
    [TestCase("2024-12-31", "2025-05-20", null, ReportState.Due)]
    [TestCase("2025-05-19", "2025-08-19", null, ReportState.Due)]
    [TestCase("2025-05-20", "2025-08-20", null, ReportState.NotYetDue)]
    [TestCase("2024-12-31", null, null, ReportState.Closed)]
    [TestCase("2024-12-31", "2025-05-19", DeliveryState.Refused, ReportState.Faulty)]
    [TestCase("2024-12-31", "2025-05-19", DeliveryState.Waiting, ReportState.InReview)]
    [TestCase("2024-12-31", "2025-05-19", DeliveryState.Stored, ReportState.InReview)]
    public void Where_nothing_was_said_the_due_day_tells(string end, string? due, DeliveryState? arrived, ReportState state) =>
        Assert.That(ReportStates.Of(null, Expected(end, due) with { Arrived = arrived }, Today), Is.EqualTo(state));

    [Test]
    public void Before_a_series_began_nothing_is_overdue() =>
        Assert.That(ReportStates.Of(null, Expected("2020-12-31", "2021-04-10") with { HasBegun = false }, Today), Is.EqualTo(ReportState.Unknown));

    [TestCase(true, null, ReportState.NotCollected, TestName = "What_the_office_explains_counts_where_the_source_gives_no_reason")]
    [TestCase(false, null, ReportState.NotCollected, TestName = "What_the_office_explains_counts_where_nothing_was_said")]
    [TestCase(false, DeliveryState.Waiting, ReportState.InReview, TestName = "A_file_that_is_there_counts_before_an_explanation")]
    public void Explained(bool said, DeliveryState? arrived, ReportState state) =>
        Assert.That(ReportStates.Of(said ? Said() : null, Expected("2024-12-31", "2025-05-19") with { Explained = MissingReason.NotCollected, Arrived = arrived }, Today), Is.EqualTo(state));

    [Test]
    public void A_value_counts_before_an_explanation() =>
        Assert.That(ReportStates.Of(Said() with { Values = 1 }, Expected("2024-12-31", null) with { Explained = MissingReason.Refused }, Today), Is.EqualTo(ReportState.Released));

    private static Expectation Expected(string end, string? due) => new() { End = DateOnly.Parse(end, null), Due = due is null ? null : DateOnly.Parse(due, null) };

    private static ReportedPeriod Said() => new()
    {
        Feed = "first",
        Indicator = "refugees",
        Variant = "unhcr-refugees",
        Region = "DE-HH",
        Period = new(new(2024, 12, 31), new(2024, 12, 31), Frequency.Annual),
    };
}
