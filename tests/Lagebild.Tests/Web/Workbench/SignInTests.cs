using System.Net;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Signing in by mail address and password, and out.</summary>
public sealed class SignInTests
{
    private const string Password = "Straßenbahn im Nebel";

    private Person _person = null!;

    [SetUp]
    public async Task InviteAsync() => _person = await WithPasswordAsync(Password);

    [Test]
    public async Task Who_knows_the_password_comes_in_and_back_to_where_they_wanted()
    {
        using var client = Site.Visitor();
        using var answer = await SignInAsync(client, _person.Mail, Password, "?returnUrl=%2Fde%2Fworkbench%3Fa%3D1");
        Assert.That((answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Redirect, "/de/workbench?a=1")));
        Assert.That((await client.OpenAsync("/de/workbench")).QuerySelector("form.who a")!.TextContent, Is.EqualTo("Test Person"));
    }

    [Test]
    public async Task The_same_letters_in_another_form_are_the_same_password()
    {
        using var client = Site.Visitor();
        var person = await WithPasswordAsync("Łódź und Lübeck 1");
        using var answer = await SignInAsync(client, person.Mail.ToUpperInvariant(), "Łódź und Lübeck 1".Normalize(System.Text.NormalizationForm.FormD));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_page()
    {
        Assert.That(await RefusalAsync(_person.Mail), Is.EqualTo(await RefusalAsync("nobody@example.org")));
    }

    [Test]
    public async Task Nobody_is_led_elsewhere([Values("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)")] string address)
    {
        using var client = Site.Visitor();
        using var answer = await SignInAsync(client, _person.Mail, Password, $"?returnUrl={Uri.EscapeDataString(address)}");
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/de/workbench"));
    }

    [Test]
    public async Task Signing_out_ends_the_session_for_its_copied_cookie_too()
    {
        using var client = await Site.SignedInAsync(_person);
        using var copy = await Site.SignedInAsync(_person);
        using (await client.SendAsync("/de/workbench", "form.who"))
        {
        }

        Assert.That((await StatusAsync(client), await StatusAsync(copy)), Is.EqualTo((HttpStatusCode.Redirect, HttpStatusCode.OK)));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode Status, string Text)> RefusalAsync(string mail)
    {
        using var client = Site.Visitor();
        using var answer = await SignInAsync(client, mail, "quite another one");
        return (answer.StatusCode, (await answer.PageAsync()).QuerySelector("main")!.TextContent);
    }

    internal static Task<HttpResponseMessage> SignInAsync(HttpClient client, string mail, string password, string query = "") =>
        client.SendAsync($"/de/workbench/sign-in{query}", ("mail", mail), ("password", password));

    internal static async Task<Person> WithPasswordAsync(string password)
    {
        using var scope = Site.Services.CreateScope();
        var store = scope.ServiceProvider.GetRequiredService<AccountStore>();
        var person = await store.AddAsync("Test Person", $"{Guid.NewGuid():N}@example.org", [new(Role.Analyst, "DE-HH")], Who.Operator, default);
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().AddPasswordAsync((await store.SecretsAsync(person.Id, default))!, password);
        Assert.That(result.Errors.Select(e => e.Description), Is.Empty);
        return person;
    }
}
