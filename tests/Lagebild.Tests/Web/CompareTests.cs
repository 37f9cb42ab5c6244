using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Compare;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Lagebild.Tests.Web;

public sealed partial class CompareTests
{
    private const string Applications = "indicators=pesel-ukr-applications&regions=PL-22,PL-32,PL-28&from=2022-08-30&to=2022-08-30&measure=per-1000";

    // dane.gov.pl 2715: 93.19, 63.66 and 26.93 thousand applications up to 30 August 2022; GUS BDL 2425: inhabitants on 31 December 2024.
    [TestCase("de", "39,5|39,2|20,0", "31.12.2024")]
    [TestCase("pl", "39,5|39,2|20,0", "31.12.2024")]
    [TestCase("en", "39.5|39.2|20.0", "31 Dec 2024")]
    public async Task Applications_per_inhabitant_are_three_clicks_away_and_say_whose_population(string language, string rates, string day)
    {
        var list = await FollowAsync(await Site.PageAsync($"/{language}"), "nav.main a[href$='/indicators']");
        var indicator = await FollowAsync(list, "a[href$='/indicators/pesel-ukr-applications']");
        var compared = await FollowAsync(indicator, "main a[href*='/compare?'][href*='measure=per-1000']");
        var rows = compared.QuerySelectorAll("main figure tbody tr");
        Assert.That(rows[^1].QuerySelectorAll("data").Select(d => d.TextContent), Is.EquivalentTo(rates.Split('|')));
        Assert.That(Plain(compared.QuerySelector("figure h3")), Does.Contain(rates.Split('|')[0]));
        Assert.That(Plain(compared.QuerySelector("figure .sub")), Does.Contain(day));
        Assert.That(Plain(compared.QuerySelector("figure .notes")), Does.Contain(day));
    }

    [TestCase("de", "Nicht vergleichbar")]
    [TestCase("pl", "Nieporównywalne")]
    [TestCase("en", "Not comparable")]
    public async Task Most_people_per_inhabitant_in_2022_is_not_comparable_and_the_definitions_stand_side_by_side(string language, string verdict)
    {
        var compare = await FollowAsync(await Site.PageAsync($"/{language}"), "nav.main a[href$='/compare']");
        var year = await FollowAsync(compare, ".years a[href*='from=2022-01-01']");
        Assert.That(year.QuerySelector("#verdict h2")!.TextContent.Trim(), Is.EqualTo(verdict));
        Assert.That(year.QuerySelectorAll("main figure tbody th a.region").Select(a => Code(a)).Concat(year.QuerySelectorAll("main figure thead th").Select(h => h.TextContent)).Distinct().Count(), Is.GreaterThanOrEqualTo(6));
        Assert.That(year.QuerySelectorAll(".definitions thead th a").Select(Code), Is.EqualTo(new[] { "asylblg-recipients", "pesel-ukr-applications" }));
        Assert.That(year.QuerySelectorAll("#not-shown"), Is.Empty);
    }

    [TestCase("de", "01.01.2020", "Vielfaches von 5")]
    [TestCase("pl", "01.01.2020", "wielokrotności 5")]
    [TestCase("en", "1 Jan 2020", "multiple of 5")]
    public async Task A_comparison_of_recipients_says_why_series_are_cut_in_2020(string language, string day, string why)
    {
        var list = await FollowAsync(await Site.PageAsync($"/{language}"), "nav.main a[href$='/indicators']");
        var indicator = await FollowAsync(list, "a[href$='/indicators/asylblg-recipients']");
        var compared = await FollowAsync(indicator, "main figure a[href*='/compare?indicators=asylblg-recipients']");
        var breaks = compared.QuerySelector("#breaks")!.ParentElement!.QuerySelector("dl.def")!;
        Assert.That(Plain(breaks.QuerySelector("dt")), Does.StartWith(day));
        Assert.That(Plain(breaks.QuerySelector("dd")), Does.Contain(why));
    }

