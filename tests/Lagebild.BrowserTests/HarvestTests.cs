using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Lagebild.Tests;

namespace Lagebild.BrowserTests;

/// <summary>What catalogues and feed readers fetch, held against the official shapes and schemas by engines of others.</summary>
internal sealed class HarvestTests
{
    private static readonly string Conformance = Repository.At("..", "shared", "conformance");

    private static readonly string[] Shapes =
    [
        .. new[] { "dcat-ap-SHACL", "shapes", "range", "mdr-vocabularies.shape", "shapes_recommended", "deprecateduris" }.Select(s => Path.Combine(Conformance, "dcat-ap-3.0.1", $"{s}.ttl")),
        .. new[] { "dcat-ap-SHACL-DE", "dcat-ap-spec-german-additions", "dcat-ap-de-controlledvocabularies", "dcat-ap-de-deprecated" }.Select(s => Path.Combine(Conformance, "dcat-ap-de-3.0", $"{s}.ttl")),
    ];

    private readonly TemporaryFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public async Task The_catalogue_keeps_the_shapes_of_DCAT_AP_and_of_its_German_profile([Values("ttl", "jsonld")] string form)
    {
        if (!Directory.Exists(Conformance))
        {
            Assert.Ignore("No shapes at ../shared/conformance: the catalogue was not held against them.");
        }

        var report = JsonNode.Parse(NodeClient.Run("shapes.mjs", [await FetchAsync($"/catalog.{form}"), Path.Combine(Conformance, "vocab", "authority-lists.ttl"), .. Shapes]))!;
        Assert.That(report["found"]!.AsArray().Where(f => (string?)f!["severity"] == "Violation").Select(f => (string?)f!["text"]), Is.Empty);
        Assert.That((int?)report["statements"], Is.GreaterThan(5_000));
    }

    [Test]
    public void A_catalogue_without_publisher_title_or_right_checksum_is_found_by_the_shapes()
    {
        if (!Directory.Exists(Conformance))
        {
            Assert.Ignore("No shapes at ../shared/conformance: they were not tried.");
        }

        var broken = _folder.Write("broken.ttl", """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix spdx: <http://spdx.org/rdf/terms#> .
            <urn:c> a dcat:Catalog ; dcat:dataset <urn:d> . <urn:d> a dcat:Dataset ; dcat:distribution <urn:f> . <urn:f> a dcat:Distribution ; spdx:checksum <urn:s> . <urn:s> a spdx:Checksum .
            """);
        var report = JsonNode.Parse(NodeClient.Run("shapes.mjs", [broken, Path.Combine(Conformance, "vocab", "authority-lists.ttl"), .. Shapes]))!;
        var paths = report["found"]!.AsArray().Where(f => (string?)f!["severity"] == "Violation").Select(f => ((string)f!["text"]!).Split(" | ")[2].Split('/', '#')[^1]).Distinct();
        Assert.That(paths, Is.SupersetOf(new[] { "publisher", "title", "description", "accessURL", "license", "checksumValue" }));
    }

    [Test]
    public async Task The_three_forms_of_the_catalogue_say_the_same()
    {
        var turtle = NodeClient.Run("triples.mjs", await FetchAsync("/catalog.ttl"));
        Assert.That(turtle, Does.Contain("http://www.w3.org/ns/dcat#Dataset"));
        Assert.That(NodeClient.Run("triples.mjs", await FetchAsync("/catalog.jsonld")), Is.EqualTo(turtle));
        Assert.That(NodeClient.Run("triples.mjs", await FetchAsync("/catalog.rdf")), Is.EqualTo(turtle));
    }

