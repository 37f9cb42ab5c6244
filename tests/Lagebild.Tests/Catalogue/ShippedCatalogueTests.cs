using System.Text.RegularExpressions;
using Lagebild.Catalogue;
using Lagebild.Statistics;

// Not Lagebild.Tests.Catalogue: that would hide Lagebild.Catalogue from every test.
namespace Lagebild.Tests.CatalogueTests;

/// <summary>The shipped definitions: texts in three languages, unique keys, whole references.</summary>
public sealed partial class ShippedCatalogueTests
{
    private static readonly string[] Languages = ["de", "en", "pl"];

    private static Catalogue.Catalogue Shipped => Catalogue.Catalogue.Shipped;

    [Test]
    public void Every_text_stands_in_three_languages()
    {
        var incomplete = Shipped.Texts
            .Where(t => !(t.Kind == CatalogueKind.Unit && t.Part is "few" or "many"))
            .GroupBy(t => (t.Kind, t.Code, t.Part))
            .Where(g => !g.Select(t => t.Language).SequenceEqual(Languages) || g.Any(t => string.IsNullOrWhiteSpace(t.Body) || t.State == TextState.Missing))
            .Select(g => g.Key);

        Assert.That(incomplete, Is.Empty);
    }

    [TestCase(CatalogueKind.Topic, "lead", "name")]
    [TestCase(CatalogueKind.Unit, "axis", "few", "many", "one", "other")]
    [TestCase(CatalogueKind.Indicator, "definition", "name", "not-counted", "short")]
    [TestCase(CatalogueKind.Dimension, "name")]
    [TestCase(CatalogueKind.Break, "effect", "name")]
    [TestCase(CatalogueKind.Target, "name", "wording")]
    [TestCase(CatalogueKind.Concept, "differs", "equivalent", "term")]
    public void Every_entry_has_the_texts_of_its_kind(string kind, params string[] parts)
    {
        var wrong = Shipped.Entries.Where(e => e.Kind == kind).Where(e => !PartsOf(kind, e.Code).SequenceEqual(parts)).Select(e => e.Code);

        Assert.That(wrong, Is.Empty);
    }

    [TestCase("coverage")]
    [TestCase("definition")]
    [TestCase("name")]
    [TestCase("population")]
    public void Every_variant_says_its(string part) =>
        Assert.That(Shipped.Variants.Where(v => Shipped.Text(CatalogueKind.Variant, v.Code, part, "de") is null).Select(v => v.Code), Is.Empty);

    [Test]
    public void A_variant_with_a_legal_regime_names_the_law() =>
        Assert.That(
            Shipped.Variants.Where(v => v.LegalRegime is null != Shipped.Text(CatalogueKind.Variant, v.Code, "legal", "de") is null).Select(v => v.Code),
            Is.Empty);

    [Test]
    public void Every_region_and_every_code_of_a_dimension_has_a_name()
    {
        var unnamedRegions = Shipped.Regions.Where(r => Shipped.Text(CatalogueKind.Region, r.Code, "name", "pl") is null).Select(r => r.Code);
        var unnamedCodes = Shipped.Dimensions.SelectMany(d => d.Codes.Where(c => Shipped.CodeName(d.Code, c.Code, "pl") is null).Select(c => $"{d.Code}={c.Code}"));

        Assert.That(unnamedRegions.Concat(unnamedCodes), Is.Empty);
    }

    [Test]
    public void Texts_belong_to_entries()
    {
        var entries = Shipped.Entries.Select(e => (e.Kind, e.Code)).ToHashSet();
        var codes = Shipped.Dimensions.SelectMany(d => d.Codes.Select(c => (CatalogueKind.DimensionCode, $"{d.Code}={c.Code}")));
        entries.UnionWith(codes);

        Assert.That(Shipped.Texts.Where(t => !entries.Contains((t.Kind, t.Code))).Select(t => $"{t.Kind} {t.Code}").Distinct(), Is.Empty);
    }

    [Test]
    public void Keys_are_unique()
    {
        Assert.That(Shipped.Entries.Select(e => (e.Kind, e.Code)), Is.Unique);
        Assert.That(Shipped.Texts.Select(t => (t.Kind, t.Code, t.Part, t.Language)), Is.Unique);
    }

