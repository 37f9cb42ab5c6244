using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Tests.Import;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>New feeds from files that nobody described before, by the form alone; each value against a reading that knows nothing of profiles.</summary>
internal sealed class ProfileFormTests
{
    private const string Population = "v:destatis-12411-zensus2011";

    private static readonly Grant[] Everywhere = [new(Role.Administrator, null), new(Role.Analyst, null)];

    private HttpClient _client = null!;

    private static T Service<T>()
        where T : notnull => Site.Services.GetRequiredService<T>();

    [SetUp]
    public async Task SignInAsync() => _client = await Site.SignedInAsync(Everywhere);

    [TearDown]
    public void SignOut() => _client.Dispose();

    [Test]
    public async Task One_column_for_each_day_becomes_a_feed_of_its_own()
    {
        var address = await BeginAsync("awkward/de_genesis_12411-0010_laender.csv");
        await PreviewAsync(address, form =>
        {
            form[form.Column("Stichtag") + "variant"] = Population;
            form["s0-meaning"] = "not-applicable";
            form["constant-frequency"] = "A";
        });

        await SavedAsync(address, "form-genesis-10", "genesis-12411-0010");
        await DeliveredAsync("form-genesis-10", 976);
    }

    [Test]
    public async Task A_file_with_far_more_regions_than_ours_is_read_for_ours_alone()
    {
        var address = await BeginAsync("awkward/de_genesis_12411-0015_kreise_timeseries.csv");
        await PreviewAsync(address, form =>
        {
            form[form.Column("Stichtag") + "variant"] = Population;
            form["s0-meaning"] = "not-applicable";
            form["constant-frequency"] = "A";
        });
        await PreviewAsync(address, form => form["only-known"] = "on");

        await SavedAsync(address, "form-genesis-15", "genesis-12411-0015");
        await DeliveredAsync("form-genesis-15", 960);
    }

    [Test]
    public async Task A_heading_of_three_rows_names_day_and_sex()
    {
        var address = await BeginAsync("awkward/de_regionalstatistik_12411-01-01-4_crosstab.csv");
        await PreviewAsync(address, form =>
        {
            foreach (var (heading, dims) in (IEnumerable<(string, string)>)[("Insgesamt", ""), ("männlich", "sex=M"), ("weiblich", "sex=F")])
            {
                form[form.Column(heading) + "variant"] = Population;
                form[form.Column(heading) + "dims"] = dims;
            }

            form["s0-meaning"] = "not-applicable";
            form["s1-meaning"] = "unknown-or-confidential";
            form["constant-frequency"] = "A";
        });
        await PreviewAsync(address, form => form["only-known"] = "on");

        await SavedAsync(address, "form-crosstab", "regionalstatistik-12411-crosstab");
        await DeliveredAsync("form-crosstab", 168);
    }

    [Test]
    public async Task Packed_keys_and_signs_behind_numbers_are_read()
    {
        var address = await BeginAsync("awkward/eu_eurostat_tps00190_bulk.tsv");
        await PreviewAsync(address, form => form[form.Column("2016M02") + "variant"] = "v:eurostat-tps00190");
        var page = await _client.OpenAsync(address);
        Assert.That(page.QuerySelectorAll("label").Select(l => l.TextContent), Does.Contain("„EU28“ steht für"));
        await PreviewAsync(address, form =>
        {
            var unknown = form.Names.First(n => n.EndsWith("-leave", StringComparison.Ordinal));
            form[unknown] = "on";
        });

        await SavedAsync(address, "form-tps", "eurostat-tps00190");
        await DeliveredAsync("form-tps", 384);
    }

    [Test]
    public async Task A_row_for_each_country_and_a_column_for_each_measure_are_read()
    {
        var address = await BeginAsync("awkward/de_bamf_asylgeschaeftsstatistik_2015_tabula.csv");
        var shipped = JsonNode.Parse(Profiles.Text("bamf-2015"))!.AsObject();
        await PreviewAsync(address, form =>
        {
            form[form.Column("Herkunftsland") + "as"] = "ignore";
            form[form.Column(": LS") + "as"] = "dim:citizenship";
            form["constant-region"] = "DEU";
            form["m0-of"] = "citizenship";
            form["m0-lines"] = string.Join('\n', shipped["maps"]!["citizenship"]!.AsObject().Select(m => $"{m.Key} = {m.Value}"));
            form["o0-column"] = "LS";
            form["o0-within"] = @"(?!199|299|499)\d{3}";
            Counted(form, shipped);
        });

        await SavedAsync(address, "form-bamf", "bamf-2015");
        await DeliveredAsync("form-bamf", 1705);
    }

