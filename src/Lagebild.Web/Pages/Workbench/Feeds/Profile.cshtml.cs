using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Feeds;

/// <summary>The profile of a feed: its versions, and on which file to change it. With a delivery the form opens on that delivery's file.</summary>
[RequestSizeLimit(UploadedFile.MostOfForm), RequestFormLimits(MultipartBodyLengthLimit = UploadedFile.MostOfForm)]
public sealed class ProfileModel(Desk desk, FeedStore feeds, ProfileStore profiles, ProfileDraftStore drafts, DeliveryStore deliveries, Reading reading, TimeProvider clock) : PageModel
{
    private const int DeliveriesShown = 10;

    public Feed Feed { get; private set; } = null!;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<ProfileVersion> History { get; private set; } = [];

    /// <summary>The feeds that the profile reads.</summary>
    public IReadOnlyList<Feed> ReadBy { get; private set; } = [];

    /// <summary>The latest deliveries, latest first: files to try it on.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; private set; } = [];

    /// <summary>The delivery asked for; null for none.</summary>
    public Delivery? Delivery { get; private set; }

    public Message? Said { get; private set; }

    public bool MayChange => desk.Person.Has(Role.Analyst, Feed) || desk.Person.Has(Role.Administrator, Feed);

    public bool MayRestore => ReadBy.All(f => desk.Person.Has(Role.Analyst, f) || desk.Person.Has(Role.Administrator, f));

    public async Task<IActionResult> OnGetAsync(string code, long? delivery, CancellationToken ct)
    {
        if (await OpenAsync(code, ct) is { } refusal)
        {
            return refusal;
        }

        Said = TempData.Said();
        Delivery = Deliveries.FirstOrDefault(d => d.Id == delivery);
        return delivery is not null && Delivery is null ? NotFound() : Page();
    }

    /// <summary>Begins a draft on the file of a delivery.</summary>
    public async Task<IActionResult> OnPostBeginAsync(string code, long delivery, CancellationToken ct)
    {
        if (await OpenAsync(code, ct) is { } refusal)
        {
            return refusal;
        }

        if (!MayChange || Deliveries.All(d => d.Id != delivery))
        {
            return NotFound();
        }

        var draft = await drafts.BeginAsync(delivery, code, History[0].Number, History[0].Text, desk.Who, ct);
        return Redirect(reading.Link($"/workbench/feeds/drafts/{draft.Id}"));
    }

    /// <summary>Begins a draft on a file sent with the form.</summary>
    public async Task<IActionResult> OnPostFileAsync(string code, IFormFile? file, CancellationToken ct)
    {
        if (await OpenAsync(code, ct) is { } refusal)
        {
            return refusal;
        }

        if (!MayChange)
        {
            return NotFound();
        }

        if (UploadedFile.Wrong(file, reading) is { } wrong)
        {
            Said = Message.Wrong(wrong);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var draft = await drafts.BeginAsync(UploadedFile.Of(file!, clock), code, History[0].Number, History[0].Text, desk.Who, ct);
        return Redirect(reading.Link($"/workbench/feeds/drafts/{draft.Id}"));
    }

    /// <summary>Makes an earlier version the current one, as a new version.</summary>
    public async Task<IActionResult> OnPostRestoreAsync(string code, int version, int number, CancellationToken ct)
    {
        if (await OpenAsync(code, ct) is { } refusal)
        {
            return refusal;
        }

        if (!MayRestore)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (History.FirstOrDefault(v => v.Number == number) is not { } earlier)
        {
            return NotFound();
        }

        var done = reading.Fill(reading.Words.Feed.Restored, number);
        var outcome = await profiles.SaveAsync(Feed.Profile, earlier.Text, version, desk.Who, Feed.Region, done, ct);
        TempData.Say(outcome == SaveOutcome.Overtaken ? Message.Wrong(reading.Words.Feed.Overtaken) : Message.Done(done));
        return Redirect(reading.Link($"/workbench/feeds/{code}/profile"));
    }

    private async Task<IActionResult?> OpenAsync(string code, CancellationToken ct)
    {
        if (await feeds.ByCodeAsync(code, ct) is not { } feed || !desk.Person.Sees(feed))
        {
            return NotFound();
        }

        Feed = feed;
        History = await profiles.HistoryAsync(feed.Profile, ct);
        ReadBy = [.. (await feeds.AllAsync(ct)).Where(f => f.Profile == feed.Profile)];
        Deliveries = [.. (await deliveries.OfFeedAsync(code, ct)).Take(DeliveriesShown)];
        return null;
    }
}
