using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>Where a target stands.</summary>
public enum TargetStanding
{
    /// <summary>The value that decides is at the target or beyond it.</summary>
    Reached,

    /// <summary>Not due yet, and on the straight line from base to target or ahead of it.</summary>
    OnCourse,

    /// <summary>Not due yet, and behind the straight line.</summary>
    Behind,

    /// <summary>Not reached, and the source names no day by which it is to be.</summary>
    Open,

    /// <summary>The due day has come and no value counted on it or later is there yet.</summary>
    Due,

    /// <summary>The value of the due day, or the first one after it, is short of the target.</summary>
    Missed,

    /// <summary>No base says which way it is to go, or no value of the target's own way of counting since the base, or a break in between.</summary>
    NotMeasurable,
}

/// <summary>
/// A target beside what was counted. Which way it is to go follows from base to target. Before the due day the latest value is held against the straight line from
/// the base (value and day) to the target (value and due day); from the due day on decides the value counted on it, or else the first one after it.
/// </summary>
public sealed record TargetState
{
    public required Target Target { get; init; }

    public required TargetStanding Standing { get; init; }

    /// <summary>The value it was judged by; null where not measurable.</summary>
    public Part? Actual { get; init; }

    /// <summary>Where the straight line was on the day of <see cref="Actual"/>, scaled like it, half away from zero; null without a due day, and after it.</summary>
    public long? Course { get; init; }

    /// <summary>Tenths of a percent of the way from base to target: below zero where it went the other way, above 1000 where beyond. Null where not measurable.</summary>
    public long? ProgressTenths { get; init; }

    /// <summary>As of a day. The series is that of the target: its variant, region and breakdown; null where there is none. Forecasts do not count.</summary>
    public static TargetState Of(Target target, CountedSeries? series, DateOnly today)
    {
        var values = Values(target, series);
        return target.Base is not { } start || start.Value == target.Value || values.Count == 0
            ? new() { Target = target, Standing = TargetStanding.NotMeasurable }
            : Judged(target, start, Deciding(target, values), today);
    }

    private static IReadOnlyList<Part> Values(Target target, CountedSeries? series) => series is null || target.Base is not { } start
        ? []
        : [.. series.Series.Observations
            .Where(o => o.Open() is not null && o.Status != ObservationStatus.Forecast && o.Period.End >= start.Day)
            .Where(o => !series.Breaks.Any(b => b.Day > start.Day && b.Day <= o.Period.End))
            .Select(series.Series.PartOf)];

    private static Part Deciding(Target target, IReadOnlyList<Part> values) => values.FirstOrDefault(v => v.Observation.Period.End >= target.Due) ?? values[^1];

    private static TargetState Judged(Target target, TargetBase start, Part actual, DateOnly today)
    {
        var value = actual.Observation.Value!.Value;
        var course = CourseOn(target, start, actual.Observation.Period.End);
        return new()
        {
            Target = target,
            Actual = actual,
            Course = course,
            ProgressTenths = Rounding.Divide((Int128)(value - start.Value) * 1000 * Math.Sign(target.Value - start.Value), Math.Abs(target.Value - start.Value)),
            Standing = IsAt(start, target, value, target.Value) ? TargetStanding.Reached
                : target.Due is not { } due ? TargetStanding.Open
                : actual.Observation.Period.End >= due ? TargetStanding.Missed
                : today >= due ? TargetStanding.Due
                : IsAt(start, target, value, course!.Value) ? TargetStanding.OnCourse
                : TargetStanding.Behind,
        };
    }

    /// <summary>Whether a value is at a mark or beyond it, in the direction the target goes.</summary>
    private static bool IsAt(TargetBase start, Target target, long value, long mark) => target.Value > start.Value ? value >= mark : value <= mark;

    private static long? CourseOn(Target target, TargetBase start, DateOnly day) => target.Due is { } due && day < due && start.Day < due
        ? start.Value + Rounding.Divide((Int128)(target.Value - start.Value) * (day.DayNumber - start.Day.DayNumber), due.DayNumber - start.Day.DayNumber)
        : null;
}
