using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>Values as drawings and tables show them: what is missing without a reason of the source has the one its office gives.</summary>
public static class ExplainedGaps
{
    /// <summary>The same values; only reasons are added.</summary>
    public static SelectedValues Explained(this SelectedValues values, Catalogue.Catalogue catalogue) =>
        catalogue.Gaps.Count == 0 ? values : values with { Series = [.. values.Series.Select(s => Explained(s, catalogue))] };

    private static ShownSeries Explained(ShownSeries shown, Catalogue.Catalogue catalogue) => !catalogue.GapsOf(shown.Series.Key.Indicator, shown.Region).Any()
        ? shown
        : shown with { Series = shown.Series with { Observations = [.. shown.Series.Observations.Select(o => Explained(o, shown.Series.Key, catalogue))] } };

    private static Observation Explained(Observation o, SeriesKey key, Catalogue.Catalogue catalogue) => IsUnexplained(o) && catalogue.GapOf(key.Indicator, key.Region, o.Period) is { } gap
        ? o with { Status = ObservationStatus.Missing, MissingReason = gap.Reason }
        : o;

    private static bool IsUnexplained(Observation o) =>
        o is { Value: null, Confidentiality: ConfidentialityStatus.Free, MissingReason: MissingReason.None, Status: ObservationStatus.Missing or ObservationStatus.Normal };
}
