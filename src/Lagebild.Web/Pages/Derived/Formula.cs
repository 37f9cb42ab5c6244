using Lagebild.Charts;
using Lagebild.Comparison;

namespace Lagebild.Web.Pages.Derived;

/// <summary>A calculation as a reader can follow it with a pocket calculator.</summary>
public static class Formula
{
    /// <summary>More summands than this are left to the table.</summary>
    private const int MostSummands = 12;

    /// <summary>Both sides of the calculation: <c>93.190 ÷ 2.359.490 × 1.000 = 39,5</c>. Null where there is no value, or too many parts to write out.</summary>
    public static string? Of(Reading reading, Measure measure, Computed computed, string unit)
    {
        if (computed.Value is not { } value)
        {
            return null;
        }

        string[] parts = [.. computed.Parts.Select(p => Number(reading, p))];
        var left = (measure, parts) switch
        {
            (Measure.PerThousand, [var a, var b]) => $"{a} ÷ {b} × {reading.Count(PerInhabitants.Thousand)}",
            (Measure.PerHundredThousand, [var a, var b]) => $"{a} ÷ {b} × {reading.Count(PerInhabitants.HundredThousand)}",
            (Measure.CountryShare or Measure.Occupancy, [var a, var b]) => $"{a} ÷ {b} × 100",
            (Measure.WomenShare, [var a, var b]) => computed.Parts[1].Key.Breakdown.Contains($"{WomenShare.Sex}={WomenShare.Men}", StringComparison.Ordinal) ? $"{a} ÷ ({a} + {b}) × 100" : $"{a} ÷ {b} × 100",
            (Measure.Index, [var basis, var a]) => $"{a} ÷ {basis} × 100",
            (Measure.ChangeOnPrevious or Measure.ChangeOnYear, [var earlier, var later]) => unit == DerivedUnit.Points ? $"{later} − {earlier}" : $"({later} − {earlier}) ÷ {earlier} × 100",
            (Measure.Increase, [var earlier, var later]) => $"{later} − {earlier}",
            (Measure.Converted, [var amount, var rate]) => $"{amount} ÷ {rate}",
            (Measure.Total or Measure.PeriodSum, { Length: <= MostSummands }) => string.Join(" + ", parts),
            _ => null,
        };
        return left is null ? null : $"{left} = {reading.Value(value, computed.Decimals, unit)}";
    }

    /// <summary>Whether the result was rounded to one decimal.</summary>
    public static bool IsRounded(string unit) => DerivedUnit.IsRate(unit) || unit is DerivedUnit.Percent or DerivedUnit.Change or DerivedUnit.Index;

    private static string Number(Reading reading, Part part)
    {
        var variant = reading.Catalogue.Variant(part.Key.Variant);
        return part.Observation.Value is { } value ? NumberFormat.Value(value, variant?.Decimals ?? 0, reading.Language) : ValueText.NoFigureSign;
    }
}
