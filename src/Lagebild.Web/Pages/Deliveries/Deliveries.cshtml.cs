using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>What is released, due, overdue or not to be had: the six regions side by side, or one with its latest periods.</summary>
public sealed class DeliveriesModel(Reading reading, MatrixReader reader) : PageModel
{
    public MatrixQuery Query { get; private set; } = new();

    public DateOnly Today { get; private set; }

    /// <summary>Codes, in the order of the columns.</summary>
    public IReadOnlyList<string> Regions { get; private set; } = [];

    /// <summary>By topic: each indicator that something was ever delivered of, with a row for each region.</summary>
    public IReadOnlyList<IGrouping<Topic?, IReadOnlyList<ReportRow>>> Topics { get; private set; } = [];

    /// <summary>Of one region: what there is no delivery of although regions of its level and country report it.</summary>
    public IReadOnlyList<Indicator> Missing { get; private set; } = [];

    /// <summary>What none of the regions shown reports, nor one like the one shown.</summary>
    public IReadOnlyList<Indicator> MissingElsewhere { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, fault) = MatrixQuery.Parse(Request.Query, reading.Catalogue);
        if (fault is not null)
        {
            return HttpContext.Refuse(fault);
        }

        (Query, Today, Regions) = (query, reader.Today(), reader.Regions(query));
        var matrix = await reader.ReadAsync(query, ct);
        var rows = reader.Indicators(query).Select(i => (IReadOnlyList<ReportRow>)[.. Regions.Select(r => matrix.Row(i, r))]).ToArray();
        Topics = [.. rows.Where(IsShown).GroupBy(r => r[0].Indicator.Topic)];
        Divide([.. rows.Where(r => !IsShown(r)).Select(r => r[0].Indicator)]);
        return Page();
    }

    /// <summary>How many cells have a state, over what the page shows.</summary>
    public int Count(ReportState state) => Topics.SelectMany(t => t).SelectMany(r => r).Count(r => r.State == state);

    private static bool IsShown(IReadOnlyList<ReportRow> rows) => rows.Any(r => r.State != ReportState.Unknown);

    private void Divide(IReadOnlyList<Indicator> unknown)
    {
        var alike = Query.Region is { } region ? reading.IndicatorsOfAlike(region) : new HashSet<string>();
        Missing = [.. unknown.Where(i => alike.Contains(i.Code))];
        MissingElsewhere = [.. unknown.Except(Missing)];
    }
}
