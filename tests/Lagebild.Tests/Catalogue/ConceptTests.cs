using Lagebild.Catalogue;
using Lagebild.Statistics;

// Not Lagebild.Tests.Catalogue: that would hide Lagebild.Catalogue from every test.
namespace Lagebild.Tests.CatalogueTests;

/// <summary>The bridge between German and Polish terms, and the page that is made from it.</summary>
public sealed class ConceptTests
{
    private static Catalogue.Catalogue Shipped => Catalogue.Catalogue.Shipped;

    [Test]
    public void The_bridge_holds_its_concepts_in_their_order() =>
        Assert.That(Shipped.Concepts.Select(c => c.Code), Is.EqualTo(new[]
        {
            "first-reception", "shared-accommodation", "municipal-accommodation-24", "asylum-seekers-benefits", "basic-income-support", "district-free-city",
            "unaccompanied-minors", "protection-seekers", "temporary-protection", "insured-employees", "land",
        }));

    [Test]
    public void Two_concepts_have_no_equivalent_and_say_so_in_three_languages()
    {
        var without = Shipped.Concepts.Where(c => c.Polish is null).ToArray();

        Assert.That(without.Select(c => c.Code), Is.EqualTo(new[] { "basic-income-support", "protection-seekers" }));
        Assert.That(
            without.Select(c => string.Join(" | ", new[] { "de", "pl", "en" }.Select(language => Text(c, "equivalent", language)))).Distinct(),
            Is.EqualTo(new[] { "keine Entsprechung | brak odpowiednika | no equivalent" }));
    }

    [Test]
    public void Every_side_names_its_law_and_an_address()
    {
        var sides = Shipped.Concepts.SelectMany(c => new[] { c.German, c.Polish }).OfType<ConceptSide>();

        Assert.That(sides.Where(s => s.Term.Length == 0 || s.Law.Length == 0 || !Uri.IsWellFormedUriString(s.Source, UriKind.Absolute)), Is.Empty);
    }

    [Test]
    public void Each_concept_names_indicators_that_exist_each_once()
    {
        Assert.That(Shipped.Concepts.SelectMany(c => c.Indicators).Where(i => Shipped.Indicator(i) is null), Is.Empty);
        Assert.That(Shipped.Concepts.All(c => c.Indicators.Count > 0 && c.Indicators.Distinct().Count() == c.Indicators.Count), Is.True);
    }

    [Test]
    public void The_page_of_terms_has_a_row_for_each_concept_and_no_other()
    {
        var lines = File.ReadAllLines(Path.Combine(Samples.SampleFiles.Root, "docs", "terms.md"));
        var rows = lines.SkipWhile(l => l != "## The bridge").Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal)).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

        Assert.That(rows, Is.EqualTo(Shipped.Concepts.Select(Row)));
    }

    private static string Row(Concept concept) =>
        $"| {Side(concept.German)} | {(concept.Polish is null ? Text(concept, "equivalent", "en") : Side(concept.Polish))} | {Text(concept, "differs", "en")} |";

    private static string Side(ConceptSide side) => $"[{side.Term}]({side.Source}): {side.Law}";

    private static string Text(Concept concept, string part, string language) => Shipped.Text(CatalogueKind.Concept, concept.Code, part, language)!.Body;
}
