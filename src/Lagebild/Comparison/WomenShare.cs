using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// Women of all, in percent to one decimal. All is the source's total, else women and men added up. Where the men are withheld there is no share either: what is left of
/// a hundred would be theirs.
/// </summary>
public static class WomenShare
{
    /// <summary>Decimals of the share.</summary>
    public const int Decimals = 1;

    /// <summary>Dimension and code of women.</summary>
    public const string Women = "F";

    /// <summary>Code of men.</summary>
    public const string Men = "M";

    /// <summary>Code of the dimension.</summary>
    public const string Sex = "sex";

    /// <summary>
    /// From the series of one variant, region and feed: for each breakdown that names women, its share of the same breakdown without sex. In the order of keys.
    /// Parts: women, then the total, or women and men where that is what the total is.
    /// </summary>
    public static IReadOnlyList<ComputedSeries> Of(IReadOnlyList<CountedSeries> series) =>
        [.. series.Where(s => Breakdown.Parse(s.Series.Key.Breakdown)?[Sex] == Women).OrderBy(s => s.Series.Key).Select(s => Of(s, Beside(series, s, null), Beside(series, s, Men)))];

    /// <summary>From women beside a total, or beside men; at least one of the two is not null. The key is that of the whole.</summary>
    public static ComputedSeries Of(CountedSeries women, CountedSeries? all, CountedSeries? men) => new()
    {
        Key = women.Series.Key with { Breakdown = WithSex(Breakdown.Parse(women.Series.Key.Breakdown)!, null) },
        Values = [.. women.Series.Observations.Select(o => Of(women, o, all?.Series.PartOn(o.Period), men?.Series.PartOn(o.Period)))],
    };

    private static Computed Of(CountedSeries women, Observation observation, Part? all, Part? men)
    {
        var part = women.Series.PartOf(observation);
        IReadOnlyList<Part> parts = all is not null ? [part, all] : men is not null ? [part, men] : [part];
        return women.Indicator.Kind == IndicatorKind.Ratio || parts.Count == 1 ? Calculation.Without(observation.Period, Decimals, parts, Without.NoBase)
            : men is { Observation.Confidentiality: not ConfidentialityStatus.Free } ? Calculation.Without(observation.Period, Decimals, [part, men], Without.Withheld)
            : Calculation.From(observation.Period, Decimals, parts, () => CountryShare.Percent(observation.Open()!.Value, Whole(part, all, men)), CountryShare.Remarks(women));
    }

    private static long Whole(Part women, Part? all, Part? men) => all?.Observation.Open() ?? (women.Observation.Open()!.Value + men!.Observation.Open()!.Value);

    private static CountedSeries? Beside(IReadOnlyList<CountedSeries> series, CountedSeries women, string? sex)
    {
        var key = women.Series.Key with { Breakdown = WithSex(Breakdown.Parse(women.Series.Key.Breakdown)!, sex) };
        return series.FirstOrDefault(s => s.Series.Key == key);
    }

    /// <summary>Key of a breakdown with a code of sex, or without any.</summary>
    public static string WithSex(Breakdown breakdown, string? sex) => Breakdown.Of(breakdown.Parts
        .Where(p => p.Key != Sex)
        .Concat(sex is null ? [] : [KeyValuePair.Create(Sex, sex)])).Key;
}
