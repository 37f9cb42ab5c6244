using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>A finding that asks whether a value is right: it stops no release, but wants an answer before one. Holds cell contents: not public.</summary>
public sealed record Question
{
    /// <summary>Number of the finding within its delivery, from 0.</summary>
    public required int Number { get; init; }

    public required Finding Finding { get; init; }

    /// <summary>The value asked about; null where it is not known any more, or not yet.</summary>
    public SeriesKey? Series { get; init; }

    public Period? Period { get; init; }

    /// <summary>The answer that counts; null while there is none.</summary>
    public Answer? Answer { get; init; }
}

/// <summary>What someone of the office answered.</summary>
public sealed record Answer
{
    /// <summary>The delivery it was given for.</summary>
    public long Delivery { get; init; }

    public required string Body { get; init; }

    /// <summary>Language of <see cref="Body"/>: <c>de</c>, <c>pl</c>, <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Name of who answered, as it was then.</summary>
    public required string Who { get; init; }

    public DateTime AtUtc { get; init; }
}