    [Test]
    public void Indicators_are_those_of_the_five_topics_and_the_population() =>
        Assert.That(Shipped.Indicators.Select(i => i.Code), Is.EqualTo(new[]
        {
            "refugees", "asylum-seekers", "asylum-applicants", "temporary-protection", "asylum-decisions", "pending-asylum-applications",
            "internally-displaced", "returned-refugees", "returned-internally-displaced", "stateless-persons", "other-people-in-need", "others-of-concern",
            "registered-arrivals", "arrivals-staying", "protection-seekers", "pesel-ukr-applications", "pesel-ukr-share", "distributed-away",
            "people-from-ukraine", "pesel-ukr-persons", "border-crossings", "humanitarian-permits", "obliged-to-leave", "returns",
            "koenigstein-key", "foreign-population", "protection-seekers-share",
            "accommodation-need", "places-nominal", "places-usable", "places-occupied", "occupancy-rate", "reception-over-six-months",
            "asylblg-recipients", "unaccompanied-minors", "unaccompanied-minors-intake", "minors-places", "asylblg-expenditure", "asylblg-recipients-change",
            "insured-foreign-employees", "insured-employees", "foreigners-working", "employment-rate-ukrainians", "jobseekers-ukrainians",
            "integration-course-participants", "integration-course-entitlements", "preparatory-pupils", "preparatory-classes",
            "moved-to-regular-classes", "pupils-from-ukraine", "employment",
            "population",
        }));

    [Test]
    public void Indicators_use_known_units_and_have_variants_in_the_same_unit()
    {
        var wrong = Shipped.Indicators.Where(i =>
            Shipped.Unit(i.Unit) is null || !Shipped.VariantsOf(i.Code).Any() || Shipped.VariantsOf(i.Code).Any(v => v.Unit != i.Unit));

        Assert.That(wrong.Select(i => i.Code), Is.Empty);
    }

    [Test]
    public void Variants_belong_to_indicators() =>
        Assert.That(Shipped.Variants.Where(v => Shipped.Indicator(v.Indicator) is null).Select(v => v.Code), Is.Empty);

    [Test]
    public void Flows_count_during_a_period_and_stocks_at_a_moment()
    {
        var wrong = Shipped.Variants.Where(v => Shipped.Indicator(v.Indicator)!.Kind == IndicatorKind.Flow != (v.Reference == Reference.During));

        Assert.That(wrong.Select(v => v.Code), Is.Empty);
    }

    [Test]
    public void Dimensions_of_variants_are_known_and_in_order()
    {
        var wrong = Shipped.Variants.Where(v =>
            v.Dimensions.Any(d => Shipped.Dimension(d) is null) || !v.Dimensions.SequenceEqual(v.Dimensions.Order(StringComparer.Ordinal)));

        Assert.That(wrong.Select(v => v.Code), Is.Empty);
    }

    [Test]
    public void What_adds_up_are_codes_of_the_variants_own_dimensions_at_the_top()
    {
        var wrong = Shipped.Variants.Where(v => v.AddUpTo.Any(sum =>
            !v.Dimensions.Contains(sum.Key) || sum.Value.Any(code => code != "*" && Shipped.Code(sum.Key, code) is not { Parent: null })));

        Assert.That(wrong.Select(v => v.Code), Is.Empty);
    }

    [Test]
    public void Default_breakdowns_are_keys_of_known_codes_that_a_variant_has()
    {
        var wrong = Shipped.Indicators.Where(i =>
            Breakdown.Parse(i.DefaultBreakdown) is not { } breakdown
            || breakdown.Parts.Any(p => Shipped.Code(p.Key, p.Value) is null)
            || !Shipped.VariantsOf(i.Code).Any(v => breakdown.Parts.All(p => v.Dimensions.Contains(p.Key))));

        Assert.That(wrong.Select(i => i.Code), Is.Empty);
    }

