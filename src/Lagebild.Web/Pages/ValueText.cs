using System.Globalization;
using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages;

/// <summary>Values and their doubts in words, never zero for what is missing.</summary>
public static class ValueText
{
    /// <summary>Stands where there is no figure.</summary>
    public const string NoFigureSign = "…";

    /// <summary>Stands where a figure is confidential.</summary>
    public const string ConfidentialSign = "⊘";

    /// <summary>The value as the language writes it, with the percent sign where it is a share, without the word of its unit; a sign where there is none.</summary>
    public static string Value(this Reading reading, Observation observation, int decimals, string unit) => observation switch
    {
        { Value: { } value } => reading.Value(value, decimals, unit),
        { Confidentiality: not ConfidentialityStatus.Free } => ConfidentialSign,
        _ => NoFigureSign,
    };

    /// <summary>A value that is there.</summary>
    public static string Value(this Reading reading, long value, int decimals, string unit) =>
        DerivedUnit.IsRate(unit) ? reading.RateText(value)
        : unit == DerivedUnit.Change ? NumberFormat.PercentChange(value, decimals, reading.Language)
        : unit == DerivedUnit.Points ? NumberFormat.Change(value, decimals, reading.Language)
        : reading.IsPercent(unit) ? NumberFormat.Percent(value, decimals, reading.Language)
        : NumberFormat.Value(value, decimals, reading.Language);

    /// <summary>A rate in millionths, written to one decimal; what would read as none but is some is said so, and none at all is a plain zero.</summary>
    private static string RateText(this Reading reading, long millionths) => (millionths, Rate.TenthsOf(millionths)) switch
    {
        (0, _) => NumberFormat.Value(0, 0, reading.Language),
        (_, 0) => reading.Fill(reading.Words.Indicator.PerInhabitantsBelow, NumberFormat.Value(5, 2, reading.Language)),
        (_, var tenths) => NumberFormat.Value(tenths, 1, reading.Language),
    };

    /// <summary>The value with the word of its unit: 1.234 Personen, 29,3 %.</summary>
    public static string ValueWithUnit(this Reading reading, long value, int decimals, string unit) => reading.IsPercent(unit)
        ? reading.Value(value, decimals, unit)
        : $"{reading.Value(value, decimals, unit)} {reading.Catalogue.UnitWord(unit, Exact(value, decimals), reading.Language)?.Body ?? reading.UnitName(unit)}";

    /// <summary>The word of a unit as it stands above an axis or in a heading.</summary>
    public static string UnitName(this Reading reading, string unit) => DerivedUnit.Name(reading.Words, unit)
        ?? (reading.Text(CatalogueKind.Unit, unit, "axis") ?? reading.Text(CatalogueKind.Unit, unit, "name") ?? reading.Catalogue.UnitWord(unit, 1000, reading.Language))?.Body
        ?? unit;

    public static bool IsPercent(this Reading reading, string unit) => unit == DerivedUnit.Change || (reading.Catalogue.Unit(unit)?.Percent ?? false);

    /// <summary>As files hold it: decimal point, no grouping: 1234 with one decimal is 123.4.</summary>
    public static string Invariant(long value, int decimals) => Exact(value, decimals).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>The same; a rate as it is written, to one decimal, and null where it is only said to be below what would be written.</summary>
    public static string? Invariant(long value, int decimals, string unit) => (DerivedUnit.IsRate(unit), Rate.TenthsOf(value)) switch
    {
        (false, _) => Invariant(value, decimals),
        (true, 0) when value > 0 => null,
        (true, var tenths) => Invariant(tenths, 1),
    };

    /// <summary>What the value is worth in words; null for an ordinary one.</summary>
    public static string? Doubt(this Words words, Observation observation) =>
        observation.Confidentiality != ConfidentialityStatus.Free ? words.Status.Confidential
        : Reason(words.Status, observation.MissingReason) ?? Status(words.Status, observation);

    /// <summary>Why a value is missing, in a word.</summary>
    public static string Reason(this Words words, MissingReason reason) => Reason(words.Status, reason) ?? words.Status.Missing;

    private static string? Reason(StatusWords words, MissingReason reason) => reason switch
    {
        MissingReason.NotCollected => words.NotCollected,
        MissingReason.Late => words.Late,
        MissingReason.Refused => words.Refused,
        MissingReason.NotPublished => words.NotPublished,
        _ => null,
    };

    private static string? Status(StatusWords words, Observation observation) => observation.Status switch
    {
        ObservationStatus.Missing => words.Missing,
        ObservationStatus.NotApplicable => words.NotApplicable,
        ObservationStatus.NotYetAvailable => words.NotYetAvailable,
        ObservationStatus.LowReliability => words.LowReliability,
        ObservationStatus.Forecast => words.Forecast,
        ObservationStatus.Estimated => words.Estimated,
        ObservationStatus.Provisional => words.Provisional,
        ObservationStatus.LessThanHalfUnit => words.LessThanHalfUnit,
        _ => observation.Value is null ? words.Missing : null,
    };

    private static decimal Exact(long value, int decimals) => value / (decimal)Math.Pow(10, decimals);
}
