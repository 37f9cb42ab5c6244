using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Someone is invited: an account without password, and a link to set one.</summary>
public sealed class InviteModel(AccountStore accounts, FeedStore feeds, Desk desk, Reading reading) : PeoplePage(accounts, feeds, desk, reading)
{
    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "mail")]
    public string? Mail { get; set; }

    public GrantGrid Grid => new(Regions, Chosen() ?? []);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Chosen() is not { } grants)
        {
            return HttpContext.Refuse(Fault.Of("grant", string.Join(", ", Sent)));
        }

        var account = new Account { Name = (Name ?? "").Trim(), Mail = (Mail ?? "").Trim() };
        return Reading.WrongWith(account) is { } wrong ? Again(wrong)
            : grants.Count == 0 ? Again(Reading.Words.Account.RolesMissing)
            : await Accounts.SecretsAsync(account.Mail, ct) is not null ? Again(Reading.Words.Account.MailTaken)
            : await InviteAsync(account, grants, ct);
    }

    private async Task<IActionResult> InviteAsync(Account account, IReadOnlyList<Grant> grants, CancellationToken ct)
    {
        var (person, secret) = await Accounts.InviteAsync(account.Name, account.Mail, grants, Desk.Who, ct);
        TempData.Show([secret]);
        return LocalRedirect(Reading.Link($"/workbench/people/{Number(person.Id)}"));
    }

    private static string Number(long id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
