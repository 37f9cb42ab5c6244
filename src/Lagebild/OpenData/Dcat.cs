using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>The catalogue by DCAT-AP 3.0.1 and its German profile DCAT-AP.de 3.0. Things of the EU's and GovData's lists are named with their class, since shapes ask for it.</summary>
public static class Dcat
{
    private const string Authority = "http://publications.europa.eu/resource/authority";
    private const string Iana = "http://www.iana.org/assignments/media-types";

    // The shapes of DCAT-AP 3.0.1 ask for https; SPDX itself names the same by http.
    private const string Sha256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256";
    private const string Sha256OfSpdx = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256";

    // By address of the licence: the IRI GovData's list has for it.
    private static readonly Dictionary<string, string> _licences = new(StringComparer.Ordinal)
    {
        ["https://www.govdata.de/dl-de/by-2-0"] = "http://dcat-ap.de/def/licenses/dl-by-de/2.0",
        ["https://www.govdata.de/dl-de/zero-2-0"] = "http://dcat-ap.de/def/licenses/dl-zero-de/2.0",
        ["https://creativecommons.org/licenses/by/4.0/"] = "http://dcat-ap.de/def/licenses/cc-by/4.0",
    };

    /// <summary>Everything a harvester wants to know.</summary>
    public static RdfGraph Of(CatalogueRecord record)
    {
        var graph = new RdfGraph();
        Catalogue(graph, record);
        foreach (var set in record.DataSets)
        {
            Set(graph, record, set);
        }

        return graph;
    }

    private static void Catalogue(RdfGraph graph, CatalogueRecord record)
    {
        graph.Node(At(record, "catalog")).A("dcat:Catalog")
            .Say("dct:title", record.Title)
            .Say("dct:description", record.Description)
            .To("dct:publisher", Publisher(graph, record))
            .To("dct:language", Languages(graph))
            .To("dcat:themeTaxonomy", Class(graph, $"{Authority}/data-theme", "skos:ConceptScheme").Say("dct:title", "Data themes", "en").Iri)
            .To("foaf:homepage", Class(graph, $"{record.Root}/", "foaf:Document").Iri)
            .Typed("dct:modified", DataSetJson.Iso(record.PublishedUtc), "dateTime")
            .To("dcat:dataset", record.DataSets.Select(s => At(record, s.Code)));
    }

    private static void Set(RdfGraph graph, CatalogueRecord record, DataSetRecord set)
    {
        var node = graph.Node(At(record, set.Code)).A("dcat:Dataset")
            .Say("dct:title", set.Title)
            .Say("dct:description", set.Description)
            .Say("dct:identifier", At(record, set.Code))
            .To("dct:publisher", Publisher(graph, record))
            .To("geodcatap:originator", set.Sources.SelectMany(s => Originators(graph, record, s)))
            .To("dcat:contactPoint", Contact(graph, record))
            .To("dcat:theme", Theme(graph, "SOCI", "Population and society"))
            .To("dct:accrualPeriodicity", Class(graph, $"{Authority}/frequency/{Rhythm(set.Rhythm)}", "dct:Frequency").Iri)
            .To("dct:language", Languages(graph))
            .To("dct:type", Concept(graph, $"{Authority}/dataset-type/STATISTICAL", "Statistical data"))
            .To("dct:accessRights", Class(graph, $"{Authority}/access-right/PUBLIC", "dct:RightsStatement").Iri)
            .To("dcatap:availability", Concept(graph, $"{Authority}/planned-availability/STABLE", "stable"))
            .To("dcatde:politicalGeocodingLevelURI", Levels(set).Select(l => $"http://dcat-ap.de/def/politicalGeocoding/Level/{l}"))
            .To("dct:spatial", set.Places.Select(p => Class(graph, p, "dct:Location").Iri))
            .To("dct:temporal", Span(graph, record, set))
            .To("dcat:landingPage", Class(graph, $"{record.Root}/en/indicators/{set.Code}", "foaf:Document").Iri)
            .Typed("dct:modified", DataSetJson.Iso(set.ModifiedUtc ?? record.PublishedUtc), "dateTime")
            .Say("dcat:version", set.Release.ToString(CultureInfo.InvariantCulture));
        foreach (var (word, language) in set.Keywords)
        {
            node.Say("dcat:keyword", word, language);
        }

        node.To("dcat:distribution", set.Files.Select(f => Distribution(graph, record, set, f)));
    }

    private static string Distribution(RdfGraph graph, CatalogueRecord record, DataSetRecord set, FileRecord file)
    {
        var iri = $"{At(record, set.Code)}-{file.Format.Code}";
        graph.Node(iri).A("dcat:Distribution")
            .Say("dct:title", file.Format.Name)
            .To("dcat:accessURL", $"{record.Root}/{file.Language}/data/{set.Code}.{file.Format.Code}")
            .To("dcat:downloadURL", file.Address)
            .To("dcat:mediaType", Class(graph, $"{Iana}/{file.Format.PlainMediaType}", "dct:MediaType").Iri)
            .To("dct:format", Class(graph, $"{Authority}/file-type/{file.Format.FileType}", "dct:MediaTypeOrExtent").Iri)
            .Typed("dcat:byteSize", file.Size?.ToString(CultureInfo.InvariantCulture), "nonNegativeInteger")
            .To("spdx:checksum", Checksum(graph, iri, file))
            .To("dct:license", Licence(graph, record, set.Sources))
            .Say("dcatde:licenseAttributionByText", string.Join("; ", set.Sources.Select(s => s.Citation).Distinct()))
            .To("dct:language", Language(graph, file.Language))
            .To("dcatap:availability", Concept(graph, $"{Authority}/planned-availability/STABLE", "stable"))
            .Typed("dct:modified", DataSetJson.Iso(set.ModifiedUtc ?? record.PublishedUtc), "dateTime");
        return iri;
    }

