using System.Globalization;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Derived;

/// <summary>Which computed value an address names: the measure, the series that was measured, the period of the result, and what the calculation rests on.</summary>
public sealed record DerivedQuery
{
    public required MeasureChoice Choice { get; init; }

    public required Indicator Indicator { get; init; }

    /// <summary>The series: one region, one variant, breakdown, feed and frequency as far as the address says.</summary>
    public required SelectionQuery Series { get; init; }

    /// <summary>First and last day of the result.</summary>
    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Both null where the path names what is not there: an unknown code or no day. A fault where the query can't be read.</summary>
    public static (DerivedQuery? Query, Fault? Fault) Parse(RouteValueDictionary path, IQueryCollection query, Catalogue.Catalogue catalogue)
    {
        if (MeasureCode.Parse(Text("measure")) is not { } measure || measure == Measure.Value || catalogue.Indicator(Text("indicator")) is not { } indicator
            || catalogue.Variant(Text("variant"))?.Indicator != indicator.Code || catalogue.Region(Text("region")) is null || Day(Text("start")) is not { } from || Day(Text("end")) is not { } to)
        {
            return (null, null);
        }

        var (selection, fault) = SelectionQuery.Parse(query, catalogue, indicator.Code);
        var (choice, wrong) = ChoiceOf(measure, query);
        return selection is null || choice is null ? (null, fault ?? wrong) : (new DerivedQuery
        {
            Choice = choice with { SumTo = Spanned(from, to) },
            Indicator = indicator,
            Series = selection with { Regions = [Text("region")], Variant = Text("variant"), From = null, To = null },
            From = from,
            To = to,
        }, null);

        string Text(string name) => path[name] as string ?? "";
    }

    private static (MeasureChoice? Choice, Fault? Fault) ChoiceOf(Measure measure, IQueryCollection query)
    {
        var (population, on, basis) = (query["population"].ToString(), query["on"].ToString(), query["base"].ToString());
        var choice = new MeasureChoice { Measure = measure, Population = Id(population), PopulationOn = Day(on), Base = PeriodOf(basis) };
        return population.Length > 0 && choice.Population is null ? (null, Fault.Of("population", population))
            : on.Length > 0 && choice.PopulationOn is null ? (null, Fault.Of("on", on))
            : basis.Length > 0 && choice.Base is null ? (null, Fault.Of("base", basis))
            : (choice, null);
    }

    private static Frequency Spanned(DateOnly from, DateOnly to) => (((to.Year - from.Year) * 12) + to.Month - from.Month + 1) switch
    {
        3 => Frequency.Quarterly,
        6 => Frequency.HalfYearly,
        _ => Frequency.Annual,
    };

    private static long? Id(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>ISO 8601, as <see cref="Period"/> writes it: one day, or start/end. The frequency is the series' own and does not matter here.</summary>
    private static Period? PeriodOf(string text) => text.Split('/') switch
    {
        [var day] when Day(day) is { } one => new(one, one, Frequency.Interval),
        [var start, var end] when Day(start) is { } from && Day(end) is { } to && from <= to => new(from, to, Frequency.Interval),
        _ => null,
    };

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
