using Lagebild.Web.Pages.Workbench.Deliveries;
using Lagebild.Web.Pages.Workbench.Editing;
using Lagebild.Web.Pages.Workbench.Entry;
using Lagebild.Web.Pages.Workbench.Feeds;
using Lagebild.Web.Pages.Workbench.Intake;
using Lagebild.Web.Pages.Workbench.Matrix;
using Lagebild.Web.Pages.Workbench.Releases;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>The workbench, as the program puts it in.</summary>
public static class WorkbenchSetup
{
    /// <summary>Registers signing in and what the pages are made of.</summary>
    public static IServiceCollection AddWorkbench(this IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<FeedSaving>();
        services.Configure<RazorPagesOptions>(o => o.Conventions.AddPageRoute("/Workbench/Feeds/Edit", "{language:language}/workbench/feeds/new/facts"));
        services.AddScoped<DueFeeds>();
        services.AddScoped<SentReader>();
        services.AddScoped<DeliveryAccess>();
        services.AddScoped<FindingGroups>();
        services.AddScoped<ChangeFigures>();
        services.AddScoped<TouchedTexts>();
        services.AddSingleton<DraftRenewals>();
        services.AddScoped<DeskDelivery>();
        services.AddScoped<ReleaseChecks>();
        services.AddScoped<EntryReader>();
        services.AddScoped<DeskWorkReader>();
        services.AddScoped<OfficeMatrixReader>();
        services.Configure<MvcOptions>(o => o.Filters.Add<DeskFilter>());
        services.Configure<MvcOptions>(o => o.Filters.Add<StaleForm>());
        services.AddSigningIn();
        services.AddScoped<TextDesk>().AddScoped<EntryOptions>().AddScoped<EntryFields>().AddScoped<EntryForms>().AddScoped<EntryChanges>().AddScoped<EntryPreviews>();
        return services;
    }
}
