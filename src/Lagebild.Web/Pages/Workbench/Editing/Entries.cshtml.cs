using Lagebild.Catalogue;
using Lagebild.Comparison;
using Lagebild.Storage;
using Lagebild.Web.Pages.Targets;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>An entry as lists show it.</summary>
public sealed record ListedEntry
{
    public required string Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>The first text of its kind; null where it has none.</summary>
    public CatalogueText? Name { get; init; }

    /// <summary>Codes of the regions it is bound to; empty for none.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Code of the indicator it is bound to or of; null for none.</summary>
    public string? Indicator { get; init; }

    /// <summary>First day of the new way of counting, of a break; null for other kinds.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Languages in which a text of it is missing.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>True where a draft waits that the editor may see.</summary>
    public bool IsDrafted { get; init; }
}

/// <summary>All entries of the catalogue by kind, searched and filtered, and what waits for an editor.</summary>
public sealed class EntriesModel(Desk desk, Reading reading, TextDesk texts, CatalogueStore catalogues, TargetReader targets) : TextPage(desk, reading)
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 50;

    /// <summary>What is searched for; empty for everything.</summary>
    public string Search { get; private set; } = "";

    /// <summary>Null for all kinds.</summary>
    public string? Kind { get; private set; }

    /// <summary><c>draft</c>, <c>missing</c>; null for all.</summary>
    public string? Show { get; private set; }

    /// <summary>From 1.</summary>
    public int At { get; private set; } = 1;

    /// <summary>Those of the page.</summary>
    public IReadOnlyList<ListedEntry> Entries { get; private set; } = [];

    /// <summary>How many there are on all pages.</summary>
    public int Count { get; private set; }

    /// <summary>Drafts of the editor's offices.</summary>
    public int DraftCount { get; private set; }

    /// <summary>Texts without a translation.</summary>
    public int MissingCount { get; private set; }

    /// <summary>Entries that the program ships otherwise than it did when they were edited.</summary>
    public int ShippedCount { get; private set; }

    /// <summary>Missed targets for which nobody wrote why, of the editor's offices.</summary>
    public IReadOnlyList<MeasuredTarget> WithoutReason { get; private set; } = [];

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = await texts.NowAsync(ct);
        Read(now);
        if (Ask() is { } fault)
        {
            return HttpContext.Refuse(fault);
        }

        var drafts = await texts.DraftsAsync(now, ct);
        WithoutReason = [.. (await targets.OfAsync(now.Targets, ct)).Where(t => IsWithoutReason(now, t))];
        (DraftCount, ShippedCount, MissingCount) = (drafts.Count, (await catalogues.ShippedAnewAsync(ct)).Count, MissingText.Of(now).Count);
        List(now, drafts);
        return Page();
    }

    private Fault? Ask()
    {
        var fields = new AddressFields(Request.Query);
        Search = Request.Query["q"].ToString().Trim();
        Kind = fields.One("kind", k => EntryParts.Kinds.Contains(k) ? k : null);
        Show = fields.One("show", s => s is "draft" or "missing" ? s : null);
        At = fields.One("page", p => int.TryParse(p, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) && page > 0 ? (int?)page : null) ?? 1;
        return fields.Fault;
    }

    private bool IsWithoutReason(Catalogue.Catalogue now, MeasuredTarget target) => target.State.Standing == TargetStanding.Missed
        && now.Text(CatalogueKind.Target, target.Target.Code, "reason", Reading.Language) is null
        && texts.May(now, CatalogueKind.Target, TextDesk.BodyOf(now, CatalogueKind.Target, target.Target.Code));

    private void List(Catalogue.Catalogue now, IReadOnlyList<CatalogueDraft> drafts)
    {
        var shown = drafts.Where(d => !d.Removes).Aggregate(now, (c, d) => d.On(c));
        var drafted = drafts.Select(d => (d.Kind, d.Code)).ToHashSet();
        ListedEntry[] found = [.. Keys(shown).Where(k => Kind is null || k.Kind == Kind).Select(k => Listed(shown, k.Kind, k.Code, drafted.Contains(k))).Where(Fits)];
        Count = found.Length;
        At = Math.Min(At, Pages);
        Entries = [.. found.Skip((At - 1) * PageSize).Take(PageSize)];
    }

    private static IEnumerable<(string Kind, string Code)> Keys(Catalogue.Catalogue shown) =>
        shown.Texts.Select(t => (t.Kind, t.Code)).Concat(shown.Entries.Select(e => (e.Kind, e.Code))).Where(k => EntryParts.Kinds.Contains(k.Kind)).Distinct()
            .OrderBy(k => EntryParts.Kinds.ToList().IndexOf(k.Kind)).ThenBy(k => k.Code, StringComparer.Ordinal);

    private ListedEntry Listed(Catalogue.Catalogue shown, string kind, string code, bool isDrafted) => new()
    {
        Kind = kind,
        Code = code,
        Name = EntryParts.Of(kind).Select(p => shown.Text(kind, code, p, Reading.Language)).FirstOrDefault(t => t is not null),
        Regions = EntryRegions.Of(kind, shown.Entry(kind, code)?.Body),
        Indicator = IndicatorOf(shown, kind, code),
        Day = kind == CatalogueKind.Break ? shown.Breaks.FirstOrDefault(b => b.Code == code)?.Day : null,
        Missing = [.. EntryParts.Of(kind).SelectMany(p => EntryParts.Missing(shown, kind, code, p)).Distinct()],
        IsDrafted = isDrafted,
    };

    private static string? IndicatorOf(Catalogue.Catalogue shown, string kind, string code) => kind switch
    {
        CatalogueKind.Note => shown.Notes.FirstOrDefault(n => n.Code == code)?.Indicator,
        CatalogueKind.Gap => shown.Gaps.FirstOrDefault(g => g.Code == code)?.Indicator,
        CatalogueKind.Break => shown.Breaks.FirstOrDefault(b => b.Code == code) is { } found ? found.Indicator ?? shown.Variant(found.Variants[0])?.Indicator : null,
        CatalogueKind.Target => shown.Targets.FirstOrDefault(t => t.Code == code)?.Indicator,
        CatalogueKind.Variant => shown.Variant(code)?.Indicator,
        _ => null,
    };

    private bool Fits(ListedEntry entry) => (Show != "draft" || entry.IsDrafted)
        && (Show != "missing" || entry.Missing.Count > 0)
        && (Search.Length == 0 || Searched(entry).Any(t => t.Contains(Search, StringComparison.CurrentCultureIgnoreCase)));

    private IEnumerable<string> Searched(ListedEntry entry) =>
    [
        entry.Code,
        entry.Name?.Plain() ?? "",
        entry.Indicator is null ? "" : Reading.IndicatorName(entry.Indicator),
        .. entry.Regions.Select(Reading.RegionName),
        .. Reading.Catalogue.TextsOf(entry.Kind, entry.Code).Select(t => t.Plain()),
    ];
}
