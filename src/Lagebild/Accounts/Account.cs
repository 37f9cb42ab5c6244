namespace Lagebild.Accounts;

/// <summary>What someone signs in with. Only changed by who signs in with it, by one-time link, or by taking it away (<c>AccountStore.ResetAsync</c>).</summary>
public sealed class Account
{
    /// <summary>That of the <see cref="Person"/>; 0 before it is stored.</summary>
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>Mail address, which is also the name to sign in with.</summary>
    public string Mail { get; set; } = "";

    /// <summary>Null where none is set: nobody can sign in by password then.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Another one with every changed secret: sessions that carry an older one are over.</summary>
    public string Stamp { get; set; } = "";

    /// <summary>Whether a code is asked for after the password.</summary>
    public bool TwoFactor { get; set; }

    /// <summary>What codes are made of, protected; null where there never was one.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Counts changes: who changes an older state than the stored is refused.</summary>
    public long Version { get; set; }

    /// <summary>As acts are noted.</summary>
    public Who Who => new(Id, Name);

    /// <summary>A mail address as accounts are found by it.</summary>
    public static string Normal(string mail) => mail.Trim().Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant();
}
