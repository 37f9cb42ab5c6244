using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Occupancy as places: what is occupied of what there is, a row for each region with the latest of its days that has both.</summary>
public static class CapacityFigure
{
    /// <summary>The drawing under the caption of the series; null where no region has both.</summary>
    public static Chart? Of(Reading reading, Caption caption, IReadOnlyList<MeasuredSeries> series)
    {
        var rows = series.Select(s => (Series: s, Value: s.Computed?.Values.LastOrDefault(v => v is { Value: not null, Parts.Count: 2 }))).Where(r => r.Value is not null).ToArray();
        var decimals = rows.Length == 0 ? 0 : rows.Max(r => r.Value!.Parts.Max(p => DecimalsOf(reading, p)));
        return rows.Length == 0 ? null : new CapacityChart(new CapacitySpec
        {
            Id = caption.Id,
            Language = caption.Language,
            Headline = caption.Headline,
            SubLine = caption.SubLine,
            Notes = caption.Notes,
            Source = caption.Source,
            Stand = caption.Stand,
            Unit = reading.UnitName("places"),
            Decimals = decimals,
            Rows = [.. rows.Select(r => Row(reading, r.Series, r.Value!, decimals))],
        });
    }

    private static CapacityRow Row(Reading reading, MeasuredSeries series, Computed value, int decimals)
    {
        var places = ValueOf(reading, value.Parts[1], decimals);
        var isUsable = value.Parts[1].Key.Indicator == Occupancy.UsableIndicator;
        return new()
        {
            Name = $"{reading.RegionName(series.From.Region)}, {PeriodText.Label(value.Period, reading.Language)}",
            Occupied = ValueOf(reading, value.Parts[0], decimals),
            Usable = isUsable ? places : null,
            Nominal = isUsable ? null : places,
        };
    }

    private static ChartValue ValueOf(Reading reading, Part part, int decimals) => new()
    {
        Value = part.Observation.Value * (long)Math.Pow(10, decimals - DecimalsOf(reading, part)),
        Status = part.Observation.Status,
        Confidentiality = part.Observation.Confidentiality,
        MissingReason = part.Observation.MissingReason,
        Href = reading.PartLink(part),
    };

    private static int DecimalsOf(Reading reading, Part part) => reading.Catalogue.Variant(part.Key.Variant)?.Decimals ?? 0;
}
