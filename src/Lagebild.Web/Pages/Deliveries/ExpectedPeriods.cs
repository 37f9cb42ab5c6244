using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>Which periods a source lets expect for what it reports of an indicator in a region, and by when. Pure.</summary>
public sealed class ExpectedPeriods(Catalogue.Catalogue catalogue, IReadOnlyDictionary<string, Feed> feeds)
{
    /// <summary>Null where nothing more is expected: the feed is closed, the way of counting has ended, or the region was dissolved.</summary>
    public Frequency? RhythmOf(Coverage source)
    {
        var hasEnded = catalogue.Variant(source.Variant)?.ValidTo is not null || catalogue.Region(source.Region)?.ValidTo is not null;
        return !hasEnded && feeds.GetValueOrDefault(source.Feed)?.Rhythm is { } rhythm and not Frequency.Interval && source.Frequency != Frequency.Interval
            ? Rhythm.Slower(rhythm, source.Frequency)
            : null;
    }

    /// <summary>The periods after the last reported one that are over by a day, oldest first; of more than <paramref name="count"/> the latest.</summary>
    public IReadOnlyList<Period> Missing(Coverage source, DateOnly today, int count) => RhythmOf(source) is { } rhythm && source.Last < today
        ? [.. Rhythm.Ends(source.Last, rhythm, today.AddDays(-1), count).Where(end => end > source.Last).Select(end => Period(source, end)).Order()]
        : [];

    /// <summary>The day by which what ends on a day is due.</summary>
    public DateOnly Due(Coverage source, DateOnly end) => end.AddDays(feeds[source.Feed].DueAfterDays ?? 0);

    /// <summary>The period that ends on a day. What is counted on a day is asked for on a day.</summary>
    public Period Period(Coverage source, DateOnly end) => source.Frequency == Frequency.Interval
        ? new(end, end, Frequency.Interval)
        : Rhythm.PeriodTo(end, source.Frequency, IsCountedOnDay(catalogue.Variant(source.Variant)));

    /// <summary>Whether a way of counting counts on a day rather than over a period; false where it is unknown.</summary>
    public static bool IsCountedOnDay(Variant? variant) => variant?.Reference is Reference.Start or Reference.End or Reference.Day;
}
