using System.Text.Json;

namespace Lagebild.OpenData;

/// <summary>"CSV on the Web": what the columns of the canonical CSV hold, and what belongs to the table as a whole.</summary>
public static class Csvw
{
    /// <summary>Written beside a table that lies at an address, relative or whole.</summary>
    public static string Of(DataSet data, string table) => JsonText.Indented(json =>
    {
        json.WriteStartObject();
        Context(json, data.Language);
        json.WriteString("url", table);
        About(json, data);
        Schema(json, data);
        json.WriteEndObject();
    });

    private static void Context(Utf8JsonWriter json, string language)
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/csvw");
        json.WriteStartObject();
        json.WriteString("@language", language);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void About(Utf8JsonWriter json, DataSet data)
    {
        json.WriteString("dc:title", $"{data.Title} ({data.ExtentWord})");
        json.WriteString("dc:description", $"{data.Description} {data.Words.EmptyIsNotZero} {data.Words.TextsAsTheyAre}".Trim());
        json.WriteString("dc:language", data.Language);
        json.WriteString("dc:hasVersion", FormattableString.Invariant($"{data.Release}"));
        json.WriteString("dc:issued", DataSetJson.Iso(data.PublishedUtc));
        json.WriteString("dc:bibliographicCitation", Citation.Text(data));
        json.WriteString("dc:isVersionOf", data.Address);
        json.Texts("dc:source", data.Sources.Select(s => s.Citation));
        json.Texts("dc:rights", data.Sources.Select(s => s.Licence).Distinct());
        json.Texts("dc:provenance", [.. data.Variants.SelectMany(v => v.Definition), .. data.Breaks.Select(b => $"{DataSetJson.Iso(b.Day)}: {b.Text}")]);
    }

    private static void Schema(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartObject("tableSchema");
        json.WriteStartArray("columns");
        foreach (var column in TableColumn.Of(data))
        {
            Column(json, column);
        }

        json.WriteEndArray();
        json.Texts("primaryKey", CanonicalCsv.Key);
        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, TableColumn column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("titles", column.Name);
        json.WriteString("dc:title", column.Title);
        json.Text("dc:description", Description(column));
        json.WriteString("datatype", column.Type switch { TableType.Day => "date", TableType.Whole => "integer", TableType.Number => "decimal", _ => "string" });
        json.WriteEndObject();
    }

    private static string Description(TableColumn column) =>
        string.Join("; ", [.. column.Codes.Select(c => $"{c.Code}: {c.Name}"), .. column.Empty is null ? Array.Empty<string>() : [column.Empty]]);
}
