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

    [Test]
    public async Task Every_change_is_counted_as_what_it_is()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 5), new TestValue("DE-SH", January, 6) { Status = ObservationStatus.Provisional }, new TestValue("PL-22", January, 7), new TestValue("PL-32", January, 8));
        var wrong = await ReleaseAsync(new TestValue("DE-MV", January, 1));
        await ReleaseAsync(new TestValue("DE-HH", January, 9), new TestValue("DE-SH", January, 6), new TestValue("PL-22", January, null) { Status = ObservationStatus.Missing }, new TestValue("PL-32", January, 8) { Note = "said again" });
        await ReleaseAsync(new TestValue("DE-HH", "2024-02-29", 4));
        await Releases.WithdrawAsync(wrong.Delivery!.Value, WithdrawalKind.Error, new("counted twice"), Who.Operator, default);

        Assert.That(await CountsAsync(2, 5), Is.EqualTo((string[])["refugees DE-HH +1 ~1 -0", "refugees DE-MV +0 ~0 -1", "refugees DE-SH +0 ~1 -0", "refugees PL-22 +0 ~1 -0"]));
        Assert.That(await CountsAsync(2, 5), Is.EqualTo((await AllAsync(2, 5)).GroupBy(c => c.Series.Region).OrderBy(g => g.Key, StringComparer.Ordinal).Select(Counted)));
    }

    [Test]
    public async Task What_was_withdrawn_for_disclosure_is_counted_as_it_is_listed()
    {
        await ReleaseAsync(new TestValue("DE-HH", January, 4), new TestValue("DE-SH", January, 3));
        var told = await ReleaseAsync(new TestValue("DE-HH", January, 987654), new TestValue("DE-SH", January, 987655));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);

        Assert.That((await CountsAsync(1, 2), await CountsAsync(2, 3), await CountsAsync(1, 3)), Is.EqualTo(
            ((string[])["refugees DE-HH +0 ~1 -0", "refugees DE-SH +0 ~1 -0"], (string[])["refugees DE-HH +0 ~1 -0", "refugees DE-SH +0 ~1 -0"], Array.Empty<string>())));
    }

    [Test]
    public async Task From_a_place_one_goes_on_and_back_to_the_same_changes()
    {
        await ReleaseAsync([.. Enumerable.Range(1, 9).Select(day => new TestValue(day % 2 == 0 ? "DE-HH" : "DE-SH", $"2024-01-0{day}", day) { Frequency = Frequency.Daily })]);
        var all = await AllAsync(0, 1);
        for (var at = 0; at < all.Count; at++)
        {
            var place = new RowPlace(all[at].SeriesId, all[at].Period.Start, all[at].Period.End);
            Assert.That(await Changes.ChangesAsync(0, 1, null, null, place, default).Select(Line).ToArrayAsync(), Is.EqualTo(all.Skip(at + 1).Select(Line)));
            Assert.That(await Changes.ChangesBeforeAsync(0, 1, null, null, place, default).Select(Line).ToArrayAsync(), Is.EqualTo(all.Take(at).Reverse().Select(Line)));
        }
    }

    private ChangeStore Changes => new(Database);

    private async Task<IReadOnlyList<ValueChange>> AllAsync(int from, int to) => await Changes.ChangesAsync(from, to, null, null, RowPlace.First, default).ToListAsync();

    private async Task<string[]> CountsAsync(int from, int to) => [.. (await Changes.CountsAsync(from, to, null, null, default)).Select(c => $"{c.Indicator} {c.Region} +{c.Added} ~{c.Changed} -{c.Ended}")];

    private static string Counted(IGrouping<string, ValueChange> changes) =>
        $"refugees {changes.Key} +{changes.Count(c => c.Kind == ChangeKind.Added)} ~{changes.Count(c => c.Kind == ChangeKind.Changed)} -{changes.Count(c => c.Kind == ChangeKind.Ended)}";

    private async Task<string[]> ChangesAsync(int from, int to) => await new ChangeStore(Database).ChangesAsync(from, to, null, null, RowPlace.First, default).Select(Line).ToArrayAsync();

    private async Task<string[]> CorrectionsAsync(int from, int to) => await new ChangeStore(Database).CorrectionsAsync(from, to, null, null, default).Select(Line).ToArrayAsync();

    private static string Line(ValueChange c) => $"{c.Kind} {c.Series.Region} {c.Period}: {Side(c.Before)} > {Side(c.After)}";

    private static string Side(Observation? o) =>
        o is null ? "null" : string.Join(' ', new[] { $"{o.Value}", o.Status.Word(), o.Confidentiality.Word() }.Where(p => p.Length > 0));
}
