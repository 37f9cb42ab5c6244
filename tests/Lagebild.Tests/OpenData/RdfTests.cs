using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lagebild.OpenData;
using Lagebild.Statistics;

namespace Lagebild.Tests.OpenData;

[SetCulture("de-DE")]
internal sealed class RdfTests
{
    private static readonly string[] Languages = ["de", "pl", "en"];

    private static readonly DataSource Open = new()
    {
        Code = "open",
        Name = "Offen",
        Publisher = "Amt A; Amt B",
        Licence = "Datenlizenz Deutschland – Namensnennung – Version 2.0",
        LicenceAddress = "https://www.govdata.de/dl-de/by-2-0",
        Citation = "Amt A",
        Language = "de",
    };

    private static readonly DataSource Unnamed = Open with { Code = "unnamed", Licence = "Nie podano w pliku", LicenceAddress = null, Language = "pl" };

    [Test]
    public void Turtle_escapes_what_ends_or_breaks_a_literal()
    {
        var graph = new RdfGraph();
        graph.Node("urn:x").A("dcat:Dataset").Say("dct:title", "a \"b\" \\ c\nd", "de").Typed("dct:modified", "2026-01-02", "date").To("dct:license", "urn:y");
        Assert.That(RdfText.Turtle(graph).Split("\n\n")[1], Is.EqualTo("<urn:x>\n  a dcat:Dataset ;\n  dct:title \"a \\\"b\\\" \\\\ c\\nd\"@de ;\n  dct:modified \"2026-01-02\"^^xsd:date ;\n  dct:license <urn:y> .\n"));
    }

    [Test]
    public void A_statement_said_twice_stands_once()
    {
        var graph = new RdfGraph();
        graph.Node("urn:x").A("dcat:Dataset").A("dcat:Dataset");
        Assert.That(graph.Nodes.Sum(n => n.Statements.Count), Is.EqualTo(1));
    }

    [Test]
    public void JSON_LD_and_RDF_XML_hold_languages_types_and_things()
    {
        var graph = new RdfGraph();
        graph.Node("urn:x").A("dcat:Dataset").Say("dct:title", "<ä>", "de").Typed("dct:modified", "2026-01-02", "date").To("dct:license", "urn:y");
        var node = JsonNode.Parse(RdfText.JsonLd(graph))!["@graph"]![0]!;
        Assert.That((node["@type"]![0]!.ToString(), node["dct:title"]![0]!["@language"]!.ToString(), node["dct:modified"]![0]!["@type"]!.ToString(), node["dct:license"]![0]!["@id"]!.ToString()),
            Is.EqualTo(("dcat:Dataset", "de", "xsd:date", "urn:y")));
        XNamespace dct = "http://purl.org/dc/terms/";
        var title = RdfText.Xml(graph).Descendants(dct + "title").Single();
        Assert.That((title.Value, title.Attribute(XNamespace.Xml + "lang")!.Value), Is.EqualTo(("<ä>", "de")));
    }

    [Test]
    public void A_licence_that_all_sources_share_is_named_as_the_list_of_GovData_has_it() =>
        Assert.That(Turtle(Open), Does.Contain("dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0>").And.Contain("\"Datenlizenz Deutschland – Namensnennung – Version 2.0\"@de"));

    [Test]
    public void Different_licences_stand_together_in_the_words_of_the_sources() =>
        Assert.That(Turtle(Open, Unnamed), Does.Match("dct:license <https://example.org/catalog#licence-[0-9a-f]{12}>").And.Contain("\"Nie podano w pliku\"@pl").And.Contain("rdfs:seeAlso <https://www.govdata.de/dl-de/by-2-0>"));

    [Test]
    public void A_data_set_has_rhythm_span_places_levels_and_files_with_size_and_checksum() =>
        Assert.That(Turtle(Open), Does.Contain("/frequency/MONTHLY>").And.Contain("dcat:startDate \"2014-01-01\"^^xsd:date").And.Contain("dct:spatial <http://data.europa.eu/nuts/code/DE6>")
            .And.Contain("politicalGeocoding/Level/state>").And.Contain("dcat:byteSize \"12\"^^xsd:nonNegativeInteger").And.Contain("spdx:checksumValue \"ab\"^^xsd:hexBinary"));

    [Test]
    public void A_file_whose_size_is_not_known_is_named_without_size_and_checksum()
    {
        var set = Set(Frequency.Monthly, Open) with { Files = [new(DataFormat.Csv, "en", "https://example.org/en/data/arrivals.csv?stand=7")] };
        Assert.That(RdfText.Turtle(Dcat.Of(Record(set))), Does.Contain("dcat:downloadURL <https://example.org/en/data/arrivals.csv?stand=7>").And.Not.Contain("byteSize").And.Not.Contain("checksumValue"));
    }

    [Test]
    public void A_data_set_of_closed_sources_is_not_expected_to_grow() =>
        Assert.That(RdfText.Turtle(Dcat.Of(Record(Set(null, Open)))), Does.Contain("/frequency/NOT_PLANNED>"));

    [Test]
    public void What_stands_in_a_page_for_search_engines_cannot_end_its_element()
    {
        var record = Record(Set(Frequency.Monthly, Open) with { Title = Languages.ToDictionary(l => l, _ => "</script><script>") });
        Assert.That(SchemaOrg.Of(record, record.DataSets[0], "de"), Does.Not.Contain("<").And.Contain("\\u003c/script"));
    }

    private static string Turtle(params DataSource[] sources) => RdfText.Turtle(Dcat.Of(Record(Set(Frequency.Monthly, sources))));

    private static CatalogueRecord Record(DataSetRecord set) => new()
    {
        Root = "https://example.org",
        Title = Texts("Titel"),
        Description = Texts("Text"),
        Publisher = "Lagebild",
        PublishedUtc = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        DataSets = [set],
    };

    private static DataSetRecord Set(Frequency? rhythm, params DataSource[] sources) => new()
    {
        Code = "arrivals",
        Title = Texts("Ankünfte"),
        Description = Texts("Wer ankommt."),
        Keywords = [("Ankunft", "de")],
        Sources = sources,
        Rhythm = rhythm,
        First = new(2014, 1, 1),
        Last = new(2024, 12, 31),
        Release = 7,
        Places = ["http://data.europa.eu/nuts/code/DE6"],
        Levels = [RegionLevel.Land],
        IsInternational = false,
        Files = [new(DataFormat.Csv, "en", "https://example.org/en/data/arrivals.csv?stand=7", 12, "ab")],
    };

    private static Dictionary<string, string> Texts(string text) => Languages.ToDictionary(l => l, l => $"{text} {l}");
}
