using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Views;

/// <summary>Unaccompanied minors, region by region: intakes and counts on a day are different things and stand apart.</summary>
public sealed class MinorsView(Reading reading, MinorsFigures minors)
{
    public const string Code = "unaccompanied-minors";

    public async Task<PreparedView> OfAsync(CancellationToken ct)
    {
        Region[] regions = [.. SixRegions.InOrder(reading.Catalogue.Regions)];
        Indicator[] indicators = [.. MinorsFigures.Indicators.Select(reading.Catalogue.Indicator).OfType<Indicator>()];
        var sections = new List<ViewSection>();
        foreach (var region in regions)
        {
            if (await minors.OfAsync($"/views/{Code}", region, ct) is { Count: > 0 } figures)
            {
                sections.Add(new() { Title = reading.RegionName(region.Code), Figures = figures, InPairs = true });
            }
        }

        return new()
        {
            Code = Code,
            Words = reading.Words.View.UnaccompaniedMinors,
            Finding = sections.FirstOrDefault()?.Figures[0].Headline,
            Sections = sections,
            Reservations = [.. Kinds(sections)],
            Indicators = indicators,
            Gaps = ViewGap.Of(reading, indicators, regions),
        };
    }

    /// <summary>Who counts events and who counts people on a day, where both occur.</summary>
    private IEnumerable<string> Kinds(IReadOnlyList<ViewSection> sections)
    {
        var byKind = sections.SelectMany(s => s.Figures).SelectMany(f => f.Values).Where(v => v.Variant.Unit == "persons").ToLookup(v => reading.Catalogue.Indicator(v.Variant.Indicator)?.Kind, v => v.Region);
        return byKind.Contains(IndicatorKind.Flow) && byKind.Contains(IndicatorKind.Stock)
            ? [reading.Fill(reading.Words.View.Minors.ReservationKinds, Names(byKind[IndicatorKind.Flow]), Names(byKind[IndicatorKind.Stock]))]
            : [];
    }

    private string Names(IEnumerable<string> regions) => string.Join(", ", regions.Where(r => reading.Catalogue.Region(r)?.Level == RegionLevel.Land).Distinct().Select(reading.RegionName));
}
