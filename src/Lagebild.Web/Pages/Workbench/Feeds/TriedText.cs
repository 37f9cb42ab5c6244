using Lagebild.Catalogue;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>Tried values in words, also where the catalogue does not have what they name.</summary>
public static class TriedText
{
    /// <summary>Names of dimensions and codes where there are any, else what the file says.</summary>
    public static string Breakdown(Reading reading, string key) => Statistics.Breakdown.Parse(key) is { } breakdown
        ? string.Join(", ", breakdown.Parts.Select(p => $"{reading.Name(CatalogueKind.Dimension, p.Key).Plain()}: {reading.CodeName(p.Key, p.Value).Plain()}"))
        : key;

    /// <summary>Empty for an ordinary value.</summary>
    public static string Status(Reading reading, TriedValue value)
    {
        var words = reading.Words.Status;
        return (value.Confidentiality, value.MissingReason, value.Status) switch
        {
            (not ConfidentialityStatus.Free, _, _) => words.Confidential,
            (_, MissingReason.NotCollected, _) => words.NotCollected,
            (_, MissingReason.Late, _) => words.Late,
            (_, MissingReason.Refused, _) => words.Refused,
            (_, MissingReason.NotPublished, _) => words.NotPublished,
            (_, _, ObservationStatus.Missing) => words.Missing,
            (_, _, ObservationStatus.NotApplicable) => words.NotApplicable,
            (_, _, ObservationStatus.NotYetAvailable) => words.NotYetAvailable,
            (_, _, ObservationStatus.LowReliability) => words.LowReliability,
            (_, _, ObservationStatus.Forecast) => words.Forecast,
            (_, _, ObservationStatus.Estimated) => words.Estimated,
            (_, _, ObservationStatus.Provisional) => words.Provisional,
            (_, _, ObservationStatus.LessThanHalfUnit) => words.LessThanHalfUnit,
            _ => "",
        };
    }
}