    [TestCase("de", "Pommern")]
    [TestCase("pl", "pomorskie")]
    [TestCase("en", "Pomorskie")]
    public async Task What_is_not_shown_is_said_with_the_regions_it_concerns(string language, string region)
    {
        var page = await Site.PageAsync($"/{language}/compare?indicators=asylblg-recipients&regions=DE-HH,DE-SH,PL-22");
        Assert.That(page.QuerySelector("#not-shown h2")!.TextContent, Does.Contain(region));
        Assert.That(page.QuerySelectorAll("#not-shown li"), Has.Length.EqualTo(1));
    }

    [TestCase("regions", "regions=DE-HH,DE-XX")]
    [TestCase("regions", "regions=DEU,POL,DNK,EST,FIN,LTU,LVA,SWE,DE-HH,DE-SH,DE-MV,PL-22,PL-28")]
    [TestCase("indicators", "indicators=nothing")]
    [TestCase("indicators", "indicators=refugees,asylum-seekers,asylum-applicants,temporary-protection,returns")]
    [TestCase("variants", "indicators=refugees&variants=destatis-asylblg")]
    [TestCase("breakdown", "breakdown=sex")]
    [TestCase("from", "from=2022-02-30")]
    [TestCase("to", "from=2023&to=2022")]
    [TestCase("frequency", "frequency=X")]
    [TestCase("measure", "measure=total")]
    [TestCase("kind", "kind=pie")]
    public async Task What_cannot_be_read_is_refused_with_the_name_of_the_field(string field, string query)
    {
        foreach (var path in new[] { "/pl/compare?", "/de/compare.csv?", "/en/compare.svg?" })
        {
            var (status, page) = await Site.AnswerAsync(path + query);
            Assert.That((status, page.QuerySelector("main code")!.TextContent), Is.EqualTo((400, field)), path);
        }
    }

