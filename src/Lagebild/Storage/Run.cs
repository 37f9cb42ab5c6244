namespace Lagebild.Storage;

/// <summary>What came of a run. In SQL in lower case with hyphens.</summary>
public enum RunOutcome
{
    /// <summary>Not over yet.</summary>
    Running,

    /// <summary>No file, or the same bytes as the latest delivery of each place under the same profile version.</summary>
    NothingNew,

    /// <summary>A delivery became public.</summary>
    Released,

    /// <summary>A delivery is stored and waits for a person.</summary>
    Waiting,

    /// <summary>A delivery is stored and has errors.</summary>
    Refused,

    /// <summary>Our fault: the log says what.</summary>
    Failed,

    /// <summary>The program ended before the run did; it is repeated.</summary>
    CutOff,
}

/// <summary>One run of a feed's job. Counts, no cell contents: public as it stands.</summary>
public sealed record Run
{
    public long Id { get; init; }

    /// <summary>Code of the feed.</summary>
    public required string Feed { get; init; }

    public DateTime StartedUtc { get; init; }

    /// <summary>Null while it runs.</summary>
    public DateTime? EndedUtc { get; init; }

    /// <summary>True where a person started it.</summary>
    public bool Manual { get; init; }

    /// <summary>How far it has come, in the word the job uses.</summary>
    public required string Stage { get; init; }

    public required RunOutcome Outcome { get; init; }

    /// <summary>The last delivery it stored; null where nothing was delivered.</summary>
    public long? Delivery { get; init; }

    /// <summary>The last release it made; null where nothing was released.</summary>
    public int? Release { get; init; }

    /// <summary>Files read, rows in them, values kept, findings of severity error.</summary>
    public long Files { get; init; }

    public long Records { get; init; }

    public long ValueCount { get; init; }

    public long Errors { get; init; }
}

/// <summary>One step of a run. Only for the feed's office: it names files.</summary>
public sealed record RunStep
{
    /// <summary>Id of the run.</summary>
    public required long Run { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>What was reached, in the word the job uses.</summary>
    public required string Stage { get; init; }

    /// <summary>File name without folder; null where the step is about the feed as a whole.</summary>
    public string? FileName { get; init; }

    /// <summary>Rows read, values kept, findings of severity error: of the file, at the end of the run of all.</summary>
    public long Records { get; init; }

    public long ValueCount { get; init; }

    public long Errors { get; init; }

    /// <summary>The release made; null where none was.</summary>
    public int? Release { get; init; }
}

/// <summary>All findings of one reason and severity in a delivery: public.</summary>
public sealed record FindingCount
{
    public Statistics.Severity Severity { get; init; }

    public Statistics.Reason Reason { get; init; }

    public long Count { get; init; }
}
