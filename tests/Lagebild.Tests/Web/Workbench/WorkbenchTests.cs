using System.Net;
using Lagebild.Accounts;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>The door of the workbench.</summary>
public sealed class WorkbenchTests
{
    [Test]
    public async Task Nobody_comes_in_without_signing_in()
    {
        using var answer = await Site.Client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Who_is_signed_in_comes_in_and_nothing_of_it_is_kept()
    {
        using var client = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        using var answer = await client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        Assert.That((answer.StatusCode, answer.Headers.CacheControl?.NoStore), Is.EqualTo((HttpStatusCode.OK, true)));
    }
}
