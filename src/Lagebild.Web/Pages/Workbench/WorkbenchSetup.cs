using Lagebild.Web.Pages.Workbench.Editing;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>The workbench, as the program puts it in.</summary>
public static class WorkbenchSetup
{
    /// <summary>Registers signing in and what the pages are made of.</summary>
    public static IServiceCollection AddWorkbench(this IServiceCollection services)
    {
        services.AddScoped<Desk>();
        services.Configure<MvcOptions>(o => o.Filters.Add<DeskFilter>());
        services.Configure<MvcOptions>(o => o.Filters.Add<StaleForm>());
        services.AddSigningIn();
        services.AddScoped<TextDesk>().AddScoped<EntryOptions>().AddScoped<EntryFields>().AddScoped<EntryForms>().AddScoped<EntryChanges>().AddScoped<EntryPreviews>();
        return services;
    }
}
