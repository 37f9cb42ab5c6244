using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>The bridge, and the way to it and back.</summary>
public sealed class ConceptPageTests
{
    [TestCase("de", "Was sich unterscheidet")]
    [TestCase("pl", "Czym się różnią")]
    [TestCase("en", "What differs")]
    public async Task A_term_stands_in_its_own_language_with_its_law_and_what_differs(string language, string differs)
    {
        var concept = (await Site.PageAsync($"/{language}/concepts")).QuerySelector("#temporary-protection")!;
        var terms = concept.QuerySelectorAll(".term").Select(t => (t.Closest("[lang]")!.GetAttribute("lang"), t.TextContent));

        Assert.That(terms, Is.EqualTo(((string?, string)[])[("de", "Aufenthaltserlaubnis nach § 24 AufenthG"), ("pl", "status UKR")]));
        Assert.That(concept.QuerySelectorAll("dd a").Select(a => a.GetAttribute("href")!.Split('/')[2]), Is.EqualTo(["lexetius.com", "tvn24.pl"]));
        Assert.That(concept.QuerySelectorAll("h3").Last().TextContent, Is.EqualTo(differs));
    }

    [TestCase("de", "keine Entsprechung")]
    [TestCase("pl", "brak odpowiednika")]
    [TestCase("en", "no equivalent")]
    public async Task Where_nothing_comes_close_it_says_so(string language, string words) =>
        Assert.That((await Site.PageAsync($"/{language}/concepts")).QuerySelectorAll("#protection-seekers .term").Last().TextContent, Is.EqualTo(words));

    [TestCase("de")]
    [TestCase("pl")]
    [TestCase("en")]
    public async Task An_indicator_leads_to_its_concepts_and_each_leads_back(string language)
    {
        var there = (await Site.PageAsync($"/{language}/indicators/asylblg-recipients")).QuerySelectorAll($"a[href^='/{language}/concepts#']").Select(a => a.GetAttribute("href")!.Split('#')[1]).ToArray();
        var page = await Site.PageAsync($"/{language}/concepts");

        Assert.That(there, Is.EqualTo(["asylum-seekers-benefits", "basic-income-support"]));
        Assert.That(there.All(c => page.QuerySelector($"#{c} a[href='/{language}/indicators/asylblg-recipients']") is not null), Is.True);
    }

    [TestCase("de", "Datenlizenz Deutschland, Namensnennung, Version 2.0: frei nutzbar, wenn die Quelle genannt wird", null)]
    [TestCase("pl", "Licencja danych Niemcy, uznanie autorstwa, wersja 2.0: można swobodnie korzystać, podając źródło", "de")]
    [TestCase("en", "Data licence Germany, attribution, version 2.0: free to use where the source is named", "de")]
    public async Task A_licence_is_said_in_the_readers_language_beside_the_words_of_the_source(string language, string phrase, string? source)
    {
        var licence = (await Site.PageAsync($"/{language}/sources")).QuerySelector("#destatis-population")!.QuerySelectorAll("dl dd").Skip(1).Take(2).ToArray();

        Assert.That((licence[0].TextContent, licence[1].TextContent.Trim(), licence[1].GetAttribute("lang")), Is.EqualTo((phrase, "Datenlizenz Deutschland – Namensnennung – Version 2.0", source)));
    }
}
