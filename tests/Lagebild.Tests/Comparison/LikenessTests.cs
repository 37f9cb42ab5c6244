using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Comparison;

/// <summary>The likenesses that the catalogue ships, and the codes they speak of.</summary>
public sealed class LikenessTests
{
    private static readonly Lagebild.Catalogue.Catalogue _catalogue = SampleCounted.Catalogue;

    [Test]
    public void Each_joins_two_codes_that_ways_of_counting_have() =>
        Assert.That(_catalogue.Likenesses.Where(l => l.Of.Distinct().Count() != 2 || l.Of.Any(code => !Codes(l.Feature).Contains(code))).Select(l => l.Code), Is.Empty);

    [Test]
    public void No_two_join_the_same_codes() =>
        Assert.That(_catalogue.Likenesses.Select(l => (l.Feature, string.Join(' ', l.Of.Order(StringComparer.Ordinal)))), Is.Unique);

    [Test]
    public void Each_is_named_after_what_it_joins() =>
        Assert.That(_catalogue.Likenesses.Where(l => l.Code != string.Join("--", l.Of)).Select(l => l.Code), Is.Empty);

    [Test]
    public void Each_says_in_three_languages_what_it_does_to_the_reading() =>
        Assert.That(_catalogue.Likenesses.SelectMany(l => Languages.All.Where(language => !IsSentence(_catalogue.Text(Lagebild.Catalogue.CatalogueKind.Likeness, l.Code, "effect", language), language)).Select(language => $"{l.Code} {language}")), Is.Empty);

    [Test]
    public void None_makes_another_unit_or_other_people_simply_comparable() =>
        Assert.That(_catalogue.Likenesses.Where(l => l.Feature != Feature.LegalRegime && l.Level == VerdictLevel.Comparable).Select(l => l.Code), Is.Empty);

    [Test]
    public void What_counts_the_part_of_a_likeness_counts_a_part_where_both_are_of_one_indicator()
    {
        var wrong = _catalogue.Likenesses.Where(l => l.Part).SelectMany(l => _catalogue.Variants
            .Where(whole => whole.PopulationCounted == l.Of[1])
            .SelectMany(whole => _catalogue.VariantsOf(whole.Indicator).Where(part => part.PopulationCounted == l.Of[0] && whole.Part && !part.Part))
            .Select(part => $"{l.Code}: {part.Code}"));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void What_leaves_something_out_says_in_words_what_it_covers() =>
        Assert.That(_catalogue.Variants.Where(v => v.Coverage is not null && _catalogue.Text(Lagebild.Catalogue.CatalogueKind.Variant, v.Code, "coverage", "de") is null).Select(v => v.Code), Is.Empty);

    private static IEnumerable<string> Codes(Feature feature) => _catalogue.Variants.Select(v => feature switch
    {
        Feature.Population => v.PopulationCounted,
        Feature.LegalRegime => v.LegalRegime ?? "",
        _ => v.Unit,
    });

    private static bool IsSentence(Lagebild.Catalogue.CatalogueText? text, string language) => text?.Language == language && text.Body.EndsWith('.');
}
