using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>
/// A region whose rows of a period all repeat an earlier one: the period before, the year before, and for days and weeks (taken a month at a time) the month before.
/// How surprising that is follows from how often each series repeated itself so far.
/// </summary>
internal static class CopiedPeriods
{
    /// <summary>Natural logarithm of one over the chance: one in twenty.</summary>
    private const double _surprise = 3;

    private static readonly IReadOnlyList<Func<SeriesHistory, int, int>> _earlier = [PeriodBefore, YearBefore, MonthBefore];

    /// <summary>The first value of each copied period of a region, with its question; the series of one variant.</summary>
    public static IEnumerable<(Place Place, Finding Question)> Of(IReadOnlyList<SeriesHistory> series) =>
        series.Where(h => h.Others >= ValueQuestions.LeastOthers).SelectMany(h => h.Judged.Select(at => new Place(h, at)))
            .GroupBy(p => (p.History.Key.Region, p.History.Key.Frequency, Span(p)))
            .Select(g => _earlier.Select(earlier => Copied([.. g], earlier)).FirstOrDefault(q => q is not null))
            .OfType<(Place, Finding)>();

    /// <summary>What is copied at once: a calendar month of days and weeks, else a period.</summary>
    private static (int, int) Span(Place place) => IsShort(place.History) ? (place.Value.PeriodEnd / 100, 0) : (place.Value.PeriodStart, place.Value.PeriodEnd);

    private static bool IsShort(SeriesHistory history) => history.Key.Frequency is Frequency.Daily or Frequency.Weekly;

    private static (Place, Finding)? Copied(Place[] rows, Func<SeriesHistory, int, int> earlier)
    {
        var pairs = rows.Select(row => (Row: row, Before: earlier(row.History, row.At))).Where(p => p.Before >= 0).ToArray();
        if (pairs.Length == 0 || pairs.Any(p => p.Row.Value.Value != p.Row.History.Values[p.Before].Value))
        {
            return null;
        }

        var surprise = pairs.GroupBy(p => p.Row.History).Sum(g => g.Count() * Surprise(g.Key, [.. g.Select(p => p.Row.At)], earlier));
        return surprise > _surprise ? (pairs[0].Row, Question(pairs[0].Row, pairs[0].Before)) : null;
    }

    /// <summary>From the pairs of the series that are not asked about, one of either outcome added.</summary>
    private static double Surprise(SeriesHistory history, HashSet<int> asked, Func<SeriesHistory, int, int> earlier)
    {
        var (pairs, equal) = (2, 1);
        for (var at = 0; at < history.Values.Length; at++)
        {
            if (!asked.Contains(at) && earlier(history, at) is var before and >= 0)
            {
                (pairs, equal) = (pairs + 1, history.Values[at].Value == history.Values[before].Value ? equal + 1 : equal);
            }
        }

        return Math.Log((double)pairs / equal);
    }

    private static Finding Question(Place row, int before) =>
        ValueQuestions.Question(row.History, row.At, Reason.CopiedPeriod, Days(row.History.Values[before], row.History.Key.Frequency));

    private static string Days(KnownValue value, Frequency frequency) =>
        new Period(DayNumber.ToDay(value.PeriodStart), DayNumber.ToDay(value.PeriodEnd), frequency).ToString();

    private static int PeriodBefore(SeriesHistory history, int at) => IsShort(history) || history.Key.Frequency == Frequency.Interval ? -1 : at - 1;

    private static int YearBefore(SeriesHistory history, int at) => history.YearBefore(at);

    /// <summary>The same day of the month before; none for the 31st after a month of 30.</summary>
    private static int MonthBefore(SeriesHistory history, int at)
    {
        var (start, end) = (history.Values[at].PeriodStart, history.Values[at].PeriodEnd);
        return IsShort(history) ? history.IndexOf(MonthBefore(start), MonthBefore(end)) : -1;
    }

    private static int MonthBefore(int day) => day / 100 % 100 == 1 ? day - 10000 + 1100 : day - 100;
}
