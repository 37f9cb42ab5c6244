using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Calendar;
using Lagebild.Web.Pages.Changed;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Corrections;

/// <summary>Values that were changed or ended after they had been released: what stood there, what holds, and why.</summary>
[SameWithinRelease]
public sealed class CorrectionsModel(Reading reading, CalendarReader calendar, ChangeStore changes) : PageModel
{
    private const int ReleasesShown = 10;
    private const int ValuesOfOne = 500;
    private const int ValuesOfSeveral = 20;

    /// <summary>The release asked for alone; null for all.</summary>
    public int? Chosen { get; private set; }

    public Indicator? Indicator { get; private set; }

    public Region? Region { get; private set; }

    /// <summary>Every release up to the stand that corrected something, latest first.</summary>
    public IReadOnlyList<Release> All { get; private set; } = [];

    /// <summary>Those shown, latest first; with a choice of indicator or region only those that touch it.</summary>
    public IReadOnlyList<CorrectedRelease> Shown { get; private set; } = [];

    /// <summary>The release before which earlier corrections are listed; null where there are no more.</summary>
    public int? Earlier { get; private set; }

    public bool IsNarrowed => Indicator is not null || Region is not null;

    public async Task<IActionResult> OnGetAsync(string? release, string? before, string? indicator, string? region, CancellationToken ct)
    {
        (Indicator, Region) = (reading.Catalogue.Indicator(indicator ?? ""), reading.Catalogue.Region(region ?? ""));
        var fault = ReleaseNumber.Fault(release, "release") ?? ReleaseNumber.Fault(before, "before") ?? Unknown("indicator", indicator, Indicator) ?? Unknown("region", region, Region);
        if (fault is not null)
        {
            return HttpContext.Refuse(fault);
        }

        var known = await calendar.ReleasesAsync(ct);
        Chosen = ReleaseNumber.Of(release);
        if (Chosen is { } number && known.All(r => r.Number != number))
        {
            return HttpContext.Refuse(Fault.Of("release", release!));
        }

        All = [.. known.Where(r => r.Corrects())];
        var touching = IsNarrowed ? await changes.CorrectingAsync(Indicator?.Code, Region?.Code, reading.Stand.Release.Number, ct) : [.. All.Select(r => r.Number)];
        await ReadAsync([.. All.Where(r => touching.Contains(r.Number) && (Chosen ?? r.Number) == r.Number && r.Number < (ReleaseNumber.Of(before) ?? int.MaxValue))], ct);
        return Page();
    }

    private async Task ReadAsync(IReadOnlyList<Release> asked, CancellationToken ct)
    {
        var shown = new List<CorrectedRelease>();
        foreach (var release in asked)
        {
            var corrected = await CorrectedAsync(release, ct);
            if (shown.Count == ReleasesShown)
            {
                Earlier = shown[^1].Release.Number;
                break;
            }

            if (!IsNarrowed || corrected.Values.Count > 0)
            {
                shown.Add(corrected);
            }
        }

        Shown = shown;
    }

    private async Task<CorrectedRelease> CorrectedAsync(Release release, CancellationToken ct)
    {
        var most = Chosen is null ? ValuesOfSeveral : ValuesOfOne;
        var found = changes.CorrectionsAsync(release.Number - 1, release.Number, Indicator?.Code, Region?.Code, ct);
        var values = await found.Take(most + 1).Select(c => ShownChange.Of(reading, c)).ToArrayAsync(ct);
        return new() { Release = release, Values = [.. values.Take(most)], HasMore = values.Length > most };
    }

    private static Fault? Unknown(string field, string? text, object? found) => string.IsNullOrEmpty(text) || found is not null ? null : Fault.Of(field, text);
}
