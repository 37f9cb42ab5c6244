using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>
/// Asks about delivered values that do not fit what is known of their series: wrong by a factor of ten, digits or regions swapped, another sign, a period copied,
/// a sudden zero, far off. Pure. A question is a <see cref="Severity.Warning"/>: it stops no release. What each rule finds and misses is measured in <c>docs/checks.md</c>.
/// </summary>
public static class HistoryChecks
{
    /// <summary>
    /// The questions about new and changed values, by line; at most one for a value. Series come in the order of <see cref="SeriesKey"/>, so that those of one feed and
    /// variant stand together: they are held in memory until the next variant begins. Series without new or changed values may be left out.
    /// </summary>
    public static IReadOnlyList<Finding> Questions(IEnumerable<DeliveredSeries> series)
    {
        var (questions, together) = (new List<Finding>(), new List<SeriesHistory>());
        foreach (var one in series.Where(SeriesHistory.HasNews))
        {
            if (together.Count > 0 && !AreTogether(together[0].Key, one.Key))
            {
                questions.AddRange(Questions(together));
                together.Clear();
            }

            together.Add(new SeriesHistory(one));
        }

        questions.AddRange(Questions(together));
        return [.. questions.OrderBy(q => q.Line)];
    }

    /// <summary>
    /// The same for a file that was read: <paramref name="released"/> gives the raw values of a series as of the latest release, ordered by period, empty for a new series;
    /// it is asked once for each series of the file, in order. The values of a new series are held against each other. An unreadable file has what was read before it broke off.
    /// </summary>
    public static IReadOnlyList<Finding> Questions(CheckedFile file, Catalogue.Catalogue catalogue, Func<SeriesKey, IReadOnlyList<KnownValue>> released) =>
        Questions(DeliveredFile.Series(file, catalogue, released));

    private static bool AreTogether(SeriesKey one, SeriesKey other) => one.Feed == other.Feed && one.Variant == other.Variant;

    private static IEnumerable<Finding> Questions(List<SeriesHistory> together)
    {
        var asked = new Dictionary<Place, Finding>();
        foreach (var (place, question) in CopiedPeriods.Of(together).Concat(SwappedRegions.Of(together)))
        {
            asked.TryAdd(place, question);
        }

        return together.SelectMany(h => h.Judged.Select(at => asked.GetValueOrDefault(new(h, at)) ?? ValueQuestions.Of(h, at))).OfType<Finding>();
    }
}
