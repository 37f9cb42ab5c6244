using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>
/// One value read, compact so that a million of them fit in memory. Texts stand as numbers into the lists of <see cref="CheckedFile"/>.
/// </summary>
public struct CheckedValue
{
    /// <summary>Into <see cref="CheckedFile.Series"/>, ascending in the order of <see cref="SeriesKey"/>.</summary>
    public int Series { get; set; }

    /// <summary>First and last day, yyyymmdd.</summary>
    public int PeriodStart { get; set; }

    public int PeriodEnd { get; set; }

    /// <summary>Whole number scaled by the variant's decimals; no meaning where <see cref="HasValue"/> is false.</summary>
    public long Value { get; set; }

    public bool HasValue { get; set; }
    public ObservationStatus Status { get; set; }
    public ConfidentialityStatus Confidentiality { get; set; }
    public MissingReason MissingReason { get; set; }

    /// <summary>Into <see cref="CheckedFile.Phrases"/>; -1 for none.</summary>
    public int SourceFlag { get; set; }
    public int Source { get; set; }
    public int Note { get; set; }

    /// <summary>1 + the line feeds before the record.</summary>
    public int Line { get; set; }

    /// <summary>Into <see cref="CheckedFile.Fields"/>.</summary>
    public int Field { get; set; }
}

/// <summary>
/// What a file says, read by a profile and checked: values in key order (series, period start, period end), each key once.
/// Disposing removes the runs sorted on disk, where there were any.
/// </summary>
public abstract class CheckedFile : IDisposable
{
    private IReadOnlyList<Finding> _findings = [];
    private IReadOnlyDictionary<(Reason Reason, Severity Severity), long> _counts = new Dictionary<(Reason, Severity), long>();

    public required FeedFile File { get; init; }

    /// <summary>Code of the feed the series belong to.</summary>
    public required string Feed { get; init; }

    /// <summary>Profile and its version: SHA-256 of its text, lower-case hex.</summary>
    public required string Profile { get; init; }

    public required string ProfileVersion { get; init; }

    /// <summary>The series that occur, in order.</summary>
    public required IReadOnlyList<SeriesKey> Series { get; init; }

    /// <summary>Flags, sources and notes, each once.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>Position from 1 and heading of each cell that held a value: <c>12 value</c>.</summary>
    public required IReadOnlyList<string> Fields { get; init; }

    /// <summary>Each column's heading and what it was taken for, in the file's order: <c>geo</c>, <c>region</c>.</summary>
    public IReadOnlyList<(string Column, string Understood)> Understood { get; init; } = [];

    /// <summary>How the file was understood; null where nobody kept it.</summary>
    public Understanding? Understanding { get; init; }

    /// <summary>How many findings are kept; a thousand unless all were asked for.</summary>
    internal int FindingsKept { get; init; } = FindingList.Kept;

    /// <summary>The gravest thousand findings, of the same severity the first by line; in order of line.</summary>
    public required IReadOnlyList<Finding> Findings { get => _findings; init => _findings = value; }

    /// <summary>All findings counted, by reason and severity.</summary>
    public required IReadOnlyDictionary<(Reason Reason, Severity Severity), long> FindingCounts { get => _counts; init => _counts = value; }

    /// <summary>Records read (headers and blank lines aside), rows outside the profile's scope, values kept.</summary>
    public required long Records { get; init; }

    public required long OutOfScope { get; init; }

    public required long ValueCount { get; init; }

    /// <summary>A delivery with errors releases nothing.</summary>
    public bool HasErrors => FindingCounts.Any(c => c.Key.Severity == Severity.Error && c.Value > 0);

    /// <summary>False where the file could not be read as what the profile says at all (exit code 2 of <c>check</c>).</summary>
    public required bool IsReadable { get; init; }

    /// <summary>Adds what was found after reading: by comparing values with each other, or with what is released.</summary>
    public void Add(IEnumerable<Finding> further)
    {
        var all = new FindingList(_counts, _findings, FindingsKept);
        foreach (var finding in further)
        {
            all.Add(finding);
        }

        (_counts, _findings) = (all.Counts, all.ToList());
    }

    /// <summary>Hands out the values in key order, in blocks; may be called again. Blocks are valid until the next one.</summary>
    public abstract IEnumerable<ReadOnlyMemory<CheckedValue>> Values();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}
