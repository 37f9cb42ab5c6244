using Lagebild.Accounts;
using Lagebild.Catalogue;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>What editors write: drafted, released, kept when the program ships something else, put back.</summary>
internal sealed class CatalogueReleaseTests(string kind) : StorageFixture(kind)
{
    private static readonly Who _editor = new(7, "Ewa");

    private static readonly CatalogueDraft _note = new()
    {
        Kind = CatalogueKind.Note,
        Code = "note-1",
        Body = """{"indicator":"refugees","region":"DE-HH"}""",
        Texts = [Text(CatalogueKind.Note, "note-1", "text", "de", "Ab 2024 ohne Nachmeldungen.")],
    };

    private static readonly CatalogueDraft _name = new() { Kind = CatalogueKind.Indicator, Code = "refugees", Texts = [Text(CatalogueKind.Indicator, "refugees", "name", "de", "Unser Wort")] };

    private CatalogueDraftStore Drafts => new(Database, Clock);

    [SetUp]
    public Task ReleaseOnceAsync() => ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));

    [Test]
    public async Task A_draft_is_not_part_of_the_catalogue()
    {
        await WriteAsync(_note);
        Assert.That((await Catalogue.AsOfAsync(1, default)).Notes, Is.Empty);
    }

    [Test]
    public async Task A_draft_comes_back_as_it_was_written()
    {
        var saved = await WriteAsync(_note);
        var read = (await Drafts.OfAsync(CatalogueKind.Note, "note-1", default))!;
        Assert.That(read with { Texts = [] }, Is.EqualTo(saved with { Texts = [] }));
        Assert.That(read.Texts, Is.EqualTo(_note.Texts));
        Assert.That((read.By, read.AtUtc), Is.EqualTo((_editor, Clock.Now.UtcDateTime)));
    }

    [Test]
    public async Task A_draft_replaces_only_the_one_that_was_seen()
    {
        var first = await WriteAsync(_note);
        Assert.That(await Drafts.SaveAsync(_note with { Removes = true }, null, _editor, null, default), Is.Null);
        var second = await Drafts.SaveAsync(_note with { Removes = true }, first.Number, _editor, null, default);
        Assert.That((await Drafts.AllAsync(default)).Select(d => (d.Number, d.Removes)), Is.EqualTo([(second!.Number, true)]));
    }

    [Test]
    public async Task A_draft_is_discarded_once()
    {
        var draft = await WriteAsync(_note);
        Assert.That((await Drafts.DiscardAsync(draft, _editor, null, default), await Drafts.DiscardAsync(draft, _editor, null, default)), Is.EqualTo((true, false)));
        Assert.That(await Drafts.AllAsync(default), Is.Empty);
    }

    [Test]
    public async Task A_note_is_shown_from_its_release_on_and_not_before()
    {
        await ReleaseTextsAsync(_note);
        Assert.That(((await Catalogue.AsOfAsync(1, default)).Notes.Count, (await Catalogue.AsOfAsync(2, default)).Notes.Count), Is.EqualTo((0, 1)));
        Assert.That((await Catalogue.AsOfAsync(2, default)).Text(CatalogueKind.Note, "note-1", "text", "pl"), Is.EqualTo(_note.Texts[0]));
    }

    [Test]
    public async Task Drafts_are_released_together_with_who_and_why()
    {
        var release = await ReleaseTextsAsync(_note, _name);
        Assert.That(release, Is.EqualTo(new Release
        {
            Number = 2,
            PublishedUtc = Clock.Now.UtcDateTime,
            Kind = ReleaseKind.Catalogue,
            Why = "Nachgetragen",
            WhyLanguage = "de",
            ReleasedBy = 7,
            Added = 2,
            Changed = 1,
        }));
        Assert.That(await Releases.LatestAsync(default), Is.EqualTo(release));
        Assert.That(await Drafts.AllAsync(default), Is.Empty);
    }

    [Test]
    public async Task A_draft_that_was_changed_after_it_was_seen_releases_nothing()
    {
        var (seen, other) = (await WriteAsync(_note), await WriteAsync(_name));
        await Drafts.SaveAsync(_note with { Texts = [] }, seen.Number, _editor, null, default);
        Assert.That(await Catalogue.ReleaseAsync([other, seen], "Nachgetragen", "de", _editor, default), Is.Null);
        Assert.That((await Drafts.AllAsync(default)).Count, Is.EqualTo(2));
        Assert.That((await Releases.LatestAsync(default))!.Number, Is.EqualTo(1));
    }

    [Test]
    public async Task A_draft_is_released_once()
    {
        var draft = await WriteAsync(_note);
        await Catalogue.ReleaseAsync([draft], "Nachgetragen", "de", _editor, default);
        Assert.That(await Catalogue.ReleaseAsync([draft], "Nachgetragen", "de", _editor, default), Is.Null);
        Assert.That((await Releases.LatestAsync(default))!.Number, Is.EqualTo(2));
    }

    [Test]
    public async Task A_draft_that_nobody_could_read_releases_nothing()
    {
        var draft = await WriteAsync(_note with { Body = """{"unknown":1}""" });
        Assert.ThrowsAsync<InvalidDataException>(() => Catalogue.ReleaseAsync([draft], "Nachgetragen", "de", _editor, default));
        Assert.That((await Releases.LatestAsync(default))!.Number, Is.EqualTo(1));
        Assert.That((await Drafts.AllAsync(default)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_text_edited_here_stays_when_the_program_ships_another_and_both_are_listed()
    {
        await ReleaseTextsAsync(_name);
        await ShipAsync("Geflüchtete");
        Assert.That(await NameAsync(), Is.EqualTo("Unser Wort"));
        Assert.That(await Catalogue.ShippedAnewAsync(default), Is.EqualTo([Anew("Unser Wort", "Geflüchtete")]));
    }

    [Test]
    public async Task An_edited_text_is_not_listed_while_the_program_ships_what_it_shipped_then()
    {
        await ReleaseTextsAsync(_name);
        await ShipAsync("Menschen");
        Assert.That(await Catalogue.ShippedAnewAsync(default), Is.Empty);
    }

    [Test]
    public async Task What_was_kept_is_listed_again_only_when_something_else_is_shipped()
    {
        await ReleaseTextsAsync(_name);
        await ShipAsync("Geflüchtete");
        Assert.That(await Catalogue.KeepAsync(Anew("Unser Wort", "Geflüchtete"), _editor, default), Is.True);
        Assert.That(await Catalogue.ShippedAnewAsync(default), Is.Empty);
        await ShipAsync("Personen");
        Assert.That(await Catalogue.ShippedAnewAsync(default), Is.EqualTo([Anew("Unser Wort", "Personen")]));
    }

    [Test]
    public async Task A_text_put_back_to_what_the_program_ships_follows_the_program_again()
    {
        await ReleaseTextsAsync(_name);
        await ReleaseTextsAsync(_name with { Texts = [_name.Texts[0] with { Body = "Menschen" }] });
        await ShipAsync("Geflüchtete");
        Assert.That(await NameAsync(), Is.EqualTo("Geflüchtete"));
        Assert.That(await Catalogue.ShippedAnewAsync(default), Is.Empty);
    }

    [Test]
    public async Task What_an_editor_removed_does_not_come_back_with_the_program_and_earlier_stands_keep_it()
    {
        await ReleaseTextsAsync(new CatalogueDraft { Kind = CatalogueKind.Variant, Code = "tenths", Removes = true });
        await ShipAsync("Menschen");
        Assert.That((await Catalogue.AsOfAsync(await StandAsync(), default)).Variant("tenths"), Is.Null);
        Assert.That((await Catalogue.AsOfAsync(1, default)).Variant("tenths"), Is.Not.Null);
    }

    [Test]
    public async Task The_history_of_an_entry_has_a_version_for_each_release_that_changed_it()
    {
        await ReleaseTextsAsync(_note);
        await ReleaseTextsAsync(_name);
        await ReleaseTextsAsync(_note with { Removes = true, Body = null, Texts = [] });
        var history = await Catalogue.HistoryAsync(CatalogueKind.Note, "note-1", default);
        Assert.That(history.Select(v => (v.Release!.Number, v.Body, v.Texts.Count)), Is.EqualTo([(4, (string?)null, 0), (2, _note.Body, 1)]));
    }

    [Test]
    public async Task The_history_names_who_released()
    {
        var person = await new AccountStore(Database, Clock).AddAsync("Ewa Nowak", "ewa@example.org", [], Who.Operator, default);
        var draft = await WriteAsync(_name);
        await Catalogue.ReleaseAsync([draft], "Nachgetragen", "de", person.Who, default);
        var history = await Catalogue.HistoryAsync(CatalogueKind.Indicator, "refugees", default);
        Assert.That(history.Select(v => (v.Release!.Number, v.Who, v.Texts.Single().Body)), Is.EqualTo([(2, "Ewa Nowak", "Unser Wort"), (1, null, "Menschen")]));
    }

    [Test]
    public async Task Each_act_is_in_the_audit()
    {
        await ReleaseTextsAsync(_name);
        var entries = await new AuditStore(Database, Clock).BeforeAsync(long.MaxValue, 10, default);
        Assert.That(entries.Where(e => e.Act.StartsWith("text.", StringComparison.Ordinal)).Select(e => (e.Who, e.Act, e.Subject, e.Before, e.After)), Is.EqualTo(
        [
            ("Ewa", "text.release", "indicator refugees", "name de (Written): Menschen", "release 2: name de (Written): Unser Wort"),
            ("Ewa", "text.write", "indicator refugees", (string?)null, "name de (Written): Unser Wort"),
        ]));
        Assert.That(await new AuditStore(Database, Clock).BrokenAtAsync(default), Is.Null);
    }

    private async Task<CatalogueDraft> WriteAsync(CatalogueDraft draft) => (await Drafts.SaveAsync(draft, null, _editor, null, default))!;

    private async Task<Release?> ReleaseTextsAsync(params CatalogueDraft[] drafts)
    {
        var written = new List<CatalogueDraft>();
        foreach (var draft in drafts)
        {
            written.Add(await WriteAsync(draft));
        }

        return await Catalogue.ReleaseAsync(written, "Nachgetragen", "de", _editor, default);
    }

    private Task ShipAsync(string name) => Catalogue.SeedAsync(SmallCatalogue.With(name), Feeds(), default);

    private async Task<string> NameAsync() => (await Catalogue.AsOfAsync(await StandAsync(), default)).Text(CatalogueKind.Indicator, "refugees", "name", "de")!.Body;

    private static ShippedAnew Anew(string here, string shipped) =>
        new() { Kind = CatalogueKind.Indicator, Code = "refugees", Part = "name", Language = "de", Here = here, Shipped = shipped, State = TextState.Written };

    private static CatalogueText Text(string kind, string code, string part, string language, string body) =>
        new() { Kind = kind, Code = code, Part = part, Language = language, Body = body, State = TextState.Written };
}
