using System.Globalization;
using System.Security.Claims;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench;

/// <summary>Who is signed in, for one request to the workbench.</summary>
public sealed class Desk(AccountStore accounts)
{
    private Person? _person;

    /// <summary>Asking for it where nobody is signed in throws: <see cref="DeskFilter"/> lets nobody in.</summary>
    public Person Person => _person ?? throw new InvalidOperationException("Nobody is signed in.");

    public bool IsTaken => _person is not null;

    /// <summary>As acts are noted.</summary>
    public Who Who => Person.Who;

    /// <summary>Finds the account of who a request says it is from; nobody where it is closed or there is none.</summary>
    public async Task TakeAsync(ClaimsPrincipal user, CancellationToken ct) =>
        _person = IdOf(user) is { } id ? await accounts.ByIdAsync(id, ct) : null;

    /// <summary>
    /// Null where the person has the role for a feed; else what to answer: 404 where they may not even see it (as if there were none), 403 where they only lack the role.
    /// </summary>
    public IActionResult? Lacks(Role role, Feed? feed) => feed is null || !Person.Sees(feed) ? new NotFoundResult()
        : Person.Has(role, feed) ? null
        : new StatusCodeResult(StatusCodes.Status403Forbidden);

    /// <summary>Null where the person has the role in some office; else 403.</summary>
    public IActionResult? Lacks(Role role) => Person.HasSomewhere(role) ? null : new StatusCodeResult(StatusCodes.Status403Forbidden);

    private static long? IdOf(ClaimsPrincipal user) =>
        user.Identity?.IsAuthenticated == true && long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
