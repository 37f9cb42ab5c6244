namespace Lagebild.Web.Texts;

/// <summary>List and page of a region.</summary>
public sealed record RegionWords
{
    public required string ListTitle { get; init; }
    public required string ListLead { get; init; }
    public required string Countries { get; init; }
    public required string OtherLands { get; init; }
    public required string Population { get; init; }
    public required string NoPopulation { get; init; }
    public required string LatestFigures { get; init; }
    public required string LatestCaption { get; init; }
    public required string NoFigures { get; init; }
    public required string Districts { get; init; }
    public required string DistrictsPoland { get; init; }
    public required string Missing { get; init; }
    public required string MissingLead { get; init; }
    public required Plural MissingElsewhere { get; init; }
    public required Plural MissingNowhere { get; init; }

    /// <summary>{0} how many.</summary>
    public required Plural MissingCount { get; init; }
    public required Plural MissingAlike { get; init; }
    public required string Facts { get; init; }
    public required string ReservationsLead { get; init; }
    public required string NoReservations { get; init; }
    public required string Related { get; init; }
    public required string Deliveries { get; init; }
    public required string Corrections { get; init; }
    public required string NothingMissing { get; init; }
    public required string Compare { get; init; }
    public required string Codes { get; init; }
    public required string Code { get; init; }
}
