using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Releases that are set for a minute.</summary>
internal sealed class OrderTests(string kind) : StorageFixture(kind)
{
    private const string EyesFeed = "eyes";
    private const string PersonFeed = "person";
    private const string WholeFeed = "whole";

    private static readonly ReleaseNote _note = new("checked", "de");
    private static readonly Who _publisher = new(7, "Publisher");

    private OrderStore Orders => new(Database, Clock);

    private static DateTime At => new(2024, 2, 1, 14, 30, 0, DateTimeKind.Utc);

    protected override IReadOnlyList<Feed> Feeds() =>
        [TestFeed.Of(PersonFeed) with { Release = ReleasePolicy.ByPerson, Region = "DE-HH" }, TestFeed.Of(EyesFeed) with { Release = ReleasePolicy.ByPerson, FourEyes = true }, TestFeed.Of(WholeFeed) with { Release = ReleasePolicy.ByPerson, Scope = DeliveryScope.Full }];

    [Test]
    public async Task Nothing_is_released_before_its_minute_and_all_of_it_at_it()
    {
        var delivery = await WaitingAsync(5);
        Assert.That(await OrderAsync(delivery), Is.EqualTo(OrderOutcome.Ordered));
        Clock.Now = new(At.AddMilliseconds(-1));
        var before = (await DueAsync(), await Releases.LatestAsync(default));
        Clock.Now = new(At);
        Assert.That((before, await DueAsync(), (await PublicAsync()).Single()), Is.EqualTo(((0, (Release?)null), 1, "person DE-HH 2024-01-31=5")));
        var release = (await Releases.LatestAsync(default))!;
        Assert.That((release.Why, release.WhyLanguage, release.ReleasedBy, release.PublishedUtc), Is.EqualTo(("checked", "de", 7L, At)));
        Assert.That((await Orders.LastOfAsync(delivery, default))!.State, Is.EqualTo(OrderState.Done));
    }

    [Test]
    public async Task An_order_missed_for_days_is_carried_out_by_the_next_run()
    {
        await OrderAsync(await WaitingAsync(5));
        Clock.Now = new(At.AddDays(3));
        Assert.That((await DueAsync(), (await Releases.LatestAsync(default))!.PublishedUtc), Is.EqualTo((1, At.AddDays(3))));
    }

