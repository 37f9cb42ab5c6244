using Lagebild.Statistics;

// Not Lagebild.Tests.Catalogue: that would hide Lagebild.Catalogue from every test.
namespace Lagebild.Tests.CatalogueTests;

public sealed class RegionTests
{
    private static Catalogue.Catalogue Shipped => Catalogue.Catalogue.Shipped;

    [TestCase("DEU", 16)]
    [TestCase("POL", 16)]
    [TestCase("DE-SH", 15)]
    [TestCase("DE-MV", 8)]
    [TestCase("DE-HH", 0)]
    [TestCase("PL-32", 21)]
    [TestCase("PL-22", 20)]
    [TestCase("PL-28", 21)]
    public void A_region_holds_all_of_the_next_level(string code, int count) =>
        Assert.That(Shipped.RegionsIn(code).Count(), Is.EqualTo(count));

    [Test]
    public void Twenty_four_Kreise_are_found_by_AGS_Hamburg_by_its_Land()
    {
        var codes = Shipped.Regions.Where(r => r.ValidTo is null).SelectMany(r => r.Aliases.GetValueOrDefault("ags", []).Where(a => a.Length == 5).Select(a => (a, r.Code))).ToArray();

        Assert.That(codes, Has.Length.EqualTo(24));
        Assert.That(codes, Does.Contain(("02000", "DE-HH")));
        Assert.That(codes.Where(c => c.Code != "DE-HH").All(c => c.Code == "DE-" + c.a), Is.True);
    }

    [Test]
    public void Sixty_two_powiats_name_the_NUTS_3_unit_that_contains_them()
    {
        var powiats = Shipped.Regions.Where(r => r.Level == RegionLevel.District && r.Code.StartsWith("PL-", StringComparison.Ordinal)).ToArray();

        Assert.That(powiats, Has.Length.EqualTo(62));
        Assert.That(powiats.Where(p => p.Nuts3 is not { Length: 5 } || !p.Nuts3.StartsWith(NutsOf(p.Parent!), StringComparison.Ordinal)).Select(p => p.Code), Is.Empty);
    }

    [Test]
    public void Every_parent_is_known_and_one_level_up()
    {
        var wrong = Shipped.Regions.Where(r => r.Level != RegionLevel.World && Shipped.Region(r.Parent ?? "")?.Level != r.Level - 1);

        Assert.That(wrong.Select(r => r.Code), Is.Empty);
        Assert.That(Shipped.Regions.Where(r => r.Parent is null).Select(r => r.Code), Is.EqualTo(new[] { "W" }));
    }

    [Test]
    public void Predecessors_are_known_and_ended_before() =>
        Assert.That(
            Shipped.Regions.Where(r => r.Predecessors.Any(p => Shipped.Region(p)?.ValidTo is not { } end || end >= r.ValidFrom)).Select(r => r.Code),
            Is.Empty);

    [TestCase("DE-13071", "DE-13002 DE-13052 DE-13055 DE-13056")]
    [TestCase("DE-13072", "DE-13051 DE-13053")]
    [TestCase("DE-13073", "DE-13005 DE-13057 DE-13061")]
    [TestCase("DE-13074", "DE-13006 DE-13058")]
    [TestCase("DE-13075", "DE-13001 DE-13052 DE-13059 DE-13062")]
    [TestCase("DE-13076", "DE-13054 DE-13060")]
    [TestCase("DE-13003", "")]
    [TestCase("DE-13004", "")]
    public void A_Kreis_of_2011_names_those_it_was_made_of(string code, string predecessors) =>
        Assert.That(string.Join(' ', Shipped.Region(code)!.Predecessors), Is.EqualTo(predecessors));

    [Test]
    public void Sixteen_Kreise_of_Mecklenburg_Vorpommern_ended_on_3_September_2011()
    {
        var ended = Shipped.FormerRegionsIn("DE-MV").ToArray();

        Assert.That(ended.Select(r => r.ValidTo).Distinct(), Is.EqualTo(new[] { (DateOnly?)new DateOnly(2011, 9, 3) }));
        Assert.That(string.Join(' ', ended.Select(r => r.Code[3..])), Is.EqualTo("13001 13002 13005 13006 13051 13052 13053 13054 13055 13056 13057 13058 13059 13060 13061 13062"));
    }

    [TestCase("DE-13052", "DE-13071 DE-13075")]
    [TestCase("DE-13001", "DE-13075")]
    [TestCase("DE-13003", "")]
    public void A_dissolved_Kreis_leads_to_its_successors(string code, string successors) =>
        Assert.That(string.Join(' ', Shipped.SuccessorsOf(code).Select(r => r.Code)), Is.EqualTo(successors));

