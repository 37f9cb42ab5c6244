namespace Lagebild.Web.SigningIn;

/// <summary>A sign-in service by OpenID Connect, as an operator sets it: section <c>Lagebild:SignIn</c>. Without <see cref="Authority"/> nothing of it is there.</summary>
public sealed class SignInService
{
    /// <summary>Address of the service, under which its <c>.well-known/openid-configuration</c> lies; null: none.</summary>
    public string? Authority { get; set; }

    /// <summary>What the service knows this site as.</summary>
    public string? ClientId { get; set; }

    /// <summary>File with the secret the two share; null: none, the exchange is bound by PKCE alone.</summary>
    public string? ClientSecretFile { get; set; }

    /// <summary>False: nobody signs in by a password of this site. Only with a service.</summary>
    public bool Passwords { get; set; } = true;

    /// <summary>Whether there is a service.</summary>
    public bool IsSet => Authority is not null && ClientId is not null;

    /// <summary>Whether passwords are asked for: always where there is no service.</summary>
    public bool TakesPasswords => Passwords || !IsSet;
}
