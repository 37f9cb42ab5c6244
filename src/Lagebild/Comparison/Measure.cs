namespace Lagebild.Comparison;

/// <summary>What can be made of a series. Each is computed when asked for, never stored, and lists what it came from.</summary>
public enum Measure
{
    /// <summary>The values as reported.</summary>
    Value,

    /// <summary>A total added up from parts, where the source publishes none (<see cref="ComputedTotal"/>).</summary>
    Total,

    /// <summary>Per 1,000 inhabitants (<see cref="PerInhabitants"/>), in millionths.</summary>
    PerThousand,

    /// <summary>Per 100,000 inhabitants, in millionths.</summary>
    PerHundredThousand,

    /// <summary>Percent of the country's value (<see cref="CountryShare"/>), one decimal.</summary>
    CountryShare,

    /// <summary>Percent change on the previous period (<see cref="Changes"/>), one decimal; percentage points of a ratio.</summary>
    ChangeOnPrevious,

    /// <summary>Percent change on the same period of the year before, likewise.</summary>
    ChangeOnYear,

    /// <summary>Base period = 100 (<see cref="IndexNumbers"/>), one decimal.</summary>
    Index,

    /// <summary>Quarters, half-years or years added up from smaller periods; flows only (<see cref="PeriodSums"/>).</summary>
    PeriodSum,

    /// <summary>Occupied of usable or nominal places in percent (<see cref="Comparison.Occupancy"/>), one decimal.</summary>
    Occupancy,

    /// <summary>Increase of a running count between two of its days (<see cref="Increases"/>).</summary>
    Increase,

    /// <summary>Percent of women (<see cref="Comparison.WomenShare"/>), one decimal.</summary>
    WomenShare,

    /// <summary>In another currency, at the average rate of the year (<see cref="Conversion"/>).</summary>
    Converted,
}

/// <summary>The words of the measures in addresses: lower case with hyphens.</summary>
public static class MeasureCode
{
    private static readonly string[] Words =
    [
        "value", "total", "per-1000", "per-100000", "country-share", "change", "change-on-year", "index", "period-sum", "occupancy", "increase", "women-share", "converted",
    ];

    public static string Word(this Measure measure) => Words[(int)measure];

    /// <summary>Null where the word is unknown.</summary>
    public static Measure? Parse(string word) => Array.IndexOf(Words, word) is var at and >= 0 ? (Measure)at : null;
}
