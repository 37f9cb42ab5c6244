namespace Lagebild.Accounts;

/// <summary>What a person of an office may do. In SQL as these words.</summary>
public enum Role
{
    /// <summary>Hands figures in and corrects them.</summary>
    Analyst,

    /// <summary>Releases and withdraws.</summary>
    Publisher,

    /// <summary>Writes notes, definitions, breaks and targets.</summary>
    Editor,

    /// <summary>Invites people, gives roles, sets up feeds and profiles.</summary>
    Administrator,
}
