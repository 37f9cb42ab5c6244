using System.Net;
using System.Text;
using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Storage;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>The report of a delivery, over whole pages.</summary>
internal sealed class ReportTests
{
    private static readonly string[] _languages = ["de", "pl", "en"];

    private DeliverySite _site = null!;
    private HttpClient _analyst = null!;
    private Delivery _faulty = null!;
    private Delivery _odd = null!;
    private Delivery _released = null!;
    private Release _release = null!;

    /// <summary>Three faults: a word, a half person, a month that is none.</summary>
    private static string Faulty => DeliverySite.Table.Replace("Mai 2014;914;", "Mai 2014;viele;", StringComparison.Ordinal)
        .Replace("Juni 2015;3.404;1.673;", "Juni 2015;3.404;1.673,5;", StringComparison.Ordinal)
        .Replace("März 2015;", "Lenz 2015;", StringComparison.Ordinal);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await DeliverySite.StartAsync();
        _released = await _site.DeliverAsync(DeliverySite.Hamburg, DeliverySite.Table);
        _release = await _site.ReleaseAsync(_released);
        _faulty = await _site.DeliverAsync(DeliverySite.Hamburg, Faulty, "mai.csv");
        _odd = await _site.DeliverAsync(DeliverySite.Hamburg, $"{DeliverySite.Header}August 2015;6.677;2.125;2.070\r\nSeptember 2015;101.000;2.886;2.815\r\n", "september.csv");
        _analyst = await _site.AnalystAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _analyst.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task Deliveries_are_listed_those_that_wait_first()
    {
        var page = await _analyst.OpenAsync("/de/workbench/deliveries");
        Assert.That(page.QuerySelectorAll("tbody tr").Select(r => $"{Text(r.QuerySelector("td")!)}: {r.QuerySelector("th .small")!.TextContent}"), Is.EqualTo(new[]
        {
            $"wartet auf Entscheidung: Nr. {_odd.Id}, september.csv", $"abgewiesen: Nr. {_faulty.Id}, mai.csv", $"veröffentlicht: Nr. {_released.Id}, tabelle.csv",
        }));
    }

