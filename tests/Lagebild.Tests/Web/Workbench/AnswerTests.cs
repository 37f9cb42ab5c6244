using System.Net;
using AngleSharp.Dom;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>Questions about figures, and their answers.</summary>
internal sealed class AnswerTests
{
    private const string Odd = $"{DeliverySite.Header}September 2015;101.000;2.886;2.815\r\n";

    private DeliverySite _site = null!;
    private HttpClient _analyst = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _site = await DeliverySite.StartAsync();
        await _site.DeliverAndReleaseAsync(DeliverySite.Hamburg, DeliverySite.Table);
        _analyst = await _site.AnalystAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _analyst.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task A_question_names_the_value_it_is_about()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        var page = await _analyst.OpenAsync(DeliverySite.Address(delivery));
        Assert.That((Text(page.QuerySelector(".box.warning h2")!), page.QuerySelectorAll("ol.odd h3").Select(Text)), Is.EqualTo((
            "Vor der Veröffentlichung ist 1 Frage zu beantworten", new[] { "Hamburg, Registrierte Schutzsuchende, September 2015" })));
    }

    [Test]
    public async Task An_answer_in_own_words_is_kept_with_name_and_language_and_noted()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var answer = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("answer", "  Tippfehler der Quelle, dort bestätigt. "));
        var page = await _analyst.OpenAsync(DeliverySite.Address(delivery, "pl"));
        var audit = (await _site.Services.GetRequiredService<AuditStore>().BeforeAsync(long.MaxValue, 1, default))[0];
        Assert.That((answer.StatusCode, answer.Headers.Location!.OriginalString, page.QuerySelector("ol.odd blockquote")!.OuterHtml, Text(page.QuerySelector("ol.odd .sev.success")!)[..18], (audit.Who, audit.Act, audit.Subject, audit.Region)), Is.EqualTo((
            HttpStatusCode.Redirect, $"{DeliverySite.Address(delivery)}#odd", "<blockquote lang=\"de\">Tippfehler der Quelle, dort bestätigt.</blockquote>", "odpowiedź: Anna Ah", ("Anna Ahrens", "question.answer", $"delivery {delivery.Id}", "DE-HH"))));
    }

    [Test]
    public async Task A_ready_answer_stands_in_the_readers_words()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var answer = await _analyst.SendAsync(DeliverySite.Address(delivery, "pl"), "form.answer", ("ready", "correct"));
        var kept = (await Answers.OfDeliveryAsync(delivery.Id, default)).Single().Answer!;
        Assert.That((kept.Body, kept.Language, await Answers.OpenAsync(delivery.Id, default)), Is.EqualTo(("Sprawdzono, wartość jest prawidłowa.", "pl", Array.Empty<Question>())));
    }

    [Test]
    public async Task The_same_answer_sent_twice_is_one()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var first = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("ready", "correct"));
        using var second = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("ready", "correct"));
        var notes = await _site.Services.GetRequiredService<AuditStore>().BeforeAsync(long.MaxValue, 100, default);
        Assert.That(notes.Count(n => n.Act == "question.answer" && n.Subject == $"delivery {delivery.Id}"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_later_answer_counts()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var first = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("ready", "correct"));
        using var second = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("answer", "Doch falsch."));
        Assert.That((await Answers.OfDeliveryAsync(delivery.Id, default)).Single().Answer!.Body, Is.EqualTo("Doch falsch."));
    }

    [Test]
    public async Task An_answer_without_words_is_refused_and_one_too_long_is_not_lost()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var empty = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("answer", " "));
        using var tooLong = await _analyst.SendAsync(DeliverySite.Address(delivery), "form.answer", ("answer", new string('a', 2001)));
        var page = await tooLong.PageAsync();
        Assert.That((empty.StatusCode, tooLong.StatusCode, page.QuerySelector("form.answer textarea")!.TextContent.Length), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, 2001)));
    }

    [Test]
    public async Task The_answer_stands_beside_the_value_in_later_deliveries()
    {
        var first = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var answer = await _analyst.SendAsync(DeliverySite.Address(first), "form.answer", ("answer", "In der Quelle steht es so."));
        var later = await _site.DeliverAsync(DeliverySite.Hamburg, Odd.Replace("2.886", "2.887", StringComparison.Ordinal));
        var page = await _analyst.OpenAsync(DeliverySite.Address(later));
        Assert.That(page.QuerySelectorAll("ol.odd q").Select(q => q.TextContent), Does.Contain("In der Quelle steht es so."));
    }

    [Test]
    public async Task Who_neither_hands_in_nor_releases_may_look_but_not_answer()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var editor = await _site.SignedInAsync(new Grant(Role.Editor, "DE-HH"));
        var page = await editor.OpenAsync(DeliverySite.Address(delivery));
        Assert.That(page.QuerySelectorAll("form.answer"), Is.Empty);
    }

    [Test]
    public async Task An_answer_without_the_pages_token_is_refused()
    {
        var delivery = await _site.DeliverAsync(DeliverySite.Hamburg, Odd);
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("question", "0"), KeyValuePair.Create("ready", "correct")]);
        using var answer = await _analyst.PostAsync(new Uri(DeliverySite.Address(delivery), UriKind.Relative), content);
        Assert.That((answer.StatusCode, (await Answers.OpenAsync(delivery.Id, default)).Count), Is.EqualTo((HttpStatusCode.BadRequest, 1)));
    }

    [Test]
    public async Task A_preview_that_another_release_overtook_is_made_anew_and_says_so()
    {
        await using var site = await DeliverySite.StartAsync();
        await site.DeliverAndReleaseAsync(DeliverySite.Hamburg, DeliverySite.Table);
        var waiting = await site.DeliverAsync(DeliverySite.Hamburg, $"{DeliverySite.Header}August 2015;6.676;2.125;2.071\r\n");
        var release = await site.DeliverAndReleaseAsync(DeliverySite.Hamburg, $"{DeliverySite.Header}August 2015;6.676;2.125;2.071\r\nJuli 2015;5.709;1.725;1.502\r\n");
        using var analyst = await site.AnalystAsync();
        var page = await analyst.OpenAsync(DeliverySite.Address(waiting, "en"));
        Assert.That(Text(page.QuerySelector("main")!), Does.Contain($"Since this file arrived, release {release.Number} (").And.Contain("New: 0, changed: 0, ended: 0, unchanged: 3."));
    }

    private AnswerStore Answers => _site.Services.GetRequiredService<AnswerStore>();

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" ,", ",", StringComparison.Ordinal);
}
