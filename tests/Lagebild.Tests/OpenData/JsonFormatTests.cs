using System.Text.Json.Nodes;
using Lagebild.OpenData;
using Lagebild.Statistics;

namespace Lagebild.Tests.OpenData;

[SetCulture("de-DE")]
internal sealed class JsonFormatTests
{
    [Test]
    public async Task JSON_says_what_the_data_set_is_then_its_series_with_their_values()
    {
        var json = await JsonAsync(DataJson.WriteAsync, SampleData.Of());
        Assert.That((Text(json, "code"), Text(json, "extent"), Text(json, "language"), (int?)json["stand"]!["release"], Text(json["stand"]!, "published")),
            Is.EqualTo(("asylblg-recipients", "selection", "de", 7, "2026-01-02T03:04:06Z")));
        Assert.That(json["sources"]![0]!.ToJsonString(), Does.Contain("\"licence\":\"CC BY 4.0\",\"licence_address\":\"https://creativecommons.org/licenses/by/4.0/\""));
        Assert.That(json["series"]!.AsArray().Select(s => (Text(s!, "region"), s!["breakdown"]!.ToJsonString(), s["observations"]!.AsArray().Count)),
            Is.EqualTo(new[] { ("DE-HH", "{}", 9), ("DE-01001", "{\"sex\":\"F\"}", 2) }));
    }

    [Test]
    public async Task A_value_of_JSON_has_its_statuses_and_is_null_where_there_is_none()
    {
        var json = await JsonAsync(DataJson.WriteAsync, SampleData.Of("de", SampleData.Days()));
        Assert.That(json["series"]![0]!["observations"]!.AsArray().Select(o => o!.ToJsonString(Relaxed)).Take(4), Is.EqualTo(new[]
        {
            """{"period_start":"2015-12-31","period_end":"2015-12-31","value":1234,"source_flag":"bp","source":"Tabelle 1, \"Zeile 2\"","note":"=1+1","release":2}""",
            """{"period_start":"2016-12-31","period_end":"2016-12-31","value":null,"conf_status":"confidential","status_text":"geheim gehalten","release":2}""",
            """{"period_start":"2017-12-31","period_end":"2017-12-31","value":null,"conf_status":"unknown-or-confidential","status_text":"geheim gehalten","release":2}""",
            """{"period_start":"2018-12-31","period_end":"2018-12-31","value":null,"obs_status":"missing","missing_reason":"late","status_text":"missing:late","release":3}""",
        }));
    }

    [Test]
    public async Task JSON_writes_decimals_exactly() =>
        Assert.That(await SampleData.TextAsync(DataJson.WriteAsync, SampleData.Of("de", SampleData.Months())), Does.Contain("\"value\":-1.5,").And.Contain("\"value\":120.0,"));

    [Test]
    public async Task JSON_stat_is_one_cube_where_all_series_are_counted_alike()
    {
        var json = await JsonAsync(JsonStat.WriteAsync, SampleData.Of("de", SampleData.Days()));
        Assert.That((Text(json, "version"), Text(json, "class"), json["id"]!.ToJsonString(), json["size"]!.ToJsonString(), json["role"]!.ToJsonString()),
            Is.EqualTo(("2.0", "dataset", "[\"region\",\"period\"]", "[1,9]", "{\"time\":[\"period\"],\"geo\":[\"region\"]}")));
        Assert.That(json["value"]!.ToJsonString(), Is.EqualTo("""{"0":1234,"1":null,"2":null,"3":null,"4":null,"5":null,"6":null,"7":1000000000000,"8":0}"""));
        Assert.That(json["status"]!.ToJsonString(), Is.EqualTo(
            """{"1":"confidential","2":"unknown-or-confidential","3":"missing:late","4":"missing:not-collected","5":"not-applicable","6":"not-yet-available","7":"provisional","8":"less-than-half-a-unit"}"""));
        Assert.That(json["extension"]!["observations"]!["8"]!.ToJsonString(Relaxed), Is.EqualTo("""{"note":"zwei\nZeilen <&>","break":"new-law"}"""));
    }

    [Test]
    public async Task JSON_stat_is_a_collection_of_cubes_where_series_are_counted_differently()
    {
        var json = await JsonAsync(JsonStat.WriteAsync, SampleData.Of());
        var cubes = json["link"]!["item"]!.AsArray();
        Assert.That((Text(json, "class"), cubes.Count, cubes[1]!["id"]!.ToJsonString(), cubes[1]!["value"]!.ToJsonString()),
            Is.EqualTo(("collection", 2, "[\"region\",\"sex\",\"period\"]", "{\"0\":-1.5,\"1\":120.0}")));
    }

