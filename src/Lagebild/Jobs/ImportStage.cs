namespace Lagebild.Jobs;

/// <summary>How far the import of one file, or of a feed as a whole, has come; never holds contents of cells.</summary>
public enum ImportStage
{
    /// <summary>The run of the feed begins.</summary>
    Started,

    /// <summary>A file is read and checked.</summary>
    Reading,

    /// <summary>The file is stored with its findings, not yet public.</summary>
    Stored,

    /// <summary>The delivery is public.</summary>
    Released,

    /// <summary>The delivery waits for a person's word.</summary>
    Waiting,

    /// <summary>The delivery holds errors: nothing of it becomes public.</summary>
    Refused,

    /// <summary>The same bytes as the feed's latest delivery under the same profile.</summary>
    SeenAgain,

    /// <summary>The run of the feed is over.</summary>
    Finished,

    /// <summary>The run was broken off by a fault of ours or of the machine.</summary>
    Failed,
}

/// <summary>One step of an import, for the console, the log and the page shown until the first release.</summary>
public sealed record ImportStep
{
    /// <summary>Code of the feed.</summary>
    public required string Feed { get; init; }

    public required ImportStage Stage { get; init; }

    /// <summary>File name without folder; null where the step is about the feed as a whole.</summary>
    public string? File { get; init; }

    /// <summary>Records read; 0 before the file was read.</summary>
    public long Records { get; init; }

    /// <summary>Values kept; 0 before the file was read.</summary>
    public long Values { get; init; }

    /// <summary>Findings that are errors.</summary>
    public long Errors { get; init; }

    /// <summary>Number of the release; null where the step released nothing.</summary>
    public int? Release { get; init; }

    /// <summary>One English line for console and log.</summary>
    public override string ToString() => File is null ? $"{Feed}: {Words()}" : $"{Feed}: {File}: {Words()}";

    private string Words() => Stage switch
    {
        ImportStage.Started => "started",
        ImportStage.Reading => "reading",
        ImportStage.Stored => FormattableString.Invariant($"{Records:N0} records read, {Values:N0} values, stored"),
        ImportStage.Released => FormattableString.Invariant($"released as number {Release}"),
        ImportStage.Waiting => "waits for a person's word",
        ImportStage.Refused => FormattableString.Invariant($"{Errors:N0} errors, nothing of it becomes public"),
        ImportStage.SeenAgain => "unchanged, seen before",
        ImportStage.Finished => "finished",
        _ => "failed",
    };
}
