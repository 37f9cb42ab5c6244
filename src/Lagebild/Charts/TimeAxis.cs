using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>
/// Time from left to right. Where all series have one frequency a value stands at the start of its period (the count of 31.12.2024 in a yearly series at 2024),
/// so that ticks at period starts meet the values; where frequencies are mixed it stands at its day, or in the middle of its period.
/// </summary>
internal sealed class TimeAxis : RunningAxis
{
    private const double Room = 36;
    private const double DaysInMonth = 30.4;
    private static readonly int[] MonthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 12000];

    private readonly LinearScale scale;
    private readonly Frequency? common;
    private readonly DateOnly first;
    private readonly DateOnly last;

    private TimeAxis(Frequency? common, DateOnly first, DateOnly last, double from, double to)
    {
        this.common = common;
        this.first = first;
        this.last = last;
        scale = new(first.DayNumber, last.DayNumber, from, to);
    }

    /// <summary>Null where the spec has no points.</summary>
    public static TimeAxis? Of(ChartSpec spec, double from, double to)
    {
        var common = CommonFrequency(spec);
        var first = DateOnly.MaxValue;
        var last = DateOnly.MinValue;
        foreach (var series in spec.Series)
        {
            foreach (var point in series.Points)
            {
                var day = Day(point.Period, common);
                first = day < first ? day : first;
                last = day > last ? day : last;
            }
        }

        return first > last ? null : new(common, first, last, from, to);
    }

    /// <summary>From one day to another, both whole, whatever stands between.</summary>
    public static TimeAxis Between(DateOnly first, DateOnly last, double from, double to) => new(null, first, last, from, to);

    /// <inheritdoc/>
    public override TimeAxis Over(double from, double to) => new(common, first, last, from, to);

    public double X(Period period) => scale.Map(Day(period, common).DayNumber);

    public double X(DateOnly day) => scale.Map(day.DayNumber);

    /// <inheritdoc/>
    public override double X(int series, Period period) => X(period);

    /// <inheritdoc/>
    public override double? DayX(DateOnly day) => first <= day && day <= last ? X(day) : null;

    /// <inheritdoc/>
    public override double? TargetX(DateOnly day) => DayX(Day(new(day, day, common ?? Frequency.Daily), common));

    /// <summary>Ticks at period starts.</summary>
    public override IReadOnlyList<RunningTick> Ticks(string language, double width)
    {
        var (days, unit) = TickDays();
        if (days.Count == 0)
        {
            days.Add(first);
        }

        var ticks = new List<RunningTick>(days.Count);
        for (var i = 0; i < days.Count; i++)
        {
            ticks.Add(Tick(scale.Map(days[i].DayNumber), Text(days[i], unit, i == 0, language), width));
        }

        return WithoutTouching(ticks);
    }

    private static Frequency? CommonFrequency(ChartSpec spec)
    {
        Frequency? common = null;
        foreach (var series in spec.Series)
        {
            foreach (var point in series.Points)
            {
                var frequency = point.Period.Frequency;
                if (frequency != Frequency.Interval && frequency != common)
                {
                    if (common is not null)
                    {
                        return null;
                    }

                    common = frequency;
                }
            }
        }

        return common;
    }

    private static DateOnly Day(Period period, Frequency? common) => common switch
    {
        Frequency.Annual => new(period.Start.Year, 1, 1),
        Frequency.HalfYearly => new(period.Start.Year, period.Start.Month > 6 ? 7 : 1, 1),
        Frequency.Quarterly => new(period.Start.Year, ((period.Start.Month - 1) / 3 * 3) + 1, 1),
        Frequency.Monthly => new(period.Start.Year, period.Start.Month, 1),
        Frequency.Weekly or Frequency.Daily => period.Start,
        _ => period.Start.AddDays((period.End.DayNumber - period.Start.DayNumber) / 2),
    };

    private (List<DateOnly> Days, TickUnit Unit) TickDays()
    {
        var perDay = (scale.To - scale.From) / Math.Max(1, last.DayNumber - first.DayNumber);
        if (common is null or Frequency.Daily or Frequency.Weekly)
        {
            if (common != Frequency.Weekly && perDay > Room)
            {
                return (EveryDays(1), TickUnit.Day);
            }

            if (perDay * 7 > Room)
            {
                return (EveryDays(7), TickUnit.Day);
            }
        }

        var least = common switch { Frequency.Annual => 12, Frequency.HalfYearly => 6, Frequency.Quarterly => 3, _ => 1 };
        var step = MonthSteps.First(step => step >= least && (perDay * step * DaysInMonth > Room || step == MonthSteps[^1]));
        return (EveryMonths(step), step < 12 ? TickUnit.Month : TickUnit.Year);
    }

    private List<DateOnly> EveryDays(int step)
    {
        var days = new List<DateOnly>();
        var start = step == 7 ? first.AddDays((7 - (first.DayNumber % 7)) % 7) : first;
        for (var day = start.DayNumber; day <= last.DayNumber; day += step)
        {
            days.Add(DateOnly.FromDayNumber(day));
        }

        return days;
    }

    /// <summary>The first period is always named, of years the last too.</summary>
    private List<DateOnly> EveryMonths(int step)
    {
        var days = new List<DateOnly>();
        var from = (first.Year * 12) + first.Month - 1 + (first.Day > 1 ? 1 : 0);
        var to = (last.Year * 12) + last.Month - 1;
        var anchor = common == Frequency.Annual && step == 24 ? to % 24 : 0;
        for (var month = ((from - anchor + step - 1) / step * step) + anchor; month <= to; month += step)
        {
            days.Add(new(month / 12, (month % 12) + 1, 1));
        }

        AddEnds(days);
        return days;
    }

    private void AddEnds(List<DateOnly> days)
    {
        if (days.Count == 0 || days[0] != first)
        {
            days.Insert(0, first);
        }

        if (common == Frequency.Annual && days[^1] != last)
        {
            days.Add(last);
        }
    }

    private static string Text(DateOnly day, TickUnit unit, bool isFirst, string language)
    {
        var year = day.Year.ToString(CultureInfo.InvariantCulture);
        return unit switch
        {
            TickUnit.Year when day.Month == 1 => year,
            TickUnit.Day when isFirst => DayAndYear(day, year, language),
            TickUnit.Day => DateFormat.DaySign(day, language),
            _ when day.Day > 1 => DayAndYear(day, year, language),
            _ => isFirst || day.Month == 1 ? $"{DateFormat.MonthSign(day.Month, language)}\u00a0{year}" : DateFormat.MonthSign(day.Month, language),
        };
    }

    private static string DayAndYear(DateOnly day, string year, string language) =>
        DateFormat.DaySign(day, language) + (language == "de" ? "" : "\u00a0") + year;

    private enum TickUnit
    {
        Day,
        Month,
        Year,
    }
}
