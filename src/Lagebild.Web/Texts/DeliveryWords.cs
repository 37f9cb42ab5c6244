namespace Lagebild.Web.Texts;

/// <summary>The matrix of deliveries.</summary>
public sealed record DeliveryWords
{
    public required string Lead { get; init; }

    /// <summary>{0} a day.</summary>
    public required string AsOf { get; init; }
    public required string Choose { get; init; }
    public required string Region { get; init; }
    public required string AllSix { get; init; }
    public required string Countries { get; init; }

    /// <summary>{0} name of a Land.</summary>
    public required string DistrictsOf { get; init; }
    public required string Topic { get; init; }
    public required string AllTopics { get; init; }
    public required string Show { get; init; }
    public required string Csv { get; init; }

    /// <summary>{0} day.</summary>
    public required string Caption { get; init; }

    /// <summary>{0} region, {1} day.</summary>
    public required string CaptionOne { get; init; }
    public required string Source { get; init; }
    public required string Latest { get; init; }

    /// <summary>{0} how many periods before.</summary>
    public required Plural Back { get; init; }

    /// <summary>{0} period.</summary>
    public required string UpTo { get; init; }

    /// <summary>{0} day.</summary>
    public required string DueBy { get; init; }

    /// <summary>{0} day.</summary>
    public required string OverdueSince { get; init; }
    public required string Partly { get; init; }
    public required string Nothing { get; init; }

    /// <summary>{0} region.</summary>
    public required string Missing { get; init; }
    public required string MissingLead { get; init; }
    public required string MissingElsewhereLead { get; init; }
    public required string MissingSix { get; init; }
    public required string Key { get; init; }
    public required string Released { get; init; }
    public required string Confidential { get; init; }
    public required string Refused { get; init; }
    public required string Late { get; init; }
    public required string NotCollected { get; init; }
    public required string NotPublished { get; init; }
    public required string NotApplicable { get; init; }
    public required string NoFigure { get; init; }
    public required string NotYetDue { get; init; }
    public required string Due { get; init; }
    public required string Overdue { get; init; }
    public required string InReview { get; init; }
    public required string Faulty { get; init; }
    public required string Closed { get; init; }
    public required string Unknown { get; init; }
    public required string MeansReleased { get; init; }
    public required string MeansConfidential { get; init; }
    public required string MeansRefused { get; init; }
    public required string MeansLate { get; init; }
    public required string MeansNotCollected { get; init; }
    public required string MeansNotPublished { get; init; }
    public required string MeansNotApplicable { get; init; }
    public required string MeansNoFigure { get; init; }
    public required string MeansNotYetDue { get; init; }
    public required string MeansDue { get; init; }
    public required string MeansOverdue { get; init; }
    public required string MeansInReview { get; init; }
    public required string MeansFaulty { get; init; }
    public required string MeansClosed { get; init; }
    public required string MeansUnknown { get; init; }
}
