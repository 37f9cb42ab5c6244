using AngleSharp.Dom;

namespace Lagebild.Tests.Web;

/// <summary>What pages show of the shipped deliveries where the reader chose nothing.</summary>
public sealed class DefaultTests
{
    [TestCase("registered-arrivals", "22.908", "2023")]
    [TestCase("arrivals-staying", "12.639", "2024")]
    [TestCase("accommodation-need", "10.001", "2024")]
    [TestCase("unaccompanied-minors-intake", "652", "2017")]
    public async Task The_latest_value_for_Hamburg_is_a_current_one_that_counts_the_whole(string indicator, string latest, string year)
    {
        var headline = (await Site.PageAsync($"/de/indicators/{indicator}?regions=DE-HH")).QuerySelector("figure h3")!.TextContent;
        Assert.That(headline, Does.Contain($" {latest} ").And.StartsWith($"Im Jahr {year} "));
    }

    [Test]
    public async Task The_overview_states_the_need_of_all_not_of_people_from_Ukraine()
    {
        var row = await KeyFigureAsync("de", "accommodation-need");
        Assert.That((Text(row.QuerySelector(".value a")!), Text(row.QuerySelector(".on")!), Text(row.QuerySelector(".where")!)), Is.EqualTo(("10.001 (Hamburg, 2024: zur Herkunft dieses Werts)", "−26,7 % zum Vorjahr", "Hamburg 2024")));
    }

    [TestCase("/de/indicators/temporary-protection", "Ukraine: Am 31.03.2025 waren es in Deutschland 1.149.375 Personen, in Polen 992.370")]
    [TestCase("/pl/indicators/temporary-protection", "Ukraina: 31 marca 2025 r. w Niemczech odnotowano 1 149 375 osób, a w Polsce 992 370")]
    [TestCase("/en/indicators/temporary-protection", "Ukraine: On 31 March 2025 there were 1,149,375 persons in Germany and 992,370 in Poland")]
    [TestCase("/de/indicators/registered-arrivals?regions=DE-HH&variant=hh-lagebild-ukraine&frequency=A", "Hamburg, Lagebild, nur Ukraine: Im Jahr 2023 waren es in Hamburg 9.387 Personen")]
    [TestCase("/de/indicators/pesel-ukr-share", "PESEL-UKR-Anträge nach Geschlecht und Alter, 18 bis 65 Jahre, Frauen: Am 30.08.2022 in der Woiwodschaft Westpommern 47,6 %, der höchste Wert von 3 Gebieten")]
    [TestCase("/pl/indicators/pesel-ukr-share", "Wnioski PESEL UKR według płci i wieku, 18–65 lat, kobiety: 30 sierpnia 2022 r. w województwie zachodniopomorskim 47,6%, najwyższa wartość spośród 3 obszarów")]
    [TestCase("/en/indicators/pesel-ukr-share", "PESEL UKR applications by sex and age, 18 to 65, women: 47.6% in Zachodniopomorskie on 30 August 2022, the highest of 3 regions")]
    [TestCase("/de/indicators/asylblg-recipients-change", "Regelleistungen nach AsylbLG, Veränderung zum Vorjahr: Am 31.12.2023 in Schleswig-Holstein 16,4 %, der höchste Wert von 3 Gebieten")]
    [TestCase("/pl/indicators/asylblg-recipients-change", "Świadczenia podstawowe AsylbLG, zmiana w stosunku do roku poprzedniego: 31 grudnia 2023 r. w Szlezwiku-Holsztynie 16,4%, najwyższa wartość spośród 3 obszarów")]
    [TestCase("/en/indicators/asylblg-recipients-change", "AsylbLG recipients, change on the previous year: 16.4% in Schleswig-Holstein on 31 December 2023, the highest of 3 regions")]
    [TestCase("/de/indicators/occupancy-rate?regions=DE-HH", "Auslastung der Plätze: Am 31.12.2024 in Hamburg 96,5 % (laut Presse)")]
    public async Task A_headline_names_what_is_not_the_whole_count(string address, string headline) =>
        Assert.That((await HeadlineAsync(address)).Replace('\u00a0', ' '), Is.EqualTo(headline));

    [TestCase("/de/regions/PL-22", "Woiwodschaft Pommern")]
    [TestCase("/pl/regions/PL-22", "Województwo pomorskie")]
    [TestCase("/en/regions/PL-22", "Pomorskie Voivodeship")]
    [TestCase("/de/regions/DE-13003", "Hansestadt Rostock")]
    [TestCase("/pl/regions/DE-SH", "Szlezwik-Holsztyn")]
    public async Task The_heading_of_a_region_is_its_official_name(string address, string heading) =>
        Assert.That(Text((await Site.PageAsync(address)).QuerySelector("h1 .region > span:last-child")!), Is.EqualTo(heading));

