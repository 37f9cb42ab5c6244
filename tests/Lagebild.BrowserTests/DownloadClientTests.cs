using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Lagebild.Tests;
using Lagebild.Tests.Samples;

namespace Lagebild.BrowserTests;

/// <summary>Programs of others read the downloads and give back every value and status of the canonical file.</summary>
internal sealed class DownloadClientTests
{
    /// <summary>Between them: several sources and ways of counting, breakdowns, breaks, decimals, and every status the samples have.</summary>
    private static readonly string[] Sets = ["temporary-protection", "asylum-applicants", "employment", "stateless-persons", "registered-arrivals", "internally-displaced"];

    private static readonly string Schemas = Repository.At("..", "shared", "conformance");

    /// <summary>The dimensions of every data set; those that are left are of breakdowns.</summary>
    private static readonly string[] SdmxKey = ["FREQ", "REF_AREA", "INDICATOR", "VARIANT", "FEED", "TIME_PERIOD"];

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task Exceljs_gives_back_every_value_and_status([ValueSource(nameof(Sets))] string set)
    {
        var read = JsonNode.Parse(NodeClient.Run("xlsx.mjs", await FetchAsync($"/en/data/{set}.xlsx")))!;
        var rows = read["lines"]!.AsArray().Select(l => ((string)l!).Split('\t')).ToArray();
        Assert.That(Sheet(rows), Is.EqualTo(await CanonicalAsync(set)).And.Not.Empty);
        Assert.That(((int)read["frozen"]!, (int)read["notes"]! > 5), Is.EqualTo((1, true)));
    }

    [Test]
    public async Task Gnumeric_gives_back_every_value_and_status([ValueSource(nameof(Sets))] string set)
    {
        var target = Path.Combine(_folder.Path, $"{set}-gnumeric.csv");
        Programs.Require("ssconvert", "Gnumeric's ssconvert is not installed: workbooks were not read by a spreadsheet.");
        NodeClient.Output("ssconvert", "--export-type=Gnumeric_stf:stf_assistant", "-O", "sheet=Values separator=, format=raw quoting-mode=auto", await FetchAsync($"/en/data/{set}.xlsx"), target);
        var rows = SimpleCsv.Read(await File.ReadAllTextAsync(target), ',').Select(r => r.Cells).ToArray();
        Assert.That(Sheet(rows), Is.EqualTo(await CanonicalAsync(set)).And.Not.Empty);
    }

    [Test]
    public async Task Jsonstat_toolkit_gives_back_every_value_and_status([ValueSource(nameof(Sets))] string set)
    {
        var read = JsonNode.Parse(NodeClient.Run("jsonstat.mjs", await FetchAsync($"/en/data/{set}.jsonstat")))!.AsArray();
        Assert.That(read.Select(v => Cube(v!)).Order(StringComparer.Ordinal), Is.EqualTo(await CanonicalAsync(set)).And.Not.Empty);
    }

    [Test]
    public async Task A_reader_of_CSV_on_the_Web_gives_back_every_value_and_status_with_its_type([ValueSource(nameof(Sets))] string set)
    {
        RequireSchemas();
        var (csv, description) = (await FetchAsync($"/en/data/{set}.csv"), await FetchAsync(await DescribedByAsync($"/en/data/{set}.csv")));
        var read = JsonNode.Parse(NodeClient.Run("csvw.mjs", Path.Combine(Schemas, "csvw", "csvw.jsonld"), description, csv))!;
        var rows = read["rows"]!.AsArray().Select(r => r!.AsObject()).ToArray();
        Assert.That(Lines(rows.Select(r => Cells(r, "label_feed", "variant", "frequency", "region", "breakdown", "period_start", "period_end", "value", "obs_status", "conf_status")), [.. Enumerable.Range(0, 10)]), Is.EqualTo(await CanonicalAsync(set)).And.Not.Empty);
        Assert.That(Types(rows, "period_start").Concat(Types(rows, "period_end")).Concat(Types(rows, "value")).Concat(Types(rows, "label_release")), Is.EqualTo((string[])["date", "date", "decimal", "integer"]));
        Assert.That((string?)read["title"]![0]![1], Is.EqualTo("en"));
    }

