using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Lagebild.Web.Scheduling;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>The form of a feed: changes one, or makes a new one, alone or with the profile and file of a draft.</summary>
[RequestSizeLimit(1 << 20)]
public sealed class EditModel(
    Desk desk, FeedStore feeds, ProfileStore profiles, ProfileDraftStore drafts, InboxStore inbox, IFeedScheduler scheduler, FeedSaving saving, Reading reading, TimeProvider clock) : PageModel
{
    private const int MomentsShown = 3;

    /// <summary>Null for a new feed.</summary>
    public Feed? Before { get; private set; }

    /// <summary>The draft whose profile and file go with a new feed; null for none.</summary>
    public ProfileDraft? Draft { get; private set; }

    public FeedFields Fields { get; private set; } = new();

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; private set; } = new Dictionary<string, string>();

    public Message? Said { get; private set; }

    /// <summary>Whether the person may hand the draft's file in as well.</summary>
    public bool MayDeliver => desk.Person.HasSomewhere(Role.Analyst);

    /// <summary>The next moments of the schedule as it stands in the form; empty where it can't be followed.</summary>
    public IReadOnlyList<DateTime> Moments { get; private set; } = [];

    public IReadOnlyList<string> Profiles { get; private set; } = [];

    /// <summary>Offices the person may set feeds up for: codes of regions, and <see cref="FeedFields.National"/>.</summary>
    public IReadOnlyList<string> Offices { get; private set; } = [];

    /// <summary>Number of the version that is changed; 0 for a new feed.</summary>
    public int Version { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] string? code, [FromQuery] string? draft, CancellationToken ct)
    {
        if (await OpenAsync(code, draft, ct) is { } refusal)
        {
            return refusal;
        }

        Fields = FeedFields.Of(Before ?? FeedFields.Blank);
        if (Before is null)
        {
            Propose();
        }

        Fields["version"] = Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Look();
        return Page();
    }

    /// <summary>Looks at what was typed without saving it.</summary>
    public async Task<IActionResult> OnPostCheckAsync([FromRoute] string? code, [FromQuery] string? draft, CancellationToken ct)
    {
        if (await OpenAsync(code, draft, ct) is { } refusal)
        {
            return refusal;
        }

        await TypedAsync(ct);
        Said = Wrong.Count == 0 ? Message.Done(reading.Words.Feed.AllRight) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string? code, [FromQuery] string? draft, CancellationToken ct)
    {
        if (await OpenAsync(code, draft, ct) is { } refusal)
        {
            return refusal;
        }

        if (await TypedAsync(ct) is not { } feed)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        return await SavedAsync(feed, ct) ? Done(feed) : Page();
    }

    /// <summary>Null where the person may use the form.</summary>
    private async Task<IActionResult?> OpenAsync(string? code, string? draft, CancellationToken ct)
    {
        Before = code is null ? null : await feeds.ByCodeAsync(code, ct);
        if ((code is null ? desk.Lacks(Role.Administrator) : desk.Lacks(Role.Administrator, Before)) is { } refusal)
        {
            return refusal;
        }

        Draft = draft is null ? null : await drafts.ByIdAsync(draft, desk.Person.Id, ct);
        if (draft is not null && Draft is not { Feed: null })
        {
            return NotFound();
        }

        Version = code is null ? 0 : (await feeds.HistoryAsync(code, ct)) is [var latest, ..] ? latest.Number : 0;
        Profiles = await profiles.CodesAsync(ct);
        Offices = [.. OfficesOf(desk.Person).Append(Before?.Region).Distinct().Select(r => r ?? FeedFields.National)];
        return null;
    }

    private IEnumerable<string?> OfficesOf(Person person)
    {
        var all = person.Grants.Any(g => g is { Role: Role.Administrator, Region: null });
        var own = person.Grants.Where(g => g.Role == Role.Administrator).Select(g => g.Region).ToHashSet();
        var lands = reading.Catalogue.Regions.Where(r => r.Level is RegionLevel.Land && r.ValidTo is null).OrderBy(r => reading.RegionName(r.Code), StringComparer.Create(Texts.Languages.Culture(reading.Language), ignoreCase: true));
        return (all ? new string?[] { null } : []).Concat(lands.Select(r => (string?)r.Code).Where(r => all || own.Contains(r))).Concat(own.Where(r => r is not null));
    }

    private void Propose()
    {
        var office = desk.Person.Grants.FirstOrDefault(g => g.Role == Role.Administrator)?.Region;
        Fields["region"] = office ?? FeedFields.National;
        Fields["language"] = reading.Language == "pl" ? "pl" : "de";
        if (Draft is { } draft && ProfileDocument.Of(draft.Body) is { } document)
        {
            Fields["code"] = ProfileDocument.Text(document.Root, "code");
            Fields["language"] = document.Text("language", "de");
            Fields["profile"] = Fields["code"];
            Fields["place"] = $"{Fields["code"]}/*{Path.GetExtension(draft.FileName).ToLowerInvariant()}";
            Fields["deliver"] = "on";
        }
    }

    /// <summary>What was typed as a feed; null where something is wrong.</summary>
    private async Task<Feed?> TypedAsync(CancellationToken ct)
    {
        Fields = FeedFields.Of(Request.Form);
        if (Before is not null)
        {
            Fields["code"] = Before.Code;
        }
        else if (Draft is not null)
        {
            Fields["profile"] = Fields["code"];
        }

        var (feed, wrong) = Fields.Read(Before, Draft is null ? Profiles : [.. Profiles, Fields["profile"]], reading.Catalogue, reading.Words.Feed);
        var all = new Dictionary<string, string>(wrong);
        if (Before is null && (await feeds.ByCodeAsync(Fields["code"], ct) is not null || (Draft is not null && await IsTakenAsync(Fields["code"], ct))))
        {
            all["code"] = reading.Words.Feed.CodeTaken;
        }

        if (feed is not null && !desk.Person.Has(Role.Administrator, feed))
        {
            all["region"] = reading.Words.Feed.NotYourOffice;
        }

        Wrong = all;
        Look();
        return all.Count == 0 ? feed : null;
    }

    /// <summary>A second click, or a try that was cut off, finds its own profile and goes on.</summary>
    private async Task<bool> IsTakenAsync(string code, CancellationToken ct) =>
        await profiles.CurrentAsync(code, ct) is { } taken && taken.Text != ProfileText(code);

    private string ProfileText(string code)
    {
        var document = ProfileDocument.Of(Draft!.Body)!;
        document.Root["code"] = code;
        return document.ToString();
    }

    private void Look()
    {
        var feed = FeedFields.Blank with { Schedule = Fields["schedule"], TimeZone = Fields["zone"] };
        var (moments, after) = (new List<DateTime>(), clock.GetUtcNow());
        while (moments.Count < MomentsShown && FeedCron.CanFollow(feed) && FeedCron.Next(feed, after) is { } next)
        {
            moments.Add(next);
            after = next;
        }

        Moments = moments;
    }

    private async Task<bool> SavedAsync(Feed feed, CancellationToken ct)
    {
        var why = Fields["why"];
        if (Draft is not null && await profiles.SaveAsync(feed.Profile, ProfileText(feed.Code), 0, desk.Who, feed.Region, why, ct) == SaveOutcome.Overtaken)
        {
            return Overtaken();
        }

        var basedOn = int.TryParse(Fields["version"], out var number) ? number : 0;
        if (await saving.SaveAsync(feed, basedOn, desk.Who, why, ct) == SaveOutcome.Overtaken)
        {
            return Overtaken();
        }

        await DeliverAsync(feed, ct);
        return true;
    }

    private bool Overtaken()
    {
        Said = Message.Wrong(reading.Words.Feed.Overtaken);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return false;
    }

    /// <summary>The draft's file becomes the first delivery.</summary>
    private async Task DeliverAsync(Feed feed, CancellationToken ct)
    {
        if (Draft is not { } draft)
        {
            return;
        }

        if (Fields.Is("deliver") && desk.Person.Has(Role.Analyst, feed))
        {
            var file = await drafts.FileAsync(draft, ct);
            await using var bytes = file.Open();
            var kept = await inbox.PutAsync(new() { Feed = feed, FileName = draft.FileName, Channel = DeliveryChannel.Upload, Who = desk.Who }, bytes, ct);
            Receipt = kept.Receipt?.Id;
            await scheduler.RunNowAsync(feed.Code, ct);
        }

        await drafts.RemoveAsync(draft.Id, ct);
    }

    /// <summary>The receipt of the first delivery; null where none was handed in.</summary>
    public long? Receipt { get; private set; }

    private RedirectResult Done(Feed feed)
    {
        TempData.Say(Message.Done(Before is null ? reading.Words.Feed.Added : reading.Words.Feed.Saved));
        return Redirect(Receipt is { } receipt ? reading.Link(FormattableString.Invariant($"/workbench/inbox/{receipt}")) : reading.Link($"/workbench/feeds/{feed.Code}"));
    }
}
