using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>A page about the people of an office, for its administrators alone.</summary>
public abstract class PeoplePage(AccountStore accounts, FeedStore feeds, Desk desk, Reading reading) : PageModel
{
    /// <summary>What happened, or what is wrong; null for nothing.</summary>
    public Message? Said { get; private set; }

    /// <summary>The roles as sent: <c>Analyst@DE-HH</c>.</summary>
    [BindProperty(Name = "grant")]
    public IReadOnlyList<string> Sent { get; set; } = [];

    /// <summary>The regions that the administrator may give roles for; null among them: all regions.</summary>
    public IReadOnlyList<string?> Regions { get; private set; } = [];

    /// <summary>How far the administrator reaches.</summary>
    public Administration Reach { get; private set; } = null!;

    protected AccountStore Accounts => accounts;

    protected Desk Desk => desk;

    protected Reading Reading => reading;

    /// <inheritdoc/>
    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        context.Result = desk.Lacks(Role.Administrator);
        if (context.Result is null)
        {
            Reach = new(desk.Person);
            Said = TempData.Said();
            Regions = await RegionsAsync();
            context.Result = await FindAsync(HttpContext.RequestAborted);
        }

        if (context.Result is null)
        {
            await next();
        }
    }

    /// <summary>Finds what the page is about; the answer where there is no such thing, else null.</summary>
    protected virtual Task<IActionResult?> FindAsync(CancellationToken ct) => Task.FromResult<IActionResult?>(null);

    /// <summary>What the form chose; null where something in it is no role that this administrator may give.</summary>
    protected IReadOnlyList<Grant>? Chosen()
    {
        Grant[] grants = [.. Sent.Select(s => GrantGrid.Parse(s, Regions)).OfType<Grant>()];
        return grants.Length == Sent.Count ? grants : null;
    }

    /// <summary>This page again, with what is wrong.</summary>
    protected IActionResult Again(string wrong)
    {
        Said = Message.Wrong(wrong);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The six regions, those of feeds, and those that someone has a role for.</summary>
    private async Task<IReadOnlyList<string?>> RegionsAsync()
    {
        var six = SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code);
        var ofFeeds = (await feeds.AllAsync(HttpContext.RequestAborted)).Select(f => f.Region).OfType<string>().Order(StringComparer.Ordinal);
        var ofPeople = (await accounts.AllAsync(HttpContext.RequestAborted)).SelectMany(p => p.Grants).Select(g => g.Region).OfType<string>().Order(StringComparer.Ordinal);
        return [.. six.Concat(ofFeeds).Concat(ofPeople).Distinct().Append(null).Where(r => Reach.Reaches(new(Role.Administrator, r)))];
    }
}
