namespace Lagebild.Statistics;

/// <summary>
/// What a value is worth (SDMX CL_OBS_STATUS). Of combined signs the first in this order, <see cref="Normal"/> aside, is kept;
/// the source's whole sign stays in <c>source_flag</c>. "Revised" follows from releases; a break belongs to the series.
/// </summary>
public enum ObservationStatus : byte
{
    /// <summary>An ordinary value (A); stored as null, empty in files.</summary>
    Normal,

    /// <summary>There should be a value and is none (M). Never zero.</summary>
    Missing,

    /// <summary>There can be no value (not-applicable), as for a dissolved district.</summary>
    NotApplicable,

    /// <summary>The value comes later.</summary>
    NotYetAvailable,

    /// <summary>The source marks the value as not reliable enough (U).</summary>
    LowReliability,

    /// <summary>The source marks the value as a forecast (F): drawn dotted.</summary>
    Forecast,

    /// <summary>Estimated (E): drawn dotted.</summary>
    Estimated,

    /// <summary>Provisional (P): drawn hollow.</summary>
    Provisional,

    /// <summary>More than nothing, less than half of the unit shown.</summary>
    LessThanHalfUnit,
}

/// <summary>Whether a value may be shown (SDMX CL_CONF_STATUS).</summary>
public enum ConfidentialityStatus : byte
{
    /// <summary>Free for publication (F); stored as null, empty in files.</summary>
    Free,

    /// <summary>Confidential: held back by the source or by disclosure control. Never "secret".</summary>
    Confidential,

    /// <summary>Unknown or confidential; treated as confidential.</summary>
    UnknownOrConfidential,
}

/// <summary>Why a value is missing, where the source says.</summary>
public enum MissingReason : byte
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>No law has it collected.</summary>
    NotCollected,

    /// <summary>Late.</summary>
    Late,

    /// <summary>Refused.</summary>
    Refused,

    /// <summary>Collected, not published.</summary>
    NotPublished,
}
