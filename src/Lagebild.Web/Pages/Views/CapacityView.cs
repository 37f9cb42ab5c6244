using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Views;

/// <summary>Capacity and need: where more people lived than there were places, places and residents region by region, and the steps from registration to need.</summary>
public sealed class CapacityView(Reading reading, ViewValues values, PlaceCountsFigure places, ArrivalStepsFigure steps)
{
    public const string Code = "capacity";

    private const string Page = $"/views/{Code}";

    /// <summary>Id of the figure of counts with more residents than places.</summary>
    public const string ExceededId = "exceeded";

    /// <summary>Id of the steps of a region.</summary>
    public static string StepsId(string region) => $"steps-{region.ToLowerInvariant()}";

    public async Task<PreparedView> OfAsync(CancellationToken ct)
    {
        Region[] regions = [.. SixRegions.InOrder(reading.Catalogue.Regions)];
        var counts = await CountsAsync(RegionsWithDistricts(), ct);
        var known = await StepsAsync([.. regions.Select(r => r.Code)], ct);
        var exceeded = places.Exceeded(Page, ExceededId, counts);
        var words = reading.Words.View;
        Indicator[] indicators = [.. PlaceCounts.Indicators.Concat(ArrivalSteps.Indicators).Select(reading.Catalogue.Indicator).OfType<Indicator>()];
        return new()
        {
            Code = Code,
            Words = words.Capacity,
            Finding = exceeded?.Headline,
            Sections =
            [
                new() { Title = words.Places.ExceededTitle, Lead = exceeded is null ? words.Places.ExceededNone : null, Figures = exceeded is null ? [] : [exceeded] },
                .. regions.Select(r => OfRegion(r, counts)).OfType<ViewSection>(),
                new() { Title = words.Steps.Title, Figures = [.. known.Select(s => steps.Of(Page, StepsId(s.Region), s))], InPairs = true },
            ],
            Reservations = [words.Places.ReservationKinds],
            Indicators = indicators,
            Gaps = ViewGap.Of(reading, indicators, regions),
        };
    }

    /// <summary>Codes of the six regions, each followed by its districts.</summary>
    public IReadOnlyList<string> RegionsWithDistricts() => [.. SixRegions.InOrder(reading.Catalogue.Regions).SelectMany(WithDistricts)];

    /// <summary>Places and residents of regions, by time.</summary>
    public async Task<IReadOnlyList<PlaceCounts>> CountsAsync(IReadOnlyList<string> regions, CancellationToken ct) => PlaceCounts.Of(await ReadAsync(PlaceCounts.Indicators, regions, ct));

    /// <summary>Of each region the steps of the newest period; regions without any are absent.</summary>
    public async Task<IReadOnlyList<ArrivalSteps>> StepsAsync(IReadOnlyList<string> regions, CancellationToken ct)
    {
        var all = ArrivalSteps.Of(await ReadAsync(ArrivalSteps.Indicators, regions, ct));
        return [.. regions.Select(r => all.FirstOrDefault(s => s.Region == r)).OfType<ArrivalSteps>()];
    }

    private async Task<IReadOnlyList<ViewValue>> ReadAsync(IReadOnlyList<string> indicators, IReadOnlyList<string> regions, CancellationToken ct)
    {
        var read = new List<ViewValue>();
        foreach (var indicator in indicators)
        {
            read.AddRange(await values.OfAsync(indicator, regions, ct));
        }

        return read;
    }

    private IEnumerable<string> WithDistricts(Region region) =>
        reading.Catalogue.RegionsIn(region.Code).Where(r => r.Level == RegionLevel.District).Select(r => r.Code).Prepend(region.Code);

    private ViewSection? OfRegion(Region region, IReadOnlyList<PlaceCounts> counts) =>
        places.Of(Page, $"capacity-{region.Code.ToLowerInvariant()}", [.. counts.Where(c => c.Region == region.Code)]) is { Count: > 0 } figures
            ? new() { Title = reading.RegionName(region.Code), Figures = figures, InPairs = true }
            : null;
}
