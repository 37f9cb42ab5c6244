using Lagebild.Charts;
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

    /// <summary>A share in tenths of a percent whose column says that it is computed.</summary>
    public static FigureCell ShareCell(this Reading reading, long tenths) =>
        new() { Text = NumberFormat.Percent(tenths, 1, reading.Language), Exact = ValueText.Invariant(tenths, 1) };
}
