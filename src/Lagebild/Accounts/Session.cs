namespace Lagebild.Accounts;

/// <summary>One place where someone is signed in.</summary>
public sealed record Session
{
    /// <summary>How long it lasts when nothing is done.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How long it lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Random; opens nothing by itself: the cookie that carries it is encrypted.</summary>
    public required string Id { get; init; }

    public required long Account { get; init; }

    public DateTime StartedUtc { get; init; }

    /// <summary>Last used, to the minute.</summary>
    public DateTime UsedUtc { get; init; }

    /// <summary>Browser and system, as far as they say: <c>Firefox, Windows</c>.</summary>
    public required string Browser { get; init; }

    /// <summary>From which network: the last part of the address is left out.</summary>
    public required string Address { get; init; }

    /// <summary>The stamp of the account now; a cookie with another is over.</summary>
    public string Stamp { get; init; } = "";

    /// <summary>Whether it is over by time.</summary>
    public bool IsOver(DateTime nowUtc) => nowUtc - UsedUtc > Idle || nowUtc - StartedUtc > Longest;
}
