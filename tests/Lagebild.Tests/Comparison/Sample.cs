using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Tests.Comparison;

/// <summary>Series and observations built in a line, for the tests of this folder.</summary>
internal static class Sample
{
    public static Variant Variant(int decimals = 0, long roundedTo = 1) => new()
    {
        Code = "azr-12531-0043",
        Indicator = "protection-seekers",
        Unit = "persons",
        Decimals = decimals,
        Reference = Reference.Day,
        RoundedTo = roundedTo,
        PopulationCounted = "all",
        Dimensions = ["sex", "status"],
        AddUpTo = new Dictionary<string, IReadOnlyList<string>> { ["sex"] = ["F", "M"], ["status"] = ["open", "recognised", "without"] },
    };

    public static Series Series(string region, string breakdown, params Observation[] observations) => new()
    {
        Id = 1,
        Decimals = 0,
        Key = new SeriesKey { Feed = "azr", Indicator = "protection-seekers", Variant = "azr-12531-0043", Region = region, Breakdown = breakdown, Frequency = Frequency.Annual },
        Observations = observations,
    };

    /// <summary>Hamburg's series of some kind, with observations of one frequency.</summary>
    public static CountedSeries Counted(IndicatorKind kind, params Observation[] observations) => new()
    {
        Indicator = new() { Code = "protection-seekers", Kind = kind, Unit = "persons" },
        Variant = Variant(),
        Series = Series("DE-HH", "", observations) is var series && observations.Length > 0
            ? series with { Key = series.Key with { Frequency = observations[0].Period.Frequency } }
            : series,
    };

    public static Observation Day(string day, long? value, Frequency frequency = Frequency.Annual, ObservationStatus status = ObservationStatus.Normal) =>
        Between(day, day, value, frequency, status);

    public static Observation Between(string start, string end, long? value, Frequency frequency, ObservationStatus status = ObservationStatus.Normal) => new()
    {
        Period = new Period(Date(start), Date(end), frequency),
        Value = value,
        Status = status,
    };

    public static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
