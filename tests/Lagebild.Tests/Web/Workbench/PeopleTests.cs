using System.Net;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Who invites whom, and gives which roles.</summary>
public sealed class PeopleTests
{
    private const string People = "/de/workbench/people";

    [Test]
    public async Task Someone_is_invited_sets_a_password_once_and_comes_in()
    {
        using var head = await Site.SignedInAsync(new Grant(Role.Administrator, "DE-HH"));
        var mail = $"{Guid.NewGuid():N}@example.org";
        using var invited = await head.SendAsync($"{People}/invite", ("name", "Neue Person"), ("mail", mail), ("grant", "Analyst@DE-HH"));
        var page = await head.OpenAsync(invited.Headers.Location!.ToString());
        var link = new Uri(page.QuerySelector(".box code")!.TextContent).PathAndQuery;
        Assert.That((await head.OpenAsync(invited.Headers.Location!.ToString())).QuerySelector(".box code"), Is.Null, "shown once");

        using var visitor = Site.Visitor();
        using var accepted = await visitor.SendAsync(link, ("new", "Möwen über der Förde"), ("again", "Möwen über der Förde"));
        Assert.That((accepted.Headers.Location?.ToString(), (await visitor.OpenAsync("/de/workbench/account")).QuerySelector("dl.def dd")!.TextContent), Is.EqualTo(("/de/workbench/account", mail)));
        using var thief = Site.Visitor();
        using var again = await thief.GetAsync(new Uri(link, UriKind.Relative));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "replayed");
    }

    [TestCase("name", "", "Bitte geben Sie einen Namen mit höchstens 200 Zeichen ein.")]
    [TestCase("mail", "keine", "Bitte geben Sie eine E-Mail-Adresse ein, zum Beispiel name@behoerde.example.")]
    [TestCase("grant", null, "Bitte wählen Sie mindestens eine Rolle.")]
    public async Task What_is_wrong_is_said_and_nothing_typed_is_lost(string field, string? value, string sentence)
    {
        using var head = await Site.SignedInAsync(new Grant(Role.Administrator, null));
        var fields = new Dictionary<string, string?> { ["name"] = "Neue Person", ["mail"] = "neu@example.org", ["grant"] = "Editor@PL-22", [field] = value };
        using var answer = await head.SendAsync($"{People}/invite", [.. fields.Where(f => f.Value is not null).Select(f => (f.Key, f.Value!))]);
        var page = await answer.PageAsync();
        Assert.That((answer.StatusCode, page.QuerySelector(".box.error")!.TextContent.Trim()), Is.EqualTo((HttpStatusCode.BadRequest, sentence)));
        Assert.That((page.QuerySelector("#name")!.GetAttribute("value") ?? "", page.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value"))), Is.EqualTo((fields["name"], fields["grant"] is null ? Array.Empty<string>() : ["Editor@PL-22"])));
    }

    [TestCase("Analyst@PL-22")]
    [TestCase("Analyst@")]
    [TestCase("Administrator@")]
    [TestCase("King@DE-HH")]
    [TestCase("7@DE-HH")]
    public async Task An_administrator_of_a_region_gives_nothing_beyond_it(string grant)
    {
        using var head = await Site.SignedInAsync(new Grant(Role.Administrator, "DE-HH"));
        using var answer = await head.SendAsync($"{People}/invite", ("name", "x"), ("mail", $"{Guid.NewGuid():N}@example.org"), ("grant", grant));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task An_administrator_of_a_region_sees_only_who_has_a_role_there_and_that_role_alone()
    {
        using var head = await Site.SignedInAsync(new Grant(Role.Administrator, "DE-SH"));
        var both = await AddAsync(new Grant(Role.Analyst, "DE-SH"), new Grant(Role.Editor, "PL-22"));
        var other = await AddAsync(new Grant(Role.Analyst, "PL-22"));
        var row = (await head.OpenAsync(People)).QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(both.Mail, StringComparison.Ordinal));
        Assert.That((row.QuerySelector("ul")!.TextContent.Trim(), await StatusAsync(head, other)), Is.EqualTo(("Schleswig-Holstein: Datenlieferung", HttpStatusCode.NotFound)));
        using (await head.SendAsync($"{People}/{both.Id}", "form.person", ("grant", "Publisher@DE-SH")))
        {
        }

        Assert.That((await Accounts.ByIdAsync(both.Id, default))!.Grants, Is.EqualTo(new[] { new Grant(Role.Editor, "PL-22"), new Grant(Role.Publisher, "DE-SH") }));
        Assert.That((await head.OpenAsync($"{People}/{both.Id}")).QuerySelectorAll("form[action*=Close]"), Is.Empty);
        using var closed = await head.PostFormOfAsync($"{People}/{both.Id}", $"{People}/{both.Id}?handler=Close", ("sure", "yes"));
        Assert.That(closed.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_closed_account_is_out_at_once()
    {
        using var head = await Site.SignedInAsync(new Grant(Role.Administrator, null));
        var person = await AddAsync(new Grant(Role.Analyst, "DE-HH"));
        using var client = await Site.SignedInAsync(person);
        using (await head.SendAsync($"{People}/{person.Id}", "form[action*=Close]", ("sure", "yes")))
        {
        }

        using var answer = await client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        Assert.That((answer.StatusCode, await StatusAsync(head, person)), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task Roles_act_at_the_next_request()
    {
        using var head = await Site.SignedInAsync(new Grant(Role.Administrator, null));
        var person = await AddAsync(new Grant(Role.Administrator, "DE-HH"));
        using var client = await Site.SignedInAsync(person);
        await client.OpenAsync(People);
        using (await head.SendAsync($"{People}/{person.Id}", "form.person", ("grant", "Analyst@DE-HH")))
        {
        }

        using var answer = await client.GetAsync(new Uri(People, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase(Role.Analyst)]
    [TestCase(Role.Publisher)]
    [TestCase(Role.Editor)]
    public async Task Who_is_no_administrator_has_no_such_pages(Role role)
    {
        using var client = await Site.SignedInAsync(new Grant(role, null));
        foreach (var address in new[] { People, $"{People}/invite", $"{People}/1" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), address);
        }
    }

    [Test]
    public async Task A_link_that_never_was_is_not_there([Values("set-up", "invitation")] string kind)
    {
        using var visitor = Site.Visitor();
        using var answer = await visitor.GetAsync(new Uri($"/de/workbench/{kind}/{OneTimeLink.NewSecret()}", UriKind.Relative));
        Assert.That((answer.StatusCode, (await answer.PageAsync()).QuerySelector(".lead")!.TextContent), Is.EqualTo((HttpStatusCode.NotFound, "Dieser Link gilt nicht mehr: Er ist benutzt, abgelaufen oder durch einen neueren ersetzt. Bitten Sie Ihre Administration um einen neuen.")));
    }

    private static AccountStore Accounts => Site.Services.GetRequiredService<AccountStore>();

    private static Task<Person> AddAsync(params Grant[] grants) => Accounts.AddAsync("Test Person", $"{Guid.NewGuid():N}@example.org", grants, Who.Operator, default);

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, Person person)
    {
        using var answer = await client.GetAsync(new Uri($"{People}/{person.Id}", UriKind.Relative));
        return answer.StatusCode;
    }
}