    [Test]
    public async Task The_list_narrows_to_a_state()
    {
        var page = await _analyst.OpenAsync($"/en/workbench/deliveries?feed={DeliverySite.Hamburg}&state=refused");
        Assert.That(page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")), Is.EqualTo(new[] { DeliverySite.Address(_faulty, "en") }));
    }

    [TestCase("?state=lost")]
    [TestCase("?page=0")]
    [TestCase("?feed=holstein-figures")]
    public async Task What_the_list_cannot_read_is_refused(string query)
    {
        using var answer = await _analyst.GetAsync(new Uri($"/de/workbench/deliveries{query}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task What_is_wrong_is_said_by_reason_with_the_cell_in_its_line()
    {
        var page = await _analyst.OpenAsync(DeliverySite.Address(_faulty));
        var found = page.QuerySelectorAll(".raw li.bad").Select(l => $"{l.GetAttribute("value")} {l.QuerySelector("code")!.InnerHtml.Trim()}");
        Assert.That((Text(page.QuerySelector(".box.error h2")!), found), Is.EqualTo(("Kann nicht veröffentlicht werden: 3 Fehler", (string[])
        [
            "11 <mark>Lenz 2015</mark>;1.811;937;794", "6 Mai 2014;<mark>viele</mark>;436;377", "14 Juni 2015;3.404;<mark>1.673,5</mark>;1.407",
        ])));
    }

    [Test]
    public async Task The_file_comes_back_byte_by_byte_with_one_more_column()
    {
        var returned = await _analyst.GetByteArrayAsync(new Uri($"{DeliverySite.Address(_faulty)}/returned", UriKind.Relative));
        string[] lines = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(returned).Split("\r\n"), delivered = Faulty.Split("\r\n");
        Assert.That(lines.Select((l, i) => l.StartsWith(delivered[i], StringComparison.Ordinal)), Is.All.True);
        Assert.That(lines.Select((l, i) => l[delivered[i].Length..]), Is.EqualTo((string[])
        [
            ";Prüfhinweise", ";", ";", ";", ";", Cell(6), ";", Cell(8), ";", ";", Cell(11), ";", ";", Cell(14), ";", ";", "",
        ]));
    }

    [Test]
    public async Task Mended_in_the_returned_file_it_is_free_of_errors()
    {
        var returned = await _analyst.GetByteArrayAsync(new Uri($"{DeliverySite.Address(_faulty, "pl")}/returned", UriKind.Relative));
        var mended = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(returned).Replace(";viele;", ";914;", StringComparison.Ordinal).Replace("1.673,5", "1.673", StringComparison.Ordinal).Replace("Lenz", "März", StringComparison.Ordinal);
        using var read = new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Read(FeedFile.FromBytes(DeliverySite.Western(mended), "mended.csv", "upload", DateTime.UnixEpoch), Import.Delivered.Feed, Profiles.Shipped("hamburg-arrivals"), default);
        Assert.That((read.HasErrors, read.ValueCount), Is.EqualTo((false, _released.ValueCount)));
    }

    [Test]
    public async Task A_workbook_shows_the_row_with_its_cell_and_comes_back_as_one()
    {
        await using var site = await DeliverySite.StartAsync();
        await site.DeliverAndReleaseAsync(DeliverySite.Hamburg, DeliverySite.Table);
        using var analyst = await site.AnalystAsync();
        var delivery = await site.DeliverAsync(DeliverySite.Hamburg, Workbook(["Zeitraum", "Schutzsuchende (vor Verteilung)", "davon Hamburg zugewiesen", "darunter mit Unterbringungsbedarf"], ["Mai 2014", "914", "viele", "377"]), "mai.xlsx");
        var page = await analyst.OpenAsync(DeliverySite.Address(delivery));
        using var returned = SpreadsheetDocument.Open(new MemoryStream(await analyst.GetByteArrayAsync(new Uri($"{DeliverySite.Address(delivery)}/returned", UriKind.Relative))), isEditable: false);
        var last = returned.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Last()).ToArray();
        Assert.That((page.QuerySelector(".raw li.bad code")!.InnerHtml, last.Select(c => c.CellReference!.Value), last[0].InnerText, last[1].InnerText.StartsWith("Fehler (davon Hamburg zugewiesen): „viele“", StringComparison.Ordinal)), Is.EqualTo((
            "Mai 2014 │ 914 │ <mark>viele</mark> │ 377", (string[])["E1", "E2"], "Prüfhinweise", true)));
    }

    [Test]
    public async Task The_file_as_it_came_can_be_fetched() =>
        Assert.That(await _analyst.GetByteArrayAsync(new Uri($"{DeliverySite.Address(_faulty)}/file", UriKind.Relative)), Is.EqualTo(DeliverySite.Western(Faulty)));

    [Test]
    public async Task Findings_are_a_table_for_spreadsheets_of_the_readers_country()
    {
        var (german, english) = (await FindingsAsync("de"), await FindingsAsync("en"));
        Assert.That((german[0], german[1][..14], english[0]), Is.EqualTo((
            "\uFEFFDatei;Zeile;Spalte;Art;Grund;Gefunden;Was es bedeutet;Was zu tun ist", "mai.csv;6;Schu", "\uFEFFFile,Line,Column,Kind,Reason,Found,What it means,What to do")));
    }

    [Test]
    public async Task What_would_change_stands_with_its_values_before_and_after()
    {
        var page = await _analyst.OpenAsync(DeliverySite.Address(_odd));
        var changes = page.GetElementById("changes")!.ParentElement!.QuerySelectorAll("table[class='stack wide'] tbody tr").Select(Text);
        Assert.That((Text(page.GetElementById("changes")!.NextElementSibling!), changes), Is.EqualTo((
            "Neu: 3, geändert: 1, entfallen: 0, unverändert: 2.", new[] { "Hamburg Registrierte Schutzsuchende Hamburg, vor Verteilung (Bekanntmachungen) August 2015 6.676 6.677 +1 (0,0 %)" })));
    }

    [Test]
    public async Task The_series_that_change_most_are_drawn_before_and_after()
    {
        var page = await _analyst.OpenAsync(DeliverySite.Address(_odd));
        Assert.That(page.QuerySelectorAll(".pairs figure").Select(f => (Text(f.QuerySelector("h4")!), f.QuerySelectorAll("svg.chart").Length, f.QuerySelector("desc")!.TextContent.Contains("101.000", StringComparison.Ordinal))), Does.Contain(("Registrierte Schutzsuchende, Hamburg: bisher und danach", 3, true)));
    }

    [Test]
    public async Task Of_a_released_delivery_what_was_is_shown()
    {
        var page = await _analyst.OpenAsync(DeliverySite.Address(_released, "en"));
        var text = Text(page.QuerySelector("main")!);
        Assert.That(text, Does.Contain($"Released with release {_release.Number} on").And.Contain($"New values: {_released.ValueCount}, changed: 0, ended: 0, unchanged: 0.").And.Contain("August 2015 no value 6,676"));
    }

    [Test]
    public async Task What_was_understood_stands_on_the_first_rows()
    {
        var page = await _analyst.OpenAsync(DeliverySite.Address(_odd, "en"));
        var table = page.QuerySelector("table.asread")!;
        Assert.That(table.QuerySelectorAll("thead td, tbody tr:first-child td").Select(Text), Is.EqualTo((string[])
        [
            "period", $"value {Meant("hh-registered")}", $"value {Meant("hh-assigned")}", $"value {Meant("hh-need")}",
            "August 2015", "6.677", "2.125", "2.070",
        ]));
        Assert.That(Text(page.GetElementById("understood")!.NextElementSibling!.NextElementSibling!), Does.Contain("windows-1252").And.Contain("semicolon (;)"));
    }

    [Test]
    public async Task Another_office_finds_no_delivery_at_any_of_its_addresses([Values("", "/file", "/returned", "/findings")] string part)
    {
        using var other = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-SH"), new Grant(Role.Publisher, "PL-32"));
        using var answer = await other.GetAsync(new Uri($"{DeliverySite.Address(_odd)}{part}", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("?reason=nothing")]
    [TestCase("?order=up")]
    [TestCase("?findings=0")]
    [TestCase("?changes=x")]
    public async Task What_the_page_cannot_read_is_refused(string query)
    {
        using var answer = await _analyst.GetAsync(new Uri(DeliverySite.Address(_odd) + query, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Every_page_stands_in_the_readers_language()
    {
        foreach (var language in _languages)
        {
            foreach (var delivery in (Delivery[])[_faulty, _odd, _released])
            {
                var page = await _analyst.OpenAsync(DeliverySite.Address(delivery, language));
                Assert.That((page.DocumentElement.GetAttribute("lang"), page.Title), Is.EqualTo((language, $"{Words.In(language).Report.Title.Replace("{0}", FeedName(language), StringComparison.Ordinal)} – Lagebild")));
            }
        }
    }

    /// <summary>Indicator and variant as the catalogue names them.</summary>
    private static string Meant(string variant)
    {
        var catalogue = Lagebild.Catalogue.Catalogue.Shipped;
        return $"{catalogue.Text("indicator", catalogue.Variant(variant)!.Indicator, "name", "en")!.Body}: {catalogue.Text("variant", variant, "name", "en")!.Body}";
    }

    private static string FeedName(string language) => language switch
    {
        "de" => "Schutzsuchende in Hamburg 2009 bis 2015 (Bekanntmachungen)",
        "pl" => "Osoby poszukujące ochrony w Hamburgu 2009–2015 (komunikaty urzędowe)",
        _ => "Persons seeking protection in Hamburg 2009 to 2015 (public notices)",
    };

    /// <summary>What the returned file has to say of a line.</summary>
    private static string Cell(int line)
    {
        using var read = new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Read(FeedFile.FromBytes(DeliverySite.Western(Faulty), "mai.csv", "upload", DateTime.UnixEpoch), Import.Delivered.Feed, Profiles.Shipped("hamburg-arrivals"), default);
        var cell = string.Join(" | ", read.Findings.Where(f => f.Line == line).Select(f => $"{FindingText.Word(f.Severity, "de")} ({f.Field}): {FindingText.Sentence(f, "de")} {FindingText.Help(f.Reason, "de")}"));
        return cell.Contains(';', StringComparison.Ordinal) ? $";\"{cell}\"" : $";{cell}";
    }

    private static byte[] Workbook(params string[][] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, DocumentFormat.OpenXml.SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorksheetPart>("rId1").Worksheet = new Worksheet(new SheetData(rows.Select((r, at) => new Row(r.Select(Cell)) { RowIndex = (uint)at + 1 })));
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "Tabelle1", SheetId = 1, Id = "rId1" }));
        }

        return stream.ToArray();
    }

    private static Cell Cell(string text) => new() { DataType = CellValues.InlineString, InlineString = new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(text)) };

    private async Task<string[]> FindingsAsync(string language) =>
        Encoding.UTF8.GetString(await _analyst.GetByteArrayAsync(new Uri($"{DeliverySite.Address(_faulty, language)}/findings", UriKind.Relative))).Split("\r\n");

    /// <summary>As one reads it.</summary>
    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
