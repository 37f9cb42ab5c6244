namespace Lagebild.Charts;

/// <summary>How a chart of series is drawn.</summary>
public enum ChartKind
{
    /// <summary>Lines over time.</summary>
    Line,

    /// <summary>One horizontal bar per series: its last value.</summary>
    Bar,

    /// <summary>Upright bars over time, grouped by period. Where intervals occur, each bar is as wide as its period.</summary>
    Column,

    /// <summary>
    /// Horizontal bars in groups. Series with a <see cref="ChartSeries.Group"/>: one bar per series, its last value, under the name of the group (parts of each region);
    /// without: one group per series, one bar per period.
    /// </summary>
    GroupedBar,

    /// <summary>
    /// Parts of one whole, one bar per period (series without a <see cref="ChartSeries.Group"/>, upright, from two periods on) or per group (horizontal, last values).
    /// A bar with a part that is missing or confidential is never drawn as whole.
    /// </summary>
    Stacked,

    /// <summary>As <see cref="Stacked"/>, each bar to 100 %; a bar whose parts are not all there, or do not add up to <see cref="ChartSpec.Wholes"/>, is refused with its sign.</summary>
    StackedShare,

    /// <summary>A small line chart for each series, all on one scale; with <see cref="ChartSpec.OwnScale"/> each on its own, which is then said.</summary>
    SmallMultiples,

    /// <summary>One dot per series, its last value, in the order of the spec; where a series holds more than one point the first is an upright stroke (earlier and now).</summary>
    Ranking,

    /// <summary>The first and the last period of the spec side by side, a line for each series between.</summary>
    Slope,

    /// <summary>Lines over months since <see cref="ChartSeries.Onset"/>, month 0 on the left.</summary>
    Onset,
}
