using Lagebild.Catalogue;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>A version with what it changed.</summary>
/// <param name="Version">The entry as a release left it.</param>
/// <param name="Lines">What is other than in the version before.</param>
/// <param name="IsNow">True for the version that is public.</param>
public sealed record ShownVersion(CatalogueVersion Version, IReadOnlyList<ChangedLine> Lines, bool IsNow);

/// <summary>Who changed an entry when, and what; any version can be put back by a draft.</summary>
public sealed class HistoryModel(Desk desk, Reading reading, TextDesk texts, CatalogueStore catalogues, CatalogueDraftStore drafts, EntryChanges changes) : TextPage(desk, reading)
{
    private Catalogue.Catalogue _now = null!;
    private IReadOnlyList<CatalogueVersion> _versions = [];

    public string Kind { get; private set; } = "";

    public string Code { get; private set; } = "";

    /// <summary>Its name, of the last version that had one.</summary>
    public CatalogueText? Name { get; private set; }

    /// <summary>Latest first.</summary>
    public IReadOnlyList<ShownVersion> Versions { get; private set; } = [];

    /// <summary>False where it belongs to another office.</summary>
    public bool MayChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, string code, CancellationToken ct) => await FindAsync(kind, code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, string code, CancellationToken ct)
    {
        if (!await FindAsync(kind, code, ct) || _versions.FirstOrDefault(v => Number(v) == Request.Form["version"]) is not { } version)
        {
            return NotFound();
        }

        return MayChange && texts.May(_now, Kind, version.Body) ? await RestoreAsync(version, ct) : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }

    /// <summary>As the form names a version.</summary>
    public static string Number(CatalogueVersion version) => Reading.Number(version.Release?.Number ?? 0);

    private async Task<bool> FindAsync(string kind, string code, CancellationToken ct)
    {
        (Kind, Code, _now) = (kind, code, await texts.NowAsync(ct));
        Read(_now);
        _versions = EntryParts.Kinds.Contains(kind) ? await catalogues.HistoryAsync(kind, code, ct) : [];
        Name = _versions.SelectMany(v => v.Texts.Where(t => t.Part == EntryParts.Of(kind)[0]).OrderByDescending(t => t.Language == Reading.Language)).FirstOrDefault();
        MayChange = _versions.Count > 0 && texts.May(_now, kind, _versions.Select(v => v.Body).FirstOrDefault(b => b is not null));
        Versions = [.. _versions.Select((v, at) => new ShownVersion(v, Lines(v, _versions.ElementAtOrDefault(at + 1)), at == 0))];
        return _versions.Count > 0;
    }

    private IReadOnlyList<ChangedLine> Lines(CatalogueVersion version, CatalogueVersion? before) =>
        changes.Of(Kind, (before?.Body, before?.Texts ?? []), (version.Body, version.Texts));

    private async Task<IActionResult> RestoreAsync(CatalogueVersion version, CancellationToken ct)
    {
        var waiting = await texts.DraftAsync(_now, Kind, Code, ct);
        var draft = Restoring(version);
        var isSaved = await drafts.SaveAsync(draft, waiting?.Number, Desk.Who, TextDesk.Office(_now, draft), ct) is not null;
        TempData.Say(isSaved ? Message.Done(Reading.Fill(Reading.Words.Text.Restored, version.Release?.Number ?? 0)) : Message.Wrong(Reading.Words.Text.DraftsGone));
        return LocalRedirect(Reading.Link(isSaved ? "/workbench/texts/drafts" : $"{EntryModel.Address(Kind, Code)}/history"));
    }

    /// <summary>The draft that makes the entry what it was.</summary>
    private CatalogueDraft Restoring(CatalogueVersion version)
    {
        CatalogueText[] now = [.. _now.TextsOf(Kind, Code)];
        var ended = now.Where(t => !version.Texts.Any(v => v.Part == t.Part && v.Language == t.Language)).Select(t => t with { Body = "", State = TextState.Missing });
        var removes = version.Body is null && version.Texts.Count == 0;
        return new()
        {
            Kind = Kind,
            Code = Code,
            Removes = removes,
            Body = version.Body == _now.Entry(Kind, Code)?.Body ? null : version.Body,
            Texts = removes ? [] : [.. version.Texts.Except(now), .. ended],
        };
    }
}
