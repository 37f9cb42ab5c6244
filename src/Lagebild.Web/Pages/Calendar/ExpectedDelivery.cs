using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>A delivery that a source's rhythm lets expect.</summary>
public sealed record ExpectedDelivery
{
    public required Feed Feed { get; init; }

    /// <summary>Last day of the period it is for.</summary>
    public required DateOnly PeriodEnd { get; init; }

    public required DateOnly Due { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>What there is no delivery for and is over or ends within a year, oldest first: of what is overdue only the first. Empty for a closed series and before its first delivery.</summary>
    public static IReadOnlyList<ExpectedDelivery> Of(Feed feed, IEnumerable<Coverage> coverage, DateOnly today)
    {
        DateOnly[] ends = [.. coverage.Where(c => c.Feed == feed.Code).Select(c => c.Last)];
        if (feed.Rhythm is not { } rhythm || rhythm == Frequency.Interval || ends.Length == 0)
        {
            return [];
        }

        var all = After(feed, ends.Max(), rhythm, today).TakeWhile(d => d.Due < today.AddYears(1)).ToArray();
        return [.. all.Where(d => d.IsOverdue).Take(1), .. all.Where(d => !d.IsOverdue)];
    }

    private static IEnumerable<ExpectedDelivery> After(Feed feed, DateOnly last, Frequency rhythm, DateOnly today)
    {
        for (var step = 1; ; step++)
        {
            var end = Rhythm.Step(last, rhythm, step);
            var due = end.AddDays(feed.DueAfterDays ?? 0);
            yield return new() { Feed = feed, PeriodEnd = end, Due = due, IsOverdue = due < today };
        }
    }
}
