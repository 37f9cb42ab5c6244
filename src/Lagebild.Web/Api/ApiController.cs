using System.Globalization;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Lagebild.Web.Api;

/// <summary>How the addresses under <c>/api/v1</c> answer alike: one thing or a page of a list, as of the stand of the request.</summary>
[Route("api/v1"), ApiExplorerSettings(GroupName = "v1")]
public abstract class ApiController(Reading reading) : ControllerBase
{
    protected Reading Reading => reading;

    protected int Stand => reading.Stand.Release.Number;

    /// <summary>The key of what has a number, written so that keys sort as numbers do.</summary>
    protected static string Key(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>404 where there is nothing.</summary>
    protected IActionResult One<T, TItem>(T? found, Func<T, TItem> item)
        where T : class => found is null ? NotFound() : Ok(item(found));

    /// <summary>A page of a list that is in the order (ordinal) of its keys, unless the fields hold a fault. What lies before the cursor is passed over.</summary>
    protected IActionResult Listed<T, TItem>(AddressFields fields, IEnumerable<T> ordered, Func<T, string> key, Func<T, TItem> item)
    {
        var paging = Paging.Of(fields);
        return fields.Fault is { } fault
            ? HttpContext.Refuse(fault)
            : Answered(ordered.SkipWhile(i => string.CompareOrdinal(key(i), paging.Cursor) <= 0).Take(paging.Limit + 1).ToList(), paging, key, item);
    }

    /// <summary>A page of values behind the place that the cursor names, unless the fields hold a fault. No more is read than the page needs.</summary>
    protected async Task<IActionResult> ListedAsync<T, TItem>(AddressFields fields, Func<RowPlace, IAsyncEnumerable<T>> behind, Func<T, RowPlace> place, Func<T, TItem> item, CancellationToken ct)
    {
        var paging = Paging.Of(fields);
        var after = paging.Cursor is null ? RowPlace.First : RowPlace.Parse(paging.Cursor);
        fields.Check("cursor", after is not null);
        return fields.Fault is { } fault
            ? HttpContext.Refuse(fault)
            : Answered(await behind(after!).Take(paging.Limit + 1).ToListAsync(ct), paging, i => place(i).ToString(), item);
    }

    /// <summary>One more than the page holds says that there is more, and the header leads there.</summary>
    private OkObjectResult Answered<T, TItem>(List<T> found, Paging paging, Func<T, string> key, Func<T, TItem> item)
    {
        var next = found.Count > paging.Limit ? Next(key(found[paging.Limit - 1])) : null;
        if (next is not null)
        {
            Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return Ok(new Listing<TItem> { Stand = Stand, Items = [.. found.Take(paging.Limit).Select(item)], Next = next });
    }

    private string Next(string cursor)
    {
        var kept = Request.Query.Where(q => q.Key is not ("cursor" or "stand")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return QueryHelpers.AddQueryString(Request.Path.ToUriComponent(), [.. kept, KeyValuePair.Create("stand", (string?)Reading.Number(Stand)), KeyValuePair.Create("cursor", (string?)cursor)]);
    }
}
