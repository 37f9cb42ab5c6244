using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>A share of a whole is not above 100 percent. (That it is not below zero is seen when it is read.)</summary>
internal static class ShareLimits
{
    public static IEnumerable<Relation> Of(FileSeries series) => series.All.Where(s => series.Indicator(s).Share).Select(s => new Relation
    {
        Reason = Reason.ShareAboveHundred,
        Severity = Severity.Error,
        Whole = null,
        Limit = 100 * (long)Math.Pow(10, series.Variant(s).Decimals),
        Parts = [s],
        AreAll = false,
        Tolerance = 0,
        Decimals = series.Variant(s).Decimals,
    });
}
