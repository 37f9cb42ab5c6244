using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>What changed between two releases, as the public may know it.</summary>
internal sealed class ChangeStoreTests(string kind) : StorageFixture(kind)
{
    private const string January = "2024-01-31";

    [Test]
    public async Task A_first_release_only_adds()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6));

        Assert.That(await ChangesAsync(0, 1), Is.EqualTo((string[])["Added DE-HH 2024-01-31: null > 5", "Added DE-SH 2024-01-31: null > 6"]));
        Assert.That(await CorrectionsAsync(0, 1), Is.Empty);
    }

    [Test]
    public async Task A_changed_value_shows_both_sides_and_one_said_again_none()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6));
        await ReleaseAsync(new TestValue("DE-HH", January, 7), new TestValue("DE-SH", January, 6), new TestValue("PL-22", January, 8));

        Assert.That(await ChangesAsync(1, 2), Is.EqualTo((string[])["Changed DE-HH 2024-01-31: 5 > 7", "Added PL-22 2024-01-31: null > 8"]));
        Assert.That(await CorrectionsAsync(1, 2), Is.EqualTo((string[])["Changed DE-HH 2024-01-31: 5 > 7"]));
    }

    [Test]
    public async Task A_doubt_that_goes_is_a_change_and_another_note_is_none()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5) { Status = ObservationStatus.Provisional }, new TestValue("DE-SH", January, 6) { Note = "first" });
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6) { Note = "second" });

        Assert.That(await ChangesAsync(1, 2), Is.EqualTo((string[])["Changed DE-HH 2024-01-31: 5 provisional > 5"]));
    }

    [Test]
    public async Task Over_several_releases_only_the_two_ends_count()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6));
        await ReleaseAsync(new TestValue("DE-HH", January, 7), new TestValue("DE-SH", January, 9));
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 8));

        Assert.That(await ChangesAsync(1, 3), Is.EqualTo((string[])["Changed DE-SH 2024-01-31: 6 > 8"]));
    }

    [Test]
    public async Task Withdrawn_for_error_a_value_ends_and_its_number_is_named()
    {
        var wrong = await ReleaseAsync(new TestValue("DE-HH", January, 5));
        await Releases.WithdrawAsync(wrong.Delivery!.Value, WithdrawalKind.Error, new("counted twice"), Who.Operator, default);

        Assert.That(await CorrectionsAsync(1, 2), Is.EqualTo((string[])["Ended DE-HH 2024-01-31: 5 > null"]));
    }

    [Test]
    public async Task Withdrawn_for_disclosure_a_number_is_named_on_neither_side()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 4));
        var told = await ReleaseAsync(new TestValue("DE-HH", January, 987654));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);

        Assert.That(await ChangesAsync(1, 2), Is.EqualTo((string[])["Changed DE-HH 2024-01-31: 4 > confidential"]));
        Assert.That(await ChangesAsync(2, 3), Is.EqualTo((string[])["Changed DE-HH 2024-01-31: confidential > 4"]));
        Assert.That(await ChangesAsync(1, 3), Is.Empty);
    }

    [Test]
    public async Task One_indicator_or_region_is_asked_for_alone()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6));
        await ReleaseAsync(new TestValue("DE-HH", January, 7), new TestValue("DE-SH", January, 8));
        var changes = new ChangeStore(Database);

        Assert.That(await changes.ChangesAsync(1, 2, "refugees", "DE-SH", RowPlace.First, default).Select(Line).ToArrayAsync(), Is.EqualTo((string[])["Changed DE-SH 2024-01-31: 6 > 8"]));
        Assert.That(await changes.ChangesAsync(1, 2, "population", null, RowPlace.First, default).AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_release_of_another_feed_is_not_looked_at()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5));
        await ReleaseAsync(TestFile.Of(OtherFeed, new TestValue("DE-HH", January, 6)));

        Assert.That(await ChangesAsync(1, 2), Is.EqualTo((string[])["Added DE-HH 2024-01-31: null > 6"]));
    }

    [Test]
    public async Task Releases_that_ended_or_replaced_a_value_of_a_region_are_found_by_number()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6));
        await ReleaseAsync(new TestValue("DE-HH", January, 7));
        var wrong = await ReleaseAsync(new TestValue("DE-SH", January, 9), new TestValue("PL-22", January, 1));
        await Releases.WithdrawAsync(wrong.Delivery!.Value, WithdrawalKind.Error, new("counted twice"), Who.Operator, default);
        var changes = new ChangeStore(Database);

        Assert.That(await changes.CorrectingAsync(null, null, 4, default), Is.EqualTo((int[])[4, 3, 2]));
        Assert.That(await changes.CorrectingAsync("refugees", "DE-SH", 4, default), Is.EqualTo((int[])[4, 3]));
        Assert.That(await changes.CorrectingAsync(null, "DE-HH", 1, default), Is.Empty);
        Assert.That(await changes.CorrectingAsync("population", null, 4, default), Is.Empty);
    }

    private async Task<string[]> ChangesAsync(int from, int to) => await new ChangeStore(Database).ChangesAsync(from, to, null, null, RowPlace.First, default).Select(Line).ToArrayAsync();

    private async Task<string[]> CorrectionsAsync(int from, int to) => await new ChangeStore(Database).CorrectionsAsync(from, to, null, null, default).Select(Line).ToArrayAsync();

    private static string Line(ValueChange c) => $"{c.Kind} {c.Series.Region} {c.Period}: {Side(c.Before)} > {Side(c.After)}";

    private static string Side(Observation? o) =>
        o is null ? "null" : string.Join(' ', new[] { $"{o.Value}", o.Status.Word(), o.Confidentiality.Word() }.Where(p => p.Length > 0));
}
