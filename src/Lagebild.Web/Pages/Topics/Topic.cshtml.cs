using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Sources;
using Lagebild.Web.Pages.Targets;
using Lagebild.Web.Pages.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Topics;

/// <summary>All indicators of a topic, each with its main chart; what only several of them show together; targets, views, deliveries.</summary>
public sealed class TopicModel(Reading reading, FigureReader figures, TopicViews views, TargetReader targets, LastDeliveries deliveries) : PageModel
{
    public Topic Topic { get; private set; }

    public IReadOnlyList<(Indicator Indicator, IndicatorFigure Figure)> Figures { get; private set; } = [];

    /// <summary>Charts made from several indicators; empty where the topic has none.</summary>
    public ViewSection? Together { get; private set; }

    /// <summary>Codes of the prepared views that belong to the topic.</summary>
    public IReadOnlyList<string> Views { get; private set; } = [];

    public IReadOnlyList<MeasuredTarget> Targets { get; private set; } = [];

    public IReadOnlyList<LastDelivery> Deliveries { get; private set; } = [];

    /// <summary>Indicators without a value in this stand.</summary>
    public IReadOnlyList<Indicator> WithoutData { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken ct)
    {
        code ??= "";
        if (!reading.Catalogue.Topics.Any(t => t.Code() == code))
        {
            return NotFound();
        }

        Topic = reading.Catalogue.Topics.First(t => t.Code() == code);
        Indicator[] indicators = [.. reading.Catalogue.Indicators.Where(i => i.Topic == Topic)];
        var codes = indicators.Select(i => i.Code).ToHashSet();
        Figures = await FiguresAsync(indicators, ct);
        Together = await views.OfAsync(Topic, ct);
        Views = TopicViews.CodesOf(Topic);
        Targets = await targets.OfAsync(reading.Catalogue.Targets.Where(t => codes.Contains(t.Indicator)), ct);
        Deliveries = await deliveries.OfAsync(c => codes.Contains(c.Indicator), ct);
        WithoutData = [.. indicators.Except(Figures.Select(f => f.Indicator))];
        return Page();
    }

    private async Task<IReadOnlyList<(Indicator Indicator, IndicatorFigure Figure)>> FiguresAsync(IEnumerable<Indicator> indicators, CancellationToken ct)
    {
        var found = new List<(Indicator, IndicatorFigure)>();
        foreach (var indicator in indicators)
        {
            if (await figures.MainAsync(indicator, new SelectionQuery(), ct) is { } figure)
            {
                found.Add((indicator, figure));
            }
        }

        return found;
    }
}