    [Test]
    public void Chart_labels_are_those_of_the_six_regions_two_countries_and_the_union() =>
        Assert.That(
            Shipped.Regions.Where(r => r.Label is not null).ToDictionary(r => r.Label!, r => r.Code),
            Is.EquivalentTo(new Dictionary<string, string>
            {
                ["HH"] = "DE-HH",
                ["SH"] = "DE-SH",
                ["MV"] = "DE-MV",
                ["ZP"] = "PL-32",
                ["PM"] = "PL-22",
                ["WM"] = "PL-28",
                ["DE"] = "DEU",
                ["PL"] = "POL",
                ["EU"] = "EU27_2020",
            }));

    [TestCase("ags", "13072", "DE-13072")]
    [TestCase("ags", "02", "DE-HH")]
    [TestCase("nuts", "DE600", "DE-HH")]
    [TestCase("nuts", "PL63", "PL-22")]
    [TestCase("teryt", "2261", "PL-2261")]
    [TestCase("teryt7", "0000000", "POL")]
    [TestCase("teryt7", "2200000", "PL-22")]
    [TestCase("teryt7", "3262000", "PL-3262")]
    [TestCase("iso2", "GR", "GRC")]
    [TestCase("eurostat", "EL", "GRC")]
    [TestCase("eurostat", "UK", "GBR")]
    [TestCase("unhcr", "GFR", "DEU")]
    [TestCase("unhcr", "AUS", "AUT")]
    [TestCase("unhcr", "ARE", "EGY")]
    [TestCase("genesis", "ST451", "LBN")]
    [TestCase("genesis", "ST166", "UKR")]
    [TestCase("genesis", "ST997", "XXA")]
    [TestCase("name-pl", "ZACHODNIOPOMORSKIE", "PL-32")]
    [TestCase("name-pl", "POMORSKIE", "PL-22")]
    [TestCase("name-pl", "KUJAWSKO-POMORSKIE", "PL-04")]
    [TestCase("name-pl", "POLSKA", "POL")]
    [TestCase("name-pl", "Powiat m.  Gdańsk", "PL-2261")]
    [TestCase("name-pl", "Powiat gdański", "PL-2204")]
    [TestCase("name-de", "Ermland-Masuren", "PL-28")]
    [TestCase("name-de", "Landkreis Rostock", "DE-13072")]
    [TestCase("name-de", "Rostock", "DE-13003")]
    [TestCase("name-mv", "Rostock", "DE-13072")]
    [TestCase("name-mv", "Hansestadt Rostock", "DE-13003")]
    [TestCase("name-mv", "Landeshauptstadt Schwerin", "DE-13004")]
    [TestCase("name-en", "Germany", "DEU")]
    [TestCase("name-en", "Kosovo*", "XKX")]
    [TestCase("name-destatis", "Rostock, Landkreis", "DE-13072")]
    [TestCase("name-destatis", "Stralsund, Hansestadt,  kreisfreie Stadt", "DE-13005")]
    [TestCase("name-destatis", "Nordwestmecklenburg, Landkreis (bis 03.09.2011)", "DE-13058")]
    [TestCase("name-destatis", "Nordwestmecklenburg, Landkreis", "DE-13074")]
    [TestCase("ags", "13058", "DE-13058")]
    public void An_alias_leads_to_its_region(string scheme, string text, string code) =>
        Assert.That(Shipped.RegionByAlias(scheme, text)?.Code, Is.EqualTo(code));

    [TestCase("ags", "2")]
    [TestCase("ags", "057")]
    [TestCase("eurostat", "GR")]
    [TestCase("eurostat", "el")]
    [TestCase("name-pl", "pomor")]
    [TestCase("unheard-of", "DE")]
    public void What_is_no_alias_leads_nowhere(string scheme, string text) =>
        Assert.That(Shipped.RegionByAlias(scheme, text), Is.Null);

    [Test]
    public void Names_are_compared_whatever_their_case_blanks_and_composition()
    {
        var decomposed = "  warmin\u0301sko-MAZURSKIE\u00A0";

        Assert.That(Shipped.RegionByAlias("name-pl", decomposed)?.Code, Is.EqualTo("PL-28"));
    }

    [TestCase("DE-13072", "DE-MV", true)]
    [TestCase("DE-13072", "W", true)]
    [TestCase("DE-13072", "DE-13072", true)]
    [TestCase("DE-13072", "POL", false)]
    [TestCase("DEU", "DE-MV", false)]
    [TestCase("nowhere", "W", false)]
    public void A_region_lies_within(string region, string outer, bool expected) =>
        Assert.That(Shipped.IsWithin(region, outer), Is.EqualTo(expected));

    private static string NutsOf(string land) => Shipped.Region(land)!.Aliases["nuts"][0];
}
