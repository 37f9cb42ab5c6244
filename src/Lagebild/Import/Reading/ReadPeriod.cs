using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>First and last day (yyyymmdd) and frequency as a file gives them. <see cref="IsExact"/> where it names both days: then nothing is turned into a stock's day.</summary>
internal readonly record struct ReadPeriod(int Start, int End, Frequency Frequency, bool IsExact = false)
{
    /// <summary>From 1800 to 2199.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1800 and <= 2199 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    public bool IsOneDay => Start == End;

    /// <summary>A year or month of a stock becomes the day the variant counts at, where it has one.</summary>
    public ReadPeriod At(Reference reference) => IsExact || IsOneDay ? this : reference switch
    {
        Reference.Start => this with { End = Start },
        Reference.End => this with { Start = End },
        _ => this,
    };

    /// <summary>Null where the days fit frequency and reference; else what would.</summary>
    public Fault? Misfit(Reference reference) =>
        End < Start ? new Fault(Reason.PeriodEndsBeforeStart)
        : reference is Reference.Start or Reference.End or Reference.Day ? DayMisfit(reference)
        : WholeMisfit();

    private Fault? DayMisfit(Reference reference)
    {
        if (!IsOneDay && WholeMisfit() is null)
        {
            return new Fault(Reason.DayUnknown, Severity.Notice);
        }

        var rhythm = Frequency is Frequency.Monthly or Frequency.Quarterly or Frequency.HalfYearly or Frequency.Annual;
        var fits = IsOneDay && (!rhythm || reference switch
        {
            Reference.Start => Start % 100 == 1,
            Reference.End => IsMonthEnd(End) && (Frequency == Frequency.Annual || End / 100 % 100 % MonthsOf(Frequency) == 0),
            _ => true,
        });
        return fits ? null : new Fault(Reason.FrequencyDoesNotFit, Expected: reference.ToString());
    }

    private Fault? WholeMisfit()
    {
        var fits = Frequency switch
        {
            Frequency.Interval => true,
            Frequency.Daily => IsOneDay,
            Frequency.Weekly => DayNumber.ToDay(Start) is { DayOfWeek: DayOfWeek.Monday } monday && DayNumber.From(monday.AddDays(6)) == End,
            _ => IsWhole(MonthsOf(Frequency)),
        };
        return fits ? null : new Fault(Reason.FrequencyDoesNotFit, Expected: Frequency.Letter().ToString());
    }

    private bool IsWhole(int months)
    {
        var (first, last) = (Start / 100 % 100, End / 100 % 100);
        return Start / 10000 == End / 10000 && Start % 100 == 1 && IsMonthEnd(End) && last - first + 1 == months && last % months == 0;
    }

    private static bool IsMonthEnd(int day) => day % 100 == DateTime.DaysInMonth(day / 10000, day / 100 % 100);

    private static int MonthsOf(Frequency frequency) => frequency switch
    {
        Frequency.Monthly => 1,
        Frequency.Quarterly => 3,
        Frequency.HalfYearly => 6,
        _ => 12,
    };
}
