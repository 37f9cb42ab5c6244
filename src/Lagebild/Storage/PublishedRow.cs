using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>A row of the view <c>published</c>.</summary>
internal record PublishedRow
{
    public long Series { get; init; }

    public int PeriodStart { get; init; }

    public int PeriodEnd { get; init; }

    public int ReleaseFrom { get; init; }

    public int ReleaseTo { get; init; }

    public long? Value { get; init; }

    public string? ObsStatus { get; init; }

    public string? ConfStatus { get; init; }

    public string? MissingReason { get; init; }

    public string? SourceFlag { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public long Delivery { get; init; }

    public int Line { get; init; }

    public string? Field { get; init; }

    public Observation Observation(Frequency frequency) => new()
    {
        Period = new(DayNumber.ToDay(PeriodStart), DayNumber.ToDay(PeriodEnd), frequency),
        Value = Value,
        Status = StatusCode.Observation(ObsStatus ?? "")!.Value,
        Confidentiality = StatusCode.Confidentiality(ConfStatus ?? "")!.Value,
        MissingReason = StatusCode.Reason(MissingReason ?? "")!.Value,
        SourceFlag = SourceFlag,
        Source = Source,
        Note = Note,
        Release = ReleaseFrom,
        Delivery = Delivery,
        Line = Line,
        Field = Field ?? "",
    };
}
