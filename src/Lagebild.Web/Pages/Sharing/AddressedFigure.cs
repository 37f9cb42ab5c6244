using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>The first chart of an indicator's page, from the query of its address: for pictures, frames and previews.</summary>
public sealed class AddressedFigure(Reading reading, FigureReader reader, RateFigure rates)
{
    /// <summary>Part of the address that asks for the chart per 1,000 inhabitants.</summary>
    public const string PerInhabitants = $"per={Inhabitants}";

    /// <summary>The value of that part.</summary>
    public const string Inhabitants = "inhabitants";

    /// <summary>The figure; or the fault of the query; or neither, where the indicator is not known or the selection is empty.</summary>
    public async Task<(IndicatorFigure? Figure, Fault? Fault)> ReadAsync(string? code, IQueryCollection address, CancellationToken ct)
    {
        if (reading.Catalogue.Indicator(code ?? "") is not { } indicator)
        {
            return (null, null);
        }

        var (query, fault) = SelectionQuery.Parse(address, reading.Catalogue, indicator.Code);
        var figure = query is null ? null : await reader.MainAsync(indicator, query, ct);
        return (figure is not null && query!.Map is null && address["per"] == Inhabitants ? await rates.OfAsync(figure, indicator, ct) : figure, fault);
    }
}
