using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Topics;

/// <summary>All indicators of a topic, each with its main chart.</summary>
public sealed class TopicModel(Reading reading, FigureReader figures) : PageModel
{
    public Topic Topic { get; private set; }

    public IReadOnlyList<(Indicator Indicator, IndicatorFigure Figure)> Figures { get; private set; } = [];

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
        Figures = await FiguresAsync(indicators, ct);
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
