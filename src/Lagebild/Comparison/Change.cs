using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>Which way a value went; direction is not judgement.</summary>
public enum Direction
{
    Unchanged,
    Up,
    Down,
}

/// <summary>
/// The change from an earlier value of a series to a later one: between ordinary values of like periods, never across a break.
/// Computed, never stored.
/// </summary>
public sealed record Change
{
    public required Observation Earlier { get; init; }

    public required Observation Later { get; init; }

    /// <summary>Later less earlier, scaled by the variant's decimals.</summary>
    public required long Difference { get; init; }

    /// <summary>In tenths of a percent of the earlier value, half away from zero; null where that is zero, or the values are themselves shares.</summary>
    public long? PercentTenths { get; init; }

    /// <summary><see cref="Comparison.Direction.Unchanged"/> where the difference is smaller than what the publisher rounds to.</summary>
    public required Direction Direction { get; init; }

    /// <summary>Against the value of the same period a year before; null where it may not be compared or is not there.</summary>
    public static Change? OnYear(Series series, Variant variant, IndicatorKind kind, Observation later, IEnumerable<DateOnly> breaks) =>
        Between(series.Observations.FirstOrDefault(o => IsYearBefore(o.Period, later.Period)), later, variant, kind, breaks);

    /// <summary>Against the period just before; null where it may not be compared or is not there. Intervals have none before them.</summary>
    public static Change? OnPrevious(Series series, Variant variant, IndicatorKind kind, Observation later, IEnumerable<DateOnly> breaks) =>
        Between(series.Observations.LastOrDefault(o => IsJustBefore(o.Period, later.Period)), later, variant, kind, breaks);

    private static Change? Between(Observation? earlier, Observation later, Variant variant, IndicatorKind kind, IEnumerable<DateOnly> breaks)
    {
        if (earlier is null || !IsPlain(earlier) || !IsPlain(later) || !AreAlike(earlier.Period, later.Period) || breaks.Any(day => IsBetween(day, earlier.Period, later.Period)))
        {
            return null;
        }

        var difference = later.Value!.Value - earlier.Value!.Value;
        return new Change
        {
            Earlier = earlier,
            Later = later,
            Difference = difference,
            PercentTenths = kind == IndicatorKind.Ratio || earlier.Value == 0 ? null : Rounding.Divide((Int128)difference * 1000, Int128.Abs(earlier.Value.Value)) * Math.Sign(earlier.Value.Value),
            Direction = DirectionOf(difference, variant),
        };
    }

    /// <summary>Compare only what carries no flag; provisional values may still change and are stated each by itself.</summary>
    private static bool IsPlain(Observation observation) =>
        observation is { Value: not null, Status: ObservationStatus.Normal, Confidentiality: ConfidentialityStatus.Free };

    private static bool AreAlike(Period earlier, Period later) =>
        earlier.Frequency == later.Frequency && (earlier.Frequency != Frequency.Interval || IsYearBefore(earlier, later));

    private static bool IsBetween(DateOnly day, Period earlier, Period later) => day > earlier.Start && day <= later.End;

    internal static bool IsJustBefore(Period earlier, Period later) => later.Frequency switch
    {
        Frequency.Daily => later.End.DayNumber - earlier.End.DayNumber == 1,
        Frequency.Weekly => later.End.DayNumber - earlier.End.DayNumber == 7,
        Frequency.Monthly => MonthsBetween(earlier, later) == 1,
        Frequency.Quarterly => MonthsBetween(earlier, later) == 3,
        Frequency.HalfYearly => MonthsBetween(earlier, later) == 6,
        Frequency.Annual => MonthsBetween(earlier, later) == 12,
        _ => false,
    };

    private static int MonthsBetween(Period earlier, Period later) =>
        ((later.End.Year - earlier.End.Year) * 12) + later.End.Month - earlier.End.Month;

    internal static bool IsYearBefore(Period earlier, Period later) =>
        IsSameDayYearBefore(earlier.Start, later.Start) && IsSameDayYearBefore(earlier.End, later.End);

    /// <summary>The last day of February is a year before the last day of February.</summary>
    private static bool IsSameDayYearBefore(DateOnly earlier, DateOnly later) =>
        earlier == later.AddYears(-1) || (later is { Month: 2, Day: 28 } && earlier == new DateOnly(later.Year - 1, 3, 1).AddDays(-1));

    private static Direction DirectionOf(long difference, Variant variant)
    {
        var visible = Math.Abs(difference) >= variant.RoundedTo * Rounding.Scale(variant.Decimals);
        return (variant.RoundedTo > 1 && !visible) || difference == 0 ? Direction.Unchanged : difference > 0 ? Direction.Up : Direction.Down;
    }
}
