using Lagebild.Accounts;

namespace Lagebild.Storage;

/// <summary>What a profile was from one moment on.</summary>
public sealed record ProfileVersion
{
    /// <summary>From 1, without gaps; 0 where it is as the program ships it.</summary>
    public required int Number { get; init; }

    /// <summary>JSON, as <see cref="Import.Profile.Parse"/> reads it.</summary>
    public required string Text { get; init; }

    /// <summary>Of the text, lower-case hex: what deliveries call the profile's version.</summary>
    public required string Sha256 { get; init; }

    public required Who Who { get; init; }

    /// <summary>Null where it is as the program ships it.</summary>
    public DateTime? AtUtc { get; init; }

    /// <summary>As whoever changed it said; empty where they did not.</summary>
    public string Why { get; init; } = "";
}
