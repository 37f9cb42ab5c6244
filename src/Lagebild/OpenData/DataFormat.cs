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

    /// <summary>Writes a data set as a whole file.</summary>
    public required Func<DataSet, Stream, CancellationToken, Task> WriteAsync { get; init; }

    public static DataFormat Csv { get; } = Of("csv", ".csv", "text/csv; charset=utf-8; header=present", CanonicalCsv.WriteAsync);

    public static DataFormat SpreadsheetCsv { get; } = Of("excel", "-excel.csv", "text/csv; charset=utf-8; header=present", OpenData.SpreadsheetCsv.WriteAsync);

    public static DataFormat Xlsx { get; } = Of("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Workbook.WriteAsync);

    public static DataFormat JsonStat { get; } = Of("jsonstat", ".json-stat.json", "application/json; charset=utf-8", OpenData.JsonStat.WriteAsync);

    public static DataFormat SdmxCsv { get; } = Of("sdmx", ".sdmx.csv", "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8", OpenData.SdmxCsv.WriteAsync);

    public static DataFormat Json { get; } = Of("json", ".json", "application/json; charset=utf-8", DataJson.WriteAsync);

    public static DataFormat Zip { get; } = Of("zip", ".zip", "application/zip", DataArchive.WriteAsync);

    /// <summary>Those that hold the values, in the order in which they are offered.</summary>
    public static IReadOnlyList<DataFormat> OfValues { get; } = [Csv, SpreadsheetCsv, Xlsx, JsonStat, SdmxCsv, Json, Zip];

    /// <summary>Those that say how to cite.</summary>
    public static IReadOnlyList<DataFormat> OfCitation { get; } =
    [
        OfText("bib", ".bib", "application/x-bibtex; charset=utf-8", Citation.BibTex),
        OfText("ris", ".ris", "application/x-research-info-systems; charset=utf-8", Citation.Ris),
        OfText("csl", ".csl.json", "application/vnd.citationstyles.csl+json; charset=utf-8", Citation.CslJson),
    ];

    private static DataFormat Of(string code, string fileEnding, string mediaType, Func<DataSet, Stream, CancellationToken, Task> write) =>
        new() { Code = code, FileEnding = fileEnding, MediaType = mediaType, WriteAsync = write };

    private static DataFormat OfText(string code, string fileEnding, string mediaType, Func<DataSet, string> text) =>
        Of(code, fileEnding, mediaType, (data, to, ct) => to.WriteAsync(Encoding.UTF8.GetBytes(text(data)), ct).AsTask());
}
