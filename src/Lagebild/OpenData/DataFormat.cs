using System.Text;

namespace Lagebild.OpenData;

/// <summary>A form in which data sets are handed out.</summary>
public sealed record DataFormat
{
    /// <summary>The ending of its address, without dot: <c>csv</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The ending of a file's name, with dot: <c>.csv</c>.</summary>
    public required string FileEnding { get; init; }

    public required string MediaType { get; init; }

    /// <summary>The media type alone, without its parameters.</summary>
    public string PlainMediaType => MediaType.Split(';')[0];

    /// <summary>What it is called everywhere.</summary>
    public required string Name { get; init; }

    /// <summary>Its code in the EU's list of file types.</summary>
    public string FileType => FileEnding.Split('.')[^1].ToUpperInvariant();

    /// <summary>Writes a data set as a whole file.</summary>
    public required Func<DataSet, Stream, CancellationToken, Task> WriteAsync { get; init; }

    public static DataFormat Csv { get; } = Of("csv", "CSV", ".csv", "text/csv; charset=utf-8; header=present", CanonicalCsv.WriteAsync);

    public static DataFormat SpreadsheetCsv { get; } = Of("excel", "CSV (Excel)", "-excel.csv", "text/csv; charset=utf-8; header=present", OpenData.SpreadsheetCsv.WriteAsync);

    public static DataFormat Xlsx { get; } = Of("xlsx", "XLSX", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook.WriteAsync);

    public static DataFormat JsonStat { get; } = Of("jsonstat", "JSON-stat", ".json-stat.json", "application/json; charset=utf-8", OpenData.JsonStat.WriteAsync);

    public static DataFormat SdmxCsv { get; } = Of("sdmx", "SDMX-CSV", ".sdmx.csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", OpenData.SdmxCsv.WriteAsync);

    public static DataFormat Json { get; } = Of("json", "JSON", ".json", "application/json; charset=utf-8", DataJson.WriteAsync);

    public static DataFormat Zip { get; } = Of("zip", "ZIP", ".zip", "application/zip", DataArchive.WriteAsync);

    /// <summary>Those that hold the values, in the order in which they are offered.</summary>
    public static IReadOnlyList<DataFormat> OfValues { get; } = [Csv, SpreadsheetCsv, Xlsx, JsonStat, SdmxCsv, Json, Zip];

    /// <summary>Those that say how to cite.</summary>
    public static IReadOnlyList<DataFormat> OfCitation { get; } =
    [
        OfText("bib", "BibTeX", ".bib", "application/x-bibtex; charset=utf-8", Citation.BibTex),
        OfText("ris", "RIS", ".ris", "application/x-research-info-systems; charset=utf-8", Citation.Ris),
        OfText("csl", "CSL-JSON", ".csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", Citation.CslJson),
    ];

    /// <summary>What describes the canonical CSV, column by column.</summary>
    public static DataFormat Csvw { get; } = OfText("csvw", "CSVW", ".csv-metadata.json", "application/csvm+json; charset=utf-8", d => OpenData.Csvw.Of(d, d.CsvAddress ?? d.FileName + ".csv"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DataFormat> All { get; } = [.. OfValues, .. OfCitation, Csvw];

    private static DataFormat Of(string code, string name, string fileEnding, string mediaType, Func<DataSet, Stream, CancellationToken, Task> write) =>
        new() { Code = code, Name = name, FileEnding = fileEnding, MediaType = mediaType, WriteAsync = write };

    private static DataFormat OfText(string code, string name, string fileEnding, string mediaType, Func<DataSet, string> text) =>
        Of(code, name, fileEnding, mediaType, (data, to, ct) => to.WriteAsync(Encoding.UTF8.GetBytes(text(data)), ct).AsTask());
}
