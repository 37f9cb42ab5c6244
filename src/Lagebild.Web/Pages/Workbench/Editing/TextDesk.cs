using Lagebild.Accounts;
using Lagebild.Catalogue;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>
/// What an editor sees and may change. An entry bound to regions belongs to their office, all others to everyone with the role everywhere; a draft is seen in its office alone.
/// </summary>
public sealed class TextDesk(Desk desk, CatalogueStore catalogues, CatalogueDraftStore drafts, ReleaseStore releases)
{
    private Person Person => desk.Person;

    /// <summary>As of the latest release, without any draft.</summary>
    public async Task<Catalogue.Catalogue> NowAsync(CancellationToken ct) => await catalogues.AsOfAsync((await releases.LatestAsync(ct))?.Number ?? 0, ct);

    /// <summary>The drafts of the person's offices, latest first.</summary>
    public async Task<IReadOnlyList<CatalogueDraft>> DraftsAsync(Catalogue.Catalogue now, CancellationToken ct) => [.. (await drafts.AllAsync(ct)).Where(d => Sees(now, d))];

    /// <summary>The draft of an entry; null where there is none the person may see.</summary>
    public async Task<CatalogueDraft?> DraftAsync(Catalogue.Catalogue now, string kind, string code, CancellationToken ct) =>
        await drafts.OfAsync(kind, code, ct) is { } draft && Sees(now, draft) ? draft : null;

    /// <summary>Whether somebody else's draft, which the person may not see, waits for an entry.</summary>
    public async Task<bool> IsTakenAsync(Catalogue.Catalogue now, string kind, string code, CancellationToken ct) =>
        await drafts.OfAsync(kind, code, ct) is { } draft && !Sees(now, draft);

    /// <summary>Whether the person may change an entry with this body.</summary>
    public bool May(Catalogue.Catalogue now, string kind, string? body) => IsOf(now, EntryRegions.Of(kind, body), g => g.Role == Role.Editor);

    /// <summary>Whether the person may write, release or discard a draft: before and after it belongs to an office of theirs.</summary>
    public bool May(Catalogue.Catalogue now, CatalogueDraft draft) => Bodies(now, draft).All(b => May(now, draft.Kind, b));

    /// <summary>The office of a draft, for the audit.</summary>
    public static string? Office(Catalogue.Catalogue now, CatalogueDraft draft) => EntryRegions.Office(now, draft.Kind, draft.Body ?? BodyOf(now, draft.Kind, draft.Code));

    /// <summary>The body of an entry; null where there is none.</summary>
    public static string? BodyOf(Catalogue.Catalogue now, string kind, string code) => now.Entry(kind, code)?.Body;

    private bool Sees(Catalogue.Catalogue now, CatalogueDraft draft) => Bodies(now, draft).All(b => IsOf(now, EntryRegions.Of(draft.Kind, b), _ => true));

    /// <summary>What it is and what it is to be.</summary>
    private static IEnumerable<string?> Bodies(Catalogue.Catalogue now, CatalogueDraft draft)
    {
        var before = BodyOf(now, draft.Kind, draft.Code);
        return before is null || draft.Body is null ? [draft.Body ?? before] : [before, draft.Body];
    }

    /// <summary>Whether one grant covers all regions; what is bound to none needs a grant for everywhere.</summary>
    private bool IsOf(Catalogue.Catalogue now, IReadOnlyList<string> regions, Func<Grant, bool> fits) =>
        Person.Grants.Where(fits).Any(g => g.Region is null || (regions.Count > 0 && regions.All(r => now.IsWithin(r, g.Region))));
}
