using System.Globalization;
using System.Net;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Tokens of programs, made and revoked on their page.</summary>
internal sealed class TokenPageTests
{
    private const string Page = "/de/workbench/tokens";

    private HttpClient _client = null!;

    private static TokenStore Tokens => Site.Services.GetRequiredService<TokenStore>();

    private static string InDays(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [SetUp]
    public async Task SignInAsync() => _client = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));

    [TearDown]
    public void SignOut() => _client.Dispose();

    [Test]
    public async Task A_new_token_is_shown_once_and_holds()
    {
        using var made = await MakeAsync("A_new_token", "hamburg-lagebild");
        var first = await _client.OpenAsync(Page);
        var again = await _client.OpenAsync(Page);

        var secret = first.QuerySelector("code.secret")!.TextContent;
        Assert.That((made.StatusCode, again.QuerySelector("code.secret"), (await Tokens.UseAsync(secret, default))!.Name), Is.EqualTo((HttpStatusCode.Redirect, (AngleSharp.Dom.IElement?)null, "A_new_token")));
        Assert.That(first.QuerySelector("pre.call")!.TextContent, Does.Contain("/api/v1/deliveries?feed=hamburg-lagebild&name=figures.csv"));
    }

    [Test]
    public async Task A_form_sent_twice_makes_one_token()
    {
        var page = await _client.OpenAsync(Page);
        (string, string)[] fields = [("once", page.QuerySelector("input[name=once]")!.GetAttribute("value")!), ("name", "twice"), ("feed", "hamburg-minors"), ("until", InDays(30)), ("__RequestVerificationToken", page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!)];
        foreach (var _ in new[] { 1, 2 })
        {
            using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
            using var answer = await _client.PostAsync(new Uri(Page, UriKind.Relative), form);
        }

        Assert.That((await Tokens.AllAsync(default)).Count(t => t.Name == "twice"), Is.EqualTo(1));
    }

    [TestCase("", "hamburg-lagebild", 30, "Bitte einen Namen von höchstens 100 Zeichen angeben.")]
    [TestCase("x", "", 30, "Bitte mindestens eine Datenquelle wählen.")]
    [TestCase("x", "mecklenburg-vorpommern-reports", 30, "Bitte mindestens eine Datenquelle wählen.")]
    [TestCase("x", "hamburg-lagebild", -1, null)]
    [TestCase("x", "hamburg-lagebild", 400, null)]
    public async Task What_is_wrong_with_the_form_is_said_and_nothing_is_made(string name, string feed, int days, string? sentence)
    {
        var before = (await Tokens.AllAsync(default)).Count;
        using var answer = await _client.SendAsync(Page, ("name", name), ("feed", feed), ("until", InDays(days)));
        var said = (await answer.PageAsync()).QuerySelector("#fault")!.TextContent;

        Assert.That((answer.StatusCode, sentence is null ? said.StartsWith("Bitte einen Tag von morgen bis zum ", StringComparison.Ordinal) : said == sentence, (await Tokens.AllAsync(default)).Count), Is.EqualTo((HttpStatusCode.BadRequest, true, before)));
    }

    [Test]
    public async Task A_token_is_for_feeds_of_one_office()
    {
        using var everywhere = await Site.SignedInAsync(new Grant(Role.Analyst, null));
        using var answer = await everywhere.SendAsync(Page, ("name", "both"), ("feed", "hamburg-lagebild"), ("feed", "destatis-asylblg"), ("until", InDays(30)));

        Assert.That((await answer.PageAsync()).QuerySelector("#fault")!.TextContent, Is.EqualTo("Ein Schlüssel gilt für Datenquellen einer einzigen Stelle. Bitte für jede Stelle einen eigenen anlegen."));
    }

    [Test]
    public async Task A_colleague_may_revoke_it_and_another_office_neither_sees_nor_revokes_it()
    {
        using var made = await MakeAsync("to be revoked", "hamburg-lagebild");
        var token = (await Tokens.AllAsync(default)).First(t => t.Name == "to be revoked");
        using var other = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-MV"));
        var seen = (await other.OpenAsync(Page)).Body!.TextContent.Contains("to be revoked", StringComparison.Ordinal);
        using var colleague = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        using var revoked = await colleague.SendAsync(Page, $"form:has(input[name=id][value='{token.Id}'])");

        Assert.That((seen, revoked.StatusCode, (await Tokens.AllAsync(default)).First(t => t.Id == token.Id).RevokedUtc is not null), Is.EqualTo((false, HttpStatusCode.Redirect, true)));
    }

    [Test]
    public async Task A_token_of_another_office_is_not_found_by_its_number()
    {
        using var made = await MakeAsync("stays", "hamburg-lagebild");
        var token = (await Tokens.AllAsync(default)).First(t => t.Name == "stays");
        using var other = await Site.SignedInAsync(new Grant(Role.Analyst, "DE-MV"));
        var proof = (await other.OpenAsync(Page)).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("id", $"{token.Id}"), KeyValuePair.Create("__RequestVerificationToken", proof)]);
        using var answer = await other.PostAsync(new Uri($"{Page}?handler=Revoke", UriKind.Relative), form);

        Assert.That((answer.StatusCode, (await Tokens.AllAsync(default)).First(t => t.Id == token.Id).RevokedUtc), Is.EqualTo((HttpStatusCode.NotFound, (DateTime?)null)));
    }

    [Test]
    public async Task Who_is_no_analyst_makes_no_token()
    {
        using var publisher = await Site.SignedInAsync(new Grant(Role.Publisher, "DE-HH"));

        Assert.That((await publisher.OpenAsync(Page)).QuerySelector("main form"), Is.Null);
    }

    private Task<HttpResponseMessage> MakeAsync(string name, string feed) => _client.SendAsync(Page, ("name", name), ("feed", feed), ("until", InDays(30)));
}
