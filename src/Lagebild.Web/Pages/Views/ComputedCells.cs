using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Views;

/// <summary>Cells of values that are computed from those beside them in the same table, and say so.</summary>
public static class ComputedCells
{
    /// <summary>A computed count.</summary>
    public static FigureCell ComputedCell(this Reading reading, long value, int decimals, string unit) => new()
    {
        Text = reading.Value(value, decimals, unit),
        Exact = ValueText.Invariant(value, decimals),
        Doubt = reading.Words.Site.Computed,
    };

    /// <summary>A share whose column says that it is computed: tenths of a percent, rounded half away from zero.</summary>
    public static FigureCell ShareCell(this Reading reading, decimal tenths)
    {
        var rounded = (long)Math.Round(tenths, MidpointRounding.AwayFromZero);
        return new() { Text = NumberFormat.Percent(rounded, 1, reading.Language), Exact = ValueText.Invariant(rounded, 1) };
    }

    /// <summary>A computed percentage with what it inherits from its parts; a sign where there is none.</summary>
    public static FigureCell PercentCell(this Reading reading, Computed computed)
    {
        var observation = new Observation { Period = computed.Period, Value = computed.Value, Status = computed.Status, Confidentiality = computed.Confidentiality, MissingReason = computed.MissingReason };
        return new()
        {
            Text = computed.Value is { } value ? NumberFormat.Percent(value, computed.Decimals, reading.Language) : reading.Value(observation, computed.Decimals, "percent"),
            Exact = computed.Value is { } exact ? ValueText.Invariant(exact, computed.Decimals) : null,
            Doubt = reading.Words.Doubt(observation),
        };
    }
}
