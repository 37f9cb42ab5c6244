using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;

namespace Lagebild.Web.Pages.Views;

/// <summary>Whether the regions of one chart may be compared: the answer, and what is to be said beside the chart.</summary>
public sealed record FigureVerdict
{
    public required VerdictLevel Level { get; init; }

    /// <summary>The answer in a word or two.</summary>
    public required string Answer { get; init; }

    /// <summary>In what the regions differ, a paragraph each. What one series has by itself (a break, a gap) stands among the notes of the chart.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>True where all that is to be said stands among the notes of the chart.</summary>
    public bool IsSaidInNotes => Level != VerdictLevel.Comparable && Reasons.Count == 0;

    /// <summary>Null for fewer than two regions: there is nothing to compare.</summary>
    public static FigureVerdict? Of(Reading reading, IEnumerable<Series> series)
    {
        CountedSeries[] counted = [.. series.Select(reading.Counted).OfType<CountedSeries>()];
        if (counted.DistinctBy(c => c.Series.Key.Region).Count() < 2)
        {
            return null;
        }

        var verdict = Verdict.Of(counted, reading.Catalogue.Likenesses);
        var text = new VerdictText(reading.Catalogue, reading.Language);
        return new() { Level = verdict.Level, Answer = text.Level(verdict.Level), Reasons = text.Sentences([.. verdict.Reasons.Where(r => r.IsDifference)]) };
    }
}
