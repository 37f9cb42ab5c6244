namespace Lagebild.Accounts;

/// <summary>How an account stands, for who administers it.</summary>
public sealed record AccountState
{
    public long Id { get; init; }

    public bool HasPassword { get; init; }

    public bool TwoFactor { get; init; }

    /// <summary>Until when a link that was handed out works; null where none waits.</summary>
    public DateTime? LinkUntilUtc { get; init; }
}

/// <summary>What came of changing someone's account.</summary>
public enum AccountChange
{
    Done,

    /// <summary>There is no such account, or it is closed.</summary>
    Missing,

    /// <summary>Refused: nobody would be left who is administrator everywhere.</summary>
    LastAdministrator,
}
