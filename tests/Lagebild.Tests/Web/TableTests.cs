using System.Globalization;
using AngleSharp.Dom;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web;

public sealed class TableTests
{
    [TestCase("asylblg-recipients", "destatis-asylblg", "")]
    [TestCase("temporary-protection", "eurostat-asytpsm", "citizenship=UKR")]
    [TestCase("distributed-away", "sh-distributed-away", "")]
    public async Task Every_value_of_the_table_is_the_one_of_the_store_and_leads_to_its_figure(string indicator, string variant, string breakdown)
    {
        var series = await SeriesAsync(indicator, variant, breakdown);
        var page = await Site.PageAsync($"/de/indicators/{indicator}?variant={variant}&regions={string.Join(',', series.Select(s => s.Key.Region))}");
        var shown = page.QuerySelectorAll("figure table td a[href*='/figures/']").Select(a => (a.GetAttribute("href"), a.QuerySelector("data")?.GetAttribute("value") ?? "")).ToArray();
        Assert.That(shown, Is.EquivalentTo(series.SelectMany(s => s.Observations.Select(o => ((string?)Address(s, o), Exact(o, s.Decimals))))));
    }

    [Test]
    public async Task The_download_holds_exactly_what_the_table_shows()
    {
        var page = await Site.PageAsync("/de/indicators/temporary-protection?regions=DEU,POL&from=2023");
        var csv = await Site.Client.GetStringAsync(new Uri(page.QuerySelector(".actions a[href*='.csv']")!.GetAttribute("href")!, UriKind.Relative));
        var downloaded = csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[11]);
        Assert.That(downloaded, Is.EquivalentTo(page.QuerySelectorAll("figure table td").Where(t => t.TextContent.Trim().Length > 0).Select(t => t.QuerySelector("data")?.GetAttribute("value") ?? "")));
    }

    [Test]
    public async Task A_download_has_labels_in_the_language_statuses_and_no_value_for_what_is_confidential()
    {
        var csv = await Site.Client.GetStringAsync(new Uri("/de/indicators/distributed-away.csv?variant=sh-distributed-away", UriKind.Relative));
        var lines = csv.Split("\r\n");
        Assert.That(lines[0], Does.StartWith("indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value,source_flag,label_status"));
        Assert.That(lines[2], Does.StartWith("distributed-away,sh-distributed-away,DE-SH,2022-01-01,2022-12-31,A,,,confidential,,,,"));
        Assert.That(lines[3], Does.StartWith("distributed-away,sh-distributed-away,DE-SH,2023-01-01,2023-12-31,A,,missing,,,,,"));
        Assert.That(lines[4], Does.StartWith("distributed-away,sh-distributed-away,DE-SH,2024-01-01,2024-12-31,A,,provisional,,,\"Zahl der ersten Meldung, \"\"vorläufig\"\"\",1300,"));
        Assert.That(lines[2], Does.Contain(",geheim gehalten,").And.Contain(",Schleswig-Holstein,insgesamt,Personen,"));
    }

    [Test]
    public async Task What_is_missing_or_confidential_stands_with_sign_and_word_never_as_zero()
    {
        var page = await Site.PageAsync("/pl/indicators/distributed-away?variant=sh-distributed-away");
        var cells = page.QuerySelectorAll("figure table td").Select(t => string.Join(' ', t.QuerySelectorAll("a > :not(.hidden), .sign").Select(e => e.TextContent)));
        Assert.That(cells, Is.EqualTo(["1200", "⊘ objęte tajemnicą statystyczną", "… brak danych", "1300 dane wstępne"]));
    }

    [Test]
    public async Task A_computed_total_is_the_sum_of_its_parts_and_says_that_it_is_computed()
    {
        var parts = await Site.Services.GetRequiredService<ObservationStore>()
            .SeriesAsync(new SeriesQuery { Indicator = "protection-seekers", Variant = "azr-12531-0043", Regions = ["DE-01002"], Stand = await StandAsync() }, CancellationToken.None);
        var added = Catalogue("azr-12531-0043").AddUpTo["status"];
        var total = parts.Where(s => added.Contains(Breakdown.Parse(s.Key.Breakdown)!["status"]!)).Sum(s => s.Observations[0].Value!.Value);
        var page = await Site.PageAsync("/en/indicators/protection-seekers?variant=azr-12531-0043&regions=DE-01002");
        Assert.That(page.QuerySelector("figure table td data")!.GetAttribute("value"), Is.EqualTo(total.ToString(CultureInfo.InvariantCulture)));
        var origin = await Site.PageAsync(page.QuerySelector("figure table td a")!.GetAttribute("href")!);
        var shown = origin.QuerySelectorAll("table a").Select(a => a.GetAttribute("href"));
        Assert.That(shown, Is.EquivalentTo(parts.Where(s => added.Contains(Breakdown.Parse(s.Key.Breakdown)!["status"]!)).Select(s => Address(s, s.Observations[0]).Replace("/de/", "/en/", StringComparison.Ordinal))));
        Assert.That(page.QuerySelector("figure .sub")!.TextContent, Does.Contain("computed"));
    }

    [Test]
    public async Task Values_per_1000_inhabitants_are_computed_from_one_population_for_all_and_name_it()
    {
        var page = await Site.PageAsync("/en/indicators/asylblg-recipients?regions=DE-HH,DE-SH,DE-MV");
        var figure = page.QuerySelectorAll("figure")[1];
        Assert.That(figure.QuerySelectorAll("td data").Select(d => d.GetAttribute("value")), Is.EqualTo(["7.9", "6.2", "5.3"]));
        Assert.That(figure.QuerySelectorAll(".notes li").Select(l => l.TextContent), Is.EqualTo(["All regions shown: values (31\u00a0Dec\u00a02023) divided by the population of 31\u00a0Dec\u00a02021 (Destatis 12411, based on the 2011 census and earlier ones).", "The population is of another year than the value."]));
    }

    [Test]
    public async Task A_breakdown_chosen_dimension_by_dimension_is_the_one_of_its_key()
    {
        var chosen = await Site.PageAsync("/en/indicators/temporary-protection?regions=POL&citizenship=UKR");
        var keyed = await Site.PageAsync("/en/indicators/temporary-protection?regions=POL&breakdown=citizenship%3DUKR");
        Assert.That(chosen.QuerySelector("figure")!.OuterHtml, Is.EqualTo(keyed.QuerySelector("figure")!.OuterHtml));
    }

    [Test]
    public async Task A_running_count_is_shown_by_month_unless_days_are_asked_for()
    {
        var months = await Site.PageAsync("/en/indicators/pesel-ukr-applications?regions=PL-22");
        Assert.That(months.QuerySelectorAll("figure tbody th, figure thead th.r").Select(h => h.TextContent.Trim()).Skip(1), Is.EqualTo(["31\u00a0Mar\u00a02022", "30\u00a0Apr\u00a02022", "31\u00a0May\u00a02022", "30\u00a0Jun\u00a02022", "30\u00a0Jul\u00a02022", "30\u00a0Aug\u00a02022"]));
        var days = await Site.PageAsync("/en/indicators/pesel-ukr-applications?regions=PL-22&frequency=D");
        Assert.That(days.QuerySelectorAll("figure tbody tr"), Has.Length.EqualTo(151));
    }

    [TestCase("de", "Am 31.12.2023 waren es in Schleswig-Holstein 18.115 Personen, der höchste Wert von 3 Gebieten")]
    [TestCase("pl", "31\u00a0grudnia\u00a02023\u00a0r. najwięcej spośród 3 obszarów odnotowano w Szlezwiku-Holsztynie: 18\u00a0115 osób")]
    [TestCase("en", "In Schleswig-Holstein there were 18,115 persons on 31\u00a0December\u00a02023, the highest of 3 regions")]
    public async Task The_headline_states_the_finding(string language, string headline) =>
        Assert.That((await Site.PageAsync($"/{language}/indicators/asylblg-recipients")).QuerySelector("figure h3")!.TextContent, Is.EqualTo(headline));

    [Test]
    public async Task A_page_without_data_says_so_and_leads_to_what_there_is()
    {
        var page = await Site.PageAsync("/de/indicators/asylblg-recipients?from=1990&to=1991");
        Assert.That(page.QuerySelector(".box p")!.TextContent, Is.EqualTo("Für diese Auswahl liegt keine Zahl vor. Das heißt nicht null."));
        Assert.That(page.QuerySelector(".box a")!.GetAttribute("href"), Is.EqualTo("/de/indicators/asylblg-recipients"));
    }

    [Test]
    public async Task The_figure_page_names_file_line_and_field()
    {
        var series = (await SeriesAsync("distributed-away", "sh-distributed-away", "")).Single();
        var page = await Site.PageAsync(Address(series, series.Observations[3]));
        Assert.That(page.QuerySelector("dl.facts data")!.GetAttribute("value"), Is.EqualTo("1300"));
        Assert.That((page.QuerySelector("#line")!.TextContent, page.QuerySelectorAll("code").Any(c => c.TextContent == "arrivals.csv"), page.QuerySelectorAll("code").Any(c => c.TextContent == "12 value")), Is.EqualTo(("5", true, true)));
    }

    [Test]
    public async Task The_site_as_of_an_earlier_release_shows_what_was_known_then_and_says_so()
    {
        var page = await Site.PageAsync("/en/indicators/distributed-away?stand=1");
        Assert.That(page.QuerySelector(".box.notice")!.TextContent, Does.Contain("earlier state"));
        Assert.That(page.QuerySelector("figure"), Is.Null);
        Assert.That(page.QuerySelectorAll("nav.main a").All(a => a.GetAttribute("href")!.EndsWith("?stand=1", StringComparison.Ordinal)), Is.True);
    }

    [Test]
    public async Task A_day_leads_to_the_number_of_the_last_release_of_that_day()
    {
        var today = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Europe/Berlin").ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var answer = await Site.Client.GetAsync(new Uri($"/en/regions?x=1&stand={today}", UriKind.Relative));
        Assert.That(((int)answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((302, $"/en/regions?x=1&stand={await StandAsync()}")));
    }

    /// <summary>Official series: those of the press stand in charts of their own.</summary>
    private static async Task<IReadOnlyList<Series>> SeriesAsync(string indicator, string variant, string breakdown) =>
        [.. (await Site.Services.GetRequiredService<ObservationStore>()
            .SeriesAsync(new SeriesQuery { Indicator = indicator, Variant = variant, Breakdowns = [breakdown], Stand = await StandAsync() }, CancellationToken.None))
            .Where(s => !s.Key.Feed.StartsWith("press-", StringComparison.Ordinal))];

    private static async Task<int> StandAsync() =>
        (await Site.Services.GetRequiredService<ReleaseStore>().LatestAsync(CancellationToken.None))!.Number;

    private static Variant Catalogue(string variant) => Lagebild.Catalogue.Catalogue.Shipped.Variant(variant)!;

    private static string Address(Series series, Observation o) => FormattableString.Invariant($"/de/figures/{series.Id}/{o.Period.Start:yyyy-MM-dd}/{o.Period.End:yyyy-MM-dd}");

    private static string Exact(Observation o, int decimals) => o.Value is { } value ? (value / (decimal)Math.Pow(10, decimals)).ToString(CultureInfo.InvariantCulture) : "";
}
