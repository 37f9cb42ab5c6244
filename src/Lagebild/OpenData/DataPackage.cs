using System.Globalization;
using System.Text.Json;

namespace Lagebild.OpenData;

/// <summary>The canonical CSV as a file: where it lies, how many bytes, which checksum.</summary>
/// <param name="Path">Name beside the description, or whole address.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record DataFile(string Path, long Size, string Sha256);

/// <summary>A Data Package 2.0 with the canonical CSV as its resource; what an empty field means is said beside it.</summary>
public static class DataPackage
{
    /// <summary>Where the profiles of the standard lie.</summary>
    private const string Standard = "https://datapackage.org/profiles/2.0";

    /// <summary>Describes the file. Licences without an address lead to <paramref name="licences"/>, a name beside the description or a whole address.</summary>
    public static string Of(DataSet data, DataFile file, string licences) => JsonText.Indented(json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", $"{Standard}/datapackage.json");
        About(json, data);
        Licences(json, data, licences);
        Sources(json, data);
        json.WriteStartArray("resources");
        Resource(json, data, file);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void About(Utf8JsonWriter json, DataSet data)
    {
        json.WriteString("name", data.FileName);
        json.WriteString("id", data.Address);
        json.WriteString("title", $"{data.Title} ({data.ExtentWord})");
        json.WriteString("description", $"{data.Description} {data.Words.EmptyIsNotZero} {data.Words.TextsAsTheyAre}".Trim());
        json.WriteString("homepage", data.Address);
        json.WriteString("version", data.Release.ToString(CultureInfo.InvariantCulture));
        json.WriteString("created", DataSetJson.Iso(data.PublishedUtc));
    }

    private static void Licences(Utf8JsonWriter json, DataSet data, string licences)
    {
        json.WriteStartArray("licenses");
        foreach (var (licence, address) in data.Sources.Select(s => (s.Licence, s.LicenceAddress)).Distinct())
        {
            json.WriteStartObject();
            json.WriteString("path", address ?? licences);
            json.WriteString("title", licence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Sources(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartArray("sources");
        foreach (var source in data.Sources)
        {
            json.WriteStartObject();
            json.WriteString("title", source.Citation);
            json.Text("path", source.Address);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Resource(Utf8JsonWriter json, DataSet data, DataFile file)
    {
        json.WriteStartObject();
        json.WriteString("name", data.Code);
        json.WriteString("path", file.Path);
        json.WriteString("type", "table");
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        json.WriteNumber("bytes", file.Size);
        json.WriteString("hash", $"sha256:{file.Sha256}");
        Schema(json, data);
        json.WriteEndObject();
    }

    private static void Schema(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartObject("schema");
        json.WriteString("$schema", $"{Standard}/tableschema.json");
        json.WriteStartArray("fields");
        foreach (var column in TableColumn.Of(data))
        {
            Field(json, column);
        }

        json.WriteEndArray();
        json.Texts("primaryKey", CanonicalCsv.Key);
        json.WriteEndObject();
    }

    private static void Field(Utf8JsonWriter json, TableColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("title", column.Title);
        json.WriteString("type", column.Type switch { TableType.Day => "date", TableType.Whole => "integer", TableType.Number => "number", _ => "string" });
        if (column.Empty is { } meaning)
        {
            Missing(json, meaning);
        }

        if (column.Codes.Count > 0)
        {
            Categories(json, column);
        }

        json.WriteEndObject();
    }

    private static void Missing(Utf8JsonWriter json, string meaning)
    {
        json.WriteStartArray("missingValues");
        json.WriteStartObject();
        json.WriteString("value", "");
        json.WriteString("label", meaning);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Categories(Utf8JsonWriter json, TableColumn column)
    {
        json.WriteStartArray("categories");
        foreach (var (code, name) in column.Codes)
        {
            json.WriteStartObject();
            json.WriteString("value", code);
            json.WriteString("label", name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
