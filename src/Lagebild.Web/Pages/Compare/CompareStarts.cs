using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Comparisons of the six regions to start from, found by rule from what there is.</summary>
public sealed record CompareStarts
{
    /// <summary>Years more than this back are left to the form.</summary>
    private const int MostYears = 6;

    /// <summary>Indicators that at least two of the six have, those most have first: address, name, how many.</summary>
    public required IReadOnlyList<(string Href, string Indicator, int Regions)> Indicators { get; init; }

    /// <summary>Years in which each of the six has something that is counted in people, the latest first: address and year.</summary>
    public required IReadOnlyList<(string Href, int Year)> Years { get; init; }

    /// <summary>From everything there is as of the stand; what is shown is left out.</summary>
    public static CompareStarts Of(Reading reading, Compared shown)
    {
        string[] six = [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code)];
        return new()
        {
            Indicators = [.. FirstChoice.MostShared(new(), six, reading.Stand.Choices)
                .Where(i => i.Regions.Count > 1 && !shown.Query.Indicators.Contains(i.Indicator.Code))
                .Select(i => (reading.Link("/compare", new CompareQuery { Indicators = [i.Indicator.Code] }.ToAddress()), i.Indicator.Code, i.Regions.Count))],
            Years = [.. YearsOf(reading, six).Take(MostYears).Select(y => (reading.Link("/compare", InYear(y).ToAddress()), y))],
        };
    }

    private static CompareQuery InYear(int year) => new() { From = new(year, 1, 1), To = new(year, 12, 31), Measure = Measure.PerThousand };

    private static IEnumerable<int> YearsOf(Reading reading, string[] six)
    {
        var last = reading.Stand.Coverage.Where(c => six.Contains(c.Region)).Select(c => c.Last.Year).DefaultIfEmpty().Max();
        var first = reading.Stand.Coverage.Where(c => six.Contains(c.Region)).Select(c => c.First.Year).DefaultIfEmpty().Min();
        return Enumerable.Range(first, last - first + 1).Reverse().Where(y => HasAll(reading, six, InYear(y)));
    }

    private static bool HasAll(Reading reading, string[] six, CompareQuery query) =>
        FirstChoice.MostShared(query, six, reading.Stand.Choices).SelectMany(i => i.Regions).Distinct().Count() == six.Length;
}
