using System.Globalization;
using System.Text.Json;

namespace Lagebild.OpenData;

/// <summary>What is said of a data set as a whole, as properties of a JSON object.</summary>
internal static class DataSetJson
{
    public static void Write(Utf8JsonWriter json, DataSet data)
    {
        json.WriteString("code", data.Code);
        json.WriteString("extent", data.ExtentCode);
        json.WriteString("language", data.Language);
        json.WriteString("title", data.Title);
        json.Text("description", data.Description);
        Stand(json, data);
        json.WriteString("address", data.Address);
        json.WriteStartArray("sources");
        foreach (var source in data.Sources)
        {
            Source(json, source);
        }

        json.WriteEndArray();
        Variants(json, data);
        Breaks(json, data);
        json.Texts("notes", [.. data.Notes, data.Words.EmptyIsNotZero, data.Words.AboutStand, data.Words.Authority]);
    }

    /// <summary>2024-12-31.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2024-12-31T08:00:00Z.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static void Stand(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartObject("stand");
        json.WriteNumber("release", data.Release);
        json.WriteString("published", Iso(data.PublishedUtc));
        json.WriteEndObject();
    }

    private static void Source(Utf8JsonWriter json, DataSource source)
    {
        json.WriteStartObject();
        json.WriteString("feed", source.Code);
        json.WriteString("name", source.Name);
        json.WriteString("publisher", source.Publisher);
        json.WriteString("licence", source.Licence);
        json.Text("licence_address", source.LicenceAddress);
        json.WriteString("citation", source.Citation);
        json.Text("address", source.Address);
        json.WriteString("language", source.Language);
        json.WriteEndObject();
    }

    private static void Variants(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartArray("variants");
        foreach (var variant in data.Variants)
        {
            json.WriteStartObject();
            json.WriteString("code", variant.Code);
            json.WriteString("indicator", variant.Indicator);
            json.WriteString("name", variant.Name);
            json.Texts("definition", variant.Definition);
            json.WriteNumber("rounded_to", variant.RoundedTo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Breaks(Utf8JsonWriter json, DataSet data)
    {
        json.WriteStartArray("breaks");
        foreach (var found in data.Breaks)
        {
            json.WriteStartObject();
            json.WriteString("code", found.Code);
            json.WriteString("day", Iso(found.Day));
            json.WriteString("text", found.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
