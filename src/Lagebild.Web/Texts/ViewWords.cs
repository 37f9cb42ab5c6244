namespace Lagebild.Web.Texts;

/// <summary>Prepared views and the charts of a region: {n} are filled with values as the language writes them.</summary>
public sealed record ViewWords
{
    public required string ListTitle { get; init; }
    public required string ListLead { get; init; }
    public required QuestionWords TwoCrises { get; init; }
    public required QuestionWords Capacity { get; init; }
    public required QuestionWords UnaccompaniedMinors { get; init; }
    public required QuestionWords WomenAndWork { get; init; }
    public required string Reservations { get; init; }
    public required string SeeNotes { get; init; }

    /// <summary>What the answer whether regions may be compared is about.</summary>
    public required string AmongShown { get; init; }
    public required string MissingLead { get; init; }
    public required string MissingCaption { get; init; }
    public required string NothingMissing { get; init; }
    public required string MissingRegions { get; init; }
    public required string IndicatorsHere { get; init; }
    public required string ToView { get; init; }
    public required string Sources { get; init; }
    public required string NothingToSay { get; init; }
    public required string ReservationPress { get; init; }

    /// <summary>{0} the region, {1} the way of counting.</summary>
    public required string CountedAs { get; init; }
    public required StepWords Steps { get; init; }
    public required PlaceWords Places { get; init; }
    public required MinorWords Minors { get; init; }
    public required CrisisWords Crises { get; init; }
    public required WorkWords Work { get; init; }
    public required string LookingBack { get; init; }

    /// <summary>{0} the indicator, {1} the highest value, {2} when.</summary>
    public required string LookingBackMost { get; init; }

    /// <summary>The same for the last value of a running count.</summary>
    public required string LookingBackLast { get; init; }

    /// <summary>{0} first and last year.</summary>
    public required string LookingBackSub { get; init; }
}

/// <summary>Name of a view, and the question it answers.</summary>
public sealed record QuestionWords
{
    public required string Title { get; init; }
    public required string Question { get; init; }
}

/// <summary>From registration to need. {0} when, {1} registered, {2} stayed or were distributed, {3} where, {4} need.</summary>
public sealed record StepWords
{
    public required string Title { get; init; }
    public required string StayedAndNeed { get; init; }
    public required string Stayed { get; init; }
    public required string Need { get; init; }
    public required string Away { get; init; }

    /// <summary>{0} where, {1} when.</summary>
    public required string SubLine { get; init; }
    public required string Step { get; init; }
    public required string Persons { get; init; }
    public required string ShareOfRegistered { get; init; }
    public required string Registered { get; init; }
    public required string DistributedAway { get; init; }
    public required string NotStayed { get; init; }
    public required string Staying { get; init; }
    public required string WithoutNeed { get; init; }
    public required string WithNeed { get; init; }
    public required string Nothing { get; init; }
    public required string NoteDifferences { get; init; }

    /// <summary>{0} period of the steps, {1} who says so, {2} registered before, {3} when, {4} who says so.</summary>
    public required string NoteBefore { get; init; }
}

/// <summary>Places and residents. {0} when, {1} where, {2} residents, {3} places, {4} occupancy.</summary>
public sealed record PlaceWords
{
    public required string Title { get; init; }
    public required string OnPlaces { get; init; }
    public required string Residents { get; init; }

    /// <summary>{0} when, {1} which places, {2} the rate.</summary>
    public required string Stated { get; init; }

    /// <summary>{0} when, {1} where, {2} places.</summary>
    public required string PlacesOnly { get; init; }

    /// <summary>{0} where.</summary>
    public required string SubLine { get; init; }
    public required string Where { get; init; }
    public required string When { get; init; }
    public required string Occupied { get; init; }
    public required string Usable { get; init; }
    public required string Nominal { get; init; }
    public required string Rate { get; init; }
    public required string AllKinds { get; init; }
    public required string ExceededTitle { get; init; }
    public required string ExceededLead { get; init; }

