using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>A country against all of its Länder or voivodeships, one of these against all of its districts: counts only.</summary>
internal static class RegionSums
{
    public static IEnumerable<Relation> Of(FileSeries series) =>
        series.All.Where(s => series.Indicator(s).Kind != IndicatorKind.Ratio).Select(s => (Series: s, Whole: Whole(series, s))).Where(p => p.Whole >= 0)
            .GroupBy(p => p.Whole, p => p.Series).Select(g => Relation(series, g.Key, [.. g])).OfType<Relation>();

    /// <summary>The same series of the country or Land around; negative where there is none.</summary>
    private static int Whole(FileSeries series, int part)
    {
        var region = series.Catalogue.Region(series.Key(part).Region)!;
        return region.Level is RegionLevel.Land or RegionLevel.District && region.Parent is { } around ? series.IndexOf(series.Key(part) with { Region = around }) : -1;
    }

    /// <summary>Null where a region that exists is not there. Periods before the youngest of them began are not compared.</summary>
    private static Relation? Relation(FileSeries series, int whole, int[] parts)
    {
        var all = series.Catalogue.RegionsIn(series.Key(whole).Region).ToDictionary(r => r.Code);
        var existing = parts.Where(p => all.ContainsKey(series.Key(p).Region)).ToArray();
        return existing.Length < all.Count || existing.Length == 0 ? null : new()
        {
            Reason = Reason.RegionSumDiffers,
            Severity = Severity.Warning,
            Whole = whole,
            Parts = existing,
            AreAll = true,
            Tolerance = series.Tolerance(existing.Append(whole)),
            Decimals = series.Variant(whole).Decimals,
            From = all.Values.Max(r => r.ValidFrom is { } day ? DayNumber.From(day) : 0),
        };
    }
}
