using Lagebild.Accounts;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Roles by region, to be ticked.</summary>
/// <param name="Regions">Rows; null: all regions.</param>
/// <param name="Chosen">What is ticked.</param>
public sealed record GrantGrid(IReadOnlyList<string?> Regions, IReadOnlyList<Grant> Chosen)
{
    /// <summary>Columns.</summary>
    public static IReadOnlyList<Role> Roles { get; } = Enum.GetValues<Role>();

    /// <summary>A grant as a form sends it: <c>Analyst@DE-HH</c>, <c>Analyst@</c> for all regions.</summary>
    public static string Text(Grant grant) => $"{grant.Role}@{grant.Region}";

    /// <summary>What a form sent; null where it is no role in one of the regions.</summary>
    public static Grant? Parse(string text, IReadOnlyList<string?> regions) =>
        text.Split('@') is [var role, var region] && Roles.Any(r => r.ToString() == role) && regions.Contains(region.Length == 0 ? null : region)
            ? new(Enum.Parse<Role>(role), region.Length == 0 ? null : region)
            : null;
}
