using System.Globalization;
using Lagebild.Web.Pages.Workbench.Releases;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Minutes by the clocks of Berlin and Warsaw.</summary>
internal sealed class LocalMinuteTests
{
    private static readonly DateTime Now = new(2025, 5, 20, 12, 0, 0, DateTimeKind.Utc);

    [TestCase("2025-05-20", "14:01", "2025-05-20T12:01")]
    [TestCase("20.5.2025", "14.01", "2025-05-20T12:01")]
    [TestCase("2025-12-01", "09:00", "2025-12-01T08:00")]
    [TestCase("2025-10-26", "01:59", "2025-10-25T23:59")]
    [TestCase("2025-10-26", "02:30", "2025-10-26T01:30")]
    [TestCase("2025-10-26", "03:00", "2025-10-26T02:00")]
    [TestCase("2026-03-29", "01:59", "2026-03-29T00:59")]
    [TestCase("2026-03-29", "03:00", "2026-03-29T01:00")]
    public void A_minute_is_that_of_the_clocks_there_and_of_two_the_later(string day, string clock, string utc) => Assert.That(
        LocalMinute.Parse(day, clock, Now),
        Is.EqualTo((DateTime.SpecifyKind(DateTime.Parse(utc, CultureInfo.InvariantCulture), DateTimeKind.Utc), (MinuteFault?)null)));

    [TestCase("2025-05-20", "14:00", MinuteFault.Past)]
    [TestCase("2025-05-20", "13:59", MinuteFault.Past)]
    [TestCase("1999-01-01", "13:59", MinuteFault.Past)]
    [TestCase("2026-05-20", "14:01", MinuteFault.Far)]
    [TestCase("2026-03-29", "02:00", MinuteFault.Skipped)]
    [TestCase("2026-03-29", "02:59", MinuteFault.Skipped)]
    [TestCase("2025-02-30", "10:00", MinuteFault.Unreadable)]
    [TestCase("2025-06-01", "24:00", MinuteFault.Unreadable)]
    [TestCase("2025-06-01", "", MinuteFault.Unreadable)]
    [TestCase(null, null, MinuteFault.Unreadable)]
    [TestCase("0001-01-01", "00:00", MinuteFault.Past)]
    [TestCase("9999-12-31", "23:59", MinuteFault.Far)]
    public void What_is_wrong_with_a_minute_is_said(string? day, string? clock, MinuteFault fault) => Assert.That(LocalMinute.Parse(day, clock, Now).Fault, Is.EqualTo(fault));
}
