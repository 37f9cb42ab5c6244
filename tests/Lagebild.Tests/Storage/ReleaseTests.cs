using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class ReleaseTests(string kind) : StorageFixture(kind)
{
    private const string FullFeed = "whole";
    private const string PersonFeed = "person";

    protected override IReadOnlyList<Feed> Feeds() =>
    [
        .. base.Feeds(),
        TestFeed.Of(FullFeed) with { Scope = DeliveryScope.Full },
        TestFeed.Of(PersonFeed) with { Release = ReleasePolicy.ByPerson },
    ];

    [Test]
    public async Task A_first_delivery_shows_its_values()
    {
        var release = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-SH", "2024-01-31", 7));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5", "first DE-SH 2024-01-31=7"]));
        Assert.That(release with { PublishedUtc = default }, Is.EqualTo(new Release { Number = 1, Kind = ReleaseKind.Delivery, Why = "by rule", Feed = Feed, Delivery = 1, Added = 2 }));
    }

    [Test]
    public async Task A_value_changed_and_changed_back_is_shown_as_of_each_release()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        string[][] shown = [await PublicAsync(1), await PublicAsync(2), await PublicAsync(3)];
        Assert.That(shown, Is.EqualTo((string[][])[["first DE-HH 2024-01-31=5"], ["first DE-HH 2024-01-31=6"], ["first DE-HH 2024-01-31=5"]]));
    }

    [Test]
    public async Task Withdrawing_the_last_of_three_shows_what_the_second_said()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        var third = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await Releases.WithdrawAsync(third.Delivery!.Value, WithdrawalKind.Error, new("typing error"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=6"]));
        Assert.That(await PublicAsync(3), Is.EqualTo((string[])["first DE-HH 2024-01-31=5"]));
    }

    [Test]
    public async Task Withdrawing_the_second_of_three_changes_nothing_shown()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        var second = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        var withdrawal = await Releases.WithdrawAsync(second.Delivery!.Value, WithdrawalKind.Error, new("typing error"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5"]));
        Assert.That(
            withdrawal,
            Is.EqualTo(new Release { Number = 4, PublishedUtc = Clock.Now.UtcDateTime, Kind = ReleaseKind.Withdrawal, Why = "typing error", Feed = Feed, Delivery = 2, Withdraws = 2, WithdrawalKind = WithdrawalKind.Error, Unchanged = 1 }));
    }

    [Test]
    public async Task What_a_later_delivery_confirmed_stays_when_the_first_is_withdrawn()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-02-29", 8));
        await ReleaseAsync(TestFile.Of(Feed, "again", [], new TestValue("DE-HH", "2024-01-31", 5)));
        await Releases.WithdrawAsync(first.Delivery!.Value, WithdrawalKind.Error, new("wrong file"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5"]));
    }

    [Test]
    public async Task What_was_confirmed_goes_when_both_deliveries_are_withdrawn()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        var second = await ReleaseAsync(TestFile.Of(Feed, "again", [], new TestValue("DE-HH", "2024-01-31", 5)));
        await Releases.WithdrawAsync(first.Delivery!.Value, WithdrawalKind.Error, new("wrong file"), Who.Operator, default);
        await Releases.WithdrawAsync(second.Delivery!.Value, WithdrawalKind.Error, new("wrong file"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.Empty);
    }

    [Test]
    public async Task A_release_that_was_withdrawn_says_by_which()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await Releases.WithdrawAsync(first.Delivery!.Value, WithdrawalKind.Error, new("wrong file"), Who.Operator, default);
        Assert.That((await Releases.ByNumberAsync(1, default))!.WithdrawnBy, Is.EqualTo(2));
    }

    [Test]
    public async Task A_withdrawn_delivery_can_not_be_withdrawn_again()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await Releases.WithdrawAsync(first.Delivery!.Value, WithdrawalKind.Error, new("wrong file"), Who.Operator, default);
        Assert.ThrowsAsync<InvalidOperationException>(() => Releases.WithdrawAsync(first.Delivery!.Value, WithdrawalKind.Error, new("again"), Who.Operator, default));
    }

    [Test]
    public async Task An_incremental_delivery_leaves_what_it_does_not_name()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-02-29", 6));
        await ReleaseAsync(new TestValue("DE-HH", "2024-03-31", 7));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5", "first DE-HH 2024-02-29=6", "first DE-HH 2024-03-31=7"]));
    }

    [Test]
    public async Task A_full_delivery_closes_what_it_leaves_out_inside_its_span_and_regions()
    {
        await ReleaseAsync(TestFile.Of(FullFeed, [.. Months("DE-HH", 12, 1), .. Months("DE-SH", 3, 1)]));
        var release = await ReleaseAsync(TestFile.Of(FullFeed, [.. Months("DE-HH", 11, 1).Where(v => v.Start != "2023-05-31")]));
        var expected = Months("DE-HH", 12, 1).Where(v => v.Start != "2023-05-31").Concat(Months("DE-SH", 3, 1)).Select(v => $"{FullFeed} {v.Region} {v.Start}={v.Number}");
        Assert.That(await PublicAsync(), Is.EqualTo(expected));
        Assert.That((release.Added, release.Changed, release.Closed, release.Unchanged), Is.EqualTo((0, 0, 1, 10)));
    }

    [Test]
    public async Task A_full_delivery_closes_series_it_leaves_out_in_its_regions()
    {
        await ReleaseAsync(TestFile.Of(FullFeed, [.. Months("DE-HH", 9, 1), new TestValue("DE-HH", "2023-03-31", 2) { Breakdown = "sex=F" }]));
        await ReleaseAsync(TestFile.Of(FullFeed, Months("DE-HH", 9, 1)));
        Assert.That(await PublicAsync(), Is.EqualTo(Months("DE-HH", 9, 1).Select(v => $"{FullFeed} DE-HH {v.Start}={v.Number}")));
    }

    [Test]
    public async Task A_full_delivery_that_shrinks_too_much_needs_a_person_and_releases_nothing()
    {
        await ReleaseAsync(TestFile.Of(FullFeed, Months("DE-HH", 12, 1)));
        var file = TestFile.Of(FullFeed, [.. Months("DE-HH", 12, 1).Where((_, i) => i is 0 or 11)]);
        var publication = await Releases.PublishAsync(await SaveAsync(file), file, new("by rule"), Who.Program, byPerson: false, default);
        Assert.That(
            publication,
            Is.EqualTo(new Publication { Outcome = PublicationOutcome.NeedsPerson, Counts = new() { Closed = 10, Unchanged = 2, InScope = 12 } }));
        Assert.That((await PublicAsync()).Length, Is.EqualTo(12));
        Assert.That((await Deliveries.ByIdAsync(2, default))!.State, Is.EqualTo(DeliveryState.Waiting));
    }

    [Test]
    public async Task A_person_releases_a_delivery_that_shrinks_too_much()
    {
        await ReleaseAsync(TestFile.Of(FullFeed, Months("DE-HH", 12, 1)));
        var file = TestFile.Of(FullFeed, [.. Months("DE-HH", 12, 1).Where((_, i) => i is 0 or 11)]);
        var delivery = await SaveAsync(file);
        await Releases.PublishAsync(delivery, file, new("by rule"), Who.Program, byPerson: false, default);
        var publication = await Releases.PublishDraftAsync(delivery.Id, 1, new("the rest was counted twice"), Who.Operator, default);
        Assert.That((publication.Outcome, publication.Release!.Closed, publication.Release.Unchanged), Is.EqualTo((PublicationOutcome.Released, 10, 2)));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])[$"{FullFeed} DE-HH 2023-01-31=1", $"{FullFeed} DE-HH 2023-12-31=12"]));
    }

    [Test]
    public async Task Withdrawing_a_full_delivery_brings_back_what_it_closed()
    {
        await ReleaseAsync(TestFile.Of(FullFeed, Months("DE-HH", 12, 1)));
        var second = await ReleaseAsync(TestFile.Of(FullFeed, [.. Months("DE-HH", 12, 1).Where(v => v.Start != "2023-05-31")]));
        await Releases.WithdrawAsync(second.Delivery!.Value, WithdrawalKind.Error, new("a row was missing"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo(Months("DE-HH", 12, 1).Select(v => $"{FullFeed} DE-HH {v.Start}={v.Number}")));
    }

    [Test]
    public async Task What_two_full_deliveries_leave_out_stays_away_when_one_is_withdrawn()
    {
        await ReleaseAsync(TestFile.Of(FullFeed, Months("DE-HH", 12, 1)));
        var shorter = Months("DE-HH", 12, 1).Where(v => v.Start != "2023-05-31").ToArray();
        var second = await ReleaseAsync(TestFile.Of(FullFeed, shorter));
        await ReleaseAsync(TestFile.Of(FullFeed, "again", [], shorter));
        await Releases.WithdrawAsync(second.Delivery!.Value, WithdrawalKind.Error, new("handed in twice"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo(shorter.Select(v => $"{FullFeed} DE-HH {v.Start}={v.Number}")));
    }

    [Test]
    public async Task Two_feeds_for_one_region_stand_beside_each_other()
    {
        await ReleaseAsync(TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5)));
        await ReleaseAsync(TestFile.Of(OtherFeed, new TestValue("DE-HH", "2024-01-31", 6)));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5", "second DE-HH 2024-01-31=6"]));
    }

    [Test]
    public async Task Half_year_beside_month_are_two_series()
    {
        await ReleaseAsync(
            new TestValue("DE-HH", "2024-01-01", 1) { End = "2024-01-31" },
            new TestValue("DE-HH", "2024-01-01", 6) { End = "2024-06-30", Frequency = Frequency.HalfYearly });
        var series = await Observations.SeriesAsync(new() { Indicator = "refugees", Stand = 1 }, default);
        Assert.That(
            series.Select(s => (s.Key.Frequency, Line(s.Key, s.Observations.Single()))),
            Is.EqualTo(((Frequency, string)[])[(Frequency.Monthly, "first DE-HH 2024-01-01/2024-01-31=1"), (Frequency.HalfYearly, "first DE-HH 2024-01-01/2024-06-30=6")]));
    }

    [Test]
    public async Task A_delivery_with_errors_is_kept_and_releases_nothing()
    {
        var error = new Finding { Line = 2, Field = "value", Severity = Severity.Error, Reason = Reason.EmptyFile, Found = "x" };
        var file = TestFile.Of(Feed, "", [error], new TestValue("DE-HH", "2024-01-31", 5));
        var delivery = await SaveAsync(file);
        Assert.That((delivery.State, delivery.Errors), Is.EqualTo((DeliveryState.Refused, 1)));
        Assert.ThrowsAsync<InvalidOperationException>(() => Releases.PublishAsync(delivery, file, new("by rule"), Who.Program, byPerson: true, default));
        Assert.That(await Releases.LatestAsync(default), Is.Null);
    }

    [Test]
    public async Task A_delivery_that_a_person_releases_waits_until_then()
    {
        var file = TestFile.Of(PersonFeed, new TestValue("DE-HH", "2024-01-31", 5) { Note = "counted by hand" });
        var delivery = await SaveAsync(file);
        Assert.That(delivery.State, Is.EqualTo(DeliveryState.Waiting));
        Assert.ThrowsAsync<InvalidOperationException>(() => Releases.PublishAsync(delivery, file, new("by rule"), Who.Program, byPerson: false, default));
        await Releases.PublishDraftAsync(delivery.Id, 0, new("checked"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["person DE-HH 2024-01-31=5"]));
    }

    [Test]
    public async Task A_draft_overtaken_by_a_release_of_its_feed_is_stale_and_the_file_is_published_instead()
    {
        var older = TestFile.Of(PersonFeed, new TestValue("DE-HH", "2024-01-31", 5));
        var newer = TestFile.Of(PersonFeed, new TestValue("DE-HH", "2024-01-31", 6));
        var waiting = await SaveAsync(older);
        await Releases.PublishDraftAsync((await SaveAsync(newer)).Id, 0, new("checked"), Who.Operator, default);
        Assert.That((await Releases.PublishDraftAsync(waiting.Id, 0, new("checked"), Who.Operator, default)).Outcome, Is.EqualTo(PublicationOutcome.Stale));
        await Releases.PublishAsync(waiting, older, new("checked"), Who.Program, byPerson: true, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["person DE-HH 2024-01-31=5"]));
    }

    [Test]
    public async Task The_release_of_a_day_is_the_last_up_to_its_end_in_Berlin()
    {
        Clock.Now = new(2024, 2, 1, 22, 59, 59, TimeSpan.Zero);
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        Clock.Now = new(2024, 2, 1, 23, 0, 0, TimeSpan.Zero);
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        int?[] numbers = [
            (await Releases.ByDateAsync(new(2024, 1, 31), default))?.Number,
            (await Releases.ByDateAsync(new(2024, 2, 1), default))?.Number,
            (await Releases.ByDateAsync(new(2024, 2, 2), default))?.Number,
            (await Releases.ByDateAsync(DateOnly.MaxValue, default))?.Number,
            (await Releases.ByDateAsync(DateOnly.MinValue, default))?.Number];
        Assert.That(numbers, Is.EqualTo((int?[])[null, 1, 2, 2, null]));
    }

    private static TestValue[] Months(string region, int count, long first) =>
        [.. Enumerable.Range(1, count).Select(m => new TestValue(region, $"2023-{m:00}-{DateTime.DaysInMonth(2023, m)}", first + m - 1))];
}
