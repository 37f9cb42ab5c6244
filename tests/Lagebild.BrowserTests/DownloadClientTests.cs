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
        var path = Path.Combine(_folder.Path, address.Trim('/').Replace('/', '-'));
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

    /// <summary>Raw, a day is the number of days since 30 December 1899.</summary>
    private static string Day(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? new DateOnly(1899, 12, 30).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : text;

    private static string Number(string text) => text.Length == 0 ? "" : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString("0.######", CultureInfo.InvariantCulture);
}
