using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>A total against the codes of one dimension that, added, make it: those the variant names in <see cref="Variant.AddUpTo"/>, women and men of every variant.</summary>
internal static class BreakdownSums
{
    private static readonly string[] _sexes = ["F", "M"];

    public static IEnumerable<Relation> Of(FileSeries series) =>
        series.All.Where(s => series.Indicator(s).Kind != IndicatorKind.Ratio && series.Breakdown(s).Parts.Count > 0)
            .SelectMany(s => Parts(series, s)).Where(p => p.Total >= 0)
            .GroupBy(p => (p.Total, p.Dimension)).Select(g => Relation(series, g.Key.Total, g.Key.Dimension, [.. g])).OfType<Relation>();

    private static IEnumerable<Part> Parts(FileSeries series, int at) =>
        from part in series.Breakdown(at).Parts
        where Codes(series.Variant(at), part.Key).Count > 0
        select new Part(at, part.Key, part.Value, series.IndexOf(series.Key(at) with { Breakdown = Without(series.Breakdown(at), part.Key) }));

    private static string Without(Breakdown breakdown, string dimension) => Breakdown.Of(breakdown.Parts.Where(p => p.Key != dimension)).Key;

    private static IReadOnlyList<string> Codes(Variant variant, string dimension) =>
        variant.AddUpTo.GetValueOrDefault(dimension) ?? (dimension == "sex" ? _sexes : []);

    /// <summary>Null where a code is not there. Where every code that occurs is a part, others may have been left out: they are only not to exceed the total.</summary>
    private static Relation? Relation(FileSeries series, int total, string dimension, Part[] parts)
    {
        var codes = Codes(series.Variant(total), dimension);
        var areAll = !codes.Contains(ComputedTotal.EveryCode);
        var summed = areAll ? parts.Where(p => codes.Contains(p.Code)).ToArray() : [.. parts.Where(p => series.Catalogue.Code(dimension, p.Code)?.Parent is null)];
        return areAll && summed.Length < codes.Count ? null : Relation(series, total, areAll, [.. summed.Select(p => p.Series)]);
    }

    private static Relation Relation(FileSeries series, int total, bool areAll, int[] parts)
    {
        var tolerance = series.Tolerance(parts.Append(total));
        return new()
        {
            Reason = Reason.BreakdownSumDiffers,
            Severity = tolerance == 0 ? Severity.Error : Severity.Warning,
            Whole = total,
            Parts = parts,
            AreAll = areAll,
            Tolerance = tolerance,
            Decimals = series.Variant(total).Decimals,
        };
    }

    private sealed record Part(int Series, string Dimension, string Code, int Total);
}
