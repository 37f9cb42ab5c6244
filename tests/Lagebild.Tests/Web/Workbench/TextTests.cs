using System.Net;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>The desk of texts: written, seen by its office alone, released, shown to the public as of the release, put back.</summary>
internal sealed class TextTests
{
    private const string New = "/de/workbench/texts/note/new";
    private const string Drafts = "/de/workbench/texts/drafts";
    private const string Figure = "/de/indicators/distributed-away?regions=DE-SH";

    private static readonly (string Name, string Value)[] _note =
        [("indicator", "distributed-away"), ("region", "DE-SH"), ("text-de", "Ohne Nachmeldungen der Kreise."), ("text-original", "de"), ("do", "save")];

    private static readonly (string Name, string Value)[] _target =
    [
        ("indicator", "distributed-away"), ("variant", "sh-distributed-away"), ("region", "DE-SH"), ("value", "2.000"), ("due", "2022-12-31"), ("base", "1.000"), ("base-day", "2020-12-31"),
        ("set", "2020-06-30"), ("owner", "Land Schleswig-Holstein"), ("source", "https://example.org/ziel"), ("name-de", "2.000 Verteilte"), ("name-original", "de"), ("do", "save"),
    ];

    private StandSite _site = null!;
    private HttpClient _editor = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _site = await StandSite.StartAsync();
        _editor = await _site.SignedInAsync("Ewa Nowak", new Grant(Role.Editor, "DE-SH"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        _editor.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_note_is_public_from_its_release_on_and_not_before()
    {
        await WriteAsync("note", _note);
        Assert.That(await SeesAsync(Figure, "Ohne Nachmeldungen"), Is.False, "as a draft");
        await ReleaseAsync();
        string[] shown = [Figure, "/de/regions/DE-SH", "/de/figures/1/2021-01-01/2021-12-31", "/de/indicators/distributed-away.json?regions=DE-SH", "/de/data/distributed-away.json", "/de/indicators/distributed-away.svg?regions=DE-SH"];
        foreach (var address in shown)
        {
            Assert.That((await SeesAsync(address, "Nachmeldungen"), await SeesAsync(address, "Nachmeldungen", stand: 1)), Is.EqualTo((true, false)), address);
        }
    }

    [Test]
    public async Task A_note_missing_in_the_readers_language_is_shown_with_the_one_it_is_in()
    {
        await WriteAsync("note", _note);
        await ReleaseAsync();
        var page = await PageAsync("/pl/indicators/distributed-away?regions=DE-SH");
        Assert.That(page.QuerySelectorAll("ol.notes li span[lang=de]").Select(s => s.TextContent), Is.EqualTo(["Ohne Nachmeldungen der Kreise."]));
    }

    [Test]
    public async Task A_missed_target_waits_for_its_reason_and_shows_it_in_three_languages()
    {
        await WriteAsync("target", _target);
        await ReleaseAsync();
        var waiting = await _editor.OpenAsync("/de/workbench/texts");
        var link = waiting.QuerySelector("#missed + p + ul a")!.GetAttribute("href")!.Split('#')[0];
        await _editor.SendAsync(link, "form.entry", [.. _target, ("reason-de", "Weniger Zuweisungen des Bundes."), ("reason-original", "de")]);
        await ReleaseAsync();
        var reasons = new List<string>();
        foreach (var address in new[] { "/de/targets", "/pl/targets", "/en/targets", "/pl/regions/DE-SH" })
        {
            reasons.Add((await PageAsync(address)).QuerySelectorAll(".target p.reason").Select(r => r.InnerHtml).Single());
        }

        Assert.That(reasons, Is.EqualTo(
        [
            "<b>Begründung:</b> Weniger Zuweisungen des Bundes.",
            "<b>Uzasadnienie:</b> <span lang=\"de\">Weniger Zuweisungen des Bundes.</span>",
            "<b>Reason:</b> <span lang=\"de\">Weniger Zuweisungen des Bundes.</span>",
            "<b>Uzasadnienie:</b> <span lang=\"de\">Weniger Zuweisungen des Bundes.</span>",
        ]));
        Assert.That((await _editor.OpenAsync("/de/workbench/texts")).QuerySelector("#missed + p + ul"), Is.Null);
        Assert.That(await SeesAsync("/api/v1/targets?region=DE-SH", "Weniger Zuweisungen"), Is.True);
        Assert.That((await PageAsync("/de/targets?stand=2")).QuerySelectorAll(".target p.reason"), Is.Empty);
    }

    [Test]
    public async Task A_break_cuts_the_line_and_stands_in_the_table_of_breaks_and_in_the_verdict()
    {
        await WriteAsync("break", ("day", "2022-01-01"), ("variants", "sh-distributed-away"), ("regions", "DE-SH"), ("source", "Erlass"), ("name-de", "Neue Zählung"), ("name-original", "de"), ("do", "save"));
        await ReleaseAsync();
        var (before, after) = (await PageAsync($"{Figure}&kind=line&stand=1"), await PageAsync($"{Figure}&kind=line"));
        Assert.That((Segments(before), Segments(after)), Is.EqualTo((1, 0)), "joined by a line, then not");
        Assert.That(after.QuerySelector("#breaks + dl")!.TextContent, Does.Contain("Neue Zählung"));
        Assert.That(before.QuerySelector("#breaks + dl")?.TextContent ?? "", Does.Not.Contain("Neue Zählung"));
        Assert.That((await PageAsync("/de/compare?indicators=distributed-away&regions=DE-SH")).QuerySelector("main")!.TextContent, Does.Contain("Neue Zählung"));
        Assert.That(await SeesAsync("/api/v1/observations?regions=DE-SH", "\"2022-01-01\""), Is.True);
    }

    [Test]
    public async Task A_gap_is_explained_where_the_figure_is_missing()
    {
        await WriteAsync("gap", ("indicator", "registered-arrivals"), ("region", "DE-SH"), ("reason", "refused"), ("text-de", "Das Ministerium hat die Zahl nicht herausgegeben."), ("text-original", "de"), ("do", "save"));
        await ReleaseAsync();
        Assert.That((await PageAsync("/de/regions/DE-SH")).QuerySelector("#missing [id^=gap-]")!.TextContent.Trim(), Is.EqualTo("verweigert: Das Ministerium hat die Zahl nicht herausgegeben."));
        Assert.That((await PageAsync("/de/deliveries?region=DE-SH")).QuerySelectorAll("a[href*='#gap-']").Select(a => a.FirstChild!.TextContent.Trim()), Is.EqualTo(["verweigert"]));
        Assert.That(await SeesAsync("/de/indicators/registered-arrivals?regions=DE-SH", "nicht herausgegeben"), Is.True);
        Assert.That(await SeesAsync("/de/regions/DE-SH", "nicht herausgegeben", stand: 1), Is.False);
    }

    [Test]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        using var answer = await _editor.SendAsync("/de/workbench/texts/target/new", "form.entry", ("region", "DE-SH"), ("value", "1.5"), ("due", "31.2.2024"), ("source", "ftp://x"), ("name-de", "Mein Ziel"), ("do", "save"));
        var page = await answer.PageAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(page.QuerySelectorAll("p.fault").Select(f => f.Id), Is.SupersetOf(["indicator-fault", "value-fault", "due-fault", "set-fault", "owner-fault", "source-fault"]));
        Assert.That(page.QuerySelector("#value-fault")!.TextContent.Trim(), Is.EqualTo("Das ist keine ganze Zahl. Schreiben Sie sie so: 10.000."));
        Assert.That((page.QuerySelector("#value")!.GetAttribute("value"), page.QuerySelector("#name-de")!.TextContent, page.QuerySelector("#region option[selected]")!.GetAttribute("value")), Is.EqualTo(("1.5", "Mein Ziel", "DE-SH")));
    }

    [Test]
    public async Task The_preview_shows_the_note_under_its_chart_and_saves_nothing()
    {
        using var answer = await _editor.SendAsync(New, "form.entry", [.. _note[..^1], ("do", "preview")]);
        var page = await answer.PageAsync();
        Assert.That(page.QuerySelectorAll("#preview ol.notes li").Select(l => l.TextContent.Trim()), Does.Contain("Ohne Nachmeldungen der Kreise."));
        Assert.That((await _editor.OpenAsync(Drafts)).QuerySelectorAll("article.draft"), Is.Empty);
    }

    [Test]
    public async Task A_draft_of_one_office_is_not_there_for_another()
    {
        var address = await WriteAsync("note", _note);
        using var other = await _site.SignedInAsync("Jan", new Grant(Role.Editor, "DE-HH"));
        using var read = await other.GetAsync(new Uri(address, UriKind.Relative));
        using var history = await other.GetAsync(new Uri(address + "/history", UriKind.Relative));
        Assert.That((read.StatusCode, history.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
        foreach (var list in new[] { Drafts, "/de/workbench/texts?q=Nachmeldungen", "/de/workbench/texts?show=draft" })
        {
            Assert.That((await other.OpenAsync(list)).QuerySelector("main")!.TextContent, Does.Not.Contain("Ohne Nachmeldungen"), list);
        }
    }

    [Test]
    public async Task A_released_note_of_another_office_is_shown_and_not_changed()
    {
        var address = await WriteAsync("note", _note);
        await ReleaseAsync();
        using var other = await _site.SignedInAsync("Jan", new Grant(Role.Editor, "DE-HH"));
        using var answer = await other.SendAsync(address, "form.entry", _note);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task An_editor_of_one_office_writes_neither_for_another_nor_for_all()
    {
        using var elsewhere = await _editor.SendAsync(New, "form.entry", [("indicator", "distributed-away"), ("region", "DE-HH"), ("text-de", "x"), ("do", "save")]);
        using var everywhere = await _editor.SendAsync(New, "form.entry", [("indicator", "distributed-away"), ("text-de", "x"), ("do", "save")]);
        using var definition = await _editor.SendAsync("/de/workbench/texts/indicator/distributed-away", "form.entry", ("name-de", "x"), ("do", "save"));
        Assert.That((elsewhere.StatusCode, everywhere.StatusCode, definition.StatusCode), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden)));
        Assert.That((await everywhere.PageAsync()).QuerySelector("#region-fault")!.TextContent, Does.Contain("Gebiet Ihrer Stelle"));
    }

    [TestCase(Role.Analyst)]
    [TestCase(Role.Publisher)]
    [TestCase(Role.Administrator)]
    public async Task Only_editors_come_to_the_desk_of_texts(Role role)
    {
        using var client = await _site.SignedInAsync("Jan", new Grant(role, null));
        foreach (var address in new[] { "/de/workbench/texts", New, Drafts, "/de/workbench/texts/missing", "/de/workbench/texts/shipped", "/de/workbench/texts/indicator/distributed-away", "/de/workbench/texts/indicator/distributed-away/history" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
        }
    }

    [TestCase("/de/workbench/texts/nothing/new")]
    [TestCase("/de/workbench/texts/region/new")]
    [TestCase("/de/workbench/texts/note/note-00000000")]
    [TestCase("/de/workbench/texts/nothing/x/history")]
    public async Task What_is_not_there_is_said_so(string address)
    {
        using var answer = await _editor.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_draft_someone_else_saved_meanwhile_is_not_replaced_unseen()
    {
        var address = await WriteAsync("note", _note);
        using var colleague = await _site.SignedInAsync("Jan Kowalski", new Grant(Role.Editor, "DE-SH"));
        var form = (await _editor.OpenAsync(address)).QuerySelector("form.entry")!;
        await colleague.SendAsync(address, "form.entry", [.. _note.Where(n => n.Name != "text-de"), ("text-de", "Von Jan.")]);
        using var content = new FormUrlEncodedContent(form.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)).Concat(_note.Select(n => KeyValuePair.Create(n.Name, n.Name == "text-de" ? "Von Ewa." : n.Value))));
        using var answer = await _editor.PostAsync(new Uri(address, UriKind.Relative), content);
        var page = await answer.PageAsync();
        Assert.That((answer.StatusCode, page.QuerySelector("#text-de")!.TextContent), Is.EqualTo((HttpStatusCode.Conflict, "Von Ewa.")));
        Assert.That(page.QuerySelector(".box.error")!.TextContent, Does.Contain("Jan Kowalski"));
        Assert.That((await _editor.OpenAsync(address)).QuerySelector("#text-de")!.TextContent, Is.EqualTo("Von Jan."));
    }

    [Test]
    public async Task A_second_click_saves_no_second_draft()
    {
        var form = (await _editor.OpenAsync(New)).QuerySelector("form.entry")!;
        HttpStatusCode[] answers = [await PostAsync(form), await PostAsync(form)];
        Assert.That(answers, Is.EqualTo([HttpStatusCode.Redirect, HttpStatusCode.Redirect]));
        Assert.That((await _editor.OpenAsync(Drafts)).QuerySelectorAll("article.draft").Length, Is.EqualTo(1));

        async Task<HttpStatusCode> PostAsync(IElement sent)
        {
            using var content = new FormUrlEncodedContent(sent.QuerySelectorAll("input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!)).Concat(_note.Select(n => KeyValuePair.Create(n.Name, n.Value))));
            using var answer = await _editor.PostAsync(new Uri(sent.GetAttribute("action")!, UriKind.Relative), content);
            return answer.StatusCode;
        }
    }

    [Test]
    public async Task A_release_needs_a_reason_and_something_ticked()
    {
        await WriteAsync("note", _note);
        var number = (await _editor.OpenAsync(Drafts)).QuerySelector("input[name=draft]")!.GetAttribute("value")!;
        using var unticked = await _editor.SendAsync(Drafts, "form.drafts", ("why", "x"), ("language", "de"), ("do", "release"));
        using var silent = await _editor.SendAsync(Drafts, "form.drafts", ("draft", number), ("why", " "), ("language", "de"), ("do", "release"));
        Assert.That((unticked.StatusCode, silent.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest)));
        Assert.That((await _site.Services.GetRequiredService<ReleaseStore>().LatestAsync(default))!.Number, Is.EqualTo(1));
    }

    [Test]
    public async Task The_list_of_drafts_shows_before_and_after()
    {
        var address = await WriteAsync("note", _note);
        await ReleaseAsync();
        await _editor.SendAsync(address, "form.entry", [.. _note.Where(n => n.Name != "text-de"), ("text-de", "Mit Nachmeldungen.")]);
        var cells = (await _editor.OpenAsync(Drafts)).QuerySelectorAll("table.changed tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())));
        Assert.That(cells, Is.EqualTo(["Text (de) | Ohne Nachmeldungen der Kreise. | Mit Nachmeldungen."]));
    }

    [Test]
    public async Task A_removed_note_ends_at_a_release_and_is_put_back_from_its_history()
    {
        var address = await WriteAsync("note", _note);
        await ReleaseAsync();
        await _editor.SendAsync(address, "section form.btns", ("do", "remove"));
        Assert.That(await SeesAsync(Figure, "Nachmeldungen"), Is.True, "until it is released");
        await ReleaseAsync();
        Assert.That((await SeesAsync(Figure, "Nachmeldungen"), await SeesAsync(Figure, "Nachmeldungen", stand: 2)), Is.EqualTo((false, true)));
        await _editor.SendAsync(address + "/history", "article:nth-of-type(2) form");
        await ReleaseAsync();
        Assert.That(await SeesAsync(Figure, "Nachmeldungen"), Is.True);
        Assert.That((await _editor.OpenAsync(address + "/history")).QuerySelectorAll("article.draft").Length, Is.EqualTo(3));
    }

    [Test]
    public async Task A_translation_that_is_missing_is_on_the_list_until_it_is_released()
    {
        var address = await WriteAsync("note", _note);
        await ReleaseAsync();
        var link = address + "#text-pl";
        Assert.That((await _editor.OpenAsync("/de/workbench/texts/missing")).QuerySelectorAll($"a[href='{link}']").Length, Is.EqualTo(1));
        await _editor.SendAsync(address, "form.entry", [.. _note, ("text-pl", "Bez zgłoszeń uzupełniających powiatów.")]);
        await ReleaseAsync();
        Assert.That((await _editor.OpenAsync("/de/workbench/texts/missing")).QuerySelectorAll($"a[href='{link}']"), Is.Empty);
        Assert.That((await PageAsync("/pl/indicators/distributed-away?regions=DE-SH")).QuerySelector("ol.notes")!.InnerHtml, Does.Contain("Bez zgłoszeń").And.Not.Contain("lang="));
    }

    [Test]
    public async Task An_editor_everywhere_words_a_definition_anew_and_the_release_says_why()
    {
        using var chief = await _site.SignedInAsync("Ola", new Grant(Role.Editor, null));
        const string Address = "/de/workbench/texts/indicator/distributed-away";
        await chief.SendAsync(Address, "form.entry", Typed(await chief.OpenAsync(Address), ("name-de", "Weiterverteilte")));
        await ReleaseAsync(chief);
        Assert.That((await PageAsync(Figure)).QuerySelector("h1")!.TextContent, Is.EqualTo("Weiterverteilte"));
        Assert.That((await PageAsync("/de/indicators/distributed-away?stand=1")).QuerySelector("h1")!.TextContent, Is.EqualTo("In andere Länder Verteilte"));
        Assert.That(await SeesAsync("/api/v1/releases", "Nachgetragen nach R\\u00FCcksprache") || await SeesAsync("/api/v1/releases", "Nachgetragen nach Rücksprache"), Is.True);
    }

    [Test]
    public async Task A_post_without_the_token_of_the_page_changes_nothing()
    {
        using var content = new FormUrlEncodedContent(_note.Select(n => KeyValuePair.Create(n.Name, n.Value)));
        using var answer = await _editor.PostAsync(new Uri(New, UriKind.Relative), content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    /// <summary>All that stands in the form of a page, some fields otherwise.</summary>
    private static (string, string)[] Typed(IDocument page, params (string Name, string Value)[] changed)
    {
        var texts = page.QuerySelectorAll("form.entry textarea").Select(t => (t.GetAttribute("name")!, t.TextContent));
        var chosen = page.QuerySelectorAll("form.entry select option[selected]").Select(o => (o.Closest("select")!.GetAttribute("name")!, o.GetAttribute("value")!));
        return [.. texts.Concat(chosen).Where(f => changed.All(c => c.Name != f.Item1)), .. changed, ("do", "save")];
    }

    /// <summary>Writes a new entry; gives the address of its page.</summary>
    private async Task<string> WriteAsync(string kind, params (string Name, string Value)[] fields)
    {
        using var answer = await _editor.SendAsync($"/de/workbench/texts/{kind}/new", "form.entry", fields);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), string.Join("; ", (await answer.PageAsync()).QuerySelectorAll(".fault, .box.error").Select(f => f.Id + f.TextContent.Trim())));
        return answer.Headers.Location!.OriginalString;
    }

    /// <summary>Releases every draft that waits.</summary>
    private async Task ReleaseAsync(HttpClient? by = null)
    {
        var client = by ?? _editor;
        var drafts = (await client.OpenAsync(Drafts)).QuerySelectorAll("input[name=draft]").Select(d => ("draft", d.GetAttribute("value")!));
        using var answer = await client.SendAsync(Drafts, "form.drafts", [.. drafts, ("why", "Nachgetragen nach Rücksprache"), ("language", "de"), ("do", "release")]);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        _site.Wait();
    }

    private async Task<IDocument> PageAsync(string address)
    {
        using var answer = await _site.GetAsync(address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return await answer.PageAsync();
    }

    private async Task<bool> SeesAsync(string address, string text, int? stand = null)
    {
        using var answer = await _site.GetAsync(stand is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}stand={stand}");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        return (await answer.Content.ReadAsStringAsync()).Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Lines between points of the wide drawing of the first figure.</summary>
    private static int Segments(IDocument page) => page.QuerySelectorAll("figure svg").Last().QuerySelectorAll("path.l").Sum(p => p.GetAttribute("d")!.Count(c => c is 'L' or 'l'));
}
