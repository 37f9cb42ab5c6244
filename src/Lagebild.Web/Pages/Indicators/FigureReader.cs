using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>From an indicator and a query to the figures of a page.</summary>
public sealed class FigureReader(SelectedValuesReader values, FigureBuilder builder, MapFigure maps, Reading reading)
{
    /// <summary>One figure for each way of counting needed to cover the regions, the one that covers most first. Empty where there is nothing.</summary>
    public async Task<IReadOnlyList<IndicatorFigure>> ReadAsync(Indicator indicator, SelectionQuery query, CancellationToken ct)
    {
        if (query.Map is not null && await maps.ReadAsync(indicator, query, ct) is { Count: > 0 } drawn)
        {
            return drawn;
        }

        var figures = new List<IndicatorFigure>();
        var selections = Selection.Of(indicator, query, reading.Stand.Choices);
        foreach (var selection in selections)
        {
            var selected = await values.ReadAsync(selection, indicator, query, reading.Stand, ct);
            if (builder.Build($"{indicator.Code}-{Reading.Number(figures.Count + 1)}", indicator, selected, query) is { } figure)
            {
                figures.Add(await WithReportsAsync(figure, selected, query, ct));
            }
        }

        return [.. figures.Select((f, at) => at == 0 ? WithAlternatives(f, indicator, selections) : f)];
    }

    /// <summary>The first figure of an indicator where nothing is asked for; null where there is none.</summary>
    public async Task<IndicatorFigure?> MainAsync(Indicator indicator, SelectionQuery query, CancellationToken ct)
    {
        if (query.Map is not null && await maps.ReadAsync(indicator, query, ct) is [var map, ..])
        {
            return map;
        }

        if (Selection.Of(indicator, query, reading.Stand.Choices) is not [var selection, ..])
        {
            return null;
        }

        var selected = await values.ReadAsync(selection, indicator, query, reading.Stand, ct);
        return builder.Build($"{indicator.Code}-1", indicator, selected, query) is { } figure
            ? WithAlternatives(await WithReportsAsync(figure, selected, query, ct), indicator, [selection])
            : null;
    }

    private async Task<IndicatorFigure> WithReportsAsync(IndicatorFigure figure, SelectedValues selected, SelectionQuery query, CancellationToken ct) => figure with
    {
        AllReports = Report.Of(reading, reading.Catalogue.Variant(selected.Selection.Variant)!, await values.ReportsAsync(selected, query, reading.Stand, ct)),
    };

    private IndicatorFigure WithAlternatives(IndicatorFigure figure, Indicator indicator, IReadOnlyList<Selection> shown) => figure with
    {
        Ways = Alternative.Ways(reading, indicator, shown),
        Reports = Alternative.Reports(reading, indicator, shown),
    };
}