    /// <summary>{0} how many counts, the rest as above for the newest.</summary>
    public required Plural ExceededFinding { get; init; }
    public required string ExceededCaption { get; init; }
    public required string ExceededNone { get; init; }
    public required string AllCounts { get; init; }
    public required string NoteRate { get; init; }
    public required string NoteMonth { get; init; }
    public required string NoteStated { get; init; }
    public required string ReservationKinds { get; init; }
    public required string Nothing { get; init; }
}

/// <summary>Unaccompanied minors.</summary>
public sealed record MinorWords
{
    public required string Title { get; init; }

    /// <summary>{0} when, {1} where, {2} intakes, {3} found to be minors.</summary>
    public required string Intake { get; init; }

    /// <summary>{0} when, {1} where, {2} intakes.</summary>
    public required string IntakeOnly { get; init; }

    /// <summary>{0} when, {1} where, {2} minors.</summary>
    public required string Present { get; init; }

    /// <summary>{0} when, {1} where, {2} the places.</summary>
    public required string Places { get; init; }
    public required string IntakeTitle { get; init; }
    public required string PresentTitle { get; init; }
    public required string PlacesTitle { get; init; }

    /// <summary>{0} where.</summary>
    public required string SubLine { get; init; }
    public required string Found { get; init; }
    public required string All { get; init; }

    /// <summary>{0} regions that count intakes, {1} regions that count those in care.</summary>
    public required string ReservationKinds { get; init; }
    public required string Nothing { get; init; }
}

/// <summary>2015/16 against 2022/23.</summary>
public sealed record CrisisWords
{
    /// <summary>{0} what and where, {1} the value of the first whole period after September 2015, {2} that period, {3} and {4} the same after February 2022.</summary>
    public required string Finding { get; init; }
    public required string OnsetTitle { get; init; }
    public required string NationalTitle { get; init; }
    public required string NationalLead { get; init; }
    public required string NoNational { get; init; }
    public required string OnlyOneTitle { get; init; }
    public required string OnlyOneLead { get; init; }

    /// <summary>{0} what and where, {1} the value, {2} when.</summary>
    public required string OnlyOneFinding { get; init; }

    /// <summary>{0} the indicator, {1} the unit.</summary>
    public required string SubLine { get; init; }
    public required string MonthsTitle { get; init; }

    /// <summary>{0} how many months are looked at.</summary>
    public required string MonthsLead { get; init; }
    public required string MonthsCaption { get; init; }

    /// <summary>{0} how many of the regions have monthly values of one indicator from both times.</summary>
    public required string MonthsNone { get; init; }
    public required Plural MonthsSome { get; init; }
    public required string After2015 { get; init; }
    public required string After2022 { get; init; }

    /// <summary>{0} months with a value, {1} months looked at.</summary>
    public required string MonthsOf { get; init; }
    public required string ReservationProtection { get; init; }
    public required string ReservationYears { get; init; }
    public required string Indicator { get; init; }
}

/// <summary>Women and work.</summary>
public sealed record WorkWords
{
    public required string ShareTitle { get; init; }

    /// <summary>{0} when, {1} the region with the highest share as a place, {2} its share, {3} the one with the lowest, {4} its share.</summary>
    public required string ShareFinding { get; init; }

    /// <summary>{0} when, {1} where, {2} the share.</summary>
    public required string ShareOne { get; init; }

    /// <summary>{0} the indicator, {1} when.</summary>
    public required string ShareSub { get; init; }
    public required string Share { get; init; }
    public required string ShareForeign { get; init; }
    public required string ShareAll { get; init; }
    public required string Women { get; init; }
    public required string Men { get; init; }
    public required string Together { get; init; }
    public required string UkraineTitle { get; init; }
    public required string NationalTitle { get; init; }

    /// <summary>{0} first region, {1} its share, {2} second region, {3} its share, {4} when.</summary>
    public required string NationalFinding { get; init; }
    public required string NoteShare { get; init; }
    public required string ReservationPlace { get; init; }
    public required string ReservationAge { get; init; }
}
