using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Drafts of the entry form, and reminders.</summary>
internal sealed class EntryStoreTests(string kind) : StorageFixture(kind)
{
    private static readonly Who _anna = new(1, "Anna");
    private static readonly Who _bert = new(2, "Bert");
    private static readonly Feed _feed = TestFeed.Of(Feed) with { Region = "DE-HH" };

    private EntryStore Entries => new(Database, Clock);

    private ReminderStore Reminders => new(Database, Clock);

    [Test]
    public async Task A_cell_holds_what_its_latest_save_says()
    {
        await SaveAsync(_anna, (2022, "1"), (2023, "2"));
        await SaveAsync(_bert, (2023, "3"));
        var draft = (await Entries.OpenAsync(Feed, "DE-HH", default))!;
        Assert.That(draft.Now.Values.Select(c => (c.Key.Period.End.Year, c.Text.Value, c.By)).Order(), Is.EqualTo(new[] { (2022, "1", _anna), (2023, "3", _bert) }.Order()));
        Assert.That((draft.Saves, draft.UpdatedBy, draft.AsOf(1)[Key(2023)].Text.Value), Is.EqualTo((2, "Bert", "2")));
    }

    [Test]
    public async Task What_is_as_it_was_is_no_save()
    {
        await SaveAsync(_anna, (2022, "1"));
        await SaveAsync(_bert, (2022, "1"));
        Assert.That((await Entries.OpenAsync(Feed, "DE-HH", default))!.Saves, Is.EqualTo(1));
    }

    [Test]
    public async Task Each_region_has_its_own_draft()
    {
        await SaveAsync(_anna, (2022, "1"));
        Assert.That(await Entries.OpenAsync(Feed, "DE-SH", default), Is.Null);
    }

    [Test]
    public async Task Of_two_who_hand_in_one_closes_the_draft()
    {
        var draft = (await SaveAsync(_anna, (2022, "1")))!;
        Assert.That((await Entries.HandedInAsync(draft, _feed, 7, _anna, default), await Entries.HandedInAsync(draft, _feed, 8, _bert, default)), Is.EqualTo((true, false)));
        var last = (await Entries.LastHandedInAsync(Feed, "DE-HH", default))!;
        Assert.That((last.Receipt, last.HandedInBy, await Entries.OpenAsync(Feed, "DE-HH", default)), Is.EqualTo(((long?)7, "Anna", (EntryDraft?)null)));
    }

    [Test]
    public async Task A_save_that_is_taken_back_and_again_is_as_it_was()
    {
        await SaveAsync(_anna, (2022, "1"));
        await SaveAsync(_anna, (2022, "2"));
        await Entries.TakeBackAsync(_feed, "DE-HH", 2, _anna, default);
        Assert.That((await Entries.OpenAsync(Feed, "DE-HH", default))!.Now[Key(2022)].Text.Value, Is.EqualTo("1"));
        await Entries.TakeBackAsync(_feed, "DE-HH", 2, _anna, default);
        Assert.That((await Entries.OpenAsync(Feed, "DE-HH", default))!.Saves, Is.EqualTo(3));
    }

    [Test]
    public async Task The_same_cell_is_reminded_of_once_a_week()
    {
        Assert.That((await RemindAsync(2022))!.Cells.Count, Is.EqualTo(1));
        Assert.That(await RemindAsync(2022), Is.Null);
        Assert.That((await RemindAsync(2022, 2023))!.Cells.Single().Period.End.Year, Is.EqualTo(2023));
        Clock.Now = Clock.Now.AddDays(8);
        Assert.That((await RemindAsync(2022, 2023))!.Cells.Count, Is.EqualTo(2));
        Assert.That((await Reminders.SinceAsync(DateTime.MinValue.AddYears(2000), default)).Select(r => (r.Cells.Count, r.Body)), Is.EqualTo(new[] { (2, "2022, 2023"), (1, "2023"), (1, "2022") }));
    }

    private Task<EntryDraft?> SaveAsync(Who who, params (int Year, string Value)[] cells) =>
        Entries.SaveAsync(_feed, "DE-HH", cells.ToDictionary(c => Key(c.Year), c => new EntryText { Value = c.Value }), null, 1, who, default);

    private Task<Reminder?> RemindAsync(params int[] years) => Reminders.RemindAsync(
        _feed,
        [.. years.Select(y => new RemindedCell { Indicator = "refugees", Variant = "unhcr-refugees", Region = "DE-HH", Period = Key(y).Period })],
        _anna,
        cells => new() { Feed = Feed, Cells = cells, By = _anna, Recipients = ["a@example.org", "b@example.org"], Language = "de", Subject = "s", Body = string.Join(", ", cells.Select(c => c.Period.End.Year)) },
        default);

    private static EntryKey Key(int year) => new() { Indicator = "refugees", Variant = "unhcr-refugees", Breakdown = "", Period = new(new(year, 12, 31), new(year, 12, 31), Frequency.Annual) };
}