    [TestCase("/de/indicators/population?regions=DE-13004,DE-13073&kind=bar", "Am 31.12.2024 waren es im Landkreis Vorpommern-Rügen 215.203 Personen, in Schwerin 98.308")]
    [TestCase("/pl/indicators/population?regions=DE-13073,DE-13004&kind=bar", "31 grudnia 2024 r. w powiecie Vorpommern-Rügen odnotowano 215 203 osoby, a w Schwerinie 98 308")]
    [TestCase("/de/indicators/population?regions=DE-13051&kind=bar", "Bad Doberan (bis 2011): am 31.12.2010 waren es 117.197 Personen, 0,2 % weniger als ein Jahr zuvor")]
    [TestCase("/pl/indicators/population?regions=DE-13051&kind=bar", "Powiat Bad Doberan (do 2011 r.): 31 grudnia 2010 r. odnotowano 117 197 osób, o 0,2% mniej niż rok wcześniej")]
    [TestCase("/pl/indicators/population?regions=DE-13051,DE-13052&kind=bar", "31 grudnia 2010 r.: powiat Bad Doberan (do 2011 r.) 117 197 osób, powiat Demmin (do 2011 r.) 79 466")]
    [TestCase("/en/indicators/population?regions=DE-13051,DE-13052,DE-13053&kind=bar", "On 31 December 2010: Bad Doberan district (until 2011) 117,197 persons, the highest of 3 regions")]
    [TestCase("/pl/indicators/pesel-ukr-applications", "30 sierpnia 2022 r. najwięcej spośród 3 obszarów odnotowano w województwie pomorskim: 93 190 wniosków")]
    public async Task A_region_stands_in_a_headline_as_the_catalogue_says_a_place_else_by_its_name(string address, string headline) =>
        Assert.That((await HeadlineAsync(address)).Replace('\u00a0', ' '), Is.EqualTo(headline));

    [Test]
    public async Task Regions_of_another_level_are_neither_ranked_nor_drawn_but_said_and_in_the_table()
    {
        var figure = (await Site.PageAsync("/de/indicators/unaccompanied-minors?kind=bar")).QuerySelector("figure")!;
        Assert.That(figure.QuerySelector("h3")!.TextContent, Is.EqualTo("Am 02.01.2018 waren es im Landkreis Mecklenburgische Seenplatte 101 Personen, der höchste Wert von 8 Gebieten"));
        Assert.That(figure.QuerySelectorAll(".notes li").Select(Text), Has.Some.EqualTo("Gebiete einer anderen Ebene sind nicht eingezeichnet: Mecklenburg-Vorpommern 595 (02.01.2018)."));
        Assert.That(figure.QuerySelectorAll("table tbody th").Select(Text), Does.Contain("Mecklenburg-Vorpommern"));
        Assert.That(figure.QuerySelector("svg")!.TextContent, Does.Contain("8 Balken").And.Not.Contain("595"));
    }

    [TestCase("de", "+6,5 Punkte")]
    [TestCase("pl", "+6,5 pkt proc.")]
    [TestCase("en", "+6.5 points")]
    public async Task A_difference_of_percentages_is_in_points(string language, string change)
    {
        var row = (await Site.PageAsync($"/{language}/regions/DE-MV")).QuerySelectorAll("table.keyfigures tr").Single(r => r.QuerySelector("th a[href*='/employment-rate-ukrainians']") is not null);
        Assert.That(Text(row.QuerySelector(".change .change")!), Is.EqualTo(change));
    }

    [TestCase("/de", "Polen: keine Angabe")]
    [TestCase("/pl", "Polska: brak danych")]
    [TestCase("/en", "Poland: no figure")]
    public async Task A_topic_of_the_overview_says_once_of_which_country_there_is_no_figure(string address, string words)
    {
        var topic = (await Site.PageAsync(address)).QuerySelectorAll("table.glance tbody").Single(b => b.QuerySelector("a[href*='/accommodation-need']") is not null);
        Assert.That(topic.QuerySelectorAll("td.faint").Select(Text), Is.EqualTo([words]));
    }

    [Test]
    public async Task A_running_total_is_not_called_a_stock() =>
        Assert.That((await Site.PageAsync("/de/indicators/pesel-ukr-applications")).QuerySelectorAll("dl.def dd").Select(Text), Has.Some.EqualTo("aufgelaufene Zahl (nicht über die Zeit addieren)").And.None.StartsWith("Bestand"));

    [TestCase("de", "Unbegleitete ausländische Minderjährige: Am 02.01.2018 im Landkreis Vorpommern-Greifswald 40,9 je 100.000 Einwohner, der höchste Wert von 8 Gebieten")]
    [TestCase("pl", "Małoletni cudzoziemcy bez opieki: 2 stycznia 2018 r. w powiecie Vorpommern-Greifswald 40,9 na 100 000 mieszkańców, najwyższa wartość spośród 8 obszarów")]
    [TestCase("en", "Unaccompanied foreign minors: 40.9 per 100,000 inhabitants in Vorpommern-Greifswald district on 2 January 2018, the highest of 8 regions")]
    public async Task Rates_too_rank_one_level_and_carry_the_name_of_the_indicator(string language, string headline)
    {
        var rate = (await Site.PageAsync($"/{language}/indicators/unaccompanied-minors")).QuerySelectorAll("figure")[1];
        Assert.That(Text(rate.QuerySelector("h3")!), Is.EqualTo(headline));
        Assert.That(rate.QuerySelectorAll("table tbody th").Select(Text).ToArray(), Has.Length.EqualTo(8).And.No.Member("Mecklenburg-Vorpommern"));
    }

    private static async Task<IElement> KeyFigureAsync(string language, string indicator) =>
        (await Site.PageAsync($"/{language}")).QuerySelectorAll("table.glance tr").Single(r => r.QuerySelector($"a[href*='/{indicator}']") is not null);

    private static async Task<string> HeadlineAsync(string address) => (await Site.PageAsync(address)).QuerySelector("figure h3")!.TextContent;

    private static string Text(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
