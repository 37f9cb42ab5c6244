using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Data;

/// <summary>All data sets with the formats they can be had in.</summary>
public sealed class IndexModel(Reading reading) : PageModel
{
    /// <summary>Those with values, in the order of the catalogue.</summary>
    public IReadOnlyList<OfferedSet> Sets { get; private set; } = [];

    /// <summary>By code.</summary>
    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    public void OnGet()
    {
        var coverage = reading.Stand.Coverage.ToLookup(c => c.Indicator);
        Sets = [.. reading.Catalogue.Indicators.Where(i => coverage.Contains(i.Code)).Select(i => OfferedSet.Of(i.Code, [.. coverage[i.Code]]))];
        Feeds = [.. reading.Stand.Feeds.Values.OrderBy(f => f.Code, StringComparer.Ordinal)];
    }
}

/// <summary>A data set and how much there is in it.</summary>
public sealed record OfferedSet(string Indicator, long Count, string Span)
{
    /// <summary>From what there is of an indicator.</summary>
    public static OfferedSet Of(string indicator, IReadOnlyList<Coverage> rows)
    {
        var (first, last) = (rows.Min(r => r.First).Year, rows.Max(r => r.Last).Year);
        return new(indicator, rows.Sum(r => r.ObservationCount), first == last ? Reading.Number(first) : $"{Reading.Number(first)}–{Reading.Number(last)}");
    }
}
