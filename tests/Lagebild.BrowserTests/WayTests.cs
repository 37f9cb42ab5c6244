using System.Globalization;
using Lagebild.Tests;
using Lagebild.Tests.Samples;

namespace Lagebild.BrowserTests;

/// <summary>What members of parliament look for, in at most three clicks, by the main navigation and links that every indicator and region has. Expected values come from the sources.</summary>
internal sealed class WayTests
{
    private const int MostClicks = 3;

    private static readonly string[] Languages = ["de", "pl", "en"];

    [TestCaseSource(nameof(Languages))]
    public async Task Hamburgs_steps_from_registration_to_need_in_2024(string language)
    {
        await using var reader = await ClickingReader.AtAsync(language);
        await (await reader.ChooseAsync("/regions")).ClickAsync("main a[href$='/regions/DE-HH']");
        string[] expected =
        [
            PublicFigures.Of("HH", "registered asylum and protection seekers", "2024"),
            PublicFigures.Of("HH", "of these remained in Hamburg after distribution", "2024"),
            PublicFigures.Of("HH", "persons newly to be accommodated", "2024"),
        ];

        Assert.That(expected, Is.EqualTo(["16188", "12639", "10001"]));
        Assert.That(await ClickingReader.NumbersAsync(reader.Page.Locator("#steps h3 data")), Is.EqualTo(expected));
        Assert.That(await reader.TextAsync("#steps .sub"), Does.Contain("Hamburg").And.Contain("2024"));
        Assert.That(await ClickingReader.NumbersAsync(reader.Page.Locator("#steps tbody td:nth-child(2) data")), Is.SupersetOf(expected));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCase("de", "November 2023", "31.03.2016")]
    [TestCase("pl", "listopad 2023", "31.03.2016")]
    [TestCase("en", "November 2023", "31 Mar 2016")]
    public async Task Where_and_when_more_people_lived_than_there_were_places(string language, string november, string march)
    {
        await using var reader = await ClickingReader.AtAsync(language);
        await (await reader.ChooseAsync("/regions")).ClickAsync("main a[href$='/regions/DE-MV']");
        var land = new[] { PublicFigures.Of("MV", "residents in reception incl. gym hall", "2023-11"), PublicFigures.Of("MV", "regular reception places, both sites", "2023-11") };

        Assert.That(land, Is.EqualTo(["1772", "1710"]));
        Assert.That((await reader.RowAsync("#exceeded", november)).Take(2), Is.EqualTo(land));
        Assert.That((await reader.RowAsync("#exceeded", march, "Schwerin")).Take(2), Is.EqualTo(new[] { Schwerin("mv-shared-occupied"), Schwerin("mv-shared-capacity") }).And.EqualTo(new[] { "53", "47" }));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCase("de", "31.12.2024", "39,5", "39,2", "20,0")]
    [TestCase("pl", "31.12.2024", "39,5", "39,2", "20,0")]
    [TestCase("en", "31 Dec 2024", "39.5", "39.2", "20.0")]
    public async Task Which_voivodeship_had_most_applications_per_inhabitant_and_whose_population_that_is(string language, string day, params string[] rates)
    {
        await using var reader = await ClickingReader.AtAsync(language);
        await (await (await reader.ChooseAsync("/indicators")).ClickAsync("main a[href$='/indicators/pesel-ukr-applications']")).ClickAsync("main figure a[href*='/compare?'][href*='measure=per-1000']");
        var shown = reader.Page.Locator("main figure tbody tr").Last.Locator("data");

        Assert.That((await shown.AllTextContentsAsync()).OrderDescending(StringComparer.Ordinal), Is.EqualTo(rates));
        Assert.That((await ClickingReader.NumbersAsync(shown)).OrderDescending(StringComparer.Ordinal).Select(Tenths), Is.EqualTo(new[] { Rate("PM", "POMORSKIE (2200000)"), Rate("ZP", "ZACHODNIOPOMORSKIE (3200000)"), Rate("WM", "WARMIŃSKO-MAZURSKIE (2800000)") }));
        Assert.That(await reader.TextAsync("main figure h3"), Does.Contain(rates[0]));
        Assert.That(await reader.TextAsync("main figure .sub"), Does.Contain(day));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCase("de", "Nicht vergleichbar")]
    [TestCase("pl", "Nieporównywalne")]
    [TestCase("en", "Not comparable")]
    public async Task Most_people_per_inhabitant_in_2022_is_not_comparable_and_the_definitions_stand_side_by_side(string language, string verdict)
    {
        await using var reader = await ClickingReader.AtAsync(language);
        await (await reader.ChooseAsync("/compare")).ClickAsync("main a[href*='from=2022-01-01'][href*='measure=per-1000']");
        var regions = await reader.Page.Locator("form.pick input[name=regions]:checked").EvaluateAllAsync<string[]>("all => all.map(r => r.value)");
        var heads = await reader.Page.Locator(".definitions thead th").AllInnerTextsAsync();

        Assert.That(await reader.TextAsync("#verdict h2"), Is.EqualTo(verdict));
        Assert.That(regions, Is.EquivalentTo(new[] { "DE-HH", "DE-SH", "DE-MV", "PL-32", "PL-22", "PL-28" }));
        Assert.That(await reader.Page.Locator("main figure svg.chart >> visible=true").CountAsync(), Is.EqualTo(heads.Count).And.GreaterThan(1));
        Assert.That(await reader.Page.Locator(".definitions tbody td >> visible=true").CountAsync(), Is.GreaterThanOrEqualTo(heads.Count * 3));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCase("de", "01.01.2020", "Vielfaches von 5")]
    [TestCase("pl", "01.01.2020", "wielokrotności 5")]
    [TestCase("en", "1 Jan 2020", "multiple of 5")]
    public async Task Why_series_of_benefits_for_asylum_seekers_are_cut_in_2020(string language, string day, string why)
    {
        await using var reader = await ClickingReader.AtAsync(language);
        await (await reader.ChooseAsync("/indicators")).ClickAsync("main a[href$='/indicators/asylblg-recipients']");

        Assert.That(await reader.TextAsync("#breaks + dl dt"), Does.StartWith(day));
        Assert.That(await reader.TextAsync("#breaks + dl dd"), Does.Contain(why));
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    [TestCaseSource(nameof(Languages))]
    public async Task What_Pomorskie_has_not_reported(string language)
    {
        await using var reader = await ClickingReader.AtAsync(language);
        await (await reader.ChooseAsync("/regions")).ClickAsync("main a[href$='/regions/PL-22']");
        var missing = await LinkedAsync(reader, "#missing li a");
        var reported = IndicatorsOf(r => r == "PL-22");

        Assert.That(await LinkedAsync(reader, "#missing ul:first-of-type li a"), Is.EquivalentTo(IndicatorsOf(r => r is "PL-28" or "PL-32").Except(reported)).And.Not.Empty);
        Assert.That(missing, Is.Unique.And.SupersetOf(new[] { "asylblg-recipients", "unaccompanied-minors", "accommodation-need" }));
        Assert.That(missing.Intersect(reported), Is.Empty);
        Assert.That(reader.Clicks, Is.LessThanOrEqualTo(MostClicks));
    }

    private static async Task<IReadOnlyList<string>> LinkedAsync(ClickingReader reader, string links) =>
        await reader.Page.Locator($"{links} >> visible=true").EvaluateAllAsync<string[]>("all => all.map(a => a.pathname.split('/').at(-1))");

    /// <summary>Indicators with a number of such regions in any of the feeds.</summary>
    private static IReadOnlySet<string> IndicatorsOf(Func<string, bool> isRegion) =>
        Directory.EnumerateDirectories(Repository.At("data-samples")).SelectMany(f => Rows(Path.GetFileName(f))).Where(r => isRegion(r["region"]) && r["value"].Length > 0).Select(r => r["indicator"]).ToHashSet();

    private static string Tenths(string number) => decimal.Parse(number, CultureInfo.InvariantCulture).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Rate(string region, string population)
    {
        var applications = PublicFigures.Of(region, "registered applications for UKR status, cumulative", "2022-08-30");
        var inhabitants = PublicFigures.Of(region, $"population, {population}", "2024");
        return Math.Round(1000 * decimal.Parse(applications, CultureInfo.InvariantCulture) / decimal.Parse(inhabitants, CultureInfo.InvariantCulture), 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);
    }

    // The answer of the Land to parliament, a line for each place.
    private static string Schwerin(string variant) => Rows("mecklenburg-vorpommern-reports").Single(r => r["variant"] == variant && r["region"] == "DE-13004" && r["period_end"] == "2016-03-31" && r["breakdown"].Contains("facility=1", StringComparison.Ordinal))["value"];

    /// <summary>All lines of a feed, by column name.</summary>
    private static IEnumerable<Dictionary<string, string>> Rows(string feed) => Directory.EnumerateFiles(Repository.At("data-samples", feed), "*.csv").SelectMany(file =>
    {
        var records = SimpleCsv.Read(File.ReadAllText(file), ',').Select(r => r.Cells).ToArray();
        return records.Skip(1).Select(cells => records[0].Zip(cells).ToDictionary(c => c.First, c => c.Second));
    });
}
