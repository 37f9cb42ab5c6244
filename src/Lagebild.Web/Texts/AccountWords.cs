namespace Lagebild.Web.Texts;

/// <summary>Signing in, one's own account, and the people of an office.</summary>
public sealed record AccountWords
{
    public required string SignInTitle { get; init; }
    public required string SignIn { get; init; }
    public required string SignOut { get; init; }
    public required string SignedOut { get; init; }
    public required string Mail { get; init; }
    public required string Password { get; init; }
    public required string Refused { get; init; }
    public required string Delayed { get; init; }
    public required string Blocked { get; init; }
    public required string NotEncrypted { get; init; }
    public required string NoAccessTitle { get; init; }
    public required string NoAccess { get; init; }
}
