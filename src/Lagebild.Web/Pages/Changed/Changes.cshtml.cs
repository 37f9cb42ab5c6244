using Lagebild.Catalogue;
using Lagebild.Storage;
using Lagebild.Web.Pages.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Changed;

/// <summary>What changed since an earlier release: which releases came between, how many values are new, other or gone, and these values, a page at a time.</summary>
[SameWithinRelease]
public sealed class ChangesModel(Reading reading, Stands stands, ReleaseStore releases, ChangeStore changes) : PageModel
{
    private const int ValuesShown = 100;

    public ChangesQuery Query { get; private set; } = null!;

    /// <summary>The release compared with; null where that is before the first.</summary>
    public Release? Earlier { get; private set; }

    /// <summary>By indicator and region, by code.</summary>
    public IReadOnlyList<ChangeCount> Counts { get; private set; } = [];

    /// <summary>By series, then period; a page of them.</summary>
    public IReadOnlyList<ShownChange> Values { get; private set; } = [];

    /// <summary>Cursors of the pages before and behind; null where there is none.</summary>
    public string? Previous { get; private set; }

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, answer) = await ChangesQuery.OfAsync(HttpContext, reading, stands, releases);
        if (query is null)
        {
            return answer!;
        }

        Query = query;
        Earlier = query.Since == 0 ? null : await stands.ByNumberAsync(query.Since, ct);
        Counts = await changes.CountsAsync(query.Since, reading.Stand.Release.Number, query.Indicator?.Code, query.Region?.Code, ct);
        await ReadValuesAsync(ct);
        return Page();
    }

    /// <summary>Counted by indicator, of one indicator by region; null where both are chosen.</summary>
    public ChangeCounts? Summary => (Query.Indicator, Query.Region) switch
    {
        (null, var region) => SummaryBy(reading.Words.Calendar.Indicator, reading.Words.Changes.ByIndicator, CatalogueKind.Indicator, c => c.Indicator, code => Query.Selection(code, region?.Code)),
        (var indicator, null) => SummaryBy(reading.Words.Calendar.Region, reading.Words.Changes.ByRegion, CatalogueKind.Region, c => c.Region, code => Query.Selection(indicator.Code, code)),
        _ => null,
    };

    private ChangeCounts SummaryBy(string head, string caption, string kind, Func<ChangeCount, string> code, Func<string, (string, string?)[]> selection) =>
        new(head, caption, [.. Counts.GroupBy(code).Select(g => new CountedChanges(reading.Name(kind, g.Key), reading.Link("/changes", selection(g.Key)), g.Sum(c => c.Added), g.Sum(c => c.Changed), g.Sum(c => c.Ended)))]);

    private async Task ReadValuesAsync(CancellationToken ct)
    {
        var (from, to, indicator, region) = (Query.Since, reading.Stand.Release.Number, Query.Indicator?.Code, Query.Region?.Code);
        var found = Query.IsBack ? changes.ChangesBeforeAsync(from, to, indicator, region, Query.Place, ct) : changes.ChangesAsync(from, to, indicator, region, Query.Place, ct);
        var read = await found.Take(ValuesShown + 1).ToListAsync(ct);
        var (hasMore, values) = (read.Count > ValuesShown, read.Take(ValuesShown));
        Show([.. Query.IsBack ? values.Reverse() : values], hasMore);
    }

    /// <summary>Whether more lies on in the direction that was gone; back is always where one came from.</summary>
    private void Show(IReadOnlyList<ValueChange> values, bool hasMore)
    {
        Values = [.. values.Select(c => ShownChange.Of(reading, c))];
        if (values.Count > 0)
        {
            Previous = (Query.IsBack ? hasMore : Query.Place != RowPlace.First) ? ChangesQuery.Cursor(values[0], isBack: true) : null;
            Next = Query.IsBack || hasMore ? ChangesQuery.Cursor(values[^1], isBack: false) : null;
        }
    }
}
