using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Views;

namespace Lagebild.Web.Pages.Topics;

/// <summary>What several indicators of a topic show only together, and the prepared views that belong to it.</summary>
public sealed class TopicViews(Reading reading, CapacityView capacity, ArrivalStepsFigure steps, PlaceCountsFigure places)
{
    private const string Page = $"/views/{CapacityView.Code}";

    /// <summary>Codes, the closest first.</summary>
    public static IReadOnlyList<string> CodesOf(Topic topic) => topic switch
    {
        Topic.International => [CrisesView.Code],
        Topic.Arrivals => [CapacityView.Code, CrisesView.Code],
        Topic.Accommodation => [CapacityView.Code],
        Topic.Support => [MinorsView.Code],
        _ => [WorkView.Code],
    };

    /// <summary>Of arrivals the steps from registration to need, of accommodation the counts with more residents than places; null for the others, and where there is nothing.</summary>
    public async Task<ViewSection?> OfAsync(Topic topic, CancellationToken ct)
    {
        var words = reading.Words.View;
        ViewSection? section = topic switch
        {
            Topic.Arrivals => new() { Title = words.Steps.Title, Figures = await StepsAsync(ct), InPairs = true },
            Topic.Accommodation => new() { Title = words.Places.ExceededTitle, Figures = await ExceededAsync(ct) },
            _ => null,
        };
        return section is { Figures.Count: > 0 } ? section : null;
    }

    private async Task<IReadOnlyList<ViewFigure>> StepsAsync(CancellationToken ct) =>
        [.. (await capacity.StepsAsync([.. SixRegions.InOrder(reading.Catalogue.Regions).Select(r => r.Code)], ct)).Select(s => steps.Of(Page, CapacityView.StepsId(s.Region), s))];

    private async Task<IReadOnlyList<ViewFigure>> ExceededAsync(CancellationToken ct) =>
        places.Exceeded(Page, CapacityView.ExceededId, await capacity.CountsAsync(capacity.RegionsWithDistricts(), ct)) is { } exceeded ? [exceeded] : [];
}
