using Lagebild.Web.Pages.Workbench.Entry;
using Lagebild.Web.Pages.Workbench.Matrix;
using Lagebild.Web.SigningIn;
using Lagebild.Web.Pages.Workbench.Intake;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>The workbench, as the program puts it in.</summary>
public static class WorkbenchSetup
{
    /// <summary>Registers signing in and what the pages are made of.</summary>
    public static IServiceCollection AddWorkbench(this IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.AddScoped<EntryReader>();
        services.AddScoped<DeskWorkReader>();
        services.AddScoped<OfficeMatrixReader>();
        services.AddScoped<DueFeeds>();
        services.AddScoped<SentReader>();
        services.Configure<MvcOptions>(o => o.Filters.Add<DeskFilter>());
        services.AddSigningIn();
        return services;
    }
}
