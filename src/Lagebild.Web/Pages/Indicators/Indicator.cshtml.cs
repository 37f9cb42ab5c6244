using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Web.Api;
using Lagebild.Web.Pages.Sources;
using Lagebild.Web.Pages.Targets;
using Lagebild.Web.Pages.Topics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>An indicator: charts and tables of the selection, the form that changes it, definition, breaks, targets.</summary>
public sealed class IndicatorModel(Reading reading, FigureReader reader, RateFigure rates, MapFigure maps, TargetReader targets, LastDeliveries deliveries, CatalogueRecords records) : PageModel
{
    public Indicator Indicator { get; private set; } = null!;

    public SelectionQuery Selection { get; private set; } = new();

    /// <summary>The first is the main one; further ones show regions that are counted otherwise. Empty where there is nothing.</summary>
    public IReadOnlyList<IndicatorFigure> Figures { get; private set; } = [];

    /// <summary>The main figure per 1,000 inhabitants; null where that is not offered.</summary>
    public IndicatorFigure? Rate { get; private set; }

    public SelectionForm Form { get; private set; } = null!;

    /// <summary>What there is of the indicator, by way of counting.</summary>
    public IReadOnlyList<OfferedVariant> Offered { get; private set; } = [];

    public IReadOnlyList<Break> Breaks { get; private set; } = [];

    /// <summary>With where they stand.</summary>
    public IReadOnlyList<MeasuredTarget> Targets { get; private set; } = [];

    public IReadOnlyList<Indicator> Related { get; private set; } = [];

    /// <summary>What search engines read of the data set, as JSON-LD; null where there is no value.</summary>
    public string? DataSet { get; private set; }

    /// <summary>Of the feeds that report it.</summary>
    public IReadOnlyList<LastDelivery> Deliveries { get; private set; } = [];

    /// <summary>Codes of the six regions without a value of it.</summary>
    public IReadOnlyList<string> Without { get; private set; } = [];

    /// <summary>Why, as their offices explain it.</summary>
    public IReadOnlyList<Note> Gaps => GapsOf(Without);

    /// <summary>The same of the regions asked for.</summary>
    public IReadOnlyList<Note> AskedGaps => GapsOf(Selection.Regions);

    /// <summary>Codes of the prepared views of its topic.</summary>
    public IReadOnlyList<string> Views { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        code ??= "";
        if (reading.Catalogue.Indicator(code) is not { } indicator)
        {
            return NotFound();
        }

        var (query, fault) = SelectionQuery.Parse(Request.Query, reading.Catalogue, code);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        (Indicator, Selection) = (indicator, query);
        Figures = await reader.ReadAsync(indicator, query, ct);
        Rate = Figures.Count > 0 && query.Map is null ? await rates.OfAsync(Figures[0], indicator, ct) : null;
        Targets = await targets.OfAsync(reading.Catalogue.Targets.Where(t => t.Indicator == indicator.Code), ct);
        Deliveries = await deliveries.OfAsync(c => c.Indicator == code, ct);
        Describe();
        return Page();
    }

    private IReadOnlyList<Note> GapsOf(IEnumerable<string> regions) =>
        [.. regions.SelectMany(r => reading.Catalogue.GapsOf(Indicator.Code, r)).Select(g => EditorNotes.Of(reading, g, isOnlyRegion: false))];

    private void Describe()
    {
        DataSet = records.SetOf(Indicator) is { } set ? SchemaOrg.Of(records.SiteOf(Request.Absolute("")), set, reading.Language) : null;
        Form = SelectionForm.Of(reading, Indicator, Selection, Figures).With(maps.Suits(Indicator) ? new(MapQuery.Kind, reading.Words.Map.Name, Selection.Map is not null) : null);
        Offered = OfferedVariant.Of(reading, Indicator);
        Breaks = [.. reading.Catalogue.Breaks.Where(b => reading.Catalogue.VariantsOf(Indicator.Code).Any(v => FigureNotes.Concerns(b, Indicator.Code, v.Code)))];
        Without = [.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code).Where(r => !reading.Stand.Coverage.Any(c => c.Indicator == Indicator.Code && c.ValueCount > 0 && reading.Catalogue.IsWithin(c.Region, r)))];
        Views = Indicator.Topic is { } topic ? TopicViews.CodesOf(topic) : [];
        Related = [.. reading.Catalogue.Indicators.Where(i => i.Topic == Indicator.Topic && i.Code != Indicator.Code)];
    }
}
