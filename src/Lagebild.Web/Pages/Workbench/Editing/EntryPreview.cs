using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Targets;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>An entry as the public will see it.</summary>
public sealed record EntryPreview
{
    public required string Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>The figure it stands under; null where there are no values for it.</summary>
    public IndicatorFigure? Figure { get; init; }

    /// <summary>The break as tables of breaks list it; null for other kinds.</summary>
    public Break? Break { get; init; }

    /// <summary>The target with where it stands; null for other kinds.</summary>
    public MeasuredTarget? Target { get; init; }

    /// <summary>The explanation as the page of its region shows it; null for other kinds.</summary>
    public Note? Gap { get; init; }
}

/// <summary>Makes previews by the means of the public pages: the request is read with the draft in the catalogue from there on.</summary>
public sealed class EntryPreviews(Reading reading, FigureReader figures, TargetReader targets)
{
    /// <summary>Null for an entry that is not there.</summary>
    public async Task<EntryPreview?> OfAsync(Catalogue.Catalogue drafted, string kind, string code, CancellationToken ct)
    {
        var stand = reading.Stand;
        reading.ShowAsOf(stand with { Catalogue = drafted, Choices = stand.Choices with { Catalogue = drafted } }, reading.IsPinned, reading.IsPast);
        var preview = new EntryPreview { Kind = kind, Code = code };
        return kind switch
        {
            CatalogueKind.Note => drafted.Notes.FirstOrDefault(n => n.Code == code) is { } note ? preview with { Figure = await FigureAsync(note, ct) } : null,
            CatalogueKind.Gap => drafted.Gaps.FirstOrDefault(g => g.Code == code) is { } gap
                ? preview with { Gap = EditorNotes.Of(reading, gap, isOnlyRegion: true), Figure = await FigureAsync(gap.Indicator, null, gap.Region, null, ct) }
                : null,
            CatalogueKind.Break => drafted.Breaks.FirstOrDefault(b => b.Code == code) is { } found ? preview with { Break = found, Figure = await FigureAsync(found, ct) } : null,
            CatalogueKind.Target => drafted.Targets.FirstOrDefault(t => t.Code == code) is { } target
                ? preview with { Target = (await targets.OfAsync([target], ct))[0], Figure = await FigureAsync(target.Indicator, target.Variant, target.Region, target.Breakdown, ct) }
                : null,
            _ => drafted.TextsOf(kind, code).Any() ? preview : null,
        };
    }

    /// <summary>Of a note on no indicator: of the first that there is anything of in its region.</summary>
    private Task<IndicatorFigure?> FigureAsync(FigureNote note, CancellationToken ct)
    {
        var indicator = note.Indicator ?? reading.Stand.Coverage.FirstOrDefault(c => c.ValueCount > 0 && c.Region == note.Region && (note.Variant is null || c.Variant == note.Variant))?.Indicator;
        return FigureAsync(indicator, note.Variant, note.Region, note.Breakdown.Length == 0 ? null : note.Breakdown, ct);
    }

    private Task<IndicatorFigure?> FigureAsync(Break found, CancellationToken ct)
    {
        var cut = reading.Stand.Coverage.Where(c => c.ValueCount > 0 && FigureNotes.Concerns(found, c.Indicator, c.Variant) && FigureNotes.Holds(reading.Catalogue, found, c.Region))
            .OrderByDescending(c => c.First < found.Day && found.Day <= c.Last).ThenBy(c => c.Region, StringComparer.Ordinal).FirstOrDefault();
        return FigureAsync(cut?.Indicator, cut?.Variant, cut?.Region, null, ct);
    }

    private async Task<IndicatorFigure?> FigureAsync(string? indicator, string? variant, string? region, string? breakdown, CancellationToken ct) =>
        indicator is null || reading.Catalogue.Indicator(indicator) is not { } shown
            ? null
            : await figures.MainAsync(shown, new SelectionQuery { Variant = variant, Regions = region is null ? [] : [region], Breakdown = breakdown }, ct);
}
