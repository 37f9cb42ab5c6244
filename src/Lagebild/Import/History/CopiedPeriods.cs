using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>
/// Rows that repeat an earlier period: the period before, the year before, and for days and weeks (taken a month at a time) the month before.
/// How surprising that is follows from how often each series repeated itself so far, and by how much it usually moves.
/// </summary>
internal static class CopiedPeriods
{
    /// <summary>Natural logarithm of one over the chance, where all rows of a region repeat: one in twenty.</summary>
    private const double _together = 3;

    /// <summary>The same for one row among others that do not.</summary>
    private const double _alone = 4;

    private static readonly IReadOnlyList<Earlier> _earlier = [PeriodBefore, YearBefore, MonthBefore];

    /// <summary>The index of the value that one may repeat; negative where there is none.</summary>
    private delegate int Earlier(SeriesHistory history, int at);

    /// <summary>The first value of what is copied, with its question; the series of one variant.</summary>
    public static IEnumerable<(Place Place, Finding Question)> Of(IReadOnlyList<SeriesHistory> series) =>
        series.Where(h => h.Others >= ValueQuestions.LeastOthers).SelectMany(h => h.Judged.Select(at => new Place(h, at)))
            .GroupBy(p => (p.History.Key.Region, p.History.Key.Frequency, Span(p)), (_, places) => places.ToArray())
            .SelectMany(places => _earlier.SelectMany(earlier => Copied(places, earlier)));

    /// <summary>What is copied at once: a calendar month of days and weeks, else a period.</summary>
    private static (int, int) Span(Place place) => IsShort(place.History) ? (place.Value.PeriodEnd / 100, 0) : (place.Value.PeriodStart, place.Value.PeriodEnd);

    private static bool IsShort(SeriesHistory history) => history.Key.Frequency is Frequency.Daily or Frequency.Weekly;

    private static IEnumerable<(Place, Finding)> Copied(Place[] places, Earlier earlier)
    {
        var known = places.Where(p => earlier(p.History, p.At) >= 0).ToArray();
        if (!known.Any(p => Repeats(p.History, p.At, earlier)))
        {
            return [];
        }

        var rows = known.GroupBy(p => p.History).ToArray();
        var copied = rows.Where(row => row.All(p => Repeats(p.History, p.At, earlier))).Select(row => (First: row.First(), Surprise: row.Count() * Surprise(row.Key, row.Count(), earlier))).ToArray();
        var asked = copied.Length == rows.Length && copied.Sum(c => c.Surprise) > _together ? copied.Take(1) : copied.Where(c => c.Surprise > _alone);
        return asked.Select(c => (c.First, Question(c.First, earlier)));
    }

    private static bool Repeats(SeriesHistory history, int at, Earlier earlier) =>
        history.Values[at].Value == history.Values[earlier(history, at)].Value;

    /// <summary>From the pairs of the series that are not asked about, one of either outcome added; where none repeats, also from the usual step: a count that moves by hundreds meets itself once in hundreds.</summary>
    private static double Surprise(SeriesHistory history, int asked, Earlier earlier)
    {
        var pairs = Enumerable.Range(0, history.Values.Length).Where(at => earlier(history, at) >= 0).ToArray();
        var repeats = pairs.Count(at => Repeats(history, at, earlier)) - asked;
        var seldom = Math.Log((double)(pairs.Length - asked + 2) / (repeats + 1));
        return repeats > 0 ? seldom : Math.Max(seldom, Math.Log(1 + history.UsualStep()));
    }

    private static Finding Question(Place row, Earlier earlier) =>
        ValueQuestions.Question(row.History, row.At, Reason.CopiedPeriod, Days(row.History.Values[earlier(row.History, row.At)], row.History.Key.Frequency));

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
