namespace Lagebild.Web.Texts;

/// <summary>Calendar of deliveries and releases, and corrections.</summary>
public sealed record CalendarWords
{
    public required string Lead { get; init; }
    public required string Subscribe { get; init; }
    public required string Ics { get; init; }
    public required string Atom { get; init; }
    public required string AtomTitle { get; init; }
    public required string IcsTitle { get; init; }
    public required string Expected { get; init; }

    /// <summary>{0} day.</summary>
    public required string ExpectedCaption { get; init; }
    public required string NoneExpected { get; init; }
    public required string Due { get; init; }
    public required string Source { get; init; }
    public required string For { get; init; }
    public required string State { get; init; }
    public required string Overdue { get; init; }
    public required string Ahead { get; init; }

    /// <summary>{0} how many feeds.</summary>
    public required Plural Closed { get; init; }
    public required string Past { get; init; }
    public required string PastCaption { get; init; }
    public required string Release { get; init; }
    public required string Day { get; init; }
    public required string What { get; init; }
    public required string Added { get; init; }
    public required string Changed { get; init; }
    public required string Ended { get; init; }

    /// <summary>{0} number of a release.</summary>
    public required string ChangesOf { get; init; }
    public required string Earlier { get; init; }

    /// <summary>{0} number of a release, {1} what it was.</summary>
    public required string ReleaseTitle { get; init; }

    /// <summary>{0} new, {1} changed, {2} ended values.</summary>
    public required string Counts { get; init; }

    /// <summary>{0} source.</summary>
    public required string DueTitle { get; init; }

    /// <summary>{0} source.</summary>
    public required string DueOverdueTitle { get; init; }

    /// <summary>{0} period.</summary>
    public required string DueText { get; init; }
    public required string CorrectionsLead { get; init; }
    public required string NoCorrections { get; init; }
    public required string NoneChosen { get; init; }
    public required string Why { get; init; }
    public required string ByDelivery { get; init; }

    /// <summary>{0} number of the release withdrawn.</summary>
    public required string ByError { get; init; }

    /// <summary>{0} number of the release withdrawn.</summary>
    public required string ByDisclosure { get; init; }
    public required string ByCatalogue { get; init; }
    public required string ByRestoration { get; init; }
    public required string InWords { get; init; }
    public required string InGerman { get; init; }
    public required string InPolish { get; init; }
    public required string InEnglish { get; init; }
    public required string Indicator { get; init; }
    public required string Region { get; init; }
    public required string OfRelease { get; init; }
    public required string AnyIndicator { get; init; }
    public required string AnyRegion { get; init; }
    public required string AnyRelease { get; init; }
    public required string Choose { get; init; }
    public required string Show { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Gone { get; init; }

    /// <summary>{0} number of a release.</summary>
    public required string ValuesCaption { get; init; }

    /// <summary>{0} how many are shown.</summary>
    public required string FirstShown { get; init; }
    public required string OnlyNotes { get; init; }
    public required string More { get; init; }
}
