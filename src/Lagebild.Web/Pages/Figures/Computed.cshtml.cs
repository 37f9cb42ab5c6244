using System.Globalization;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Figures;

/// <summary>A computed total with the values it was added up from: each leads to its own figure page.</summary>
[SameWithinRelease]
public sealed class ComputedModel(Reading reading, SelectedValuesReader values) : PageModel
{
    public SeriesKey Key { get; private set; } = null!;

    public Variant Variant { get; private set; } = null!;

    public Observation Total { get; private set; } = null!;

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<Part> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? indicator, string? variant, string? region, string? start, string? end, CancellationToken ct)
    {
        var known = reading.Catalogue.Indicator(indicator ?? "");
        if (known is null || Day(start) is not { } from || Day(end) is not { } to || reading.Catalogue.Region(region ?? "") is null)
        {
            return NotFound();
        }

        var (query, fault) = SelectionQuery.Parse(Request.Query, reading.Catalogue, known.Code);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        var asked = query with { Regions = [region!], Variant = variant ?? "", From = from, To = to };
        return await ShowAsync(known, asked, ct) ? Page() : NotFound();
    }

    /// <summary>False where nothing was computed for exactly this period.</summary>
    private async Task<bool> ShowAsync(Indicator indicator, SelectionQuery query, CancellationToken ct)
    {
        foreach (var selection in Selection.Of(indicator, query, reading.Stand.Choices))
        {
            var selected = await values.ReadAsync(selection, indicator, query, reading.Stand, ct);
            var found = selected.Series.SelectMany(s => s.Parts.Select(p => (Series: s, Period: p.Key, Parts: p.Value))).FirstOrDefault(p => p.Period.Start == query.From && p.Period.End == query.To);
            if (found.Series is not null)
            {
                (Key, Variant, Parts) = (found.Series.Series.Key, reading.Catalogue.Variant(selection.Variant)!, found.Parts);
                Total = found.Series.Series.Observations.First(o => o.Period == found.Period);
                return true;
            }
        }

        return false;
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