    [Test]
    public async Task A_file_has_the_size_and_checksum_that_the_catalogue_says()
    {
        var lines = NodeClient.Run("triples.mjs", await FetchAsync("/catalog.ttl")).Split('\n').ToLookup(l => l.Split(' ')[0]);
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address };
        foreach (var format in new[] { "csv", "xlsx", "jsonstat", "sdmx", "json", "zip" })
        {
            var distribution = $"<{SiteUnderTest.Address}catalog#stateless-persons-{format}>";
            var bytes = await client.GetByteArrayAsync(new Uri(Object(lines[distribution], "downloadURL").Trim('<', '>')));
            Assert.That(
                (Object(lines[distribution], "byteSize").Split('"')[1], Object(lines[Object(lines[distribution], "checksum")], "checksumValue").Split('"')[1]),
                Is.EqualTo((bytes.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)))),
                format);
        }
    }

    [Test]
    public async Task Every_page_of_the_site_map_is_there_in_every_language()
    {
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9";
        var places = XDocument.Load(await FetchAsync("/sitemap.xml")).Root!.Elements(map + "url").Select(u => new Uri(u.Element(map + "loc")!.Value)).ToArray();
        Assert.That(places.GroupBy(p => p.AbsolutePath[1..3]).Select(g => g.Count()).Distinct().Count(), Is.EqualTo(1));
        using var client = new HttpClient();
        foreach (var place in places.Where((_, at) => at % 23 == 0))
        {
            using var answer = await client.GetAsync(place);
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), place.ToString());
        }
    }

    [Test]
    public async Task The_site_map_keeps_the_schema_of_its_protocol() => Assert.That(SiteMapFaults(await FetchAsync("/sitemap.xml")), Is.Empty);

    [Test]
    public void A_site_map_without_a_place_or_with_a_link_that_is_none_is_found() => Assert.That(
        SiteMapFaults(_folder.Write("broken.xml", """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:x="http://www.w3.org/1999/xhtml"><url><loc>http://localhost/en/</loc><x:link rel="alternate"/></url><url/></urlset>""")),
        Has.Some.Contains("'hreflang' is missing").And.Some.Contains("'url'").And.Some.Contains("incomplete content"));

    [Test]
    public async Task Atom_keeps_the_grammar_of_RFC_4287([Values("calendar", "indicators/asylblg-recipients", "regions/DE-HH")] string page)
    {
        Programs.Require("jing", "jing is not installed: Atom was not held against its grammar.");
        if (!Directory.Exists(Conformance))
        {
            Assert.Ignore("No grammar at ../shared/conformance: Atom was not held against it.");
        }

        string[] files = [await FetchAsync($"/de/{page}.atom"), await FetchAsync($"/pl/{page}.atom"), await FetchAsync($"/en/{page}.atom")];
        Assert.That(NodeClient.Output("jing", ["-c", Path.Combine(Conformance, "atom", "atom.rnc"), .. files]), Is.Empty);
    }

    [Test]
    public async Task An_indicator_page_holds_its_data_set_for_search_engines([Values("de", "pl", "en")] string language)
    {
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address };
        var page = await client.GetStringAsync(new Uri($"/{language}/indicators/asylblg-recipients", UriKind.Relative));
        var json = JsonNode.Parse(page.Split("<script type=\"application/ld+json\">")[1].Split("</script>")[0])!;
        Assert.That(((string?)json["@type"], (string?)json["inLanguage"], json["distribution"]!.AsArray().Count), Is.EqualTo(("Dataset", language, 7)));
    }

    /// <summary>What is wrong with a site map by the schema of sitemaps.org, which the npm package sitemap brings. Of XHTML it only says that others may say something: here it is links to other languages.</summary>
    private static List<string> SiteMapFaults(string path)
    {
        const string Links = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
              <xs:element name="link"><xs:complexType>
                <xs:attribute name="rel" use="required" fixed="alternate"/><xs:attribute name="hreflang" type="xs:language" use="required"/><xs:attribute name="href" type="xs:anyURI" use="required"/>
              </xs:complexType></xs:element>
            </xs:schema>
            """;
        var faults = new List<string>();
        var schemas = new XmlSchemaSet();
        schemas.Add(null, Repository.At("tests", "Lagebild.BrowserTests", "node_modules", "sitemap", "schema", "sitemap.xsd"));
        schemas.Add(null, XmlReader.Create(new StringReader(Links)));
        XDocument.Load(path).Validate(schemas, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private async Task<string> FetchAsync(string address)
    {
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address, Timeout = TimeSpan.FromMinutes(5) };
        return _folder.Write(address.Trim('/').Replace('/', '-'), await client.GetStringAsync(new Uri(address, UriKind.Relative)));
    }

    private static string Object(IEnumerable<string> lines, string property) =>
        lines.Where(l => l.Split(' ')[1].EndsWith($"{property}>", StringComparison.Ordinal)).Select(l => l.Split(' ', 3)[2].TrimEnd('.', ' ')).Single();
}
