using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Deliveries that were withdrawn for error and are put back.</summary>
internal sealed class RestoreTests(string kind) : StorageFixture(kind)
{
    private static readonly ReleaseNote _why = new("it was right", "en");

    [Test]
    public async Task A_delivery_put_back_says_again_what_it_said_and_the_gap_stays_known()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await WithdrawAsync(first);
        var release = await RestoreAsync(first);
        string[][] shown = [await PublicAsync(1), await PublicAsync(2), await PublicAsync(3)];
        Assert.That(shown, Is.EqualTo((string[][])[["first DE-HH 2024-01-31=5"], [], ["first DE-HH 2024-01-31=5"]]));
        Assert.That(release, Is.EqualTo(new Release
        {
            Number = 3,
            PublishedUtc = Clock.Now.UtcDateTime,
            Kind = ReleaseKind.Restoration,
            Why = "it was right",
            WhyLanguage = "en",
            Feed = Feed,
            Delivery = 1,
            Restores = 1,
            Added = 1,
        }));
    }

    [Test]
    public async Task What_came_later_still_holds()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-02-29", 6));
        await WithdrawAsync(first);
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 7));
        await RestoreAsync(first);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=7", "first DE-HH 2024-02-29=6"]));
    }

    [Test]
    public async Task It_is_withdrawn_only_as_of_the_stands_in_between()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await WithdrawAsync(first);
        await RestoreAsync(first);
        await WithdrawAsync(first);
        int?[] by = [await WithdrawnByAsync(1), await WithdrawnByAsync(2), await WithdrawnByAsync(3), await WithdrawnByAsync(4)];
        Assert.That((by, (await Releases.ByNumberAsync(1, default))!.WithdrawnBy), Is.EqualTo(((int?[])[null, 2, null, 4], 4)));
    }

    [Test]
    public async Task A_release_put_back_is_no_longer_said_to_be_withdrawn()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await WithdrawAsync(first);
        await RestoreAsync(first);
        Assert.That(((await Releases.ByNumberAsync(1, default))!.WithdrawnBy, (await Deliveries.ByIdAsync(1, default))!.State), Is.EqualTo(((int?)null, DeliveryState.Released)));
    }

    [Test]
    public async Task One_withdrawn_for_disclosure_is_never_put_back()
    {
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await WithdrawAsync(told);
        await WithdrawAsync(told, WithdrawalKind.Disclosure);
        Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(told));
    }

    [Test]
    public async Task A_number_withheld_meanwhile_stays_withheld()
    {
        var wrong = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-SH", "2024-01-31", 8));
        await WithdrawAsync(wrong);
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await WithdrawAsync(told, WithdrawalKind.Disclosure);
        await RestoreAsync(wrong);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31= confidential", "first DE-SH 2024-01-31=8"]));
    }

    [Test]
    public async Task Neither_a_released_nor_a_refused_delivery_can_be_put_back()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        Assert.ThrowsAsync<InvalidOperationException>(() => RestoreAsync(first));
    }

    [Test]
    public async Task What_a_withdrawal_and_a_restoration_would_change_is_what_they_change()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-HH", "2024-02-29", 6));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 7));
        var before = await Releases.WouldChangeAsync(1, default);
        var withdrawal = await WithdrawAsync(first);
        var back = await Releases.WouldChangeAsync(1, default);
        var restoration = await RestoreAsync(first);
        Assert.That((before.Added, before.Changed, before.Closed, back.Added, back.Changed, back.Closed), Is.EqualTo((0, 0, 1, 1, 0, 0)));
        Assert.That((withdrawal.Closed, restoration.Added), Is.EqualTo((1, 1)));
    }

    private Task<Release> WithdrawAsync(Release release, WithdrawalKind kind = WithdrawalKind.Error) =>
        Releases.WithdrawAsync(release.Delivery!.Value, kind, new("wrong file"), Who.Operator, default);

    private Task<Release> RestoreAsync(Release release) => Releases.RestoreAsync(release.Delivery!.Value, _why, Who.Operator, default);

    private async Task<int?> WithdrawnByAsync(int stand) => (await Releases.WithdrawnAsync(stand, default)).TryGetValue(1, out var by) ? by : null;
}
