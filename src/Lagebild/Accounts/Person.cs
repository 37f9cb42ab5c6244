using Lagebild.Statistics;

namespace Lagebild.Accounts;

/// <summary>Someone with an account.</summary>
public sealed record Person
{
    /// <summary>Ascending in the order of invitation.</summary>
    public required long Id { get; init; }

    /// <summary>As colleagues know them; shown in the workbench and the audit, never to the public.</summary>
    public required string Name { get; init; }

    /// <summary>Mail address, which is also the name to sign in with.</summary>
    public required string Mail { get; init; }

    /// <summary>What they may do, and where.</summary>
    public IReadOnlyList<Grant> Grants { get; init; } = [];

    /// <summary>Whether they have the role for what belongs to a region's office; null: to no single one.</summary>
    public bool Has(Role role, string? region) => Grants.Any(g => g.Role == role && (g.Region is null || g.Region == region));

    /// <summary>Whether they have the role for the office that answers for a feed.</summary>
    public bool Has(Role role, Feed feed) => Has(role, feed.Region);

    /// <summary>Whether they have the role in any office.</summary>
    public bool HasSomewhere(Role role) => Grants.Any(g => g.Role == role);

    /// <summary>Whether they may see what is not public of a feed: whoever has a role for its office.</summary>
    public bool Sees(Feed feed) => Grants.Any(g => g.Region is null || g.Region == feed.Region);

    /// <summary>As acts are noted.</summary>
    public Who Who => new(Id, Name);
}
