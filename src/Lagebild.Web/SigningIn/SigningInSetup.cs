using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.SigningIn;

/// <summary>Signing in, as the program puts it in.</summary>
internal static class SigningInSetup
{
    private const string CookieName = "lagebild";

    /// <summary>Registers Identity over our stores, its cookies, and the keys they are protected with.</summary>
    public static IServiceCollection AddSigningIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddKeys();
        services.AddScoped<IPasswordHasher<Account>, PasswordHash>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddScoped<OwnAccount>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = PasswordHash.Rounds);
        services.AddIdentityCore<Account>(Configure).AddUserStore<AccountIdentity>().AddSignInManager<SignIn>().AddTokenProvider<TimeCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<SessionCookie>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, o => Whole(o, CookieName, Session.Idle))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, o => Half(o, $"{CookieName}-code", TimeSpan.FromMinutes(5)));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme).Configure(o => Half(o, $"{CookieName}-service", TimeSpan.FromMinutes(5)));
        services.AddOpenId();
        services.AddAntiforgery(o => o.Cookie.Name = $"{CookieName}-form");
        services.Configure<CookieTempDataProviderOptions>(o => o.Cookie.Name = $"{CookieName}-said");
        return services;
    }

    private static void AddKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Lagebild");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeyStore>((o, keys) => o.XmlRepository = new DatabaseKeys(keys));
    }

    // What makes a good password is ours to say; the mail address is the name.
    private static void Configure(IdentityOptions options)
    {
        options.User.AllowedUserNameCharacters = "";
        options.Password = new() { RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false, RequiredUniqueChars = 0 };
        options.SignIn.RequireConfirmedAccount = false;
    }

    /// <summary>The cookie of who is signed in; lax, so that a link in a mail leads into the workbench.</summary>
    private static void Whole(CookieAuthenticationOptions options, string name, TimeSpan time)
    {
        Half(options, name, time);
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionCookie);
    }

    private static void Half(CookieAuthenticationOptions options, string name, TimeSpan time)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.CookieManager = new HostCookies();
        options.ExpireTimeSpan = time;
        options.SlidingExpiration = false;
    }
}
