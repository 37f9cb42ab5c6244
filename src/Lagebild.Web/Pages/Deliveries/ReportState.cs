using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>How it stands with the delivery for one period of an indicator in a region.</summary>
public enum ReportState
{
    /// <summary>There are released values.</summary>
    Released,

    /// <summary>There are values, and all are confidential.</summary>
    Confidential,

    /// <summary>The source says that it refused.</summary>
    Refused,

    /// <summary>The source says that it is late.</summary>
    Late,

    /// <summary>No law has it collected.</summary>
    NotCollected,

    /// <summary>Collected, not published.</summary>
    NotPublished,

    /// <summary>There can be no value.</summary>
    NotApplicable,

    /// <summary>The source gives no figure and does not say why.</summary>
    NoFigure,

    /// <summary>The source says that the value comes later, or the period is not over.</summary>
    NotYetDue,

    /// <summary>The period is over and the day by which it is due is not.</summary>
    Due,

    /// <summary>The day by which it was due is past.</summary>
    Overdue,

    /// <summary>A file has arrived and is not released yet.</summary>
    InReview,

    /// <summary>A file has arrived and has errors.</summary>
    Faulty,

    /// <summary>A closed series: nothing more is expected.</summary>
    Closed,

    /// <summary>Nothing was ever delivered for it, and nobody said why.</summary>
    Unknown,
}

/// <summary>What may be expected for a period.</summary>
public sealed record Expectation
{
    /// <summary>Last day of the period.</summary>
    public required DateOnly End { get; init; }

    /// <summary>The day by which it is due; null where nothing is expected any more.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Whether the series had begun by then: before it nobody promised anything.</summary>
    public bool HasBegun { get; init; } = true;

    /// <summary>Why there is none, as the office explains it; null where it does not.</summary>
    public MissingReason? Explained { get; init; }

    /// <summary>A file of the feed that arrived after the period was over and is not public; null where there is none.</summary>
    public DeliveryState? Arrived { get; init; }
}

/// <summary>Tells the state of a delivery from what was said and what was expected; reasons are those the source or the office gives, never guessed.</summary>
public static class ReportStates
{
    /// <summary>What the source said counts first, then what the office explains; only where neither said anything do due days.</summary>
    public static ReportState Of(ReportedPeriod? said, Expectation expected, DateOnly today) =>
        (said is null ? null : (ReportState?)Said(said)) is { } state && (state != ReportState.NoFigure || expected.Explained is null) ? state
        : expected.Explained is { } reason ? Of(reason)
        : Unsaid(expected, today);

    /// <summary>The state that a reason makes.</summary>
    public static ReportState Of(MissingReason reason) => reason switch
    {
        MissingReason.Refused => ReportState.Refused,
        MissingReason.Late => ReportState.Late,
        MissingReason.NotCollected => ReportState.NotCollected,
        MissingReason.NotPublished => ReportState.NotPublished,
        _ => ReportState.NoFigure,
    };

    private static ReportState Said(ReportedPeriod said) => said switch
    {
        { Values: > 0 } => ReportState.Released,
        { Withheld: > 0 } => ReportState.Confidential,
        { Reason: not MissingReason.None } => Of(said.Reason),
        { Status: ObservationStatus.NotApplicable } => ReportState.NotApplicable,
        { Status: ObservationStatus.NotYetAvailable } => ReportState.NotYetDue,
        _ => ReportState.NoFigure,
    };

    private static ReportState Unsaid(Expectation expected, DateOnly today) => expected switch
    {
        { Due: null } => ReportState.Closed,
        { HasBegun: false } => ReportState.Unknown,
        _ when expected.End >= today => ReportState.NotYetDue,
        { Arrived: DeliveryState.Refused } => ReportState.Faulty,
        { Arrived: DeliveryState.Waiting or DeliveryState.Stored } => ReportState.InReview,
        _ when expected.Due >= today => ReportState.Due,
        _ => ReportState.Overdue,
    };
}
