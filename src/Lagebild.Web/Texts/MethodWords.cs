namespace Lagebild.Web.Texts;

/// <summary>How figures come to be here, and what the signs mean.</summary>
public sealed record MethodWords
{
    public required string Lead { get; init; }
    public required string Contents { get; init; }
    public required string TakenIn { get; init; }
    public required string TakenIn1 { get; init; }
    public required string TakenIn2 { get; init; }
    public required string Checked { get; init; }
    public required string Checked1 { get; init; }
    public required string Checked2 { get; init; }
    public required string Released { get; init; }
    public required string Released1 { get; init; }
    public required string Released2 { get; init; }
    public required string Rounded { get; init; }
    public required string Rounded1 { get; init; }
    public required string Rounded2 { get; init; }
    public required string Breaks { get; init; }
    public required string Breaks1 { get; init; }
    public required string BreaksCaption { get; init; }
    public required string BreakDay { get; init; }
    public required string Break { get; init; }
    public required string BreakLaw { get; init; }
    public required string Signs { get; init; }
    public required string SignsCharts { get; init; }
    public required string SignsTables { get; init; }
    public required string SignsDeliveries { get; init; }
    public required string NoFigure { get; init; }
    public required string Confidential { get; init; }
    public required string PressSign { get; init; }
    public required string Computed { get; init; }
    public required string Breakdowns { get; init; }
    public required string BreakdownsLead { get; init; }
    public required string BreakdownOf { get; init; }
    public required string Licences { get; init; }
    public required string LicencesLead { get; init; }
    public required string LicenceSource { get; init; }
    public required string LicenceMeans { get; init; }
    public required string LicenceUsed { get; init; }
    public required string LicenceUnknown { get; init; }
}
