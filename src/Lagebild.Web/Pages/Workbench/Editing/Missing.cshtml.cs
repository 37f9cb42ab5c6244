using Lagebild.Catalogue;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>The texts without a translation: how many by kind and language, and each with what it says in another.</summary>
public sealed class MissingModel(Desk desk, Reading reading, TextDesk texts) : TextPage(desk, reading)
{
    /// <summary>How many are listed at most.</summary>
    public const int Most = 200;

    /// <summary>Null for all kinds.</summary>
    public string? Kind { get; private set; }

    /// <summary>Null for all languages.</summary>
    public string? Language { get; private set; }

    /// <summary>All there are.</summary>
    public IReadOnlyList<MissingText> All { get; private set; } = [];

    /// <summary>Those asked for, up to the most.</summary>
    public IReadOnlyList<(MissingText Missing, CatalogueText There)> Listed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var now = await texts.NowAsync(ct);
        Read(now);
        var fields = new AddressFields(Request.Query);
        Kind = fields.One("kind", k => EntryParts.Kinds.Contains(k) ? k : null);
        Language = fields.One("language", l => Languages.All.Contains(l) ? l : null);
        if (fields.Fault is { } fault)
        {
            return HttpContext.Refuse(fault);
        }

        All = MissingText.Of(now);
        Listed = [.. All.Where(m => (Kind is null || m.Kind == Kind) && (Language is null || m.Language == Language)).Take(Most).Select(m => (m, now.Text(m.Kind, m.Code, m.Part, m.Language)!))];
        return Page();
    }
}
