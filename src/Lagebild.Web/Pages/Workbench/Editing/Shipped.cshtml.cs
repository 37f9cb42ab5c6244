using Lagebild.Catalogue;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>What the program ships otherwise than it did when an editor here changed it: taken over by a draft, or kept as it is.</summary>
public sealed class ShippedModel(Desk desk, Reading reading, TextDesk texts, CatalogueStore catalogues, CatalogueDraftStore drafts) : TextPage(desk, reading)
{
    private Catalogue.Catalogue _now = null!;

    /// <summary>By entry, then part and language.</summary>
    public IReadOnlyList<ShippedAnew> Anew { get; private set; } = [];

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var values = new FormValues(Request.Form);
        if (Anew.FirstOrDefault(a => Key(a) == values["what"]) is not { } anew)
        {
            return Done(Message.Done(Reading.Words.Text.NotAnew));
        }

        return !texts.May(_now, anew.Kind, TextDesk.BodyOf(_now, anew.Kind, anew.Code) ?? (anew.Part.Length == 0 ? anew.Shipped : null)) ? new StatusCodeResult(StatusCodes.Status403Forbidden)
            : values["do"] == "take" ? await TakeAsync(anew, ct)
            : await KeepAsync(anew, ct);
    }

    /// <summary>As the form names one.</summary>
    public static string Key(ShippedAnew anew) => $"{anew.Kind} {anew.Code} {anew.Part} {anew.Language}";

    private async Task ReadAsync(CancellationToken ct)
    {
        _now = await texts.NowAsync(ct);
        Read(_now);
        Anew = await catalogues.ShippedAnewAsync(ct);
    }

    private async Task<IActionResult> KeepAsync(ShippedAnew anew, CancellationToken ct)
    {
        await catalogues.KeepAsync(anew, Desk.Who, ct);
        return Done(Message.Done(Reading.Words.Text.Kept));
    }

    private async Task<IActionResult> TakeAsync(ShippedAnew anew, CancellationToken ct)
    {
        var waiting = await texts.DraftAsync(_now, anew.Kind, anew.Code, ct);
        var draft = Taken(waiting is null or { Removes: true } ? new() { Kind = anew.Kind, Code = anew.Code } : waiting, anew);
        return await drafts.SaveAsync(draft, waiting?.Number, Desk.Who, TextDesk.Office(_now, draft), ct) is null
            ? Done(Message.Wrong(Reading.Words.Text.DraftsGone))
            : Done(Message.Done(Reading.Words.Text.Taken));
    }

    /// <summary>A draft with what is shipped in it.</summary>
    private static CatalogueDraft Taken(CatalogueDraft draft, ShippedAnew anew) => anew.Part.Length == 0
        ? draft with { Body = anew.Shipped, Removes = anew.Shipped is null }
        : draft with { Texts = [.. draft.Texts.Where(t => t.Part != anew.Part || t.Language != anew.Language), Text(anew)] };

    private static CatalogueText Text(ShippedAnew anew) => new()
    {
        Kind = anew.Kind,
        Code = anew.Code,
        Part = anew.Part,
        Language = anew.Language,
        Body = anew.Shipped ?? "",
        State = anew.State ?? TextState.Missing,
    };

    private LocalRedirectResult Done(Message said)
    {
        TempData.Say(said);
        return LocalRedirect(Reading.Link("/workbench/texts/shipped"));
    }
}