    [Test]
    public async Task A_file_that_counts_what_the_catalogue_does_not_have_is_refused_with_a_sentence()
    {
        var address = await BeginAsync("awkward/oecd_koenigstein_quota_div0.csv");
        var form = new FilledForm(await _client.OpenAsync(address), "form#profile");
        using var answer = await form.SendAsync(_client, address, "Save");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.PageAsync()).QuerySelector(".box.error p")!.TextContent, Does.StartWith("Noch kann kein Wert übernommen werden."));
    }

    [Test]
    public async Task The_preview_shows_the_first_rows_as_understood()
    {
        var address = await BeginAsync("rows.csv", "Ort;Jahr;Personen\nHamburg;2022;1892122\nSchleswig-Holstein;2022;-\nHamburg;2023;7\n");
        await PreviewAsync(address, form =>
        {
            form[form.Column("Personen") + "variant"] = Population;
            form["s0-meaning"] = "missing:late";
        });

        Assert.That(
            (await _client.OpenAsync(address)).QuerySelectorAll("#preview table.dense:not(.asis) tbody tr").Select(r => string.Join('|', r.Children.Where((_, i) => i != 3).Select(c => c.TextContent.Trim()))),
            Is.EqualTo(new[] { "2|Hamburg|31.12.2022|insgesamt|1.892.122|", "3|Schleswig-Holstein|31.12.2022|insgesamt|–|verspätet", "4|Hamburg|31.12.2023|insgesamt|7|" }));
    }

    [Test]
    public async Task A_number_like_1_234_has_to_be_decided_before_the_profile_is_saved()
    {
        var address = await BeginAsync("places.csv", "Ort;Jahr;Personen\nDE-HH;2022;1.234\nDE-SH;2022;2.345\n");
        await PreviewAsync(address, form => form[form.Column("Personen") + "variant"] = Population);
        using var undecided = await new FilledForm(await _client.OpenAsync(address), "form#profile").SendAsync(_client, address, "Save");
        await PreviewAsync(address, form => (form["decimal"], form["group"]) = (",", "."));
        using var decided = await new FilledForm(await _client.OpenAsync(address), "form#profile").SendAsync(_client, address, "Save");

        Assert.That((undecided.StatusCode, decided.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.Redirect)));
        Assert.That((await undecided.PageAsync()).QuerySelector(".box.error p")!.TextContent, Does.StartWith("Entscheiden Sie Dezimalzeichen und Tausendertrennung"));
    }

    [Test]
    public async Task A_region_spelled_otherwise_is_given_its_code_in_the_form()
    {
        var address = await BeginAsync("spelled.csv", "Ort;Jahr;Personen\nHamburg;2022;10\nFreie Stadt an der Elbe;2023;11\n");
        await PreviewAsync(address, form => form[form.Column("Personen") + "variant"] = Population);
        await PreviewAsync(address, form => form["k0-code"] = "DE-HH");

        Assert.That((await KeptAsync(address)).Facts, Is.EqualTo("2 2 0"));
    }

    [Test]
    public async Task Text_that_is_no_profile_is_kept_as_typed_and_its_fault_is_named_with_its_place()
    {
        var address = await BeginAsync("text.csv", "Ort;Jahr;Personen\nHamburg;2022;10\n");
        var form = new FilledForm(await _client.OpenAsync($"{address}?as=text"), "form#profile") { ["text"] = "{ \"columns\": [ { \"match\": \"x\", \"ass\": 1 } ] }" };
        using var answer = await form.SendAsync(_client, address);
        var page = await _client.OpenAsync(answer.Headers.Location!.ToString());

        Assert.That(page.QuerySelector("textarea[name=text]")!.TextContent, Is.EqualTo("{ \"columns\": [ { \"match\": \"x\", \"ass\": 1 } ] }"));
        Assert.That(page.QuerySelector(".box.error p")!.TextContent, Does.Contain("$.columns[0].ass"));
    }

    [Test]
    public async Task What_was_typed_wrong_stays_in_its_field()
    {
        var address = await BeginAsync("wrong.csv", "Ort;Jahr;Personen\nHamburg;2022;10\n");
        await PreviewAsync(address, form => (form["skip"], form["periods"]) = ("drei", "MM"));
        var page = await _client.OpenAsync(address);

        Assert.That(
            (new FilledForm(page, "form#profile")["skip"], new FilledForm(page, "form#profile")["periods"], page.QuerySelector(".box.error") is not null),
            Is.EqualTo(("drei", "MM", true)));
    }

    [Test]
    public async Task What_the_form_does_not_know_stays()
    {
        var address = await BeginAsync("rest.csv", "Ort;Jahr;Personen\nHamburg;2022;10\n");
        var text = new FilledForm(await _client.OpenAsync($"{address}?as=text"), "form#profile");
        var before = JsonNode.Parse(text["text"])!.AsObject();
        before["cumulative"] = true;
        before["variants"] = new JsonObject { ["DE-MV accommodation=shared"] = new JsonArray("a", "b") };
        text["text"] = before.ToJsonString();
        using (await text.SendAsync(_client, address))
        {
        }

        await PreviewAsync(address, _ => { });
        var after = JsonNode.Parse(new FilledForm(await _client.OpenAsync($"{address}?as=text"), "form#profile")["text"]);
        Assert.That((after!["cumulative"]!.ToJsonString(), after["variants"]!.ToJsonString()), Is.EqualTo(("true", "{\"DE-MV accommodation=shared\":[\"a\",\"b\"]}")));
    }

    [Test]
    public async Task A_draft_is_nobody_elses()
    {
        var address = await BeginAsync("mine.csv", "Ort;Jahr;Personen\nHamburg;2022;10\n");
        using var other = await Site.SignedInAsync(Everywhere);
        using var answer = await other.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_dropped_draft_is_gone_with_its_file()
    {
        var address = await BeginAsync("gone.csv", "Ort;Jahr;Personen\nHamburg;2022;10\n");
        using var dropped = await _client.SendAsync(address, "form[action$='handler=Drop']");
        using var answer = await _client.GetAsync(new Uri(address, UriKind.Relative));

        Assert.That((dropped.StatusCode, answer.StatusCode), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.NotFound)));
    }

    [TestCase("", "Die Datei ist leer.")]
    [TestCase(null, "Wählen Sie eine Datei aus.")]
    public async Task Without_a_file_a_sentence_says_so(string? content, string sentence)
    {
        using var answer = await UploadAsync("/de/workbench/feeds/new", "a.csv", content is null ? null : []);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await answer.PageAsync()).QuerySelector(".box.error")!.TextContent.Trim(), Is.EqualTo(sentence));
    }

    [Test]
    public async Task A_file_is_tried_with_a_profile_and_nothing_is_kept()
    {
        var rows = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value\npopulation,destatis-12411-zensus2011,DE-HH,2012-12-31,2012-12-31,A,,,,,,7\n";
        using var answer = await UploadAsync("/de/workbench/feeds/try", "try.csv", Encoding.UTF8.GetBytes(rows), ("profile", "figures"));

        Assert.That((await answer.PageAsync()).QuerySelectorAll(".facts dd:not(.more)").Select(d => d.TextContent), Is.EqualTo(new[] { "1", "1", "0" }));
        Assert.That(await Service<ProfileDraftStore>().OfAsync((await Service<AccountStore>().AllAsync(default))[^1].Id, default), Is.Empty);
    }

    private static void Counted(FilledForm form, JsonObject shipped)
    {
        var wanted = shipped["columns"]!.AsArray().Where(c => (string?)c!["as"] == "value").ToDictionary(c => (string)c!["match"]!, c => c!);
        for (var i = 0; form.Names.Contains($"c{i}-match"); i++)
        {
            if (wanted.TryGetValue(form[$"c{i}-match"], out var column))
            {
                form[$"c{i}-variant"] = $"v:{(string)column["variant"]!}";
                form[$"c{i}-dims"] = column["dims"] is JsonObject dims ? string.Join(';', dims.Select(d => $"{d.Key}={d.Value}")) : "";
            }
            else if (form[$"c{i}-as"] == "value")
            {
                form[$"c{i}-as"] = "ignore";
            }
        }
    }

    /// <summary>The draft's address.</summary>
    private async Task<string> BeginAsync(string shared) => await BeginAsync(Path.GetFileName(shared), File.ReadAllBytes(Delivered.SharedPath(shared)));

    private Task<string> BeginAsync(string name, string content) => BeginAsync(name, Encoding.UTF8.GetBytes(content));

    private async Task<string> BeginAsync(string name, byte[] bytes)
    {
        using var answer = await UploadAsync("/de/workbench/feeds/new", name, bytes);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return answer.Headers.Location!.ToString();
    }

    private async Task<HttpResponseMessage> UploadAsync(string address, string name, byte[]? bytes, params (string Name, string Value)[] fields)
    {
        var page = await _client.OpenAsync(address);
        using var content = new MultipartFormDataContent();
        foreach (var (field, value) in page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!)).Concat(fields))
        {
            content.Add(new StringContent(value), field);
        }

        if (bytes is not null)
        {
            content.Add(new ByteArrayContent(bytes), "file", name);
        }

        return await _client.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private async Task PreviewAsync(string address, Action<FilledForm> fill)
    {
        var form = new FilledForm(await _client.OpenAsync(address), "form#profile");
        fill(form);
        using var answer = await form.SendAsync(_client, address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), await answer.Content.ReadAsStringAsync());
    }

    private async Task<(string Facts, IDocument Page)> KeptAsync(string address)
    {
        var page = await _client.OpenAsync(address);
        return (string.Join(' ', page.QuerySelectorAll("#preview .facts dd:not(.more)").Select(d => d.TextContent)), page);
    }

    /// <summary>On to the facts of the feed, saved; the kept profile reads every value of the file as the plain reading does.</summary>
    private async Task SavedAsync(string address, string code, string plainly)
    {
        using var on = await new FilledForm(await _client.OpenAsync(address), "form#profile").SendAsync(_client, address, "Save");
        Assert.That(on.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), (await KeptAsync(address)).Page.QuerySelector("#preview")!.TextContent);
        var facts = on.Headers.Location!.ToString();
        using var saved = await Facts(await _client.OpenAsync(facts), code).SendAsync(_client, facts);
        Assert.That((saved.StatusCode, saved.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, saved.Headers.Location?.ToString())), await saved.Content.ReadAsStringAsync());
        await CompareAsync(code, PlainFiles.All.Single(p => p.Profile == plainly));
    }

    private static FilledForm Facts(IDocument page, string code) => new(page, "main form.long")
    {
        ["code"] = code,
        ["name-de"] = "Aus einer Datei",
        ["name-pl"] = "Z pliku",
        ["name-en"] = "From a file",
        ["publisher"] = "Amt",
        ["licence"] = "dl-de/by-2-0",
        ["citation"] = "Amt, Zahlen",
        ["place"] = $"{code}/*.csv",
        ["disclosure"] = nameof(DisclosureBy.Publisher),
    };

    private static async Task CompareAsync(string code, PlainFile plain)
    {
        var bytes = File.ReadAllBytes(Delivered.SharedPath(plain.Path));
        var profile = await Service<ProfileStore>().ByCodeAsync(code, default);
        Tried.Read(bytes, profile!, out var values);

        Assert.That(values.Select(Tried.Line), Is.EqualTo(PlainTable.Rows(bytes, plain).SelectMany(plain.Values).Select(Tried.Line)));
    }

    /// <summary>What was handed in with the feed is read as its first delivery.</summary>
    private static async Task DeliveredAsync(string code, long values)
    {
        await Service<ImportFeed>().RunAsync(code, manual: true, new Progress<ImportStep>(), default);
        var delivery = (await Service<DeliveryStore>().OfFeedAsync(code, default)).Single();

        Assert.That((delivery.State, delivery.ValueCount, delivery.Errors), Is.EqualTo((DeliveryState.Waiting, values, 0L)));
    }
}
