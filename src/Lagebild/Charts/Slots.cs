using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>Periods side by side, each with a stretch of one width for its bars.</summary>
internal sealed class Slots(IReadOnlyList<Period> periods, double left, double right)
{
    private const double FontSize = 12.5;
    private const int Most = 400;

    private readonly Dictionary<Period, int> places = periods.Select((p, i) => (p, i)).ToDictionary(p => p.p, p => p.i);

    public IReadOnlyList<Period> Periods => periods;

    /// <summary>Width of one stretch.</summary>
    public double Width => (right - left) / periods.Count;

    /// <summary>The periods of all points, in order. Where they are of one frequency, those that no series has are there too, so that time keeps its measure.</summary>
    public static IReadOnlyList<Period> Of(ChartSpec spec)
    {
        var there = spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Distinct().Order().ToArray();
        var slots = new List<Period>();
        foreach (var period in there)
        {
            var missing = slots.Count == 0 ? 0 : Joins.MissingBetween(spec, slots[^1], period);
            for (var i = 0; i < missing && slots.Count < Most; i++)
            {
                slots.Add(Following(slots[^1]));
            }

            slots.Add(period);
        }

        return slots;
    }

    public double Middle(int index) => left + ((index + 0.5) * Width);

    public double Middle(Period period) => Middle(places[period]);

    /// <summary>Left end of the first period that reaches to a day; null where that is the first of all, or none.</summary>
    public double? Start(DateOnly day)
    {
        for (var i = 1; i < periods.Count; i++)
        {
            if (periods[i - 1].End < day && day <= periods[i].End)
            {
                return left + (i * Width);
            }
        }

        return null;
    }

    /// <summary>The name of each period under its bars; those that would touch are left out, the last one stays.</summary>
    public void Draw(Svg svg, string language, double bottom, double width)
    {
        var free = double.PositiveInfinity;
        for (var i = periods.Count - 1; i >= 0; i--)
        {
            var text = Text(periods[i], language);
            var half = TextWidth.Of(text, FontSize) / 2;
            var middle = Math.Clamp(Middle(i), half, Math.Max(half, width - half));
            if (middle + half + 6 <= free)
            {
                svg.Text(Style.Axis, middle, bottom + 20, text, Anchor.Middle);
                free = middle - half;
            }
        }
    }

    private static string Text(Period period, string language) => period.Frequency == Frequency.Monthly
        ? $"{DateFormat.MonthSign(period.Start.Month, language)} {DateFormat.PeriodName(period with { Frequency = Frequency.Annual }, language)}"
        : DateFormat.PeriodName(period, language);

    private static Period Following(Period period)
    {
        var start = Next(period.Start, period.Frequency);
        return period.IsDay ? new(start, start, period.Frequency) : new(start, Next(start, period.Frequency).AddDays(-1), period.Frequency);
    }

    private static DateOnly Next(DateOnly day, Frequency frequency) => frequency switch
    {
        Frequency.Weekly => day.AddDays(7),
        Frequency.Monthly => day.AddMonths(1),
        Frequency.Quarterly => day.AddMonths(3),
        Frequency.HalfYearly => day.AddMonths(6),
        Frequency.Annual => day.AddYears(1),
        _ => day.AddDays(1),
    };
}
