using Lagebild.Comparison;
using Lagebild.Web.Pages.Derived;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Why something is not shown, in sentences that are the same for all regions they concern.</summary>
public static class UnshownText
{
    /// <summary>What was not found, then what could not be computed; the same reason once, with all its regions.</summary>
    public static IReadOnlyList<Unshown> Of(Reading reading, IReadOnlyList<AbsentSeries> absent, IReadOnlyList<MeasuredSeries> without, Measure measure) =>
        [.. absent.Select(a => (a.Region, Sentence: Sentence(reading, a)))
            .Concat(without.Select(s => (s.From.Region, Sentence: Sentence(reading, s, measure))))
            .GroupBy(a => a.Sentence)
            .Select(g => new Unshown([.. g.Select(a => a.Region).Distinct()], g.Key))];

    private static string Sentence(Reading reading, AbsentSeries absent)
    {
        var (words, indicator) = (reading.Words.Compare, reading.IndicatorName(absent.Indicator.Code));
        return absent.Why switch
        {
            WhyAbsent.NoFigure => reading.Fill(words.NoFigure, indicator),
            WhyAbsent.OtherYears => reading.Fill(words.OtherYears, indicator, Years(absent.Years!.Value)),
            _ => reading.Fill(words.CountedOtherwise, indicator),
        };
    }

    private static string Sentence(Reading reading, MeasuredSeries series, Measure measure) => reading.Fill(
        reading.Words.Compare.WithoutMeasure,
        reading.IndicatorName(series.From.Indicator.Code),
        reading.Words.Derived.Name(measure),
        MeasureOffer.Sentence(reading.Words, measure, series.Refusal)).TrimEnd();

    private static string Years((int First, int Last) years) =>
        years.First == years.Last ? Reading.Number(years.First) : $"{Reading.Number(years.First)}–{Reading.Number(years.Last)}";
}
