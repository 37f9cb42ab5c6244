using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>A profile being written on a file: the form, the same as text, and what it makes of the file. Nobody else's than its writer's.</summary>
[RequestSizeLimit(MostOfForm), RequestFormLimits(ValueCountLimit = 20_000, ValueLengthLimit = MostOfForm, KeyLengthLimit = 200)]
public sealed class DraftModel(
    Desk desk, ProfileDraftStore drafts, FeedStore feeds, ProfileStore profiles, InboxStore inbox, IFeedScheduler scheduler, FeedSaving saving, Reading reading) : PageModel
{
    /// <summary>The most bytes of a form, and of a profile as text.</summary>
    public const int MostOfForm = 4 << 20;

    public ProfileDraft Draft { get; private set; } = null!;

    public ProfileView View { get; private set; } = null!;

    public Message? Said { get; private set; }

    /// <summary>Whether the profile is shown as text.</summary>
    public bool AsText { get; private set; }

    /// <summary>The feeds that the profile being changed reads; empty for a new one.</summary>
    public IReadOnlyList<Feed> ReadBy { get; private set; } = [];

    public Feed? Feed { get; private set; }

    /// <summary>Whether the profile may be changed for every feed it reads.</summary>
    public bool MayChangeShared => ReadBy.All(f => MayChange(f));

    public async Task<IActionResult> OnGetAsync(string id, string? @as, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is { } refusal)
        {
            return refusal;
        }

        Said = TempData.Said();
        await LookAsync(ct);
        AsText = @as == "text" || View.Document is null;
        return Page();
    }

    /// <summary>Keeps what was filled in and shows what it makes of the file.</summary>
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken ct) => await OpenAsync(id, ct) ?? await KeepAsync(await FilledAsync(ct), ct);

    /// <summary>Keeps the text as it was typed.</summary>
    public async Task<IActionResult> OnPostTextAsync(string id, string? text, CancellationToken ct) =>
        await OpenAsync(id, ct) ?? await KeepAsync(text ?? "", ct, ProfileDocument.Of(text ?? "") is null ? null : "text");

    /// <summary>Goes on: to the facts of a new feed, or saves the profile of one and reads the file anew.</summary>
    public async Task<IActionResult> OnPostSaveAsync(string id, string? text, string? target, string? why, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is { } refusal)
        {
            return refusal;
        }

        await drafts.WriteAsync(id, desk.Person.Id, text ?? await FilledAsync(ct), ct);
        Draft = (await drafts.ByIdAsync(id, desk.Person.Id, ct))!;
        await LookAsync(ct);
        if (!View.IsUsable)
        {
            return Refuse(View.IsUndecided ? reading.Words.Profile.Undecided : View.Wrong ?? reading.Words.Profile.NothingKept);
        }

        return Feed is null ? Redirect(reading.Link("/workbench/feeds/new/facts", ("draft", id))) : await SaveAsync(Feed, target == "own", why ?? "", ct);
    }

    public async Task<IActionResult> OnPostDropAsync(string id, CancellationToken ct)
    {
        if (await OpenAsync(id, ct) is { } refusal)
        {
            return refusal;
        }

        await drafts.RemoveAsync(id, ct);
        return Redirect(reading.Link(Draft.Feed is { } feed ? $"/workbench/feeds/{feed}" : "/workbench/feeds"));
    }

    private bool MayChange(Feed feed) => desk.Person.Has(Role.Analyst, feed) || desk.Person.Has(Role.Administrator, feed);

    /// <summary>Null where it is the person's own and they still have the role for it.</summary>
    private async Task<IActionResult?> OpenAsync(string id, CancellationToken ct)
    {
        if (await drafts.ByIdAsync(id, desk.Person.Id, ct) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        Feed = draft.Feed is null ? null : await feeds.ByCodeAsync(draft.Feed, ct);
        ReadBy = Feed is null ? [] : [.. (await feeds.AllAsync(ct)).Where(f => f.Profile == Feed.Profile)];
        return draft.Feed is null ? desk.Lacks(Role.Administrator) : Feed is not null && MayChange(Feed) ? null : desk.Lacks(Role.Analyst, Feed);
    }

    private async Task LookAsync(CancellationToken ct) =>
        View = ProfileView.Of(Draft.Body, await drafts.FileAsync(Draft, ct), Feed, Feed is null ? null : await profiles.ByCodeAsync(Feed.Profile, ct), reading, ct);

    /// <summary>The text with what the form says taken over; the text as it is where it is no JSON.</summary>
    private async Task<string> FilledAsync(CancellationToken ct)
    {
        if (ProfileDocument.Of(Draft.Body) is not { } document)
        {
            return Draft.Body;
        }

        var filled = new ProfileForm(document, Request.Form).Applied();
        return Request.Form.ContainsKey("only-known") ? await OnlyKnownAsync(filled, ct) : filled.ToString();
    }

    private async Task<string> OnlyKnownAsync(ProfileDocument filled, CancellationToken ct)
    {
        try
        {
            var scope = KnownRegions.Scope(await drafts.FileAsync(Draft, ct), Profile.Parse(filled.ToString()), reading.Catalogue);
            return scope is null ? filled.ToString() : filled.With(scope).ToString();
        }
        catch (ProfileException)
        {
            return filled.ToString();
        }
    }

    private async Task<IActionResult> KeepAsync(string body, CancellationToken ct, string? @as = null)
    {
        if (body.Length > MostOfForm)
        {
            return StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        await drafts.WriteAsync(Draft.Id, desk.Person.Id, body, ct);
        return Redirect(reading.Link($"/workbench/feeds/drafts/{Draft.Id}", ("as", @as)) + "#preview");
    }

    private PageResult Refuse(string sentence)
    {
        Said = Message.Wrong(sentence);
        AsText = View.Document is null;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult> SaveAsync(Feed feed, bool own, string why, CancellationToken ct)
    {
        if (!own && !MayChangeShared)
        {
            return Refuse(reading.Words.Profile.SharedWithOthers);
        }

        var code = own && ReadBy.Count > 1 ? await FreeCodeAsync(feed.Code, ct) : feed.Profile;
        var basedOn = code == feed.Profile ? Draft.BasedOn : 0;
        View.Document!.Root["code"] = code;
        if (await profiles.SaveAsync(code, View.Document.ToString(), basedOn, desk.Who, feed.Region, why, ct) == SaveOutcome.Overtaken)
        {
            return Refuse(reading.Words.Feed.Overtaken);
        }

        await FollowAsync(feed, code, why, ct);
        return await ReadAnewAsync(feed with { Profile = code }, ct);
    }

    /// <summary>The feed's own code, or that with a number behind it.</summary>
    private async Task<string> FreeCodeAsync(string code, CancellationToken ct)
    {
        var taken = await profiles.CodesAsync(ct);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? code : FormattableString.Invariant($"{code}-{n}")).First(c => !taken.Contains(c));
    }

    private async Task FollowAsync(Feed feed, string code, string why, CancellationToken ct)
    {
        if (code != feed.Profile)
        {
            var version = (await feeds.HistoryAsync(feed.Code, ct))[0].Number;
            await saving.SaveAsync(feed with { Profile = code }, version, desk.Who, why, ct);
        }
    }

    /// <summary>The file is handed in again, to be read by the profile as it is now: a delivery of its own.</summary>
    private async Task<IActionResult> ReadAnewAsync(Feed feed, CancellationToken ct)
    {
        TempData.Say(Message.Done(reading.Words.Profile.Saved));
        if (!desk.Person.Has(Role.Analyst, feed))
        {
            await drafts.RemoveAsync(Draft.Id, ct);
            return Redirect(reading.Link($"/workbench/feeds/{feed.Code}/profile"));
        }

        var file = await drafts.FileAsync(Draft, ct);
        await using var bytes = file.Open();
        var kept = await inbox.PutAsync(new() { Feed = feed, FileName = Draft.FileName, Channel = DeliveryChannel.Upload, Who = desk.Who, Note = Difference() }, bytes, ct);
        await scheduler.RunNowAsync(feed.Code, ct);
        await drafts.RemoveAsync(Draft.Id, ct);
        return Redirect(reading.Link(FormattableString.Invariant($"/workbench/inbox/{kept.Receipt!.Id}")));
    }

    /// <summary>What another profile makes of the file, beside what the one before did.</summary>
    public string? Difference() => View is { Trial: { } trial, Now: { } now }
        ? reading.Fill(reading.Words.Profile.Difference, reading.Count(now.ValueCount), reading.Count(trial.ValueCount), reading.Count(Errors(now)), reading.Count(Errors(trial)))
        : null;

    private static long Errors(ProfileTrial trial) => trial.Counts.Where(c => c.Severity == Severity.Error).Sum(c => c.Count);
}
