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

    // dane.gov.pl 2715: 93.19, 64.23 and 27.06 thousand applications up to 30 August 2022; GUS BDL 2425: inhabitants on 31 December 2024.
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
        var shown = page.QuerySelectorAll("main figure data").Select(d => d.GetAttribute("value"));
        var lines = (await Site.Client.GetStringAsync(new Uri("/en/compare.csv?" + query, UriKind.Relative))).Trim().Split("\r\n").Skip(1);
        Assert.That(lines.Select(l => Fields(l)[11]).Where(v => v.Length > 0), Is.EquivalentTo(shown));
    }

    [Test]
    public async Task A_computed_value_of_the_download_names_its_measure()
    {
        var text = await Site.Client.GetStringAsync(new Uri("/de/compare.csv?" + Applications, UriKind.Relative));
        Assert.That(text.Trim().Split("\r\n").Skip(1).Select(l => Fields(l)[20]), Is.All.EqualTo("per-1000").And.Exactly(3).Items);
    }

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

    private static string Plain(INode? node) => node!.TextContent.Replace('\u00a0', ' ');

    private static string[] Fields(string line) =>
        [.. Field().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : m.Groups[2].Value)];

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,]*))")]
    private static partial Regex Field();

    private static string Code(IElement link) => link.GetAttribute("href")!.Split('?')[0].Split('/')[^1];

    private static async Task<IDocument> FollowAsync(IDocument page, string link) =>
        await Site.PageAsync(page.QuerySelector(link)?.GetAttribute("href") ?? throw new AssertionException($"No link {link}"));
}