    [TestCase("de", "höchstens 12")]
    [TestCase("pl", "najwyżej 12")]
    [TestCase("en", "at most 12")]
    public async Task More_than_twelve_regions_are_refused_with_the_number(string language, string words)
    {
        var (_, page) = await Site.AnswerAsync($"/{language}/compare?regions=DEU,POL,DNK,EST,FIN,LTU,LVA,SWE,DE-HH,DE-SH,DE-MV,PL-22,PL-28");
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain(words));
    }

    [Test]
    public async Task A_measure_that_is_none_is_answered_with_those_there_are()
    {
        var (_, page) = await Site.AnswerAsync("/en/compare?measure=total");
        Assert.That(page.QuerySelector("main")!.TextContent, Does.Contain("value, per-1000, country-share, change, change-on-year, index, period-sum, occupancy, increase, women-share, converted"));
    }

    [TestCase("")]
    [TestCase("?" + Applications)]
    [TestCase("?from=2022&to=2022&measure=per-1000")]
    [TestCase("?indicators=temporary-protection&regions=DEU,POL&measure=index&kind=line")]
    [TestCase("?indicators=registered-arrivals&regions=DE-HH,DE-MV")]
    public async Task The_permanent_address_shows_the_same_values(string query)
    {
        var page = await Site.PageAsync("/de/compare" + query);
        var permanent = page.QuerySelectorAll("main > .actions a").Select(a => a.GetAttribute("href")!).Single(h => h.Contains("stand=", StringComparison.Ordinal));
        Assert.That(Values(await Site.PageAsync(permanent), "main"), Is.EqualTo(Values(page, "main")).And.Not.Empty);
    }

    [TestCase(Applications)]
    [TestCase("from=2022&to=2022&measure=per-1000")]
    [TestCase("indicators=temporary-protection&regions=DEU,POL&from=2023")]
    public async Task The_download_holds_exactly_the_values_of_the_page(string query)
    {
        var page = await Site.PageAsync("/en/compare?" + query);
        var shown = page.QuerySelectorAll("main figure data").Select(d => decimal.Parse(d.GetAttribute("value")!, CultureInfo.InvariantCulture));
        var values = (await ColumnAsync("/en/compare.csv?" + query, "value")).Where(v => v.Length > 0).Select(v => Math.Round(decimal.Parse(v, CultureInfo.InvariantCulture), 1, MidpointRounding.AwayFromZero));
        Assert.That(values, Is.EquivalentTo(shown).And.Not.Empty);
    }

    [Test]
    public async Task A_computed_value_of_the_download_cannot_be_taken_for_a_reported_one() =>
        Assert.That(await ColumnAsync("/de/compare.csv?" + Applications, "variant"), Is.EqualTo(Enumerable.Repeat("gov-pl-2715/per-1000-inhabitants", 3)));

    [Test]
    public async Task Each_value_leads_to_where_it_comes_from()
    {
        var page = await Site.PageAsync("/de/compare?" + Applications);
        foreach (var link in page.QuerySelectorAll("main figure tbody td a").Select(a => a.GetAttribute("href")!))
        {
            Assert.That((await Site.PageAsync(link)).QuerySelector("main data"), Is.Not.Null, link);
        }
    }

    [Test]
    public async Task The_picture_is_the_first_chart_with_its_headline()
    {
        var page = await Site.PageAsync("/en/compare?" + Applications);
        var picture = await Site.Client.GetStringAsync(new Uri(page.QuerySelector("figure .actions a[href*='.svg']")!.GetAttribute("href")!, UriKind.Relative));
        Assert.That(picture, Does.StartWith("<svg").And.Contain(page.QuerySelector("figure h3")!.TextContent));
    }

    [Test]
    public async Task Without_a_query_the_page_shows_what_most_of_the_six_count_alike()
    {
        var page = await Site.PageAsync("/en/compare");
        Assert.That(page.QuerySelector("#verdict h2")!.TextContent.Trim(), Is.Not.EqualTo("Not comparable"));
        Assert.That(page.QuerySelectorAll("main figure"), Has.Length.EqualTo(1));
        Assert.That(page.QuerySelectorAll("form.pick input[name=regions][checked]").Select(i => i.GetAttribute("value")), Is.EqualTo(new[] { "DE-HH", "DE-SH", "DE-MV", "PL-32", "PL-22", "PL-28" }));
    }

    [TestCase("indicators=asylblg-recipients", "per-1000|country-share|change|change-on-year|index", "period-sum|occupancy|increase|women-share|converted")]
    [TestCase("indicators=pesel-ukr-applications", "per-1000|increase", "period-sum|occupancy|converted")]
    [TestCase("indicators=registered-arrivals&variants=hh-registered&frequency=A", "change|index", "increase|occupancy")]
    public async Task Measures_that_hold_are_offered_and_the_others_listed_with_a_reason(string query, string offered, string refused)
    {
        var page = await Site.PageAsync("/de/compare?" + query);
        Assert.That(page.QuerySelectorAll("select[name=measure] option").Select(o => o.GetAttribute("value")), Is.SupersetOf(offered.Split('|')));
        var reasons = page.QuerySelectorAll("form.pick details dl.def dt").ToDictionary(t => t.TextContent, t => t.NextElementSibling!.TextContent);
        var names = refused.Split('|').Select(m => Lagebild.Web.Pages.Derived.DerivedWording.Name(Lagebild.Web.Texts.Words.In("de").Derived, MeasureCode.Parse(m)!.Value));
        Assert.That(names.Select(n => reasons.GetValueOrDefault(n, "")), Has.All.Length.GreaterThan(10));
    }

    // Landtag of Mecklenburg-Vorpommern and press, November 2023: 1,772 residents on 1,710 places.
    [TestCase("de", "1.772|1.710")]
    [TestCase("pl", "1772|1710")]
    [TestCase("en", "1,772|1,710")]
    public async Task Occupancy_is_drawn_as_places_and_its_numbers_stand_in_a_table(string language, string numbers)
    {
        var page = await Site.PageAsync($"/{language}/compare?indicators=places-occupied&regions=DE-MV,DE-SH&measure=occupancy&from=2023-11&to=2023-11");
        Assert.That(page.QuerySelectorAll("main details:not(.downloads) data").Select(d => Plain(d)), Is.SupersetOf(numbers.Split('|')));
        Assert.That(Plain(page.QuerySelector("figure svg")), Does.Contain(numbers.Split('|')[0]).And.Contain(numbers.Split('|')[1]));
    }

    [Test]
    public async Task Parts_that_add_up_are_stacked_and_stand_in_the_table_with_their_whole()
    {
        var page = await Site.PageAsync("/en/compare?indicators=population&regions=PL-22,PL-28&kind=stacked&from=2024&to=2024");
        var (whole, parts) = (Numbers(page)[..2], Numbers(page)[2..]);
        Assert.That(whole, Is.EqualTo(new[] { 2_359_490L, 1_349_170 }));
        Assert.That(new[] { parts[0] + parts[1], parts[2] + parts[3] }, Is.EqualTo(whole).Within(10));
    }

    [Test]
    public async Task What_is_not_split_is_not_offered_in_stacks_and_keeps_its_chart()
    {
        var page = await Site.PageAsync("/en/compare?indicators=asylblg-recipients&kind=stacked");
        Assert.That(page.QuerySelectorAll("select[name=kind] option").Select(o => o.GetAttribute("value")), Has.None.EqualTo("stacked").And.Some.EqualTo("slope"));
        Assert.That(Values(page, "figure"), Does.Contain("14,735"));
    }

    [Test]
    public async Task Each_kind_that_is_offered_is_drawn_and_its_values_are_in_the_table()
    {
        const string Query = "/de/compare?indicators=temporary-protection&regions=DEU,POL&from=2022&to=2024";
        var kinds = (await Site.PageAsync(Query)).QuerySelectorAll("select[name=kind] option").Skip(1).Select(o => o.GetAttribute("value")).ToArray();
        Assert.That(kinds, Is.EqualTo(new[] { "line", "column", "bar", "grouped", "multiples", "ranking", "slope", "onset" }));
        foreach (var kind in kinds)
        {
            var figure = (await Site.PageAsync($"{Query}&kind={kind}")).QuerySelector("main figure")!;
            var table = figure.QuerySelectorAll("tbody td a").Select(a => a.GetAttribute("href")).ToHashSet();
            var marks = figure.QuerySelectorAll("svg a").Select(a => a.GetAttribute("href")).Distinct();
            Assert.That(marks, Is.SubsetOf(table).And.Not.Empty, kind);
        }
    }

    [Test]
    public async Task A_finding_is_of_the_press_only_where_its_own_values_are()
    {
        var page = await Site.PageAsync("/en/compare?indicators=registered-arrivals&variants=sh-registered,mv-easy&frequency=A&regions=DE-SH,DE-MV");
        var figure = page.QuerySelectorAll("main figure").Single(f => f.QuerySelector("h3")!.TextContent.Contains("3,947", StringComparison.Ordinal));
        Assert.That((figure.QuerySelector("h3")!.TextContent.Contains("press", StringComparison.Ordinal), figure.QuerySelectorAll(".press").Length > 0), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_measure_that_does_not_hold_is_said_so_and_the_values_shown()
    {
        var page = await Site.PageAsync("/en/compare?indicators=asylblg-recipients&measure=occupancy");
        Assert.That(page.QuerySelector(".box.notice")!.TextContent, Does.Contain("cannot be computed"));
        Assert.That(Values(page, "figure"), Does.Contain("14,735"));
    }

    [Test]
    public async Task Every_measure_offered_of_every_indicator_has_values()
    {
        var page = await Site.PageAsync("/pl/compare");
        var indicators = page.QuerySelectorAll("#indicator-0 option").Select(o => o.GetAttribute("value")!).ToArray();
        Assert.That(indicators, Has.Length.GreaterThan(10));
        foreach (var indicator in indicators)
        {
            var first = await Site.PageAsync($"/pl/compare?indicators={indicator}");
            foreach (var measure in first.QuerySelectorAll("select[name=measure] option").Skip(1).Select(o => o.GetAttribute("value")))
            {
                Assert.That(Values(await Site.PageAsync($"/pl/compare?indicators={indicator}&measure={measure}"), "main"), Is.Not.Empty, $"{indicator} {measure}");
            }
        }
    }

    [Test]
    public async Task A_form_without_a_further_indicator_asks_for_none()
    {
        var page = await Site.PageAsync("/de/compare?regions=DE-HH&regions=DE-SH&indicators=asylblg-recipients&indicators=&measure=value&from=&to=&kind=");
        Assert.That(Values(page, "figure"), Is.EqualTo(new[] { "13.355", "15.565", "14.735", "18.115" }));
    }

    [Test]
    public async Task A_breakdown_that_an_indicator_does_not_have_is_not_asked_of_it()
    {
        var page = await Site.PageAsync("/de/compare?indicators=asylblg-recipients&regions=DE-HH,DE-SH&citizenship=UKR");
        Assert.That(Values(page, "figure"), Does.Contain("14.735"));
    }

    [Test]
    public void What_is_asked_for_stands_in_the_address_and_is_read_from_it()
    {
        var query = new CompareQuery
        {
            Indicators = ["asylblg-recipients", "refugees"],
            Variants = ["destatis-asylblg"],
            Regions = ["PL-22", "DE-HH"],
            Breakdown = "sex=F",
            From = new(2020, 1, 1),
            To = new(2022, 12, 31),
            Frequency = Frequency.Annual,
            Measure = Measure.PerThousand,
            Kind = ChartKind.Slope,
        };
        var (read, _) = CompareQuery.Parse(new QueryCollection(QueryHelpers.ParseQuery(Address(query))), Lagebild.Catalogue.Catalogue.Shipped);
        Assert.That(Address(read!), Is.EqualTo(Address(query)));
        Assert.That(Address(query), Is.EqualTo("?indicators=asylblg-recipients,refugees&variants=destatis-asylblg&regions=PL-22,DE-HH&breakdown=sex%3DF&from=2020-01-01&to=2022-12-31&frequency=A&measure=per-1000&kind=slope"));
    }

    private static string Address(CompareQuery query) => QueryString.Create(query.ToAddress().Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value))).ToString();

    private static string[] Values(IParentNode page, string within) =>
        [.. page.QuerySelector(within)!.QuerySelectorAll("tbody td data").Select(d => d.TextContent)];

    private static async Task<string[]> ColumnAsync(string address, string name)
    {
        var lines = (await Site.Client.GetStringAsync(new Uri(address, UriKind.Relative))).Trim('\uFEFF', '\r', '\n').Split("\r\n");
        var at = Array.IndexOf(Fields(lines[0]), name);
        return [.. lines.Skip(1).Select(l => Fields(l)[at])];
    }

    private static string Plain(INode? node) => node!.TextContent.Replace('\u00a0', ' ');

    private static string[] Fields(string line) =>
        [.. Field().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value)];

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Field();

    private static long[] Numbers(IParentNode page) =>
        [.. page.QuerySelectorAll("main figure tbody data").Select(d => long.Parse(d.GetAttribute("value")!, CultureInfo.InvariantCulture))];

    private static string Code(IElement link) => link.GetAttribute("href")!.Split('?')[0].Split('/')[^1];

    private static async Task<IDocument> FollowAsync(IDocument page, string link) =>
        await Site.PageAsync(page.QuerySelector(link)?.GetAttribute("href") ?? throw new AssertionException($"No link {link}"));
}
