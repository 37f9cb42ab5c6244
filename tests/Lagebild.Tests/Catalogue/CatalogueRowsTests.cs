using Lagebild.Catalogue;
using Lagebild.Statistics;

// Not Lagebild.Tests.Catalogue: that would hide Lagebild.Catalogue from every test.
namespace Lagebild.Tests.CatalogueTests;

public sealed class CatalogueRowsTests
{
    private static Catalogue.Catalogue Shipped => Catalogue.Catalogue.Shipped;

    [Test]
    public void Made_again_from_its_rows_a_catalogue_has_the_same_rows()
    {
        var again = Catalogue.Catalogue.From(Shipped.Entries.Reverse(), Shipped.Texts.Reverse());

        Assert.That(again.Entries, Is.EqualTo(Shipped.Entries));
        Assert.That(again.Texts, Is.EqualTo(Shipped.Texts));
    }

    [Test]
    public void An_entry_is_read_from_its_body()
    {
        var catalogue = From(Entry(CatalogueKind.Unit, "percent", """{"percent":true}"""));

        Assert.That(catalogue.Unit("percent"), Is.EqualTo(new Unit { Code = "percent", Percent = true }));
    }

    [TestCase("""{"percnt":true}""")]
    [TestCase("""{"percent":1}""")]
    [TestCase("""{"percent":true,"percent":false}""")]
    [TestCase("""{"code":"other"}""")]
    [TestCase("""[]""")]
    [TestCase("""{""")]
    public void A_body_that_is_not_understood_is_refused_with_its_code(string body) =>
        Assert.That(() => From(Entry(CatalogueKind.Unit, "percent", body)), Throws.InstanceOf<InvalidDataException>().With.Message.StartsWith("The unit percent can't be read"));

    [Test]
    public void A_row_that_stands_twice_is_refused_with_its_key()
    {
        var unit = Entry(CatalogueKind.Unit, "percent", "{}");
        var text = Text("de", "Bevölkerung", TextState.Written);

        Assert.That(() => From(unit, unit), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("unit percent stands twice."));
        Assert.That(
            () => Catalogue.Catalogue.From([], [text, text with { Body = "Einwohner" }]),
            Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("indicator population name de stands twice."));
    }

    [Test]
    public void An_alias_of_two_regions_is_refused()
    {
        var one = Entry(CatalogueKind.Region, "A", """{"level":"world","aliases":{"name":["Rostock"]}}""");
        var two = Entry(CatalogueKind.Region, "B", """{"level":"world","aliases":{"name":["ROSTOCK "]}}""");

        Assert.That(() => From(one, two), Throws.InstanceOf<InvalidDataException>().With.Message.EqualTo("Alias name ROSTOCK  of region B already means A."));
    }

    [Test]
    public void A_missing_language_shows_the_written_text_with_its_language()
    {
        var written = Text("pl", "ludność", TextState.Written);
        var catalogue = Catalogue.Catalogue.From([], [Text("de", "Bevölkerung", TextState.Translated), written, Text("en", "", TextState.Missing)]);

        Assert.That(catalogue.Text(CatalogueKind.Indicator, "population", "name", "en"), Is.EqualTo(written));
    }

    [Test]
    public void A_text_that_is_not_there_is_null() =>
        Assert.That(Shipped.Text(CatalogueKind.Indicator, "population", "anthem", "de"), Is.Null);

    [Test]
    public void Codes_that_are_regions_have_the_regions_name() =>
        Assert.That(Shipped.CodeName("citizenship", "UKR", "pl")?.Body, Is.EqualTo("Ukraina"));

    [TestCase("de", 1, "one")]
    [TestCase("de", 2, "other")]
    [TestCase("en", 0, "other")]
    [TestCase("en", 1, "one")]
    [TestCase("pl", 1, "one")]
    [TestCase("pl", 0, "many")]
    [TestCase("pl", 2, "few")]
    [TestCase("pl", 4, "few")]
    [TestCase("pl", 5, "many")]
    [TestCase("pl", 11, "many")]
    [TestCase("pl", 12, "many")]
    [TestCase("pl", 14, "many")]
    [TestCase("pl", 21, "many")]
    [TestCase("pl", 22, "few")]
    [TestCase("pl", 112, "many")]
    [TestCase("pl", 1004, "few")]
    [TestCase("pl", -3, "few")]
    [TestCase("pl", 1.5, "other")]
    public void A_value_takes_a_grammatical_number(string language, decimal value, string form) =>
        Assert.That(Plural.Form(language, value), Is.EqualTo(form));

    [TestCase("places", 1, "pl", "miejsce")]
    [TestCase("places", 93, "pl", "miejsca")]
    [TestCase("places", 10000, "pl", "miejsc")]
    [TestCase("persons", 5.5, "pl", "osoby")]
    [TestCase("persons", 1, "de", "Person")]
    [TestCase("applications", 2, "en", "applications")]
    public void A_unit_stands_beside_a_value(string unit, decimal value, string language, string word) =>
        Assert.That(Shipped.UnitWord(unit, value, language)?.Body, Is.EqualTo(word));

    private static Catalogue.Catalogue From(params CatalogueEntry[] entries) => Catalogue.Catalogue.From(entries, []);

    private static CatalogueEntry Entry(string kind, string code, string body) => new() { Kind = kind, Code = code, Body = body };

    private static CatalogueText Text(string language, string body, TextState state) =>
        new() { Kind = CatalogueKind.Indicator, Code = "population", Part = "name", Language = language, Body = body, State = state };
}
