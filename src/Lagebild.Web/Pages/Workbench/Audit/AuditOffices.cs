using Lagebild.Accounts;

namespace Lagebild.Web.Pages.Workbench.Audit;

/// <summary>Whose entries an administrator sees.</summary>
internal static class AuditOffices
{
    /// <summary>Null for an administrator of all offices; else the regions whose entries they see.</summary>
    public static IReadOnlyList<string>? Of(Person person)
    {
        var regions = person.Grants.Where(g => g.Role == Role.Administrator).Select(g => g.Region).ToArray();
        return regions.Contains(null) ? null : [.. regions.OfType<string>().Distinct()];
    }
}
