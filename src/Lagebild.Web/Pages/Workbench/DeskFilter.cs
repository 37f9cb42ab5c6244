using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>
/// Before each page of the workbench: only who is signed in comes in, others are sent to sign in; nothing of it is kept anywhere. Pages marked
/// <see cref="AllowAnonymousAttribute"/> are for everyone.
/// </summary>
public sealed class DeskFilter(Desk desk) : IAsyncResourceFilter
{
    /// <summary>First part of the workbench's addresses, after the language.</summary>
    public const string Folder = "workbench";

    /// <summary>Whether an address lies in the workbench, however it is spelt: routes do not tell small letters from large ones.</summary>
    public static bool IsIn(PathString path) => path.Value!.Split('/') is ["", _, var folder, ..] && folder.Equals(Folder, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (IsIn(context.HttpContext.Request.Path))
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";
            await desk.TakeAsync(context.HttpContext.User, context.HttpContext.RequestAborted);
            context.Result = desk.IsTaken || IsOpen(context) ? null : new ChallengeResult();
        }

        if (context.Result is null)
        {
            await next();
        }
    }

    private static bool IsOpen(ActionContext context) => context.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any();
}
