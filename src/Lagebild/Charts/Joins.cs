using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Which neighbouring values of a series a line may join, and how many periods are missing between them.</summary>
internal static class Joins
{
    /// <summary>Both have a height, follow each other without a gap, are of one frequency, are whole periods, and no break lies between.</summary>
    public static bool Joined(ChartSpec spec, int series, ChartPoint earlier, ChartPoint later) =>
        earlier.IsDrawn && later.IsDrawn
        && earlier.Period.Frequency == later.Period.Frequency
        && earlier.Period.Frequency != Frequency.Interval
        && !spec.IsSparse
        && !IsGap(spec, earlier.Period, later.Period)
        && (spec.Breaks.Count == 0 || BreakBetween(spec, series, earlier.Period, later.Period) is null);

    /// <summary>Periods left out between two of one frequency; 0 where they follow each other or cannot be counted.</summary>
    public static int MissingBetween(ChartSpec spec, Period earlier, Period later) =>
        spec.IsSparse || earlier.Frequency != later.Frequency || earlier.Frequency == Frequency.Interval ? 0
        : spec.GapDays is null ? (int)Math.Max(0, Index(later) - Index(earlier) - 1)
        : IsGap(spec, earlier, later) ? 1 : 0;

    /// <summary>The first break that separates two periods; null where none does.</summary>
    public static ChartBreak? BreakBetween(ChartSpec spec, int series, Period earlier, Period later)
    {
        foreach (var cut in spec.Breaks)
        {
            if (earlier.Start < cut.Day && cut.Day <= later.End && Cuts(cut, series))
            {
                return cut;
            }
        }

        return null;
    }

    public static bool Cuts(ChartBreak cut, int series) => cut.Series.Count == 0 || cut.Series.Contains(series);

    /// <summary>How many unbroken pieces the line of a series has.</summary>
    public static int Pieces(ChartSpec spec, int series)
    {
        var points = spec.Series[series].Points;
        var pieces = 0;
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i].IsDrawn && (i == 0 || !Joined(spec, series, points[i - 1], points[i])))
            {
                pieces++;
            }
        }

        return pieces;
    }

    /// <summary>Whether less than a quarter of the periods between the first and the last point have one.</summary>
    public static bool IsSparse(ChartSeries series) =>
        series.Points[0].Period.Frequency != Frequency.Interval
        && series.Points.Count * 4 < Index(series.Points[^1].Period) - Index(series.Points[0].Period) + 1;

    private static bool IsGap(ChartSpec spec, Period earlier, Period later) => spec.GapDays is { } days
        ? later.Start.DayNumber - earlier.Start.DayNumber > days
        : Index(later) - Index(earlier) > 1;

    /// <summary>Periods of one frequency, numbered without holes. Weeks start on Monday, as day number 0 does.</summary>
    public static long Index(Period period)
    {
        var start = period.Start;
        var month = (start.Year * 12) + start.Month - 1;
        return period.Frequency switch
        {
            Frequency.Weekly => start.DayNumber / 7,
            Frequency.Monthly => month,
            Frequency.Quarterly => month / 3,
            Frequency.HalfYearly => month / 6,
            Frequency.Annual => start.Year,
            _ => start.DayNumber,
        };
    }
}
