using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// A running count taken each day is shown by month or week: its last reported day. Nothing is computed; the days left out are one link away.
/// </summary>
public static class Thinning
{
    /// <summary>Whether series of a variant can be shown at a frequency they are not stored at.</summary>
    public static bool Offers(Variant? variant, Frequency stored, Frequency shown) =>
        variant is { Cumulative: true } && stored == Frequency.Daily && shown is Frequency.Weekly or Frequency.Monthly;

    /// <summary>What is shown where the reader did not say: months instead of days for running counts, else as stored.</summary>
    public static Frequency Default(Variant? variant, Frequency stored) =>
        Offers(variant, stored, Frequency.Monthly) ? Frequency.Monthly : stored;

    /// <summary>The last day with a value of each month or week (Monday to Sunday), periods unchanged.</summary>
    public static IReadOnlyList<Observation> LastDays(IReadOnlyList<Observation> daily, Frequency shown) =>
        [.. daily.Where(o => o.Value is not null)
            .GroupBy(o => shown == Frequency.Weekly ? Monday(o.Period.End) : new DateOnly(o.Period.End.Year, o.Period.End.Month, 1))
            .Select(g => g.MaxBy(o => o.Period)!)];

    private static DateOnly Monday(DateOnly day) => day.AddDays(-Math.Min(day.DayNumber, ((int)day.DayOfWeek + 6) % 7));
}
