namespace Lagebild.Statistics;

/// <summary>How often a series is taken (SDMX CL_FREQ). Half-year beside month is two series, never one.</summary>
public enum Frequency : byte
{
    /// <summary>Each day (D).</summary>
    Daily,

    /// <summary>Each week (W).</summary>
    Weekly,

    /// <summary>Each month (M).</summary>
    Monthly,

    /// <summary>Each quarter (Q).</summary>
    Quarterly,

    /// <summary>Each half-year (S).</summary>
    HalfYearly,

    /// <summary>Each year (A).</summary>
    Annual,

    /// <summary>Any other interval, such as January to September (I): never drawn beside whole periods, summed or differenced across a year.</summary>
    Interval,
}

/// <summary>The one-letter codes of <see cref="Frequency"/> as files, addresses and both databases hold them.</summary>
public static class FrequencyCode
{
    private const string Letters = "DWMQSAI";

    /// <summary>The letter, in upper case.</summary>
    public static char Letter(this Frequency frequency) => Letters[(int)frequency];

    /// <summary>Null where the text is not one of the seven letters (lower case is not one).</summary>
    public static Frequency? Parse(ReadOnlySpan<char> text) =>
        text.Length == 1 && Letters.IndexOf(text[0], StringComparison.Ordinal) is var at and >= 0 ? (Frequency)at : null;
}
