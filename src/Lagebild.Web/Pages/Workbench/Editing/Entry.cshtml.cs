using Lagebild.Catalogue;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>One entry: its fields and texts in three languages side by side, what the public will see, its draft.</summary>
public sealed class EntryModel(Desk desk, Reading reading, TextDesk texts, CatalogueDraftStore drafts, EntryFields fields, EntryForms forms, EntryPreviews previews) : TextPage(desk, reading)
{
    /// <summary>Stands in the address in place of the code of an entry that is not there yet.</summary>
    public const string New = "new";


    public string Kind { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>True where it is released neither now nor in a draft.</summary>
    public bool IsNew { get; private set; }

    /// <summary>False where it belongs to another office: then it is only shown.</summary>
    public bool MayChange { get; private set; }

    /// <summary>What waits for it; null for nothing.</summary>
    public CatalogueDraft? Draft { get; private set; }

    /// <summary>The state of the released entry that the form was made from.</summary>
    public string Mark { get; private set; } = "";

    public IReadOnlyList<EntryField> Fields { get; private set; } = [];

    public FormValues Values { get; private set; } = FormValues.Of();

    public IReadOnlyList<FormFault> Faults { get; private set; } = [];

    /// <summary>Null where there is nothing to show.</summary>
    public EntryPreview? Preview { get; private set; }

    /// <summary>Whether it can be removed: kinds that the program needs can't.</summary>
    public bool IsRemovable => EntryFields.Kinds.Contains(Kind) && _now.Entry(Kind, Code) is not null;

    /// <summary>The name it goes by, of its draft where there is one.</summary>
    public CatalogueText? Name { get; private set; }

    private Catalogue.Catalogue _now = null!;

    public async Task<IActionResult> OnGetAsync(string kind, string code, CancellationToken ct)
    {
        if (await FindAsync(kind, code, ct) is { } refusal)
        {
            return refusal;
        }

        var shown = Draft is null || Draft.Removes ? _now : Draft.On(_now);
        Values = IsNew ? Prefilled() : forms.Filled(shown, Kind, Code);
        await ShowAsync(IsNew ? null : shown, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string kind, string code, CancellationToken ct)
    {
        Values = new FormValues(Request.Form);
        if (await FindAsync(kind, code == New ? Values["code"] : code, ct) is { } refusal)
        {
            return refusal;
        }

        return !MayChange ? new StatusCodeResult(StatusCodes.Status403Forbidden) : Values["do"] switch
        {
            "remove" => await RemoveAsync(ct),
            "discard" => await DiscardAsync(ct),
            "preview" => await FilledAsync(ShowFilledAsync, ct),
            _ => await FilledAsync(SaveAsync, ct),
        };
    }

    /// <summary>Null where there is such an entry, a draft of one, or a new one is wanted.</summary>
    private async Task<IActionResult?> FindAsync(string kind, string code, CancellationToken ct)
    {
        _now = await texts.NowAsync(ct);
        Read(_now);
        var isBlank = code == New && EntryFields.Kinds.Contains(kind);
        (Kind, Code) = (kind, isBlank ? EntryForms.NewCode(kind) : code);
        var isThere = EntryParts.Kinds.Contains(kind) && (_now.Entry(kind, Code) is not null || _now.TextsOf(kind, Code).Any());
        Draft = isThere || !isBlank ? await texts.DraftAsync(_now, kind, Code, ct) : null;
        IsNew = !isThere && Draft is null;
        Mark = EntryForms.Mark(_now, Kind, Code);
        MayChange = IsNew || texts.May(_now, Kind, Draft?.Body ?? TextDesk.BodyOf(_now, Kind, Code));
        var isNewHere = IsNew && (isBlank || (HttpMethods.IsPost(Request.Method) && EntryFields.Kinds.Contains(kind) && EntryForms.IsNewCode(kind, Code) && !await texts.IsTakenAsync(_now, kind, Code, ct)));
        return isThere || Draft is not null || isNewHere ? null : NotFound();
    }

    /// <summary>What the address says of a new entry.</summary>
    private FormValues Prefilled() => new FormValues(Request.Query.Where(q => q.Key is "indicator" or "variant" or "region" or "from" or "to"))
        .With(EntryTexts.Filled([], Kind, Reading.Language));

    /// <summary>Goes on with what the form says, or shows what is wrong with it.</summary>
    private async Task<IActionResult> FilledAsync(Func<CatalogueDraft, CancellationToken, Task<IActionResult>> then, CancellationToken ct)
    {
        var filled = forms.Read(_now, Kind, Code, Values);
        if (filled.Draft is { } draft)
        {
            return texts.May(_now, draft) ? await then(draft, ct) : new StatusCodeResult(StatusCodes.Status403Forbidden);
        }

        Faults = filled.Faults;
        return await AgainAsync(Message.Wrong(Reading.Fill(Reading.Words.Text.Faults, Faults.Count)), StatusCodes.Status400BadRequest, null, ct);
    }

    private Task<IActionResult> ShowFilledAsync(CatalogueDraft draft, CancellationToken ct) =>
        AgainAsync(Message.Done(Reading.Words.Text.PreviewedBelow), StatusCodes.Status200OK, draft.On(_now), ct);

    private async Task<IActionResult> SaveAsync(CatalogueDraft draft, CancellationToken ct)
    {
        if (Values["mark"] != Mark)
        {
            return await AgainAsync(Message.Wrong(Reading.Words.Text.ReleasedMeanwhile), StatusCodes.Status409Conflict, draft.On(_now), ct);
        }

        if (draft is { Body: null, Texts.Count: 0 })
        {
            return Draft is null ? SayAndShow(Reading.Words.Text.NothingChanged) : await DiscardAsync(ct);
        }

        if (Draft is not null && Draft.Number != Seen && IsSame(Draft, draft))
        {
            return SayAndShow(Reading.Words.Text.Saved);
        }

        return await drafts.SaveAsync(draft, Seen, Desk.Who, TextDesk.Office(_now, draft), ct) is null
            ? await AgainAsync(Message.Wrong(Reading.Fill(Reading.Words.Text.DraftedMeanwhile, Draft?.By.Name ?? "")), StatusCodes.Status409Conflict, draft.On(_now), ct)
            : SayAndShow(Reading.Words.Text.Saved);
    }

    private async Task<IActionResult> RemoveAsync(CancellationToken ct)
    {
        var draft = new CatalogueDraft { Kind = Kind, Code = Code, Removes = true };
        var isDone = IsRemovable && (Draft is { Removes: true } || await drafts.SaveAsync(draft, Draft?.Number, Desk.Who, TextDesk.Office(_now, draft), ct) is not null);
        return isDone ? SayAndShow(Reading.Words.Text.RemovalSaved) : NotFound();
    }

    private async Task<IActionResult> DiscardAsync(CancellationToken ct)
    {
        if (Draft is not null)
        {
            await drafts.DiscardAsync(Draft, Desk.Who, TextDesk.Office(_now, Draft), ct);
        }

        TempData.Say(Message.Done(Reading.Words.Text.Discarded));
        return LocalRedirect(Reading.Link(_now.TextsOf(Kind, Code).Any() ? Address(Kind, Code) : "/workbench/texts"));
    }

    /// <summary>The draft the form was made from; null where there was none.</summary>
    private long? Seen => long.TryParse(Values["seen"], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsSame(CatalogueDraft saved, CatalogueDraft wanted) => !saved.Removes && saved.Body == wanted.Body && saved.Texts.ToHashSet().SetEquals(wanted.Texts);

    /// <summary>Path of an entry's page, without language.</summary>
    public static string Address(string kind, string code) => $"/workbench/texts/{kind}/{Uri.EscapeDataString(code)}";

    private LocalRedirectResult SayAndShow(string sentence)
    {
        TempData.Say(Message.Done(sentence));
        return LocalRedirect(Reading.Link(Address(Kind, Code)));
    }

    /// <summary>The form once more, as it was filled in.</summary>
    private async Task<IActionResult> AgainAsync(Message said, int status, Catalogue.Catalogue? shown, CancellationToken ct)
    {
        (Said, Response.StatusCode) = (said, status);
        await ShowAsync(shown, ct);
        return Page();
    }

    private async Task ShowAsync(Catalogue.Catalogue? shown, CancellationToken ct)
    {
        Fields = fields.Of(Kind);
        Preview = shown is null ? null : await previews.OfAsync(shown, Kind, Code, ct);
        Name = IsNew && shown is null ? null : Reading.Text(Kind, Code, EntryParts.Of(Kind)[0]);
    }
}
