using System.Globalization;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Figures;

/// <summary>A value per so many inhabitants, with the value and the population it was computed from and the calculation.</summary>
[SameWithinRelease]
public sealed class RateModel(Reading reading, SelectedValuesReader values, ObservationStore observations) : PageModel
{
    public SeriesKey Key { get; private set; } = null!;

    public Variant Variant { get; private set; } = null!;

    /// <summary>The value that was divided. Never without one.</summary>
    public Observation Observation { get; private set; } = null!;

    public Rate Rate { get; private set; } = null!;

    /// <summary>Where the value comes from.</summary>
    public string ValueHref { get; private set; } = "";

    /// <summary>Of the rate.</summary>
    public string Unit => Rate.Inhabitants == PerInhabitants.Thousand ? RateFigure.Unit : RateFigure.FineUnit;

    public async Task<IActionResult> OnGetAsync(string? indicator, string? variant, string? region, string? start, string? end, CancellationToken ct)
    {
        var known = reading.Catalogue.Indicator(indicator ?? "");
        if (known is null || Day(start) is not { } from || Day(end) is not { } to || reading.Catalogue.Region(region ?? "") is null)
        {
            return NotFound();
        }

        var (query, fault) = SelectionQuery.Parse(Request.Query, reading.Catalogue, known.Code);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        var asked = query with { Regions = [region!], Variant = variant ?? "", From = from, To = to };
        return await ReadValueAsync(known, asked, ct) && await ReadPopulationAsync(ct) ? Page() : NotFound();
    }

    /// <summary>False where there is no value of exactly this period, or none that is counted in people.</summary>
    private async Task<bool> ReadValueAsync(Indicator indicator, SelectionQuery query, CancellationToken ct)
    {
        foreach (var selection in Selection.Of(indicator, query, reading.Stand.Choices))
        {
            var selected = await values.ReadAsync(selection, indicator, query, reading.Stand, ct);
            if (reading.Catalogue.Variant(selection.Variant) is { } variant && RateFigure.IsOffered(indicator, variant) && Found(selected, query) is var (series, observation))
            {
                (Key, Variant, Observation, ValueHref) = (series.Series.Key, variant, observation, reading.Origin(series, observation.Period) ?? "");
                return true;
            }
        }

        return false;
    }

    private static (ShownSeries Series, Observation Observation)? Found(SelectedValues selected, SelectionQuery query) => selected.Series
        .SelectMany(s => s.Series.Observations.Select(o => (Series: s, Observation: o)))
        .Where(f => f.Observation.Value is not null && f.Observation.Period.Start == query.From && f.Observation.Period.End == query.To)
        .Select(f => ((ShownSeries, Observation)?)f)
        .FirstOrDefault();

    /// <summary>False where the address names no population of the region on that day near enough.</summary>
    private async Task<bool> ReadPopulationAsync(CancellationToken ct)
    {
        var series = long.TryParse(Request.Query["population"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await observations.SeriesAsync(id, reading.Stand.Release.Number, ct) : null;
        if (series is null || series.Key.Indicator != Population.Indicator || series.Key.Region != Key.Region || Day(Request.Query["on"]) is not { } day || Inhabitants() is not { } inhabitants)
        {
            return false;
        }

        var onDay = series with { Observations = [.. series.Observations.Where(o => o.Period.End == day)] };
        var rate = PerInhabitants.Of(Observation, Variant.Decimals, [onDay], inhabitants);
        Rate = rate!;
        return rate is not null;
    }

    /// <summary>Null where the address says anything but 1000 or 100000.</summary>
    private long? Inhabitants() => (string?)Request.Query["per"] switch
    {
        "1000" => PerInhabitants.Thousand,
        "100000" => PerInhabitants.HundredThousand,
        _ => null,
    };

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
