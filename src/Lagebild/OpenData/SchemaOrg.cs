using System.Text.Json;

namespace Lagebild.OpenData;

/// <summary>A data set as search engines list it: schema.org's <c>Dataset</c> in JSON-LD.</summary>
public static class SchemaOrg
{
    /// <summary>In one language; the page it stands on has an address with the language in it.</summary>
    public static string Of(CatalogueRecord record, DataSetRecord set, string language)
    {
        var text = JsonText.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("@context", "https://schema.org/");
            json.WriteString("@type", "Dataset");
            About(json, record, set, language);
            Creators(json, set);
            Licences(json, set);
            json.Texts("keywords", set.Keywords.Where(k => k.Language == language).Select(k => k.Word));
            json.WriteString("temporalCoverage", $"{DataSetJson.Iso(set.First)}/{DataSetJson.Iso(set.Last)}");
            Files(json, record, set, language);
            json.WriteEndObject();
        });

        // So that no text can end the element of a page that this stands in.
        return text.Replace("<", "\\u003c", StringComparison.Ordinal);
    }

    private static void About(Utf8JsonWriter json, CatalogueRecord record, DataSetRecord set, string language)
    {
        json.WriteString("@id", $"{record.Root}/catalog#{set.Code}");
        json.WriteString("name", set.Title[language]);
        json.WriteString("description", set.Description[language]);
        json.WriteString("url", $"{record.Root}/{language}/indicators/{set.Code}");
        json.WriteString("inLanguage", language);
        json.WriteBoolean("isAccessibleForFree", true);
        json.WriteString("version", FormattableString.Invariant($"{set.Release}"));
        json.WriteStartObject("publisher");
        json.WriteString("@type", "Organization");
        json.WriteString("name", record.Publisher);
        json.WriteString("url", $"{record.Root}/");
        json.WriteEndObject();
        json.WriteStartObject("includedInDataCatalog");
        json.WriteString("@type", "DataCatalog");
        json.WriteString("name", record.Title[language]);
        json.WriteString("url", $"{record.Root}/{language}/data");
        json.WriteEndObject();
    }

    private static void Creators(Utf8JsonWriter json, DataSetRecord set)
    {
        json.WriteStartArray("creator");
        foreach (var publisher in set.Sources.Select(s => s.Publisher).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("@type", "Organization");
            json.WriteString("name", publisher);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Licences(Utf8JsonWriter json, DataSetRecord set)
    {
        json.WriteStartArray("license");
        foreach (var (licence, address) in set.Sources.Select(s => (s.Licence, s.LicenceAddress)).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("@type", "CreativeWork");
            json.WriteString("name", licence);
            json.Text("url", address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Files(Utf8JsonWriter json, CatalogueRecord record, DataSetRecord set, string language)
    {
        json.WriteStartArray("distribution");
        foreach (var format in DataFormat.OfValues)
        {
            json.WriteStartObject();
            json.WriteString("@type", "DataDownload");
            json.WriteString("name", format.Name);
            json.WriteString("encodingFormat", format.PlainMediaType);
            json.WriteString("contentUrl", $"{record.Root}/{language}/data/{set.Code}.{format.Code}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
