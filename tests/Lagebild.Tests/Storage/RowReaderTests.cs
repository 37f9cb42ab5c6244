using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class RowReaderTests(string kind) : StorageFixture(kind)
{
    private RowReader Rows => new(Database);

    [Test]
    public async Task Rows_go_on_behind_a_place()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1), new TestValue("DE-HH", "2024-02-29", 2), new TestValue("DE-SH", "2024-01-31", 3));

        var values = new List<long?>();
        await foreach (var row in Rows.RowsAsync(new() { Stand = 1 }, new RowPlace(1, new(2024, 1, 31), new(2024, 1, 31)), default))
        {
            values.Add(row.Observation.Value);
        }

        Assert.That(values, Is.EqualTo((long?[])[2, 3]));
    }

    [Test]
    public async Task A_file_that_held_what_was_withdrawn_for_disclosure_is_known_by_the_release_that_withdrew_it()
    {
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1), new TestValue("DE-SH", "2024-01-31", 2));
        var withdrawal = await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);

        Assert.That(await Rows.WithdrawnForDisclosureAsync([1, 2], new() { Stand = told.Number }, default), Is.EqualTo(withdrawal.Number));
    }

    [Test]
    public async Task A_file_from_before_the_delivery_withdrawn_held_what_that_only_said_again()
    {
        var first = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1));
        var again = await ReleaseAsync(TestFile.Of(Feed, "again", [], new TestValue("DE-HH", "2024-01-31", 1)));
        var withdrawal = await Releases.WithdrawAsync(again.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);

        Assert.That(await Rows.WithdrawnForDisclosureAsync([1], new() { Stand = first.Number }, default), Is.EqualTo(withdrawal.Number));
    }

    [Test]
    public async Task A_file_that_never_showed_it_is_the_one_that_was_cited()
    {
        var secret = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1) { Confidentiality = ConfidentialityStatus.Confidential });
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);

        Assert.That(await Rows.WithdrawnForDisclosureAsync([1], new() { Stand = secret.Number }, default), Is.Null);
    }

    [Test]
    public async Task A_file_of_other_series_periods_or_stands_held_nothing_of_it()
    {
        var other = await ReleaseAsync(TestFile.Of(OtherFeed, new TestValue("DE-HH", "2024-01-31", 9)));
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1));
        var withdrawal = await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);

        int?[] found =
        [
            await Rows.WithdrawnForDisclosureAsync([1], new() { Stand = told.Number }, default),
            await Rows.WithdrawnForDisclosureAsync([2], new() { Stand = told.Number, From = new(2025, 1, 1) }, default),
            await Rows.WithdrawnForDisclosureAsync([2], new() { Stand = other.Number }, default),
            await Rows.WithdrawnForDisclosureAsync([2], new() { Stand = withdrawal.Number }, default),
        ];
        Assert.That(found, Is.EqualTo((int?[])[null, null, null, null]));
    }

    [Test]
    public async Task A_withdrawal_for_error_leaves_past_files_alone()
    {
        var wrong = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 1));
        await Releases.WithdrawAsync(wrong.Delivery!.Value, WithdrawalKind.Error, new("wrong"), Who.Operator, default);

        Assert.That(await Rows.WithdrawnForDisclosureAsync([1], new() { Stand = wrong.Number }, default), Is.Null);
    }
}
