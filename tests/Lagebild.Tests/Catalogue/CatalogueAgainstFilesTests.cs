using System.Globalization;
using System.Text.Json;

// Not Lagebild.Tests.Catalogue: that would hide Lagebild.Catalogue from every test.
namespace Lagebild.Tests.CatalogueTests;

/// <summary>The catalogue against the publishers' own lists. Files beside the project are skipped aloud where they are missing.</summary>
public sealed class CatalogueAgainstFilesTests
{
    private static Catalogue.Catalogue Shipped => Catalogue.Catalogue.Shipped;

    [Test]
    public void Countries_have_the_codes_of_ISO_and_Eurostat()
    {
        var wrong = Rows("../shared/data/international/country_codes_iso_eurostat.csv", ',')
            .Select(row => (Iso3: row["ISO3_CODE"], Iso2: row["iso2c"], Eurostat: row["CNTR_CODE"]))
            .Where(c => Shipped.Region(c.Iso3) is not { } country || Alias(country, "iso2") != c.Iso2 || Alias(country, "iso3") != c.Iso3 || Alias(country, "eurostat") != c.Eurostat);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_UNHCR_code_leads_to_the_country_of_its_ISO_code()
    {
        var codes = Rows("../shared/data/international/unhcr_population.csv", ',')
            .SelectMany(row => new[] { (Own: row["coo"], Iso: row["coo_iso"]), (Own: row["coa"], Iso: row["coa_iso"]) })
            .Distinct();

        Assert.That(codes.Where(c => Shipped.RegionByAlias("unhcr", c.Own)?.Code != c.Iso), Is.Empty);
    }

    [Test]
    public void Every_nationality_of_the_protection_seekers_is_known_by_code_and_label()
    {
        var nationalities = Rows("../shared/data/germany/genesis_12531-0043_protection_seekers_districts_2024.csv", ';')
            .Select(row => (Code: row["4_variable_attribute_code"], Label: row["4_variable_attribute_label"]))
            .Distinct()
            .ToArray();

        Assert.That(nationalities, Has.Length.EqualTo(94));
        Assert.That(nationalities.Where(n => Shipped.RegionByAlias("genesis", n.Code) is not { } region || Shipped.RegionByAlias("name-genesis", n.Label) != region), Is.Empty);
    }

    [Test]
    public void Districts_have_the_codes_and_names_of_the_list_of_units()
    {
        var wrong = Rows("../shared/reference/units.csv", ';')
            .Where(row => row["level"] == "district")
            .Where(row => row["country"] == "DE"
                ? Shipped.RegionByAlias("ags", row["national_code"]) is not { } kreis || Shipped.RegionByAlias("nuts", row["nuts3"]) != kreis || Shipped.RegionByAlias("name-destatis", row["name_official"]) != kreis
                : Shipped.RegionByAlias("teryt", row["national_code"]) is not { } powiat || powiat.Nuts3 != row["nuts3"] || Shipped.RegionByAlias("name-pl", row["name_pl"]) != powiat)
            .Select(row => row["national_code"]);

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Every_break_that_Eurostat_marks_in_temporary_protection_is_a_break_of_its_country()
    {
        var marked = Rows("../shared/data/international/temporary_protection_beneficiaries_monthly.csv", ',')
            .Where(row => row["OBS_FLAG"].Contains('b', StringComparison.Ordinal))
            .Select(row => (Region: Shipped.RegionByAlias("eurostat", row["geo"])!.Code, Day: DateOnly.ParseExact(row["TIME_PERIOD"] + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)));

        var held = Shipped.Breaks.Where(b => b.Code.StartsWith("eurostat-asytpsm", StringComparison.Ordinal)).SelectMany(b => b.Regions.Select(r => (Region: r, b.Day)));

        Assert.That(held, Is.EquivalentTo(marked));
    }

    [Test]
    public void Every_break_that_Eurostat_marks_in_employment_is_a_break_of_its_country()
    {
        string[] countries = ["DEU", "DNK", "EST", "FIN", "LTU", "LVA", "POL", "SWE"];
        var marked = Rows("../shared/data/international/employment_by_citizenship.csv", ',')
            .Where(row => row["OBS_FLAG"].Contains('b', StringComparison.Ordinal))
            .Select(row => (Region: Shipped.RegionByAlias("eurostat", row["geo"])!.Code, Day: new DateOnly(int.Parse(row["TIME_PERIOD"], CultureInfo.InvariantCulture), 1, 1)))
            .Where(m => countries.Contains(m.Region))
            .Distinct();

        var held = Shipped.Breaks.Where(b => b.Variants.Contains("eurostat-lfsa-egan")).SelectMany(b => b.Regions.Select(r => (Region: r, b.Day)));

        Assert.That(held, Is.EquivalentTo(marked));
    }

    [Test]
    public void Every_Kreis_of_Mecklenburg_Vorpommern_that_Destatis_still_lists_is_known_by_code_and_name()
    {
        var listed = Rows("../shared/data/germany/regionaldatenbank_12411-01-01-4_population_2024.csv", ';')
            .Select(row => (Code: row["1_variable_attribute_code"], Name: row["1_variable_attribute_label"]))
            .Where(k => k.Code.StartsWith("13", StringComparison.Ordinal) && k.Code.Length == 5)
            .Distinct()
            .ToArray();

        Assert.That(listed, Has.Length.EqualTo(24));
        Assert.That(listed.Where(k => Shipped.RegionByAlias("ags", k.Code) is null), Is.Empty);
        Assert.That(listed.Where(k => Shipped.RegionByAlias("name-destatis", k.Name)?.Code != $"DE-{k.Code}").Select(k => k.Name), Is.EqualTo(new[] { "Landkreis Nordwestmecklenburg" }));
    }

    [Test]
    public void Main_feeds_are_feeds_of_the_samples()
    {
        using var feeds = JsonDocument.Parse(File.ReadAllText(Existing("data-samples/feeds.json")));
        var codes = feeds.RootElement.EnumerateArray().Select(f => f.GetProperty("code").GetString()).ToHashSet();

        Assert.That(Shipped.Indicators.SelectMany(i => i.MainFeeds.Values).Distinct().Where(f => !codes.Contains(f)), Is.Empty);
    }

    private static string Alias(Lagebild.Statistics.Region region, string scheme) => region.Aliases.TryGetValue(scheme, out var texts) ? texts[0] : "";

    private static IEnumerable<Dictionary<string, string>> Rows(string path, char delimiter)
    {
        var lines = File.ReadLines(Existing(path));
        var header = Cells(lines.First().TrimStart('\uFEFF'), delimiter);
        return lines.Skip(1).Select(line => header.Zip(Cells(line, delimiter)).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    /// <summary>These files quote cells, but hold no quote and no line break within one.</summary>
    private static List<string> Cells(string line, char delimiter)
    {
        var cells = new List<string> { "" };
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                cells.Add("");
            }
            else
            {
                cells[^1] += c;
            }
        }

        return cells;
    }

    private static string Existing(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Lagebild.sln")))
        {
            root = root.Parent;
        }

        var file = Path.Combine(root!.FullName, path);
        if (!File.Exists(file))
        {
            Assert.Ignore($"{path} is not there.");
        }

        return file;
    }
}
