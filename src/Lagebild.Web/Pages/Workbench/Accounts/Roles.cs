using Lagebild.Accounts;
using Lagebild.Catalogue;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Roles and offices as the reader's language calls them.</summary>
internal static class Roles
{
    public static string RoleName(this Reading reading, Role role) => role switch
    {
        Role.Analyst => reading.Words.Account.Analyst,
        Role.Publisher => reading.Words.Account.Publisher,
        Role.Editor => reading.Words.Account.Editor,
        _ => reading.Words.Account.Administrator,
    };

    /// <summary>What who has it may do, in one line.</summary>
    public static string RoleAbout(this Reading reading, Role role) => role switch
    {
        Role.Analyst => reading.Words.Account.AnalystAbout,
        Role.Publisher => reading.Words.Account.PublisherAbout,
        Role.Editor => reading.Words.Account.EditorAbout,
        _ => reading.Words.Account.AdministratorAbout,
    };

    /// <summary>The region whose office it is; null: all of them.</summary>
    public static string OfficeName(this Reading reading, string? region) => region is null ? reading.Words.Account.Everywhere : reading.Name(CatalogueKind.Region, region).Body;

    /// <summary>How an account stands.</summary>
    public static string StateWords(this Reading reading, AccountState state) => state switch
    {
        { LinkUntilUtc: { } until } => reading.Fill(reading.Words.Account.StateInvited, reading.Moment(until)),
        { HasPassword: false } => reading.Words.Account.StateNoPassword,
        { TwoFactor: true } => reading.Words.Account.StateWithCode,
        _ => reading.Words.Account.StateWithPassword,
    };
}
