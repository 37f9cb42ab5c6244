using Lagebild.Catalogue;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>A draft with what it changes.</summary>
public sealed record ShownDraft
{
    public required CatalogueDraft Draft { get; init; }

    public CatalogueText? Name { get; init; }

    /// <summary>In the order of the form.</summary>
    public required IReadOnlyList<ChangedLine> Lines { get; init; }

    /// <summary>False where it belongs to an office the person only sees.</summary>
    public required bool MayRelease { get; init; }
}

/// <summary>All drafts with before and after; released together with a reason, or discarded.</summary>
public sealed class DraftsModel(Desk desk, Reading reading, TextDesk texts, CatalogueStore catalogues, CatalogueDraftStore store, EntryChanges changes) : TextPage(desk, reading)
{
    private Catalogue.Catalogue _now = null!;

    /// <summary>Latest first.</summary>
    public IReadOnlyList<ShownDraft> Drafts { get; private set; } = [];

    /// <summary>The numbers of those ticked; all that may be released where the page is new.</summary>
    public IReadOnlyList<string> Ticked { get; private set; } = [];

    /// <summary>As typed.</summary>
    public string Why { get; private set; } = "";

    public string WhyLanguage { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        WhyLanguage = Reading.Language;
        Ticked = [.. Drafts.Where(d => d.MayRelease).Select(d => Number(d.Draft))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var values = new FormValues(Request.Form);
        (Ticked, Why, WhyLanguage) = (values.All("draft"), FieldReader.OneLine(values["why"]), values["language"]);
        var chosen = Drafts.Where(d => Ticked.Contains(Number(d.Draft))).ToArray();
        if (chosen.Any(d => !d.MayRelease))
        {
            return new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        return chosen.Length != Ticked.Count ? Again(Reading.Words.Text.DraftsGone, StatusCodes.Status409Conflict)
            : chosen.Length == 0 ? Again(Reading.Words.Text.NoneTicked, StatusCodes.Status400BadRequest)
            : values["do"] == "discard" ? await DiscardAsync([.. chosen.Select(d => d.Draft)], ct)
            : Why.Length == 0 ? Again(Reading.Words.Text.WhyNeeded, StatusCodes.Status400BadRequest)
            : Why.Length > EntryTexts.MostLetters || !Languages.All.Contains(WhyLanguage) ? Again(Reading.Fill(Reading.Words.Text.TooLong, Reading.Count(EntryTexts.MostLetters)), StatusCodes.Status400BadRequest)
            : await ReleaseAsync([.. chosen.Select(d => d.Draft)], ct);
    }

    /// <summary>As forms name a draft.</summary>
    public static string Number(CatalogueDraft draft) => draft.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task ReadAsync(CancellationToken ct)
    {
        _now = await texts.NowAsync(ct);
        Read(_now);
        Drafts = [.. (await texts.DraftsAsync(_now, ct)).Select(Shown)];
    }

    private ShownDraft Shown(CatalogueDraft draft) => new()
    {
        Draft = draft,
        Name = Named(draft) ?? Reading.Text(draft.Kind, draft.Code, EntryParts.Of(draft.Kind)[0]),
        Lines = changes.Of(_now, draft),
        MayRelease = texts.May(_now, draft),
    };

    private CatalogueText? Named(CatalogueDraft draft) =>
        draft.Texts.Where(t => t.Part == EntryParts.Of(draft.Kind)[0] && t.State != TextState.Missing).OrderByDescending(t => t.Language == Reading.Language).ThenBy(t => t.State).FirstOrDefault();

    private async Task<IActionResult> DiscardAsync(IReadOnlyList<CatalogueDraft> chosen, CancellationToken ct)
    {
        foreach (var draft in chosen)
        {
            await store.DiscardAsync(draft, Desk.Who, TextDesk.Office(_now, draft), ct);
        }

        return Done(Reading.Fill(Reading.Words.Text.DiscardedSome, chosen.Count));
    }

    private async Task<IActionResult> ReleaseAsync(IReadOnlyList<CatalogueDraft> chosen, CancellationToken ct) =>
        await catalogues.ReleaseAsync(chosen, Why, WhyLanguage, Desk.Who, ct) is { } release
            ? Done(Reading.Fill(Reading.Words.Text.Released, release.Number))
            : Again(Reading.Words.Text.DraftsGone, StatusCodes.Status409Conflict);

    private LocalRedirectResult Done(string sentence)
    {
        TempData.Say(Message.Done(sentence));
        return LocalRedirect(Reading.Link("/workbench/texts/drafts"));
    }

    private PageResult Again(string sentence, int status)
    {
        (Said, Response.StatusCode) = (Message.Wrong(sentence), status);
        return Page();
    }
}
