using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The numbers of a chart, once more, as a table: regions beside periods, or below one another where there are many.</summary>
public sealed record FigureTable
{
    /// <summary>More regions than this stand in rows.</summary>
    private const int MostColumns = 6;

    public required string Caption { get; init; }

    /// <summary>What the heads of rows are: a period or a region.</summary>
    public required string RowsAre { get; init; }

    /// <summary>Heads of columns after the first.</summary>
    public required IReadOnlyList<FigureHead> Columns { get; init; }

    public required IReadOnlyList<FigureRow> Rows { get; init; }

    /// <summary>From what a chart shows: every value of every series, periods ascending; years without any too where <paramref name="showsGaps"/>.</summary>
    public static FigureTable Of(Reading reading, SelectedValues values, Variant variant, string caption, bool showsGaps = false)
    {
        Period[] there = [.. values.Series.SelectMany(s => s.Series.Observations.Select(o => o.Period)).Distinct().Order()];
        Period[] periods = showsGaps ? [.. WithMissingYears(there)] : there;
        var cells = new Cells(reading, values, variant);
        FigureHead[] across = [.. periods.Select(p => new FigureHead(PeriodText.Label(p, reading.Language), null))];
        FigureHead[] regions = [.. values.Series.Select(s => new FigureHead(s.Name ?? reading.RegionName(s.Region), s.Name is null ? s.Region : null))];
        var regionsDown = regions.Length > MostColumns || periods.Length == 1;
        return new FigureTable
        {
            Caption = caption,
            RowsAre = regionsDown ? reading.Words.Overview.Region : periods.All(p => p.IsDay) ? reading.Words.Indicator.Day : reading.Words.Indicator.Period,
            Columns = regionsDown ? across : regions,
            Rows = regionsDown
                ? [.. regions.Select((r, at) => new FigureRow(r, [.. periods.Select(p => cells.Of(values.Series[at], p))]))]
                : [.. periods.Select((p, at) => new FigureRow(across[at], [.. values.Series.Select(s => cells.Of(s, p))]))],
        };
    }

    /// <summary>Years within the span for which no region has a row are rows too: they are missing, not left out.</summary>
    private static IEnumerable<Period> WithMissingYears(Period[] periods)
    {
        for (var i = 0; i < periods.Length; i++)
        {
            yield return periods[i];
            for (var next = YearAfter(periods[i]); i + 1 < periods.Length && AreAnnual(periods[i], periods[i + 1]) && next.Start < periods[i + 1].Start; next = YearAfter(next))
            {
                yield return next;
            }
        }
    }

    private static bool AreAnnual(Period earlier, Period later) =>
        earlier.Frequency == Frequency.Annual && later.Frequency == Frequency.Annual && earlier.End.DayOfYear >= 365 && later.End.DayOfYear >= 365 && earlier.IsDay == later.IsDay;

    private static Period YearAfter(Period period) => new(period.Start.AddYears(1), period.End.AddYears(1), period.Frequency);

    private sealed class Cells(Reading reading, SelectedValues values, Variant variant)
    {
        private readonly Dictionary<(SeriesKey Key, Period Period), Observation> _observations = values.Series
            .SelectMany(s => s.Series.Observations.Select(o => (s.Series.Key, Observation: o)))
            .ToDictionary(o => (o.Key, o.Observation.Period), o => o.Observation);

        private readonly HashSet<Period> _periods = [.. values.Series.SelectMany(s => s.Series.Observations.Select(o => o.Period))];

        public FigureCell Of(ShownSeries series, Period period) =>
            _observations.TryGetValue((series.Series.Key, period), out var observation) ? FigureCell.Of(reading, variant, series, observation)
            : reading.Catalogue.GapOf(series.Series.Key.Indicator, series.Region, period) is { } gap ? Missing(period, gap.Reason)
            : IsMissingYear(series, period) ? Missing(period)
            : FigureCell.Empty;

        /// <summary>Within the span of the series, and no other region has the year either.</summary>
        private bool IsMissingYear(ShownSeries series, Period period) =>
            period.Frequency == Frequency.Annual
            && series.Series.Observations[0].Period < period && period < series.Series.Observations[^1].Period
            && !_periods.Contains(period);

        private FigureCell Missing(Period period, MissingReason reason = MissingReason.None)
        {
            var missing = new Observation { Period = period, Status = ObservationStatus.Missing, MissingReason = reason };
            return new() { Text = reading.Value(missing, variant.Decimals, variant.Unit), Doubt = reading.Words.Doubt(missing) };
        }
    }
}

/// <summary>Head of a row or column; with its region's code where it is a region.</summary>
public sealed record FigureHead(string Text, string? Region)
{
    /// <summary>True for a column of words: they stand left.</summary>
    public bool IsWords { get; init; }
}

/// <summary>A row: its head, then a cell for each column.</summary>
public sealed record FigureRow(FigureHead Head, IReadOnlyList<FigureCell> Cells);

/// <summary>One number with its doubt and the way to where it comes from.</summary>
public sealed record FigureCell
{
    /// <summary>No observation at all for this region and period.</summary>
    public static FigureCell Empty { get; } = new() { Text = "" };

    /// <summary>As the language writes it; a sign where there is no value; empty where there is no observation.</summary>
    public required string Text { get; init; }

    /// <summary>As machines read it; null where there is no value.</summary>
    public string? Exact { get; init; }

    /// <summary>Its status in words; null for an ordinary value.</summary>
    public string? Doubt { get; init; }

    /// <summary>True where the press reported it.</summary>
    public bool IsPress { get; init; }

    /// <summary>Where it comes from; null for rates.</summary>
    public string? Href { get; init; }

    /// <summary>Whose value it is: added to the link for screen readers.</summary>
    public string Label { get; init; } = "";

    /// <summary>An observation as tables show it.</summary>
    public static FigureCell Of(Reading reading, Variant variant, ShownSeries series, Observation observation) => new()
    {
        Text = reading.Value(observation, variant.Decimals, variant.Unit),
        Exact = observation.Value is { } value ? ValueText.Invariant(value, variant.Decimals, variant.Unit) : null,
        Doubt = reading.Words.Doubt(observation),
        IsPress = reading.IsPress(series.Series.Key.Feed),
        Href = reading.Origin(series, observation.Period),
        Label = reading.Fill(reading.Words.Indicator.FigureOf, reading.RegionName(series.Region), PeriodText.Label(observation.Period, reading.Language)),
    };
}
