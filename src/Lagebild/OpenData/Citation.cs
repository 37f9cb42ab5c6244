using System.Globalization;
using System.Text.Json;

namespace Lagebild.OpenData;

/// <summary>How a data set is cited: who counted, what, as of which release, where it can be called up again. As text and for reference managers.</summary>
public static class Citation
{
    /// <summary>Who publishes the data set; those who counted are its authors.</summary>
    private const string Publisher = "Lagebild";

    /// <summary>One sentence in the language of the data set.</summary>
    public static string Text(DataSet data) => string.Format(
        CultureInfo.InvariantCulture, data.Words.CitationText, string.Join("; ", Authors(data)), Title(data), data.Release, Day(data), data.Address);

    /// <summary>BibTeX: one entry <c>@misc</c>.</summary>
    public static string BibTex(DataSet data)
    {
        (string Name, string Value)[] fields =
        [
            ("author", string.Join(" and ", Authors(data).Select(a => $"{{{BibTexText(a)}}}"))),
            ("title", $"{{{BibTexText(Title(data))}}}"),
            ("year", data.PublishedUtc.Year.ToString(CultureInfo.InvariantCulture)),
            ("month", data.PublishedUtc.Month.ToString(CultureInfo.InvariantCulture)),
            ("howpublished", $"{Publisher}, {BibTexText(data.Words.Stand)} {Number(data.Release)}"),
            ("version", Number(data.Release)),
            ("url", data.Address),
            ("language", data.Language),
            ("note", BibTexText(Licences(data))),
        ];
        return $"@misc{{{Key(data)},\n{string.Join(",\n", fields.Select(f => $"  {f.Name} = {{{f.Value}}}"))}\n}}\n";
    }

    /// <summary>RIS, as Zotero, EndNote and Citavi read it.</summary>
    public static string Ris(DataSet data)
    {
        (string Tag, string Value)[] lines =
        [
            ("TY", "DATA"),
            .. Authors(data).Select(a => ("AU", a)),
            ("TI", Title(data)),
            ("PY", data.PublishedUtc.Year.ToString(CultureInfo.InvariantCulture)),
            ("DA", data.PublishedUtc.ToString("yyyy/MM/dd", CultureInfo.InvariantCulture)),
            ("PB", Publisher),
            ("ET", Number(data.Release)),
            ("LA", data.Language),
            ("UR", data.Address),
            ("N1", Licences(data)),
            ("ER", ""),
        ];
        return string.Concat(lines.Select(l => $"{l.Tag}  - {l.Value.ReplaceLineEndings(" ")}\r\n"));
    }

    /// <summary>CSL-JSON: an array of one item.</summary>
    public static string CslJson(DataSet data) => JsonText.Indented(json =>
    {
        json.WriteStartArray();
        json.WriteStartObject();
        Item(json, data);
        json.WriteEndObject();
        json.WriteEndArray();
    });

    private static void Item(Utf8JsonWriter json, DataSet data)
    {
        json.WriteString("id", Key(data));
        json.WriteString("type", "dataset");
        json.WriteString("title", Title(data));
        json.WriteStartArray("author");
        foreach (var author in Authors(data))
        {
            json.WriteStartObject();
            json.WriteString("literal", author);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Issued(json, data.PublishedUtc);
        json.WriteString("publisher", Publisher);
        json.WriteString("version", Number(data.Release));
        json.WriteString("URL", data.Address);
        json.WriteString("language", data.Language);
        json.WriteString("note", Licences(data));
    }

    private static void Issued(Utf8JsonWriter json, DateTime day)
    {
        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(day.Year);
        json.WriteNumberValue(day.Month);
        json.WriteNumberValue(day.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>A source may name several, apart by semicolons.</summary>
    private static IEnumerable<string> Authors(DataSet data) =>
        data.Sources.SelectMany(s => s.Publisher.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Distinct();

    private static string Licences(DataSet data) => string.Join("; ", data.Sources.Select(s => s.Licence).Distinct());

    private static string Title(DataSet data) => $"{data.Title} ({data.ExtentWord})";

    private static string Key(DataSet data) => $"lagebild-{data.FileName}";

    private static string Day(DataSet data) => data.PublishedUtc.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string BibTexText(string text) => string.Concat(text.Select(sign => sign switch
    {
        '\\' => @"\textbackslash{}",
        '~' => @"\textasciitilde{}",
        '^' => @"\textasciicircum{}",
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{sign}",
        _ => sign.ToString(),
    }));
}
