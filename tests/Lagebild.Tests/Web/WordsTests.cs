using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Web;

public sealed class WordsTests
{
    private static readonly string[] Paths =
    [
        "/", "/indicators", "/indicators/asylblg-recipients", "/indicators/distributed-away", "/indicators/pesel-ukr-applications", "/topics/arrivals", "/regions", "/regions/DE-HH", "/sources", "/imprint", "/privacy", "/accessibility", "/nothing",
        "/search", "/search?q=Hamburg", "/search?q=xyzzy", "/concepts", "/methods", "/deliveries", "/deliveries?region=DE-SH", "/calendar", "/corrections", "/changes", "/changes?since=0&region=DE-SH", "/plain-language", "/sign-language", "/sitemap"];

    private static IEnumerable<string> Addresses => Paths.SelectMany(p => Languages.All.Select(l => $"/{l}{p}"));

    [Test]
    public void Every_word_is_used_by_a_page()
    {
        var sources = string.Join('\n', Repository.Files(".cs").Concat(Repository.Files(".cshtml"))
            .Where(f => f.StartsWith("src/Lagebild.Web/", StringComparison.Ordinal) && !f.EndsWith("/Words.cs", StringComparison.Ordinal))
            .Select(f => File.ReadAllText(Repository.At(f))));
        var words = typeof(Words).GetProperties().SelectMany(g => g.PropertyType.GetProperties().Select(w => w.Name)).Distinct();
        Assert.That(words.Where(w => w != "EqualityContract" && !sources.Contains($".{w}", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Every_phrase_has_the_same_places_in_every_language()
    {
        var places = Languages.All.Select(l => Phrases(l).ToDictionary(p => p.Key, p => Places(p.Value))).ToArray();
        Assert.That(places[0].Keys.Where(k => !k.StartsWith("headline.", StringComparison.Ordinal) && places.Any(p => p[k] != places[0][k])), Is.Empty);
    }

    [Test]
    public void No_phrase_is_empty() =>
        Assert.That(Languages.All.SelectMany(Phrases).Where(p => string.IsNullOrWhiteSpace(p.Value)), Is.Empty);

    [TestCase(1, "1 wiersz")]
    [TestCase(2, "2 wiersze")]
    [TestCase(5, "5 wierszy")]
    [TestCase(12, "12 wierszy")]
    [TestCase(22, "22 wiersze")]
    [TestCase(112, "112 wierszy")]
    public void Polish_counts_take_three_forms(int count, string words) =>
        Assert.That(string.Format(null, Words.In("pl").Indicator.Table.For(count), count), Does.Contain(words));

    [TestCaseSource(nameof(Addresses))]
    public async Task A_page_holds_no_word_of_another_language_outside_an_element_with_its_lang(string address)
    {
        var (_, page) = await Site.AnswerAsync(address);
        var language = address[1..3];
        var own = Phrases(language).Select(p => p.Value).ToHashSet();
        var foreign = Languages.All.Where(l => l != language).SelectMany(Phrases).Select(p => p.Value).Where(v => v.Length > 4 && !own.Contains(v)).ToHashSet();
        var texts = page.Body!.Descendants<IText>().Where(t => t.ParentElement!.Closest("[lang]")!.GetAttribute("lang") == language).Select(t => t.Text.Trim());
        Assert.That(texts.Where(foreign.Contains), Is.Empty);
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task Names_of_the_catalogue_stand_in_the_language_of_the_page(string address)
    {
        var (_, page) = await Site.AnswerAsync(address);
        var names = Lagebild.Catalogue.Catalogue.Shipped.Texts.Where(t => t.Part == "name" && t.Body.Length > 4).ToLookup(t => t.Language, t => t.Body);
        var foreign = Languages.All.Where(l => l != address[1..3]).SelectMany(l => names[l]).Except(names[address[1..3]]).ToHashSet();
        var texts = page.Body!.Descendants<IText>().Where(t => t.ParentElement!.Closest("[lang]")!.GetAttribute("lang") == address[1..3]).Select(t => t.Text.Trim());
        Assert.That(texts.Where(foreign.Contains), Is.Empty);
    }

    private static IEnumerable<KeyValuePair<string, string>> Phrases(string language)
    {
        var groups = JsonSerializer.SerializeToNode(Words.In(language), JsonSerializerOptions.Web)!.AsObject();
        return groups.SelectMany(g => Leaves(g.Key, g.Value!));
    }

    private static IEnumerable<KeyValuePair<string, string>> Leaves(string path, JsonNode node) => node is JsonObject inner
        ? inner.Where(i => i.Value is not null && i.Key != "few").SelectMany(i => Leaves($"{path}.{i.Key}", i.Value!))
        : [new(path, (string)node!)];

    private static string Places(string phrase) => string.Join(',', Enumerable.Range(0, 8).Where(at => phrase.Contains($"{{{at}}}", StringComparison.Ordinal)));
}
