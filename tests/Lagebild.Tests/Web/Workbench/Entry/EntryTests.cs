using System.Net;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Lagebild.Tests.Web.Workbench.Entry.EntrySite;

namespace Lagebild.Tests.Web.Workbench.Entry;

/// <summary>Figures typed or pasted, kept as a draft, handed in.</summary>
internal sealed class EntryTests
{
    private const string December = "M|20231201|20231231";
    private const string EndOfDecember = "M|20231231|20231231";
    private const string January = "M|20240101|20240131";

    private static readonly string _sent = Field("value", "hh-distributed-away", December);
    private static readonly string _sentInJanuary = Field("value", "hh-distributed-away", January);
    private static readonly string _share = Field("value", "hh-occupancy-all", EndOfDecember);
    private static readonly string _occupied = Field("value", "hh-public-occupied", EndOfDecember, "accommodation=follow-up");

    private EntrySite _site = null!;
    private HttpClient _anna = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await EntrySite.StartAsync();
        _anna = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _anna.Dispose();
        await _site.DisposeAsync();
    }

    [SetUp]
    public async Task BeginAnewAsync()
    {
        await using var connection = await _site.Services.GetRequiredService<Database>().OpenAsync(default);
        await connection.ExecuteAsync("delete from entry_cell");
        await connection.ExecuteAsync("delete from entry_draft");
    }

    [Test]
    public async Task What_is_due_is_asked_for_with_the_two_periods_before()
    {
        var page = await _anna.OpenAsync(Form(Hamburg));
        Assert.That(page.QuerySelectorAll("form#entry > h2").Select(h => h.TextContent), Is.EqualTo((string[])["Dezember\u00a02023", "Januar\u00a02024"]));
        Assert.That(page.QuerySelectorAll("form#entry > h2 + p").Select(h => h.TextContent), Is.EqualTo((string[])["seit 31 Tagen überfällig, fällig war am 10.01.2024", "heute fällig"]));
        var row = page.QuerySelector("table.cells tbody tr")!;
        Assert.That(row.QuerySelectorAll("td.in").Select(c => c.TextContent), Is.EqualTo((string[])["1.270 (Oktober\u00a02023)", "1.277 (November\u00a02023)"]));
        Assert.That(page.QuerySelectorAll("input.number").Select(i => i.GetAttribute("name")), Does.Contain(_sent).And.Contain(_share).And.Contain(_occupied).And.Contain(_sentInJanuary).And.Exactly(6).Items);
    }

    [Test]
    public async Task Each_field_is_labelled_by_its_row_period_and_column()
    {
        var page = await _anna.OpenAsync(Form(Hamburg));
        foreach (var field in page.QuerySelectorAll("table.cells input, table.cells select"))
        {
            var label = string.Join(" ", field.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.GetElementById(id)!.TextContent.Trim()));
            Assert.That(label, Does.Contain("2023").Or.Contain("2024"));
            Assert.That(label, Does.EndWith(field.GetAttribute("name")!.Split(' ')[0] switch { "value" => "Wert", "status" => "Status", _ => "Anmerkung" }));
        }
    }

    [Test]
    public async Task What_was_typed_stays_typed_whatever_it_is()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1.2oo"), (Field("note", "hh-distributed-away", December), "laut \"Bericht\""), (Field("status", "hh-distributed-away", December), "provisional"));
        Assert.That((Value(page, _sent), Value(page, Field("note", "hh-distributed-away", December)), Value(page, Field("status", "hh-distributed-away", December))), Is.EqualTo(("1.2oo", "laut \"Bericht\"", "provisional")));
        Assert.That(page.QuerySelector("tr.wrong.said")!.TextContent, Does.Contain("„1.2oo“ ist keine ganze Zahl."));
    }

    [Test]
    public async Task A_number_in_doubt_is_refused_with_a_question_that_one_button_answers()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1.284"), (_occupied, "20,371"));
        Assert.That(page.QuerySelectorAll("tr.wrong.said p").Select(p => p.TextContent), Has.Exactly(2).Contains("kann Tausender oder Nachkommastellen meinen"));
        page = await ThenAsync(_anna, Form(Hamburg), "thousands");
        Assert.That((Value(page, _sent), Value(page, _occupied), page.QuerySelectorAll("tr.wrong").Length), Is.EqualTo(("1284", "20371", 0)));
    }

    [Test]
    public async Task A_big_change_is_a_question_and_hinders_only_until_it_is_answered()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "hand-in", (_sent, "5100"));
        Assert.That(page.QuerySelector(".box.error")!.TextContent.Trim(), Is.EqualTo("Es gibt Rückfragen: Bestätigen Sie unten, dass die Werte stimmen, oder berichtigen Sie sie."));
        Assert.That(page.QuerySelectorAll("tr.odd.said").Length, Is.EqualTo(1));
        using var answer = await SendAsync(_anna, Form(Hamburg), "hand-in", ("sure", "1"));
        Assert.That(answer.Headers.Location!.OriginalString, Does.StartWith("/de/workbench/inbox/"));
    }

    [Test]
    public async Task What_is_handed_in_is_a_delivery_with_the_values_as_typed()
    {
        using var answer = await SendAsync(
            _anna,
            Form(Hamburg),
            "hand-in",
            (_sent, "1\u202f284"),
            (_share, "94,5 %"),
            (Field("status", "hh-distributed-away", January), "missing:late"),
            (Field("status", "hh-public-occupied", EndOfDecember, "accommodation=follow-up"), "confidential"),
            (_occupied, "20.371,0"),
            (Field("note", "hh-occupancy-all", EndOfDecember), "ohne \"Notplätze\", gerundet"),
            ("source", "Tabelle 3, Seite 5"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        await _site.RunAsync(Hamburg);
        var delivery = (await _site.DeliveriesAsync(Hamburg))[0];
        Assert.That((delivery.Channel, delivery.State, delivery.Profile, delivery.ValueCount), Is.EqualTo((DeliveryChannel.Form, DeliveryState.Waiting, "figures", 4L)));
        Assert.That(await _site.LinesAsync(delivery.Id), Is.EquivalentTo((string[])
        [
            "distributed-away,hh-distributed-away,DE-HH,2023-12-01,2023-12-31,M,,,,\"Tabelle 3, Seite 5\",,1284",
            "places-occupied,hh-public-occupied,DE-HH,2023-12-31,2023-12-31,M,accommodation=follow-up,,confidential,\"Tabelle 3, Seite 5\",,20371",
            "occupancy-rate,hh-occupancy-all,DE-HH,2023-12-31,2023-12-31,M,,,,\"Tabelle 3, Seite 5\",\"ohne \"\"Notplätze\"\", gerundet\",94.5",
            "distributed-away,hh-distributed-away,DE-HH,2024-01-01,2024-01-31,M,,missing:late,,\"Tabelle 3, Seite 5\",,",
        ]));
        var releases = _site.Services.GetRequiredService<ReleaseStore>();
        var before = (await releases.ListAsync(default)).First(r => r.Feed == Hamburg).Number;
        Assert.That((await releases.PublishDraftAsync(delivery.Id, before, ReleaseNote.ByPerson, Who.Operator, default)).Outcome, Is.EqualTo(PublicationOutcome.Released));
        var series = await _site.Services.GetRequiredService<ObservationStore>().SeriesAsync(new() { Indicator = "distributed-away", Feed = Hamburg, Stand = int.MaxValue - 1 }, default);
        var typed = series.Single().Observations[^2];
        Assert.That((typed.Value, typed.Delivery, typed.Line, typed.Field), Is.EqualTo((1284L, delivery.Id, 2, "12 value")));
        await releases.WithdrawAsync(delivery.Id, WithdrawalKind.Error, ReleaseNote.ByPerson, Who.Operator, default);
    }

    [Test]
    public async Task The_same_form_sent_twice_is_one_delivery()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1299"));
        using var first = await SendAsync(_anna, page, "hand-in");
        using var second = await SendAsync(_anna, page, "hand-in");
        Assert.That(second.Headers.Location, Is.EqualTo(first.Headers.Location));
        Assert.That(await _site.Entries.OpenAsync(Hamburg, "DE-HH", default), Is.Null);
    }

    [Test]
    public async Task One_column_of_numbers_goes_into_the_forms_order()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "paste", ("paste", "1284\r\n20371\r\n94,5\r\n"), ("into", "M 20231231"));
        Assert.That((Value(page, _sent), Value(page, _occupied), Value(page, _share)), Is.EqualTo(("1284", "20371", "94,5")));
    }

    [Test]
    public async Task A_table_that_does_not_fit_is_told_and_kept()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "paste", ("paste", "1284\r\n20371\r\n"), ("into", "M 20231231"));
        Assert.That(page.QuerySelector("ul.faults")!.TextContent, Does.Contain("Die Tabelle hat 2 Zeilen ohne Überschriften, das Formular 3."));
        Assert.That(page.QuerySelector("#paste")!.TextContent.Trim(), Is.EqualTo("1284\r\n20371"));
    }

    [Test]
    public async Task A_table_with_headings_is_pasted_from_a_spreadsheet()
    {
        const string clipboard = "Hamburg\tNovember 2023\t12/2023\tJanuar 2024\r\ndistributed-away\t1.277\t1.284\t1.291\r\nBelegte Plätze in Folgeunterkünften\t\t20.371\t\r\noccupancy-rate\t90,5\t94,5\t95,5\r\n";
        var page = await ThenAsync(_anna, Form(Hamburg), "paste", ("paste", clipboard), ("numbers", "Comma"));
        Assert.That((Value(page, _sent), Value(page, _sentInJanuary), Value(page, _share)), Is.EqualTo(("1284", "1291", "94,5")));
        Assert.That(page.QuerySelectorAll("ul.faults li").Select(l => l.TextContent), Is.EqualTo((string[])["„Belegte Plätze in Folgeunterkünften“ ist keine Zeile dieses Formulars."]));
        Assert.That(page.QuerySelector("#paste")!.TextContent, Does.Contain("Folgeunterkünften"));
    }

    [Test]
    public async Task The_later_change_of_a_cell_holds_and_the_other_person_is_told()
    {
        using var bert = await _site.SignedInAsync(await _site.PersonAsync("Bert Beamter", new Grant(Role.Analyst, "DE-HH")));
        await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1284"));
        var (hers, his) = (await _anna.OpenAsync(Form(Hamburg)), await bert.OpenAsync(Form(Hamburg)));
        using var saved = await SendAsync(bert, his, "save", (_sent, "1290"), (_share, "94,5"));
        using var answer = await SendAsync(_anna, hers, "save", (_sent, "1286"));
        var page = await _anna.OpenAsync(answer.Headers.Location!.OriginalString);
        Assert.That((Value(page, _sent), Value(page, _share)), Is.EqualTo(("1286", "94,5")));
        var told = page.QuerySelectorAll(".box.warning[role=status] li").Select(l => string.Join(' ', l.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray();
        Assert.That(told, Has.One.Contains("Bert Beamter um 13:01: „1290“. Es gilt die spätere Eingabe von Anna Analyst: „1286“.").And.One.Contains("Bert Beamter um 13:01: „94,5“."));
    }

    [Test]
    public async Task The_last_save_can_be_taken_back_and_brought_back()
    {
        await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1284"));
        await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "9"));
        Assert.That(Value(await ThenAsync(_anna, Form(Hamburg), "take-back"), _sent), Is.EqualTo("1284"));
        Assert.That(Value(await ThenAsync(_anna, Form(Hamburg), "take-back"), _sent), Is.EqualTo("9"));
    }

    [Test]
    public async Task A_period_and_a_row_can_be_added()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "period", ("frequency", "M"), ("end", "2022-12-31"));
        Assert.That(page.QuerySelectorAll("form#entry > h2").Select(h => h.TextContent).First(), Is.EqualTo("Dezember\u00a02022"));
        page = await ThenAsync(_anna, Form(Hamburg), "row", ("row-variant", "hh-public-occupied"), ("row-frequency", "M"), ("dimension accommodation", "reception"));
        var added = Field("value", "hh-public-occupied", EndOfDecember, "accommodation=reception");
        Assert.That(page.QuerySelectorAll("input.number").Select(i => i.GetAttribute("name")), Does.Contain(added));
    }

    [Test]
    public async Task A_day_to_come_is_no_period()
    {
        var page = await ThenAsync(_anna, Form(Hamburg), "period", ("frequency", "M"), ("end", "2024-02-29"));
        Assert.That(page.QuerySelector(".box.error")!.TextContent.Trim(), Is.EqualTo("Der Zeitraum ist noch nicht zu Ende."));
    }

    [TestCase("value nothing||M|20231201|20231231", "1")]
    [TestCase("value hh-distributed-away||M|20231231|20231201", "1")]
    [TestCase("status hh-distributed-away||M|20231201|20231231", "secret")]
    public async Task A_cell_there_can_not_be_is_refused(string name, string value)
    {
        using var answer = await SendAsync(_anna, Form(Hamburg), "save", (name, value));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_number_in_german_and_one_in_polish_arrive_as_they_were_meant()
    {
        using var polish = await _site.SignedInAsync(new Grant(Role.Analyst, "PL-32"));
        var field = Field("value", "gov-pl-2715-share", "A|20231231|20231231");
        var page = await ThenAsync(polish, Form(Pomerania, "pl"), "save", (field, "6,5%"));
        Assert.That(page.QuerySelectorAll("tr.wrong, tr.odd"), Is.Empty);
        using var answer = await SendAsync(polish, Form(Pomerania, "pl"), "hand-in");
        await _site.RunAsync(Pomerania);
        Assert.That(await _site.LinesAsync((await _site.DeliveriesAsync(Pomerania))[0].Id), Is.EqualTo((string[])["pesel-ukr-share,gov-pl-2715-share,PL-32,2023-12-31,2023-12-31,A,,,,,,6.5"]));
    }

    [Test]
    public async Task Another_regions_draft_is_as_if_it_were_not_there()
    {
        await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "1284"));
        using var polish = await _site.SignedInAsync(new Grant(Role.Analyst, "PL-32"));
        using var editor = await _site.SignedInAsync(new Grant(Role.Editor, "DE-HH"));
        using var page = await polish.GetAsync(new Uri(Form(Hamburg), UriKind.Relative));
        using var mine = await editor.GetAsync(new Uri(Form(Hamburg), UriKind.Relative));
        var own = await polish.OpenAsync(Form(Pomerania));
        own.QuerySelector("form#entry")!.SetAttribute("action", Form(Hamburg));
        using var sent = await SendAsync(polish, own, "save", (_sent, "1"));
        Assert.That((page.StatusCode, mine.StatusCode, sent.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
        Assert.That((await polish.OpenAsync("/de/workbench/entry")).QuerySelector("main")!.TextContent, Does.Not.Contain(Hamburg));
    }

    [Test]
    public async Task Every_save_is_in_the_audit_without_the_values()
    {
        await ThenAsync(_anna, Form(Hamburg), "save", (_sent, "128477"));
        var entry = (await _site.Services.GetRequiredService<AuditStore>().BeforeAsync(long.MaxValue, 1, default)).Single();
        Assert.That((entry.Act, entry.Who, entry.Region, entry.After), Is.EqualTo(("entry.save", "Anna Analyst", "DE-HH", "save 1: 1 cells")));
    }
}
