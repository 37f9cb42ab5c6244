using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>Decimals are written only where a value shown has some: a source that gives 390 did not give 390.0.</summary>
public static class WholeNumbers
{
    /// <summary>The same values without decimals where all are whole; unchanged where one is not, or a target is set in decimals.</summary>
    public static (SelectedValues Values, Variant Variant) Of(Catalogue.Catalogue catalogue, SelectedValues values, Variant variant)
    {
        var scale = (long)Math.Pow(10, variant.Decimals);
        var areWhole = values.Series.All(s => s.Series.Observations.All(o => (o.Value ?? 0) % scale == 0));
        return scale > 1 && areWhole && !catalogue.Targets.Any(t => t.Variant == variant.Code)
            ? (values with { Series = [.. values.Series.Select(s => Divided(s, scale))] }, variant with { Decimals = 0 })
            : (values, variant);
    }

    /// <summary>A single value as it is written: without decimals where it is whole.</summary>
    public static string Text(Reading reading, Observation observation, Variant variant)
    {
        var scale = (long)Math.Pow(10, variant.Decimals);
        return observation.Value is { } value && scale > 1 && value % scale == 0
            ? reading.Value(value / scale, 0, variant.Unit)
            : reading.Value(observation, variant.Decimals, variant.Unit);
    }

    private static ShownSeries Divided(ShownSeries series, long scale) => series with
    {
        Series = series.Series with { Decimals = 0, Observations = [.. series.Series.Observations.Select(o => o with { Value = o.Value / scale })] },
    };
}