    private static string? Checksum(RdfGraph graph, string distribution, FileRecord file) => file.Sha256 is null ? null : graph.Node($"{distribution}-checksum").A("spdx:Checksum")
        .To("spdx:algorithm", Class(graph, Sha256, "spdx:ChecksumAlgorithm").To("rdfs:seeAlso", Sha256OfSpdx).Iri)
        .Typed("spdx:checksumValue", file.Sha256, "hexBinary").Iri;

    /// <summary>As the source has it: its own address where all sources share it, else a document of ours that says each source's words.</summary>
    private static string Licence(RdfGraph graph, CatalogueRecord record, IReadOnlyList<DataSource> sources)
    {
        var licences = sources.Select(s => (s.Licence, s.LicenceAddress, s.Language)).Distinct().ToArray();
        if (licences is [var (text, address, language)] && address is not null)
        {
            return Class(graph, _licences.GetValueOrDefault(address) ?? address, "dct:LicenseDocument").Say("dct:title", text, language).Iri;
        }

        var node = Class(graph, At(record, $"licence-{Short(string.Join('\n', licences.Select(l => l.Licence)))}"), "dct:LicenseDocument");
        foreach (var licence in licences)
        {
            node.Say("dct:title", licence.Licence, licence.Language).To("rdfs:seeAlso", licence.LicenceAddress);
        }

        return node.Iri;
    }

    private static string Publisher(RdfGraph graph, CatalogueRecord record) =>
        Class(graph, At(record, "publisher"), "foaf:Agent").Say("foaf:name", record.Publisher).To("foaf:homepage", Class(graph, $"{record.Root}/", "foaf:Document").Iri).Iri;

    /// <summary>A source may name several, apart by semicolons.</summary>
    private static string[] Originators(RdfGraph graph, CatalogueRecord record, DataSource source) =>
        [.. source.Publisher.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(p => Class(graph, At(record, $"agent-{Short(p)}"), "foaf:Agent").Say("foaf:name", p, source.Language).Iri)];

    private static string Contact(RdfGraph graph, CatalogueRecord record)
    {
        var node = Class(graph, At(record, "contact"), "vcard:Organization").A("vcard:Kind").Say("vcard:fn", record.Publisher);
        return record.Contact is null ? node.To("vcard:hasURL", $"{record.Root}/en/imprint").Iri : node.To("vcard:hasEmail", $"mailto:{record.Contact}").Iri;
    }

    private static string Span(RdfGraph graph, CatalogueRecord record, DataSetRecord set) => graph.Node($"{At(record, set.Code)}-period").A("dct:PeriodOfTime")
        .Typed("dcat:startDate", DataSetJson.Iso(set.First), "date")
        .Typed("dcat:endDate", DataSetJson.Iso(set.Last), "date").Iri;

    private static IEnumerable<string> Levels(DataSetRecord set) => set.Levels.Select(l => l switch
    {
        RegionLevel.Municipality => "municipality",
        RegionLevel.District => "administrativeDistrict",
        RegionLevel.Land => "state",
        _ => set.IsInternational ? "international" : "federal",
    }).Distinct();

    private static string Rhythm(Frequency? rhythm) => rhythm switch
    {
        Frequency.Daily => "DAILY",
        Frequency.Weekly => "WEEKLY",
        Frequency.Monthly => "MONTHLY",
        Frequency.Quarterly => "QUARTERLY",
        Frequency.HalfYearly => "ANNUAL_2",
        Frequency.Annual => "ANNUAL",
        Frequency.Interval => "IRREG",
        _ => "NOT_PLANNED",
    };

    private static string[] Languages(RdfGraph graph) => [Language(graph, "de"), Language(graph, "pl"), Language(graph, "en")];

    private static string Language(RdfGraph graph, string language) =>
        Class(graph, $"{Authority}/language/{language switch { "de" => "DEU", "pl" => "POL", _ => "ENG" }}", "dct:LinguisticSystem").Iri;

    private static string Theme(RdfGraph graph, string code, string name) => Concept(graph, $"{Authority}/data-theme/{code}", name);

    private static string Concept(RdfGraph graph, string iri, string name) => Class(graph, iri, "skos:Concept").Say("skos:prefLabel", name, "en").Iri;

    private static RdfNode Class(RdfGraph graph, string iri, string type) => graph.Node(iri).A(type);

    /// <summary>Things of ours are fragments of the catalogue's address.</summary>
    private static string At(CatalogueRecord record, string name) => name == "catalog" ? $"{record.Root}/catalog" : $"{record.Root}/catalog#{name}";

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
