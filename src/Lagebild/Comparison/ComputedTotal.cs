using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>
/// Totals of a source that publishes none: the sum over the codes that its variant says add up (<see cref="Variant.AddUpTo"/>).
/// Overlapping categories are thereby never added. A part that is absent counts as none, as in sources that leave out zero rows;
/// a part that is missing or withheld leaves the total without a value, and so does a report that says, instead of parts, that there is none.
/// </summary>
public static class ComputedTotal
{
    /// <summary>In <see cref="Variant.AddUpTo"/>: every code that occurs.</summary>
    public const string EveryCode = "*";

    /// <summary>
    /// One computed series for each feed, region and frequency among the given series of one variant, in the order of their keys.
    /// Dimensions of <paramref name="wanted"/> are kept, those of <see cref="Variant.AddUpTo"/> are added up. Empty where the variant names none.
    /// </summary>
    public static IReadOnlyList<ComputedSeries> Of(Variant variant, Breakdown wanted, IEnumerable<Series> series) =>
        [.. series
            .Where(s => s.Key.Variant == variant.Code && (IsPart(variant, wanted, Breakdown.Parse(s.Key.Breakdown)) || IsOutline(variant, wanted, Breakdown.Parse(s.Key.Breakdown))))
            .GroupBy(s => s.Key with { Breakdown = wanted.Key })
            .OrderBy(g => g.Key)
            .Select(g => new ComputedSeries { Key = g.Key, Values = Sums(variant, wanted, g) })
            .Where(c => c.Values.Count > 0)];

    private static bool IsPart(Variant variant, Breakdown wanted, Breakdown? breakdown) =>
        Fits(variant, wanted, breakdown) && IsWhole(variant, wanted, breakdown!);

    /// <summary>Less finely broken down than the parts: no part of a sum, but what it says is missing is missing from the total.</summary>
    private static bool IsOutline(Variant variant, Breakdown wanted, Breakdown? breakdown) =>
        Fits(variant, wanted, breakdown) && !IsWhole(variant, wanted, breakdown!);

    private static bool Fits(Variant variant, Breakdown wanted, Breakdown? breakdown) =>
        variant.AddUpTo.Count > 0
        && breakdown is not null
        && breakdown.Parts.All(part => wanted[part.Key] is { } code ? code == part.Value : AddsUp(variant, part));

    /// <summary>Whether a code of every dimension is named.</summary>
    private static bool IsWhole(Variant variant, Breakdown wanted, Breakdown breakdown) =>
        wanted.Parts.Concat(variant.AddUpTo.Select(d => KeyValuePair.Create(d.Key, ""))).All(part => breakdown[part.Key] is not null);

    private static bool AddsUp(Variant variant, KeyValuePair<string, string> part) =>
        variant.AddUpTo.TryGetValue(part.Key, out var codes) && (codes.Contains(EveryCode) || codes.Contains(part.Value));

    private static List<Computed> Sums(Variant variant, Breakdown wanted, IEnumerable<Series> parts) =>
        [.. parts
            .OrderBy(s => s.Key)
            .SelectMany(s => s.Observations.Select(o => new Part { Series = s.Id, Key = s.Key, Observation = o }))
            .GroupBy(p => p.Observation.Period)
            .OrderBy(g => g.Key)
            .Select(g => (Period: g.Key, Parts: PartsOf(variant, wanted, [.. g])))
            .Where(g => g.Parts.Length > 0)
            .Select(g => Sum(variant, g.Period, g.Parts))];

    /// <summary>The parts of one period; where there are none, the reports that there is no value.</summary>
    private static Part[] PartsOf(Variant variant, Breakdown wanted, IReadOnlyList<Part> reported)
    {
        Part[] parts = [.. reported.Where(p => IsPart(variant, wanted, Breakdown.Parse(p.Key.Breakdown)))];
        return parts.Length > 0 ? parts : [.. reported.Where(p => p.Observation.Value is null)];
    }

    private static Computed Sum(Variant variant, Period period, IReadOnlyList<Part> parts) => new()
    {
        Period = period,
        Decimals = variant.Decimals,
        Value = parts.All(p => p.Observation.Open() is not null) ? parts.Sum(p => p.Observation.Value!.Value) : null,
        Status = parts.Select(p => p.Observation.Status).Where(s => s != ObservationStatus.Normal).DefaultIfEmpty().Min(),
        Confidentiality = parts.Max(p => p.Observation.Confidentiality),
        MissingReason = parts.Select(p => p.Observation.MissingReason).FirstOrDefault(r => r != MissingReason.None),
        Parts = parts,
    };
}
