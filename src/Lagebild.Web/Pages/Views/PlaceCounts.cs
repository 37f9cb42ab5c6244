using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Views;

/// <summary>Occupied, usable and nominal places of one region and kind of accommodation (or one facility), counted at one time.</summary>
public sealed record PlaceCounts
{
    /// <summary>Codes of the indicators it is made from.</summary>
    public static IReadOnlyList<string> Indicators { get; } = [OccupiedCode, "places-usable", "places-nominal", RateCode];

    private const string OccupiedCode = "places-occupied";

    private const string RateCode = "occupancy-rate";

    private const int Tenths = 1000;

    public required string Region { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>: kind of accommodation and facility; empty for all.</summary>
    public required string Breakdown { get; init; }

    /// <summary>Null where no source gives it, like the others.</summary>
    public ViewValue? Occupied { get; init; }

    public ViewValue? Usable { get; init; }

    public ViewValue? Nominal { get; init; }

    /// <summary>The rate as the source states it, where it states that and no places.</summary>
    public ViewValue? StatedRate { get; init; }

    /// <summary>What residents are held against: the usable places, else the nominal ones; null where neither is known.</summary>
    public ViewValue? Places => Usable ?? Nominal;

    /// <summary>The day or month it speaks of: that of the residents, where they are known.</summary>
    public Period Period => (Occupied ?? StatedRate ?? Places)!.Period;

    /// <summary>Those that are known: residents, usable, nominal, the stated rate.</summary>
    public IEnumerable<ViewValue> Known => new[] { Occupied, Usable, Nominal, StatedRate }.OfType<ViewValue>();

    /// <summary>Residents per hundred places in tenths, computed, half away from zero; null where one of both is not known, or there are no places.</summary>
    public long? RateTenths => Occupied?.Value is { } residents && Places?.Value is { } places && places > 0
        ? (long)Math.Round(residents * (decimal)Tenths / places, MidpointRounding.AwayFromZero)
        : null;

    /// <summary>More residents than places, by their numbers or by the rate the source states.</summary>
    public bool IsExceeded => Occupied?.Value > Places?.Value || (StatedRate?.Value is { } stated && stated > 100 * (long)Math.Pow(10, StatedRate.Variant.Decimals));

    /// <summary>True where the source counts more than the same kind or time for both, so that the reader has to know: the places are those of a month, the residents of a day in it.</summary>
    public bool PeriodsDiffer => Occupied is not null && Places is not null && Occupied.Period != Places.Period;

    /// <summary>
    /// From the values of the indicators: what speaks of the same region, kind and time stands together; places of a month whose day no source names stand with
    /// residents of a day in it. By region and kind in the order of the values, then by time. What has no value at all is absent.
    /// </summary>
    public static IReadOnlyList<PlaceCounts> Of(IReadOnlyList<ViewValue> values)
    {
        PlaceCounts[] counts = [.. values
            .Where(v => v.Value is not null)
            .GroupBy(v => (v.Region, v.Breakdown, v.Period.Start, v.Period.End, Part: v.Variant.Part ? v.Variant.Code : ""))
            .Select(g => Together([.. g]))];
        return [.. Joined(counts).OrderBy(c => c.Period.End)];
    }

    private static PlaceCounts Together(IReadOnlyList<ViewValue> values)
    {
        return new() { Region = values[0].Region, Breakdown = values[0].Breakdown, Occupied = First(0), Usable = First(1), Nominal = First(2), StatedRate = First(3) };

        ViewValue? First(int at) => values.FirstOrDefault(v => v.Variant.Indicator == Indicators[at]);
    }

    private static IEnumerable<PlaceCounts> Joined(IReadOnlyList<PlaceCounts> counts)
    {
        var taken = counts.Where(c => c is { Occupied: not null, Places: null }).Select(c => (Residents: c, Places: counts.FirstOrDefault(p => HoldsDayOf(p, c)))).Where(p => p.Places is not null).ToArray();
        return counts.Except(taken.Select(t => t.Places!)).Select(c => taken.FirstOrDefault(t => t.Residents == c).Places is { } places ? c with { Usable = places.Usable, Nominal = places.Nominal } : c);
    }

    private static bool HoldsDayOf(PlaceCounts places, PlaceCounts residents) =>
        places is { Occupied: null, Places.Period.Frequency: Frequency.Monthly }
        && places.Region == residents.Region && places.Breakdown == residents.Breakdown && residents.Period.IsDay
        && places.Period.Start <= residents.Period.Start && residents.Period.End <= places.Period.End;
}