    [Test]
    public async Task SDMX_CSV_keeps_the_rules_of_its_field_guide_and_gives_back_every_value_and_status([ValueSource(nameof(Sets))] string set)
    {
        var read = JsonNode.Parse(NodeClient.Run("sdmx.mjs", await FetchAsync($"/en/data/{set}.sdmx")))!;
        var dimensions = read["dimensions"]!.AsArray().Select(d => (string)d!).Except(SdmxKey).ToArray();
        Assert.That(read["broken"]!.AsArray().Select(b => (string?)b), Is.Empty);
        Assert.That(read["rows"]!.AsArray().Select(r => Sdmx(r!, dimensions)).Order(StringComparer.Ordinal), Is.EqualTo(await CanonicalAsync(set)).And.Not.Empty);
    }

    [Test]
    public void SDMX_CSV_that_breaks_rules_of_its_field_guide_is_found()
    {
        var broken = _folder.Write("broken.sdmx.csv", "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE\r\n"
            + "dataflow,LAGEBILD:DF(1.0.0),I,A,DEU,2024,1,A,F,persons\r\ntable,LAGEBILD,X,A,,2024-13,\"1,5\",Z,F,persons\r\ndataflow,LAGEBILD:DF(1.0.0),I,A,DEU,2024,2,A,F,persons\r\n");
        Assert.That(JsonNode.Parse(NodeClient.Run("sdmx.mjs", broken))!["broken"]!.AsArray().Select(b => (string?)b), Is.EqualTo((string[])
        [
            "the first field is a type of structure", "the second field is AGENCY:ID(VERSION)", "the action is one of I, A, R, D", "an observation has a value of every dimension",
            "a period is an SDMX time period", "a measure is a number with a point, or empty", "OBS_STATUS is of SDMX's list", "an observation stands once",
        ]));
    }

