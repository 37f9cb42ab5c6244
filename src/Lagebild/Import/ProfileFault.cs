namespace Lagebild.Import;

/// <summary>Why a text is no profile.</summary>
public enum ProfileFault
{
    /// <summary>No JSON, or a word profiles do not have.</summary>
    Json,

    /// <summary>An encoding that is not known.</summary>
    Encoding,

    /// <summary>A delimiter, quote, comment or packing sign that is not one ASCII character.</summary>
    Sign,

    /// <summary>A decimal sign other than point or comma.</summary>
    Decimal,

    /// <summary>A sign between groups that profiles do not know.</summary>
    Group,

    /// <summary>One sign for decimals and groups.</summary>
    SameSigns,

    /// <summary>A depth of the heading outside 1 to 16.</summary>
    HeaderRows,

    /// <summary>A row to fill that is none of the heading's.</summary>
    FilledRow,

    /// <summary>A tolerance below zero, or above a hundred percent.</summary>
    Tolerance,

    /// <summary>Fewer than no lines to skip.</summary>
    Skip,

    /// <summary>A factor outside 1e-9 to 1e9.</summary>
    Factor,

    /// <summary>No column is a value.</summary>
    NoValue,

    /// <summary>A text that is no pattern, or one that takes too long.</summary>
    Pattern,

    /// <summary>A way of writing periods without a year, or with an open quote.</summary>
    Period,

    /// <summary>A word that is neither 0 nor a status.</summary>
    Status,

    /// <summary>A word that columns can't be read as.</summary>
    Role,

    /// <summary>A constant the catalogue does not have.</summary>
    Constant,
}

/// <summary>A text is no profile: which rule it breaks, and with what.</summary>
public sealed class ProfileException(ProfileFault fault, string found, string message, Exception? inner = null) : FormatException(message, inner)
{
    public ProfileFault Fault { get; } = fault;

    /// <summary>What stands there, or where in the JSON; empty where the fault says all.</summary>
    public string Found { get; } = found;
}
