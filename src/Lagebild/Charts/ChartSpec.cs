using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>What a chart of series shows, as data; a chart is a pure function from it to SVG.</summary>
public sealed record ChartSpec : Caption
{
    /// <summary>The unit as it stands above the axis.</summary>
    public required string Unit { get; init; }

    /// <summary>Decimal places of the values, see <see cref="Series.Decimals"/>.</summary>
    public required int Decimals { get; init; }

    /// <summary>In the order they are to be listed.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    public IReadOnlyList<ChartBreak> Breaks { get; init; } = [];

    public IReadOnlyList<ChartTarget> Targets { get; init; } = [];

    /// <summary>Days between two values of one series above which the pen is lifted (a missing period); null: follow the frequency.</summary>
    public int? GapDays { get; init; }

    /// <summary>Counts made now and then, far apart for their frequency: points by their date, neither joined nor with fields of missing periods between.</summary>
    public bool IsSparse { get; init; }

    /// <summary>Shares in percent: values carry the sign, as the language writes it.</summary>
    public bool IsPercent { get; init; }

    /// <summary>A line chart whose values lie high and close together may leave zero out; it then says so, with a zigzag. Bars never do.</summary>
    public bool MayOmitZero { get; init; }

    /// <summary>
    /// What the parts of stacked bars add up to, where a source counts it: one series for each <see cref="ChartSeries.Group"/>, or one without a group with the periods of the parts.
    /// Empty: the parts are all there are, and their sum is the whole.
    /// </summary>
    public IReadOnlyList<ChartSeries> Wholes { get; init; } = [];

    /// <summary>Values are rounded to a multiple of this, so that parts may differ from their whole by a little; in the unit of <see cref="ChartValue.Value"/>, 1 where they are exact.</summary>
    public long Rounding { get; init; } = 1;

    /// <summary>Panels of <see cref="ChartKind.SmallMultiples"/> are not comparable: each has its own axis and unit, and the chart says so.</summary>
    public bool OwnScale { get; init; }

    /// <summary>The same, <see cref="IsSparse"/> where in every series of several values less than a quarter of the periods between the first and the last have one.</summary>
    public ChartSpec AsCounted() => this with { IsSparse = GapDays is null && Series.Any(s => s.Points.Count > 1) && Series.Where(s => s.Points.Count > 1).All(Joins.IsSparse) };

    /// <summary>The same with series ordered by their last value, highest first, those without a value last: a ranking.</summary>
    public ChartSpec Ranked() => InOrder([.. Enumerable.Range(0, Series.Count).OrderByDescending(at => Series[at].Points.Count == 0 ? null : Series[at].Points[^1].Value)]);

    /// <summary>The series in another order, given by where each stood; breaks go on cutting those they cut.</summary>
    private ChartSpec InOrder(IReadOnlyList<int> order) => this with
    {
        Series = [.. order.Select(at => Series[at])],
        Breaks = [.. Breaks.Select(b => b with { Series = [.. Enumerable.Range(0, order.Count).Where(at => b.Series.Contains(order[at]))] })],
    };
}

/// <summary>One line or one group of bars.</summary>
public sealed record ChartSeries
{
    /// <summary>Name shown at the line's end or in the key.</summary>
    public required string Name { get; init; }

    /// <summary>Chart label of the region (HH, SH, MV, ZP, PM, WM, DE, PL, EU), which decides colour, marker and dash; null for others.</summary>
    public string? Label { get; init; }

    /// <summary>Beyond six series all are grey but those; three at most, and the first three where none is marked.</summary>
    public bool Emphasised { get; init; }

    /// <summary>Ordered by period.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>Name of the group of bars the series belongs to (a region whose parts are shown); null for none. Groups stand in the order of their first series.</summary>
    public string? Group { get; init; }

    /// <summary>What this series counts, one sentence under its name in a panel of <see cref="ChartKind.SmallMultiples"/>; null for nothing.</summary>
    public string? Detail { get; init; }

    /// <summary>The unit of a panel with its own scale; null: that of the spec.</summary>
    public string? Unit { get; init; }

    /// <summary>Decimal places of a panel with its own scale; null: those of the spec.</summary>
    public int? Decimals { get; init; }

    /// <summary>First day of what <see cref="ChartKind.Onset"/> counts months from; its month is month 0. Null: the series is not drawn there.</summary>
    public DateOnly? Onset { get; init; }
}

/// <summary>One value with its doubt.</summary>
public record ChartValue
{
    /// <summary>Null: missing, or withheld where <see cref="Confidentiality"/> is set.</summary>
    public long? Value { get; init; }

    /// <summary>The value as it is to be written, where that is other than the number it is drawn by (a rate is drawn unrounded); null: follow <see cref="Value"/>.</summary>
    public string? Written { get; init; }

    public ObservationStatus Status { get; init; }

    public ConfidentialityStatus Confidentiality { get; init; }

    /// <summary>Why there is no value, where the source says.</summary>
    public MissingReason MissingReason { get; init; }

    /// <summary>True where the period is not over, or only part of it is counted.</summary>
    public bool Unfinished { get; init; }

    /// <summary>Address of the figure page; null where there is none.</summary>
    public string? Href { get; init; }

    /// <summary>Nothing is known of it.</summary>
    internal static ChartValue Unknown { get; } = new();

    internal bool IsConfidential => Confidentiality != ConfidentialityStatus.Free;

    /// <summary>A value that can be drawn at a height; what is confidential never is.</summary>
    internal bool IsDrawn => Value is not null && !IsConfidential;

    /// <summary>Not counted, so drawn dotted.</summary>
    internal bool IsExpected => Status is ObservationStatus.Forecast or ObservationStatus.Estimated;

    /// <summary>May still change, or is not counted.</summary>
    internal bool IsHollow => Unfinished || IsExpected || Status is ObservationStatus.Provisional;
}

/// <summary>The value of one period.</summary>
public sealed record ChartPoint : ChartValue
{
    public required Period Period { get; init; }
}

/// <summary>Values before and after are not comparable: the line stops, a dotted upright and the note's number are drawn.</summary>
public sealed record ChartBreak
{
    /// <summary>First day of the new way of counting.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Into <see cref="Caption.Notes"/>, from 1.</summary>
    public required int Note { get; init; }

    /// <summary>Into <see cref="ChartSpec.Series"/>: the series it cuts; empty for all.</summary>
    public IReadOnlyList<int> Series { get; init; } = [];
}

/// <summary>A value to be reached, drawn as an ink line with its name and year.</summary>
public sealed record ChartTarget
{
    public required string Name { get; init; }

    public required long Value { get; init; }

    /// <summary>By when; null where whoever set it named no day.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>When it was set: said where there is no <see cref="Due"/>.</summary>
    public DateOnly? Set { get; init; }
}
