using Lagebild.Comparison;

namespace Lagebild.Charts;

/// <summary>What a row of a capacity chart is measured against.</summary>
internal readonly record struct RowOccupancy
{
    private const int Percent = 100;

    /// <summary>All places: the usable, the nominal where those are not known, a hundred percent of shares; null where neither is known.</summary>
    public long? Places { get; private init; }

    /// <summary>Occupied in tenths of a percent of <see cref="Places"/>, half away from zero; null where it is not known, or where there are no places.</summary>
    public long? Tenths { get; private init; }

    /// <summary>More is occupied than there are places.</summary>
    public bool IsOver { get; private init; }

    public static RowOccupancy Of(CapacitySpec spec, CapacityRow row)
    {
        var places = spec.IsPercent ? Percent * Rounding.Scale(spec.Decimals) : Drawn(row.Usable) ?? Drawn(row.Nominal);
        var occupied = Drawn(row.Occupied);
        return new()
        {
            Places = places,
            Tenths = occupied is not null && places > 0 && !spec.IsPercent ? Rounding.Divide((Int128)occupied.Value * 1000, places.Value) : null,
            IsOver = occupied > places,
        };
    }

    private static long? Drawn(ChartValue? value) => value is { IsDrawn: true } ? value.Value : null;
}
