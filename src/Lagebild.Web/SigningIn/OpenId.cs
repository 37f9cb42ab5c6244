using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Lagebild.Web.SigningIn;

/// <summary>Signing in with a service of the office by OpenID Connect: code flow with PKCE. Registered in any case, there only where it is set.</summary>
internal static class OpenId
{
    /// <summary>Name of the scheme.</summary>
    public const string Scheme = "service";

    /// <summary>Where the service sends people back to: to be registered there.</summary>
    public const string CallbackPath = "/en/workbench/sign-in/service/back";

    /// <summary>Adds the two schemes where an operator has set a service.</summary>
    public static void AddOpenId(this IServiceCollection services)
    {
        services.AddTransient<OpenIdConnectHandler>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectOptions>, OpenIdConnectPostConfigureOptions>());
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<LagebildOptions>((o, lagebild) => Configure(o, lagebild.SignIn));
        services.AddOptions<AuthenticationOptions>().Configure<LagebildOptions>((o, lagebild) =>
        {
            if (lagebild.SignIn.IsSet)
            {
                o.AddScheme(Scheme, s => s.HandlerType = typeof(OpenIdConnectHandler));
                o.AddScheme(IdentityConstants.ExternalScheme, s => s.HandlerType = typeof(CookieAuthenticationHandler));
            }
        });
    }

    /// <summary>The mail address that the service vouches for; null where it does not.</summary>
    public static string? VerifiedMail(AuthenticateResult result) =>
        string.Equals(result.Principal?.FindFirst("email_verified")?.Value, "true", StringComparison.OrdinalIgnoreCase) ? result.Principal?.FindFirst("email")?.Value : null;

    private static void Configure(OpenIdConnectOptions options, SignInService service)
    {
        (options.Authority, options.ClientId) = (service.Authority, service.ClientId);
        options.ClientSecret = service.ClientSecretFile is { } file ? File.ReadAllText(file).Trim() : null;
        options.RequireHttpsMetadata = service.Authority is { } authority && !new Uri(authority).IsLoopback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.CallbackPath = CallbackPath;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        Bind(options.CorrelationCookie, "lagebild-service-");
        Bind(options.NonceCookie, "lagebild-nonce-");
        options.Events.OnRemoteFailure = Back;
    }

    // The way back is a plain link (response_mode=query): lax is enough, and works over http on this machine.
    private static void Bind(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Whatever went wrong there: back to signing in, which says so.</summary>
    private static Task Back(RemoteFailureContext context)
    {
        context.Response.Redirect($"/{Languages.Of(context.Properties?.RedirectUri)}/workbench/sign-in?service=failed");
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
