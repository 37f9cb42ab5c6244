using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>All indicators by topic, with what there is of each.</summary>
public sealed class IndexModel(Reading reading) : PageModel
{
    /// <summary>In the order of the topics; last, without a topic, what only serves as a denominator.</summary>
    public IReadOnlyList<(Topic? Topic, IReadOnlyList<Entry> Entries)> Groups { get; private set; } = [];

    public void OnGet() => Groups =
        [.. reading.Catalogue.Indicators.GroupBy(i => i.Topic).Select(g => (g.Key, (IReadOnlyList<Entry>)[.. g.Select(Of)]))];

    private Entry Of(Indicator indicator)
    {
        var coverage = reading.Stand.Coverage.Where(c => c.Indicator == indicator.Code).ToArray();
        return new(indicator.Code, coverage.Select(c => c.Region).Distinct().Count(), coverage.Max(c => (int?)c.Last.Year));
    }

    /// <summary>An indicator, the regions it has values for, and the year of the latest; null where there is none.</summary>
    public sealed record Entry(string Code, int Regions, int? LastYear);
}
