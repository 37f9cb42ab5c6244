using Lagebild.OpenData;

namespace Lagebild.Web.Texts;

/// <summary>What is offered to download, and the page of open data.</summary>
public sealed record DownloadWords
{
    /// <summary>The words inside files.</summary>
    public required DataWords Data { get; init; }
    public required string Csv { get; init; }
    public required string Excel { get; init; }
    public required string Xlsx { get; init; }
    public required string JsonStat { get; init; }
    public required string Sdmx { get; init; }
    public required string Json { get; init; }
    public required string Zip { get; init; }
    public required string More { get; init; }
    public required string ThisSelection { get; init; }
    public required string WholeDataSet { get; init; }
    public required string Cite { get; init; }
    public required string BibTex { get; init; }
    public required string Ris { get; init; }
    public required string Csl { get; init; }
    public required string AllTitle { get; init; }
    public required string AllDescription { get; init; }
    public required string PageTitle { get; init; }
    public required string PageLead { get; init; }
    public required string Everything { get; init; }
    public required string DataSets { get; init; }
    public required string DataSet { get; init; }
    public required string Formats { get; init; }
    public required string Values { get; init; }
    public required string Span { get; init; }
    public required string TableCaption { get; init; }
    public required string Licences { get; init; }
    public required string LicencesLead { get; init; }
}
