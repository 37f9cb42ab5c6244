namespace Lagebild.Web.Texts;

/// <summary>The list of deliveries and the page of one, in the workbench.</summary>
public sealed record ReportWords
{
    /// <summary>Heading of the list.</summary>
    public required string Deliveries { get; init; }
}
