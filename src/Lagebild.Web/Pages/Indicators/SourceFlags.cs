using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// The signs a source puts beside its values, in the reader's words. Known are those of Eurostat (its list "Observation status / flags"), which stand letter by letter
/// in combined signs; any other is shown as it stands.
/// </summary>
public static class SourceFlags
{
    private const string Eurostat = "Eurostat";

    /// <summary>One note for each sign that occurs, with the regions and periods it concerns; in the order of the signs.</summary>
    public static IEnumerable<string> Notes(Reading reading, SelectedValues values) => values.Series
        .SelectMany(s => Signs(reading, s).Select(sign => (Sign: sign, Series: s)))
        .GroupBy(s => s.Sign)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => Note(reading, g.Key, [.. g.Select(s => s.Series)]));

    /// <summary>What the signs of one value mean, joined by commas; null where none is known.</summary>
    public static string? Meaning(Words words, Feed feed, string flag) =>
        flag.Length > 0 && feed.Publisher == Eurostat && flag.Select(letter => Word(words.SourceFlag, letter)).ToArray() is var known && known.All(w => w is not null) ? string.Join(", ", known) : null;

    private static string Note(Reading reading, string sign, IReadOnlyList<ShownSeries> series)
    {
        var words = reading.Words.SourceFlag;
        var where = string.Join("; ", series.Select(s => $"{reading.RegionName(s.Region)}: {string.Join(", ", Runs(reading, s, sign))}"));
        return Meaning(reading.Words, FeedOf(reading, series[0])!, sign) is { } meaning
            ? reading.Fill(words.Known, sign, meaning, where)
            : reading.Fill(words.Unknown, sign, where);
    }

    private static IEnumerable<string> Signs(Reading reading, ShownSeries series) => FeedOf(reading, series) is { } feed
        ? series.Series.Observations.SelectMany(o => SignsOf(feed, o)).Distinct()
        : [];

    private static IEnumerable<string> SignsOf(Feed feed, Observation observation) => string.IsNullOrEmpty(observation.SourceFlag) ? []
        : feed.Publisher == Eurostat ? observation.SourceFlag.Select(letter => letter.ToString())
        : [observation.SourceFlag];

    /// <summary>The periods with a sign, those that follow one another joined.</summary>
    private static IEnumerable<string> Runs(Reading reading, ShownSeries series, string sign)
    {
        var feed = FeedOf(reading, series)!;
        var observations = series.Series.Observations;
        for (var at = 0; at < observations.Count; at++)
        {
            if (SignsOf(feed, observations[at]).Contains(sign))
            {
                var first = at;
                while (at + 1 < observations.Count && SignsOf(feed, observations[at + 1]).Contains(sign))
                {
                    at++;
                }

                yield return Span(reading, observations[first].Period, observations[at].Period);
            }
        }
    }

    private static string Span(Reading reading, Period first, Period last) => first == last
        ? PeriodText.Label(first, reading.Language)
        : $"{PeriodText.Label(first, reading.Language)} – {PeriodText.Label(last, reading.Language)}";

    private static Feed? FeedOf(Reading reading, ShownSeries series) => reading.Stand.Feeds.GetValueOrDefault(series.Series.Key.Feed);

    private static string? Word(SourceFlagWords words, char letter) => letter switch
    {
        'b' => words.BreakInSeries,
        'c' => words.Withheld,
        'd' => words.DefinitionDiffers,
        'e' => words.EstimatedBySource,
        'n' => words.NotSignificant,
        'p' => words.ProvisionalBySource,
        's' => words.EurostatEstimate,
        'u' => words.Unreliable,
        'z' => words.DoesNotApply,
        _ => null,
    };
}
