using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Targets;

/// <summary>All targets with where they stand.</summary>
public sealed class TargetsModel(Reading reading, TargetReader reader) : PageModel
{
    /// <summary>By topic of their indicator, then by due date, those without one last.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Targets = await reader.OfAsync(
        reading.Catalogue.Targets.OrderBy(t => reading.Catalogue.Indicator(t.Indicator)?.Topic).ThenBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Code, StringComparer.Ordinal),
        ct);
}