    [Test]
    public async Task Of_several_programs_that_look_at_once_one_carries_it_out()
    {
        await OrderAsync(await WaitingAsync(5));
        Clock.Now = new(At);
        Assert.That((await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(DueAsync)))).Sum(), Is.EqualTo(1));
        Assert.That((await Releases.LatestAsync(default))!.Number, Is.EqualTo(1));
    }

    [Test]
    public async Task An_order_given_for_a_preview_that_no_longer_holds_fails_and_says_why()
    {
        var delivery = await WaitingAsync(5);
        await OrderAsync(delivery);
        await Releases.PublishDraftAsync(await WaitingAsync(6), 0, _note, _publisher, default);
        Clock.Now = new(At);
        Assert.That(await DueAsync(), Is.Zero);
        var order = (await Orders.LastOfAsync(delivery, default))!;
        Assert.That((order.State, order.Fault, (await Deliveries.ByIdAsync(delivery, default))!.State), Is.EqualTo((OrderState.Failed, OrderFault.Stale, DeliveryState.Waiting)));
    }

    [Test]
    public async Task A_preview_made_anew_is_not_what_the_order_was_given_for()
    {
        var file = File(5);
        var delivery = await SaveAsync(file);
        await OrderAsync(delivery.Id);
        await Releases.PublishDraftAsync(await WaitingAsync(6), 0, _note, _publisher, default);
        await Releases.CompareAsync(delivery, file, _publisher, default);
        Clock.Now = new(At);
        await DueAsync();
        Assert.That((await Orders.LastOfAsync(delivery.Id, default))!.Fault, Is.EqualTo(OrderFault.Stale));
    }

    [Test]
    public async Task One_order_that_fails_keeps_none_of_the_others()
    {
        await OrderAsync(await WaitingAsync(5));
        await OrderAsync(await WaitingAsync(6));
        Clock.Now = new(At);
        Assert.That((await DueAsync(), await PublicAsync()), Is.EqualTo((1, (string[])["person DE-HH 2024-01-31=5"])));
    }

    [Test]
    public async Task A_second_order_of_a_delivery_changes_nothing()
    {
        var delivery = await WaitingAsync(5);
        await OrderAsync(delivery);
        Assert.That(await Orders.OrderAsync(delivery, At.AddHours(1), 0, _note, _publisher, default), Is.EqualTo(OrderOutcome.Already));
        Assert.That((await Orders.OpenAsync(default)).Select(o => o.AtUtc), Is.EqualTo(new[] { At }));
    }

    [Test]
    public async Task A_cancelled_order_releases_nothing_and_can_be_given_again()
    {
        var delivery = await WaitingAsync(5);
        await OrderAsync(delivery);
        var order = (await Orders.LastOfAsync(delivery, default))!.Id;
        bool[] cancelled = [await Orders.CancelAsync(order, _publisher, default), await Orders.CancelAsync(order, _publisher, default)];
        Assert.That((cancelled, await OrderAsync(delivery)), Is.EqualTo(((bool[])[true, false], OrderOutcome.Ordered)));
    }

    [Test]
    public async Task What_is_released_at_once_needs_its_order_no_more()
    {
        var delivery = await WaitingAsync(5);
        await OrderAsync(delivery);
        await Releases.PublishDraftAsync(delivery, 0, _note, _publisher, default);
        Assert.That((await Orders.LastOfAsync(delivery, default))!.State, Is.EqualTo(OrderState.Cancelled));
    }

    [Test]
    public async Task Who_handed_in_neither_orders_nor_releases_where_four_eyes_are_asked_for()
    {
        var delivery = await WaitingAsync(5, EyesFeed);
        await Database.ExecuteAsync("update delivery set handed_in_by = 7", null, default);
        var ordered = await OrderAsync(delivery);
        var released = await Releases.PublishDraftAsync(delivery, 0, _note, _publisher, default);
        Assert.That((ordered, released.Outcome), Is.EqualTo((OrderOutcome.NeedsOther, PublicationOutcome.NeedsOther)));
        Assert.That((await Releases.PublishDraftAsync(delivery, 0, _note, new(8, "Other"), default)).Outcome, Is.EqualTo(PublicationOutcome.Released));
    }

    [Test]
    public async Task A_minute_that_has_come_a_preview_of_another_stand_and_a_released_delivery_are_refused()
    {
        var (delivery, other) = (await WaitingAsync(5), await WaitingAsync(6));
        List<OrderOutcome> outcomes = [await Orders.OrderAsync(delivery, Clock.Now.UtcDateTime, 0, _note, _publisher, default), await Orders.OrderAsync(delivery, At, 1, _note, _publisher, default)];
        await Releases.PublishDraftAsync(other, 0, _note, _publisher, default);
        outcomes.AddRange([await OrderAsync(delivery), await OrderAsync(other)]);
        Assert.That(outcomes, Is.EqualTo((OrderOutcome[])[OrderOutcome.Past, OrderOutcome.Stale, OrderOutcome.Stale, OrderOutcome.NotWaiting]));
    }

    [Test]
    public async Task Releasing_twice_releases_once()
    {
        var delivery = await WaitingAsync(5);
        var first = await Releases.PublishDraftAsync(delivery, 0, _note, _publisher, default);
        var second = await Releases.PublishDraftAsync(delivery, 0, _note, _publisher, default);
        Assert.That((first.Outcome, second.Outcome, second.Release!.Number), Is.EqualTo((PublicationOutcome.Released, PublicationOutcome.Already, 1)));
    }

    [Test]
    public async Task A_preview_made_anew_closes_nothing_where_the_delivery_was_stored_as_one_that_is_not_all_there_is()
    {
        await Releases.PublishDraftAsync((await SaveAsync(TestFile.Of(WholeFeed, new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-02-29", 6), new TestValue("DE-HH", "2024-03-31", 7)))).Id, 0, _note, _publisher, default);
        var typed = TestFile.Of(WholeFeed, new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-03-31", 8));
        var delivery = await SaveAsync(typed);
        await Database.ExecuteAsync("update delivery set scope = 'Incremental' where id = 2", null, default);
        var counts = (await Releases.CompareAsync(delivery, typed, _publisher, default)).Counts;
        Assert.That((counts.Added, counts.Changed, counts.Closed), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task Every_act_on_the_way_stands_in_the_audit_with_its_office()
    {
        var delivery = await WaitingAsync(5);
        await OrderAsync(delivery);
        await Orders.CancelAsync((await Orders.LastOfAsync(delivery, default))!.Id, _publisher, default);
        await OrderAsync(delivery);
        Clock.Now = new(At);
        await DueAsync();
        await Releases.WithdrawAsync(delivery, WithdrawalKind.Error, _note, new(8, "Other"), default);
        await Releases.RestoreAsync(delivery, _note, _publisher, default);
        var entries = await new AuditStore(Database, Clock).AllAsync(default).ToArrayAsync();
        Assert.That(entries.Select(e => $"{e.Who} {e.Act} {e.Subject} {e.Region}"), Is.EqualTo((string[])
        [
            "Publisher delivery.order delivery 1 DE-HH", "Publisher delivery.cancel-order delivery 1 DE-HH", "Publisher delivery.order delivery 1 DE-HH",
            "Publisher delivery.release delivery 1 DE-HH", "Other delivery.withdraw delivery 1 DE-HH", "Publisher delivery.restore delivery 1 DE-HH",
        ]));
    }

    private Task<OrderOutcome> OrderAsync(long delivery) => Orders.OrderAsync(delivery, At, 0, _note, _publisher, default);

    private Task<int> DueAsync() => new PublishDue(Orders, Releases).RunAsync(default);

    private async Task<long> WaitingAsync(long value, string feed = PersonFeed) => (await SaveAsync(File(value, feed))).Id;

    private static TestFile File(long value, string feed = PersonFeed) => TestFile.Of(feed, new TestValue("DE-HH", "2024-01-31", value));
}
