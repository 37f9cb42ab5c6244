using System.Net;
using System.Text.RegularExpressions;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>One's own account: password, second factor, sessions.</summary>
public sealed partial class AccountTests
{
    private const string Password = "Straßenbahn im Nebel";

    private const string Account = "/de/workbench/account";

    private Person _person = null!;
    private HttpClient _client = null!;

    [SetUp]
    public async Task SignInAsync()
    {
        _person = await SignInTests.WithPasswordAsync(Password);
        _client = await Site.SignedInAsync(_person);
    }

    [TearDown]
    public void End() => _client.Dispose();

    [Test]
    public async Task Another_password_ends_all_other_sessions_at_once()
    {
        using var other = await Site.SignedInAsync(_person);
        using (var answer = await _client.SendAsync($"{Account}/password", ("password", Password), ("new", "Möwen über der Förde"), ("again", "Möwen über der Förde")))
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        }

        Assert.That((await StatusAsync(_client), await StatusAsync(other)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect)));
        using var visitor = Site.Visitor();
        using var old = await SignInTests.SignInAsync(visitor, _person.Mail, Password);
        using var now = await SignInTests.SignInAsync(visitor, _person.Mail, "Möwen über der Förde");
        Assert.That((old.StatusCode, now.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.Redirect)));
    }

    [TestCase("falsch", "Möwen über der Förde", "Möwen über der Förde", "Das bisherige Passwort stimmt nicht.")]
    [TestCase(Password, "Möwen", "Möwen", "Das Passwort ist zu kurz. Es braucht mindestens 15 Zeichen; ein Satz lässt sich gut merken.")]
    [TestCase(Password, "Möwen über der Förde", "Möwen über der Schlei", "Die beiden Eingaben des neuen Passworts sind verschieden. Bitte geben Sie es zweimal gleich ein.")]
    public async Task What_is_wrong_with_it_is_said(string old, string password, string again, string sentence)
    {
        using var answer = await _client.SendAsync($"{Account}/password", ("password", old), ("new", password), ("again", again));
        Assert.That((answer.StatusCode, (await answer.PageAsync()).QuerySelector(".box.error")!.TextContent.Trim()), Is.EqualTo((HttpStatusCode.BadRequest, sentence)));
    }

    [Test]
    public async Task With_a_second_factor_the_password_alone_does_not_open_and_a_code_opens_once()
    {
        var (key, _) = await TurnOnAsync();
        using var visitor = Site.Visitor();
        using (var first = await SignInTests.SignInAsync(visitor, _person.Mail, Password))
        {
            Assert.That(first.Headers.Location?.ToString(), Is.EqualTo("/de/workbench/sign-in/code"));
        }

        Assert.That(await StatusAsync(visitor), Is.EqualTo(HttpStatusCode.Redirect));
        var code = TimeCode.At(key, TimeCode.Step(DateTimeOffset.UtcNow) + 1);
        Assert.That(await SendCodeAsync(visitor, code), Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await StatusAsync(visitor), Is.EqualTo(HttpStatusCode.OK));
        using var thief = Site.Visitor();
        using (await SignInTests.SignInAsync(thief, _person.Mail, Password))
        {
        }

        Assert.That(await SendCodeAsync(thief, code), Is.EqualTo(HttpStatusCode.BadRequest), "replayed");
    }

    [Test]
    public async Task A_recovery_code_opens_once()
    {
        var (_, codes) = await TurnOnAsync();
        Assert.That((codes.Count, codes.Distinct().Count()), Is.EqualTo((10, 10)));
        using var visitor = Site.Visitor();
        using (await SignInTests.SignInAsync(visitor, _person.Mail, Password))
        {
        }

        Assert.That(await SendCodeAsync(visitor, $" {codes[3].ToLowerInvariant()} "), Is.EqualTo(HttpStatusCode.Redirect));
        using var again = Site.Visitor();
        using (await SignInTests.SignInAsync(again, _person.Mail, Password))
        {
        }

        Assert.That(await SendCodeAsync(again, codes[3]), Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Recovery_codes_and_key_are_not_shown_again()
    {
        await TurnOnAsync();
        using var answer = await _client.GetAsync(new Uri($"{Account}/code", UriKind.Relative));
        Assert.That((answer.StatusCode, (await _client.OpenAsync($"{Account}/codes")).QuerySelectorAll("ol.codes li").Length), Is.EqualTo((HttpStatusCode.Redirect, 0)));
    }

    [Test]
    public async Task Who_has_only_the_password_cannot_turn_the_second_factor_on_anew()
    {
        var (key, _) = await TurnOnAsync();
        using var _1 = await _client.PostFormOfAsync(Account, $"{Account}/code?handler=Begin");
        using var scope = Site.Services.CreateScope();
        var account = (await scope.ServiceProvider.GetRequiredService<AccountStore>().SecretsAsync(_person.Id, default))!;
        Assert.That(await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().GetAuthenticatorKeyAsync(account), Is.EqualTo(TimeCode.Base32(key)));
    }

    [Test]
    public async Task It_is_turned_off_with_the_password_and_only_where_that_is_long_enough_alone()
    {
        await TurnOnAsync();
        using (var shorter = await _client.SendAsync($"{Account}/password", ("password", Password), ("new", "Seebrück"), ("again", "Seebrück")))
        {
            Assert.That(shorter.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        }

        using var refused = await _client.SendAsync($"{Account}/code/off", ("password", "Seebrück"));
        using (await _client.SendAsync($"{Account}/password", ("password", "Seebrück"), ("new", Password), ("again", Password)))
        {
        }

        using var done = await _client.SendAsync($"{Account}/code/off", ("password", Password));
        Assert.That((refused.StatusCode, done.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.Redirect)));
        using var visitor = Site.Visitor();
        using var answer = await SignInTests.SignInAsync(visitor, _person.Mail, Password);
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo("/de/workbench"));
    }

    [Test]
    public async Task Sessions_are_listed_and_ended()
    {
        using var other = await Site.SignedInAsync(_person);
        Assert.That((await _client.OpenAsync(Account)).QuerySelectorAll("#sessions ~ table tbody tr").Length, Is.EqualTo(2));
        using (await _client.SendAsync(Account, "#sessions ~ table form"))
        {
        }

        Assert.That((await StatusAsync(_client), await StatusAsync(other)), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect)));
    }

    [Test]
    public async Task A_name_is_changed()
    {
        using (await _client.SendAsync(Account, "form.one", ("name", "Anna <Neu>")))
        {
        }

        Assert.That((await _client.OpenAsync(Account)).QuerySelector("form.who a")!.TextContent, Is.EqualTo("Anna <Neu>"));
    }

    [Test]
    public async Task Five_wrong_passwords_make_wait()
    {
        using var visitor = Site.Visitor();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await SignInTests.SignInAsync(visitor, _person.Mail, "falsch");
            Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        }

        using var right = await SignInTests.SignInAsync(visitor, _person.Mail, Password);
        Assert.That((right.StatusCode, (await right.PageAsync()).QuerySelector(".box.error")!.TextContent), Is.EqualTo((HttpStatusCode.TooManyRequests, (await right.PageAsync()).QuerySelector(".box.error")!.TextContent)));
        Assert.That((await right.PageAsync()).QuerySelector(".box.error")!.TextContent, Does.Match(@"Zu viele Versuche. Der nächste ist ab \d\d:\d\d Uhr möglich."));
    }

    private static async Task<HttpStatusCode> SendCodeAsync(HttpClient client, string code)
    {
        using var answer = await client.SendAsync("/de/workbench/sign-in/code", ("code", code));
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/de/workbench", UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task<(byte[] Key, IReadOnlyList<string> Codes)> TurnOnAsync()
    {
        using (await _client.SendAsync(Account, $"form[action='{Account}/code?handler=Begin']"))
        {
        }

        var page = await _client.OpenAsync($"{Account}/code");
        var key = TimeCode.FromBase32(Blank().Replace(page.QuerySelector("ol.way code")!.TextContent, ""));
        using (var answer = await _client.SendAsync($"{Account}/code", ("code", TimeCode.At(key, TimeCode.Step(DateTimeOffset.UtcNow)))))
        {
            Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo($"{Account}/codes"));
        }

        return (key, [.. (await _client.OpenAsync($"{Account}/codes")).QuerySelectorAll("ol.codes li").Select(l => l.TextContent.Trim())]);
    }

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();
}