    [Test]
    public void Codes_of_dimensions_have_parents_in_their_dimension()
    {
        var wrong = Shipped.Dimensions.SelectMany(d => d.Codes.Where(c => c.Parent is { } parent && Shipped.Code(d.Code, parent) is null).Select(c => $"{d.Code}={c.Code}"));

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Breaks_name_known_variants_or_one_known_indicator_and_known_regions()
    {
        var wrong = Shipped.Breaks.Where(b =>
            b.Variants.Count == 0 == b.Indicator is null
            || b.Variants.Any(v => Shipped.Variant(v) is null)
            || (b.Indicator is { } indicator && Shipped.Indicator(indicator) is null)
            || b.Regions.Any(r => Shipped.Region(r) is null)
            || b.Source.Length == 0);

        Assert.That(wrong.Select(b => b.Code), Is.Empty);
    }

    [TestCase("sgb-viii-42a", "2015-11-01")]
    [TestCase("asylblg-rounding-2020", "2020-01-01")]
    [TestCase("sgb-ii-ukraine-2022", "2022-06-01")]
    [TestCase("census-2022", "2022-05-15")]
    [TestCase("eurostat-asytpsm-deu-2024-07", "2024-07-01")]
    [TestCase("mv-kreise-2011", "2011-09-04")]
    [TestCase("nsp-2021", "2020-01-01")]
    [TestCase("integration-courses-2023", "2023-01-01")]
    [TestCase("ozz-2023", "2023-03-01")]
    [TestCase("asylblg-36-months", "2024-02-27")]
    [TestCase("ozz-2025", "2025-11-01")]
    [TestCase("act-2026-01-23", "2026-03-05")]
    [TestCase("ceas-2026", "2026-06-12")]
    public void A_break_starts_on(string code, string day) =>
        Assert.That(Shipped.Breaks.Single(b => b.Code == code).Day, Is.EqualTo(DateOnly.ParseExact(day, "yyyy-MM-dd", null)));

    [Test]
    public void Targets_refer_to_what_is_there()
    {
        var wrong = Shipped.Targets.Where(t =>
            Shipped.Indicator(t.Indicator) is null
            || Shipped.Region(t.Region) is null
            || (t.Variant is { } variant && Shipped.Variant(variant)?.Indicator != t.Indicator)
            || Breakdown.Parse(t.Breakdown) is not { } breakdown
            || breakdown.Parts.Any(p => Shipped.Code(p.Key, p.Value) is null));

        Assert.That(wrong.Select(t => t.Code), Is.Empty);
    }

    [Test]
    public void The_target_of_Schleswig_Holstein_is_ten_thousand_places_without_a_due_day_or_paper() =>
        Assert.That(Shipped.Targets.Single(t => t.Region == "DE-SH"), Is.EqualTo(new Target
        {
            Code = "sh-land-places-10000",
            Indicator = "places-nominal",
            Variant = "sh-land-nominal",
            Region = "DE-SH",
            Breakdown = "accommodation=land-facility",
            Base = new TargetBase { Value = 7800, Day = new DateOnly(2023, 11, 17) },
            Set = new DateOnly(2023, 10, 9),
            Value = 10000,
            Source = "https://schleswig-holstein.de/DE/landesregierung/ministerien-behoerden/LAZUF/Presse/PI/Dokumente/2023/20231117_Zuwanderungsbericht_Oktober_Kapazit%C3%A4t_LUK.html",
            Owner = "Land Schleswig-Holstein, Landesamt für Zuwanderung und Flüchtlinge",
        }));

    [Test]
    public void Main_feeds_stand_for_regions_levels_or_all_others()
    {
        var levels = Enum.GetNames<RegionLevel>().Select(n => n.ToLowerInvariant()).Append("*").ToHashSet();
        var wrong = Shipped.Indicators.SelectMany(i => i.MainFeeds.Keys).Where(key => !levels.Contains(key) && Shipped.Region(key) is null);

        Assert.That(wrong, Is.Empty);
    }

    /// <summary>The words of the visual design, section 6, that officials avoid; matched at the start of a word or within one as marked.</summary>
    [GeneratedRegex(
        @"welle\b|flüchtlingsstr|flut\b|ansturm|krise\b|asylant(?!r)|asylbewerberheim|illegal|\bUMF\b|MUFL|\bFälle\b|belastung|verkraft|wirtschaftsflüchtling|verweigerer"
        + @"|\bfal[aię]\b|napływ|zalew|inwazj|nielegaln|dzieci-uchodźcy|obciążeni|ciężar|ciapat"
        + @"|\bflood|\bwave\b|influx|\billegal|\bburden",
        RegexOptions.IgnoreCase)]
    private static partial Regex AvoidedWords();

    [Test]
    public void No_text_uses_a_word_that_officials_avoid() =>
        Assert.That(Shipped.Texts.Where(t => AvoidedWords().IsMatch(t.Body.Replace("\u00AD", "", StringComparison.Ordinal))).Select(t => $"{t.Kind} {t.Code} {t.Language}: {t.Body}"), Is.Empty);

    [Test]
    public void The_guard_against_avoided_words_catches_them() =>
        Assert.That(new[] { "Flüchtlingswelle", "napływ", "nielegalni", "Belastung" }.Where(w => !AvoidedWords().IsMatch(w)), Is.Empty);

    private static IEnumerable<string> PartsOf(string kind, string code) =>
        Shipped.Texts.Where(t => t.Kind == kind && t.Code == code).Select(t => t.Part).Distinct();
}