    [Test]
    public async Task The_index_of_a_cube_follows_its_dimensions_row_by_row()
    {
        var (first, second) = (SampleData.Series(1, "DE-HH", "sex=F", Frequency.Annual, 0), SampleData.Series(2, "DE-SH", "sex=M", Frequency.Annual, 0));
        var data = SampleData.Of("de", (first, [Year(2020, 1), Year(2021, 2)]), (second, [Year(2021, 3)]));
        Assert.That((await JsonAsync(JsonStat.WriteAsync, data))["value"]!.ToJsonString(), Is.EqualTo("{\"0\":1,\"1\":2,\"7\":3}"));
    }

    [Test]
    public void A_Data_Package_says_what_an_empty_field_means_and_what_codes_do()
    {
        var json = JsonNode.Parse(DataPackage.Of(SampleData.Of(), new("data.csv", 12, "ab"), "LICENCE.txt"))!;
        var fields = json["resources"]![0]!["schema"]!["fields"]!.AsArray().ToDictionary(f => Text(f!, "name"), f => f!);
        Assert.That(fields.Keys, Is.EqualTo(CanonicalCsv.Columns));
        Assert.That(Text(fields["value"]["missingValues"]![0]!, "label"), Does.StartWith("Ein leerer Wert heißt nie null"));
        Assert.That(fields["obs_status"]["categories"]!.AsArray().Select(c => Text(c!, "value")), Does.Contain("missing:late").And.Contain("provisional").And.Contain("less-than-half-a-unit"));
        Assert.That((Text(json["resources"]![0]!, "hash"), (int?)json["resources"]![0]!["bytes"]), Is.EqualTo(("sha256:ab", 12)));
    }

    [Test]
    public void CSVW_describes_every_column_in_order()
    {
        var json = JsonNode.Parse(Csvw.Of(SampleData.Of("pl"), "data.csv"))!;
        Assert.That(json["tableSchema"]!["columns"]!.AsArray().Select(c => Text(c!, "name")), Is.EqualTo(CanonicalCsv.Columns));
        Assert.That(json["@context"]!.ToJsonString(), Is.EqualTo("[\"http://www.w3.org/ns/csvw\",{\"@language\":\"pl\"}]"));
    }

    [Test]
    public void A_citation_names_who_counted_what_as_of_which_release_and_where() =>
        Assert.That(Citation.Text(SampleData.Of()), Is.EqualTo(
            "Amt, \"Nord\"; Amt Süd: Leistungen (Auswahl). Lagebild, Veröffentlichung 7 vom 2026-01-02. https://lagebild.example/de/indicators/asylblg-recipients?stand=7"));

    [Test]
    public void BibTeX_escapes_what_it_would_take_for_commands() =>
        Assert.That(Citation.BibTex(SampleData.Of() with { Title = "A & B_C 100 % {x}" }), Does.Contain("title = {{A \\& B\\_C 100 \\% \\{x\\} (Auswahl)}}").And.Contain("author = {{Amt, \"Nord\"} and {Amt Süd}}"));

    [Test]
    public void RIS_is_one_record_of_type_data() =>
        Assert.That(Citation.Ris(SampleData.Of()), Does.StartWith("TY  - DATA\r\nAU  - Amt, \"Nord\"\r\nAU  - Amt Süd\r\nTI  - Leistungen (Auswahl)\r\n").And.EndWith("ER  - \r\n"));

    [Test]
    public void CSL_JSON_is_a_data_set_with_literal_authors()
    {
        var item = JsonNode.Parse(Citation.CslJson(SampleData.Of()))![0]!;
        Assert.That((Text(item, "type"), item["author"]!.ToJsonString(Relaxed), item["issued"]!.ToJsonString()),
            Is.EqualTo(("dataset", "[{\"literal\":\"Amt, \\\"Nord\\\"\"},{\"literal\":\"Amt Süd\"}]", "{\"date-parts\":[[2026,1,2]]}")));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<JsonNode> JsonAsync(Func<DataSet, Stream, CancellationToken, Task> write, DataSet data) => JsonNode.Parse(await SampleData.BytesAsync(write, data))!;

    private static string Text(JsonNode node, string name) => (string?)node[name] ?? "";

    private static Observation Year(int year, long value) => new() { Period = new(new(year, 1, 1), new(year, 12, 31), Frequency.Annual), Value = value };
}
