using Lagebild.Web.Pages.Regions;
using Lagebild.Web.Pages.Sources;
using Lagebild.Web.Pages.Targets;
using Lagebild.Web.Pages.Topics;

namespace Lagebild.Web.Pages.Views;

/// <summary>The prepared views by their codes.</summary>
public sealed class PreparedViews(CrisesView crises, CapacityView capacity, MinorsView minors, WorkView work)
{
    /// <summary>Null for a code there is none of.</summary>
    public async Task<PreparedView?> OfAsync(string? code, CancellationToken ct) => code switch
    {
        CrisesView.Code => await crises.OfAsync(ct),
        CapacityView.Code => await capacity.OfAsync(ct),
        MinorsView.Code => await minors.OfAsync(ct),
        WorkView.Code => await work.OfAsync(ct),
        _ => null,
    };

    /// <summary>One figure of a view by its id; null where there is no such view or figure.</summary>
    public async Task<ViewFigure?> OneAsync(string? code, string? figure, CancellationToken ct) =>
        (await OfAsync(code, ct))?.Figures.FirstOrDefault(f => f.Id == figure);
}

/// <summary>Puts what views and the charts of regions are made from into the program.</summary>
public static class ViewSetup
{
    /// <summary>All by request.</summary>
    public static IServiceCollection AddPreparedViews(this IServiceCollection services) => services
        .AddScoped<ViewValues>()
        .AddScoped<ViewFigures>()
        .AddScoped<ArrivalStepsFigure>()
        .AddScoped<PlaceCountsFigure>()
        .AddScoped<MinorsFigures>()
        .AddScoped<CrisesView>()
        .AddScoped<CapacityView>()
        .AddScoped<MinorsView>()
        .AddScoped<WorkView>()
        .AddScoped<PreparedViews>()
        .AddScoped<RegionFigures>()
        .AddScoped<RegionGapReader>()
        .AddScoped<TargetReader>()
        .AddScoped<TopicViews>()
        .AddScoped<LastDeliveries>();
}
