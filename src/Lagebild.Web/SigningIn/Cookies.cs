using Lagebild.Storage;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lagebild.Web.SigningIn;

/// <summary>The cookie of who is signed in is good as long as its session is, asked at each request.</summary>
internal sealed class SessionCookie(SessionStore sessions, IOptions<IdentityOptions> identity) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var id = context.Principal is { } principal ? SignIn.SessionOf(principal) : null;
        var session = id is null ? null : await sessions.UseAsync(id, context.HttpContext.RequestAborted);
        var stamp = context.Principal?.FindFirst(identity.Value.ClaimsIdentity.SecurityStampClaimType)?.Value;
        if (session is null || session.Stamp != stamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }
    }

    /// <summary>To the page of signing in, in the language of the address, and from there back.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var back = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;
        var language = Languages.Of(request.Path);
        context.Response.Redirect($"/{language}/workbench/sign-in{QueryString.Create("returnUrl", back ?? $"/{language}/workbench")}");
        return Task.CompletedTask;
    }
}

/// <summary>Over https a cookie bears the prefix that binds it to this host and to https; over http browsers would refuse it.</summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager _cookies = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _cookies.GetRequestCookie(context, Name(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => _cookies.AppendResponseCookie(context, Name(context, key), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => _cookies.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? $"__Host-{key}" : key;
}
