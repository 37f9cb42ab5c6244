using AngleSharp.Html.Parser;
using Lagebild.Jobs;
using Lagebild.Tests.Jobs;
using Lagebild.Web.Startup;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lagebild.Tests.Startup;

internal sealed class WaitingPageTests
{
    [TestCase("de", "Eingelesen: 1 von 3 Datenquellen.", "Amt: abgeschlossen", "Amt: 1.234 Datensätze eingelesen", "Amt: steht noch aus")]
    [TestCase("pl", "Wczytane źródła danych: 1 z 3.", "Urząd: zakończono", "Urząd: liczba wczytanych rekordów: 1\u00a0234", "Urząd: oczekuje")]
    [TestCase("en", "Data sources read: 1 of 3.", "Office: finished", "Office: 1,234 records read", "Office: still to come")]
    public void The_progress_is_told_in_the_readers_language(string language, string sum, string done, string read, string toCome)
    {
        var page = new HtmlParser().ParseDocument(WaitingPage.Html(language, Progress()));

        Assert.That(
            page.QuerySelectorAll("li").Select(l => l.TextContent).Prepend(page.QuerySelectorAll("p")[1].TextContent),
            Is.EqualTo(new[] { sum, done, read, toCome }));
    }

    [TestCase("de", "Noch ist nichts veröffentlicht")]
    [TestCase("pl", "Jeszcze nic nie opublikowano")]
    [TestCase("en", "Nothing is released yet")]
    public void Where_nothing_is_under_way_the_page_says_that_nothing_is_released(string language, string title)
    {
        var page = new HtmlParser().ParseDocument(WaitingPage.Html(language, new StartProgress(NullLogger<StartProgress>.Instance)));

        Assert.That((page.QuerySelector("h1")!.TextContent, page.QuerySelectorAll("a")[1].GetAttribute("href")), Is.EqualTo((title, $"/{language}/workbench")));
    }

    [Test]
    public void The_page_names_its_language() => Assert.That(new HtmlParser().ParseDocument(WaitingPage.Html("pl", Progress())).DocumentElement.GetAttribute("lang"), Is.EqualTo("pl"));

    [Test]
    public void A_feed_that_failed_counts_as_tried()
    {
        var progress = Progress();
        progress.Report(new() { Feed = "second", Stage = ImportStage.Failed });

        Assert.That(WaitingPage.Sentence("en", progress), Is.EqualTo("Data sources read: 2 of 3."));
    }

    private static StartProgress Progress()
    {
        var progress = new StartProgress(NullLogger<StartProgress>.Instance);
        progress.Expect([SampleFeed.At("a/*.csv", "first"), SampleFeed.At("b/*.csv", "second"), SampleFeed.At("c/*.csv", "third")]);
        progress.Report(new() { Feed = "first", Stage = ImportStage.Finished, Records = 7 });
        progress.Report(new() { Feed = "second", Stage = ImportStage.Stored, File = "b.csv", Records = 1234 });
        return progress;
    }
}
