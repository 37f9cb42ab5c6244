namespace Lagebild.Accounts;

/// <summary>A role in one region's office; <paramref name="Region"/> null: in all of them, and for what belongs to no single one.</summary>
public sealed record Grant(Role Role, string? Region);
