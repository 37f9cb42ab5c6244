using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>Which places occupancy is reckoned by: to be named beside it.</summary>
public enum Places
{
    /// <summary>Those that can be used at the time.</summary>
    Usable,

    /// <summary>Those there are, also where they can't be used.</summary>
    Nominal,
}

/// <summary>Occupied places of those there are, in percent to one decimal; above 100 where more people live there than places are foreseen.</summary>
public static class Occupancy
{
    public const string OccupiedIndicator = "places-occupied";

    public const string UsableIndicator = "places-usable";

    public const string NominalIndicator = "places-nominal";

    /// <summary>Decimals of the percentage.</summary>
    public const int Decimals = 1;

    /// <summary>
    /// One value for each period of <paramref name="occupied"/>, by the places of the same region, facilities and period: usable ones before nominal ones. The facilities
    /// are the same where both are broken down by them alike, or where a likeness says that these residents live in these places.
    /// Parts: occupied, places. Which places: <see cref="PlacesOf"/>. <see cref="Without.NoPlaces"/> where nothing is said of the places.
    /// </summary>
    public static ComputedSeries Of(CountedSeries occupied, IEnumerable<CountedSeries> places, IReadOnlyList<Likeness> likenesses)
    {
        CountedSeries[] fitting = [.. places.Where(p => Fits(occupied, p, likenesses)).OrderByDescending(p => p.Indicator.Code == UsableIndicator).ThenByDescending(p => p.Series.Key.Feed == occupied.Series.Key.Feed).ThenBy(p => p.Series.Key)];
        return new() { Key = occupied.Series.Key, Values = [.. occupied.Series.Observations.Select(o => Of(occupied, fitting, o))] };
    }

    /// <summary>By which places a value was reckoned; null where by none.</summary>
    public static Places? PlacesOf(Computed occupancy) => occupancy.Parts is [_, var places] ? places.Key.Indicator == UsableIndicator ? Places.Usable : Places.Nominal : null;

    private static bool Fits(CountedSeries occupied, CountedSeries places, IReadOnlyList<Likeness> likenesses) =>
        places.Indicator.Code is UsableIndicator or NominalIndicator
        && (places.Series.Key.Region, places.Series.Key.Breakdown) == (occupied.Series.Key.Region, occupied.Series.Key.Breakdown)
        && (places.Series.Key.Breakdown.Length > 0 || likenesses.Any(l => !l.Part && l.Joins(Feature.Population, occupied.Variant.PopulationCounted, places.Variant.PopulationCounted)));

    private static Computed Of(CountedSeries occupied, CountedSeries[] places, Observation observation)
    {
        var part = occupied.Series.PartOf(observation);
        Part[] found = [.. places.Select(p => p.Series.PartOn(observation.Period)).OfType<Part>()];
        return (found.FirstOrDefault(p => p.Observation.Open() is not null) ?? found.FirstOrDefault()) is { } known
            ? Calculation.From(observation.Period, Decimals, [part, known], () => Percent(occupied, places, part, known), CountryShare.Remarks(occupied))
            : Calculation.Without(observation.Period, Decimals, [part], Without.NoPlaces);
    }

    private static long? Percent(CountedSeries occupied, CountedSeries[] places, Part part, Part known)
    {
        var decimals = places.First(p => p.Series.Key == known.Key).Series.Decimals;
        return known.Observation.Open() is > 0 and var whole
            ? Rounding.Divide((Int128)part.Observation.Open()!.Value * 1000 * Rounding.Scale(decimals), (Int128)whole * Rounding.Scale(occupied.Series.Decimals))
            : null;
    }
}
