namespace Lagebild.Statistics;

/// <summary>How grave a finding is: an error stops the release, a warning asks, a notice tells.</summary>
public enum Severity : byte
{
    Notice,
    Warning,
    Error,
}

/// <summary>One thing wrong or odd with a delivery. What the data got wrong is a value; an exception is our fault.</summary>
public sealed record Finding
{
    /// <summary>1 + the line feeds before the record; 0 for the file as a whole.</summary>
    public required int Line { get; init; }

    /// <summary>The heading as the file spells it; empty for the record as a whole.</summary>
    public string Field { get; init; } = "";

    public required Severity Severity { get; init; }

    public required Reason Reason { get; init; }

    /// <summary>What was found, cut to 80 characters. Shown to analysts only, never logged.</summary>
    public string Found { get; init; } = "";

    /// <summary>What was expected, where the reason's sentence has a place for it: a sum, a list of codes.</summary>
    public string Expected { get; init; } = "";
}