    [Test]
    public async Task SDMX_CSV_says_its_version_in_its_media_type()
    {
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address };
        using var answer = await client.GetAsync(new Uri("/de/data/stateless-persons.sdmx", UriKind.Relative));
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"));
    }

    [Test]
    public async Task JSON_stat_keeps_the_schema_of_its_author()
    {
        RequireSchemas();
        string[] files = [.. await Task.WhenAll(Sets.Select(s => FetchAsync($"/de/data/{s}.jsonstat"))), await FetchAsync("/pl/indicators/asylblg-recipients.jsonstat")];
        Assert.That(NodeClient.Run("schema.mjs", [Path.Combine(Schemas, "jsonstat", "schema-2.0.json"), .. files]), Is.Empty);
    }

    [Test]
    public async Task The_Data_Package_of_an_archive_keeps_the_schema_of_the_standard()
    {
        RequireSchemas();
        var files = new List<string>();
        foreach (var set in Sets)
        {
            using var zip = ZipFile.OpenRead(await FetchAsync($"/de/data/{set}.zip"));
            files.Add(Path.Combine(_folder.Path, $"{set}-datapackage.json"));
            zip.GetEntry("datapackage.json")!.ExtractToFile(files[^1], overwrite: true);
        }

        Assert.That(NodeClient.Run("schema.mjs", [Path.Combine(Schemas, "frictionless", "2.0", "datapackage.json"), .. files]), Is.Empty);
    }

    private static void RequireSchemas()
    {
        if (!Directory.Exists(Schemas))
        {
            Assert.Ignore("No schemas at ../shared/conformance: the formats were not held against them.");
        }
    }

    /// <summary>The file of an address on disk.</summary>
    private async Task<string> FetchAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address };
        var path = Path.Combine(_folder.Path, address.Trim('/').Replace('/', '-').Replace('?', '-'));
        await File.WriteAllBytesAsync(path, await client.GetByteArrayAsync(new Uri(address, UriKind.Relative)));
        return path;
    }

    /// <summary>A line for each value: source, way of counting, frequency, region, breakdown, days, value, status; sorted.</summary>
    private async Task<IReadOnlyList<string>> CanonicalAsync(string set)
    {
        var rows = SimpleCsv.Read(await File.ReadAllTextAsync(await FetchAsync($"/en/data/{set}.csv")), ',').Select(r => r.Cells).ToArray();
        var at = rows[0].Select((name, column) => (name, column)).ToDictionary(h => h.name, h => h.column);
        return Lines(rows.Skip(1), at["label_feed"], at["variant"], at["frequency"], at["region"], at["breakdown"], at["period_start"], at["period_end"], at["value"], at["obs_status"], at["conf_status"]);
    }

    private static IReadOnlyList<string> Sheet(string[][] rows)
    {
        var at = rows[0].Select((name, column) => (name, column)).ToDictionary(h => h.name, h => h.column);
        return Lines(rows.Skip(1), at["Code feed"], at["Code variant"], at["Code frequency"], at["Code region"], at["Code breakdown"], at["Period from"], at["Period to"], at["Value"], at["Code obs_status"], at["Code conf_status"]);
    }

    private static IReadOnlyList<string> Lines(IEnumerable<string[]> rows, params int[] columns) => [.. rows.Select(r => string.Join('|', columns.Select((c, at) => at switch { 5 or 6 => Day(r[c]), 7 => Number(r[c]), _ => r[c] }))).Order(StringComparer.Ordinal)];

    private static string Cube(JsonNode value)
    {
        var place = value["place"]!.AsObject().ToDictionary(p => p.Key, p => (string)p.Value!);
        var days = place["period"].Split('/');
        var breakdown = string.Join(';', place.Where(p => p.Key is not "region" and not "period").OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
        var status = (string?)value["status"] ?? "";
        var isConfidential = status.EndsWith("confidential", StringComparison.Ordinal);
        return string.Join('|', value["feed"], value["variant"], value["frequency"], place["region"], breakdown, days[0], days[^1],
            value["value"] is { } number ? Number(number.ToJsonString()) : "", isConfidential ? "" : status, isConfidential ? status : "");
    }

    /// <summary>Where a CSV leads for its description, as a path of the site.</summary>
    private static async Task<string> DescribedByAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address };
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var link = answer.Headers.GetValues("Link").Single(l => l.Contains("rel=\"describedby\"", StringComparison.Ordinal));
        return new Uri(link[1..link.IndexOf('>', StringComparison.Ordinal)]).PathAndQuery;
    }

    private static string[] Cells(JsonObject row, params string[] columns) => [.. columns.Select(c => (string?)row[c]?[0] ?? "")];

    private static IEnumerable<string> Types(IEnumerable<JsonObject> rows, string column) => rows.Select(r => (string?)r[column]?[1]).OfType<string>().Distinct();

    private static string Sdmx(JsonNode row, string[] dimensions)
    {
        var breakdown = string.Join(';', dimensions.Where(d => (string?)row[d] != "_T").Select(d => $"{Code(d)}={row[d]}").Order(StringComparer.Ordinal));
        var (start, end) = SdmxDays((string)row["TIME_PERIOD"]!);
        var status = $"{row["STATUS"]}{((string?)row["MISSING_REASON"] is { Length: > 0 } reason ? $":{reason}" : "")}";
        return string.Join('|', row["FEED"], row["VARIANT"], row["FREQ"], row["REF_AREA"], breakdown, start, end, Number((string)row["OBS_VALUE"]!), status, (string?)row["CONF_STATUS"] == "C" ? "confidential" : "");
    }

    private static string Code(string dimension) => dimension.ToLowerInvariant().Replace('_', '-');

    /// <summary>First and last day of a time period as SDMX writes it.</summary>
    private static (string Start, string End) SdmxDays(string period)
    {
        DateOnly On(int month, int day = 1) => new(int.Parse(period[..4], CultureInfo.InvariantCulture), month, day);
        var part = period.Length > 5 && period[5] is 'S' or 'Q' or 'W' ? int.Parse(period[6..], CultureInfo.InvariantCulture) : 0;
        var (start, end) = period switch
        {
            { Length: 4 } => (On(1), On(12, 31)),
            { Length: 7 } when part == 0 => (On(int.Parse(period[5..], CultureInfo.InvariantCulture)), On(int.Parse(period[5..], CultureInfo.InvariantCulture)).AddMonths(1).AddDays(-1)),
            { Length: 10 } => (Parsed(period), Parsed(period)),
            _ when period.Contains('/', StringComparison.Ordinal) => (Parsed(period[..10]), Parsed(period[..10]).AddDays(int.Parse(period[12..^1], CultureInfo.InvariantCulture) - 1)),
            _ when period[5] == 'S' => (On((part * 6) - 5), On((part * 6) - 5).AddMonths(6).AddDays(-1)),
            _ when period[5] == 'Q' => (On((part * 3) - 2), On((part * 3) - 2).AddMonths(3).AddDays(-1)),
            _ => (DateOnly.FromDateTime(ISOWeek.ToDateTime(On(1).Year, part, DayOfWeek.Monday)), DateOnly.FromDateTime(ISOWeek.ToDateTime(On(1).Year, part, DayOfWeek.Monday)).AddDays(6)),
        };
        return (Iso(start), Iso(end));
    }

    private static DateOnly Parsed(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Raw, a day is the number of days since 30 December 1899.</summary>
    private static string Day(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? new DateOnly(1899, 12, 30).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;

    private static string Number(string text) => text.Length == 0 ? "" : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
}
