using AngleSharp.Dom;
using Lagebild.Tests.Samples;

namespace Lagebild.Tests.Web.Views;

public sealed class ViewTests
{
    private static readonly string[] Views = ["two-crises", "capacity", "unaccompanied-minors", "women-and-work"];

    private static readonly string[] WithFigures = ["views/two-crises", "views/capacity", "views/unaccompanied-minors", "views/women-and-work", "regions/DE-HH", "regions/DE-MV", "regions/PL-22"];

    [TestCaseSource(nameof(Views))]
    public async Task A_view_says_its_finding_with_numbers_that_machines_can_read(string view)
    {
        foreach (var language in new[] { "de", "pl", "en" })
        {
            var finding = (await Site.PageAsync($"/{language}/views/{view}")).QuerySelector(".finding")!;
            Assert.That(finding.QuerySelectorAll("data[value]"), Is.Not.Empty);
            Assert.That(finding.TextContent, Does.Not.Contain("{").And.Not.Contain("()"));
        }
    }

    [TestCaseSource(nameof(WithFigures))]
    public async Task Every_number_of_a_figure_stands_in_its_table_and_in_its_download(string page)
    {
        foreach (var figure in (await Site.PageAsync($"/en/{page}")).QuerySelectorAll("figure[id]"))
        {
            var csv = await CsvAsync(figure.QuerySelector(".actions a[href*='.csv']")!.GetAttribute("href")!);
            var inTable = Numbers(figure, "table data").ToArray();
            Assert.That(inTable.Except(csv), Is.Empty, figure.Id);
            Assert.That(Numbers(figure, "figcaption data").Except(inTable), Is.Empty, figure.Id);
        }
    }

    [TestCaseSource(nameof(WithFigures))]
    public async Task Each_figure_with_a_chart_is_a_picture_and_a_frame_of_its_own(string page)
    {
        var figure = (await Site.PageAsync($"/pl/{page}")).QuerySelectorAll("figure[id]").First(f => f.QuerySelector("svg.chart") is not null);
        using var picture = await Site.Client.GetAsync(new Uri($"/pl/{page}/{figure.Id}.svg", UriKind.Relative));
        var (status, frame) = await Site.AnswerAsync($"/pl/embed/{page}/{figure.Id}");
        Assert.That(((int)picture.StatusCode, picture.Content.Headers.ContentType?.MediaType, status), Is.EqualTo((200, "image/svg+xml", 200)));
        Assert.That(frame.QuerySelector("a[href*='#" + figure.Id + "']"), Is.Not.Null);
    }

    [TestCase("/de/views/nothing")]
    [TestCase("/de/views/capacity/nothing.csv")]
    [TestCase("/de/views/capacity/nothing.svg")]
    [TestCase("/de/views/nothing/exceeded.csv")]
    [TestCase("/de/embed/views/capacity/exceeded")]
    [TestCase("/de/regions/DE-HH/nothing.csv")]
    [TestCase("/de/regions/XX/steps.svg")]
    [TestCase("/de/embed/regions/PL-22/steps")]
    public async Task What_there_is_not_is_not_found(string address) => Assert.That((await Site.AnswerAsync(address)).Status, Is.EqualTo(404));

    [Test]
    public async Task Without_monthly_values_of_both_times_the_countries_stand_in_and_what_is_missing_is_counted()
    {
        var page = await Site.PageAsync("/en/views/two-crises");
        Assert.That(page.QuerySelectorAll("figure").Where(f => f.Id!.StartsWith("onset-", StringComparison.Ordinal)).Select(f => f.Id), Is.EqualTo(["onset-deu", "onset-pol"]));
        var months = page.QuerySelectorAll("#months tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))).ToArray();
        Assert.That(months, Has.Some.EqualTo("Hamburg | Registered arrivals | 3 of 36 | 0 of 36"));
        Assert.That(months, Has.Some.EqualTo("Pomorskie | Applications for a PESEL number with status UKR | 0 of 36 | 6 of 36"));
        Assert.That(months, Has.Some.EqualTo("Schleswig-Holstein | none | 0 of 36 | 0 of 36"));
    }

    [Test]
    public async Task Women_are_held_against_women_and_men_and_the_share_is_computed()
    {
        var row = (await Site.PageAsync("/en/views/women-and-work")).QuerySelectorAll("#women-foreign-employees tbody tr").First(r => r.TextContent.Contains("Hamburg", StringComparison.Ordinal));
        Assert.That(Numbers(row, "data").Take(4), Is.EqualTo(["79369", "113156", "192525", "41.2"]));
    }

    [Test]
    public async Task Regions_in_one_chart_carry_the_verdict()
    {
        var page = await Site.PageAsync("/de/views/women-and-work");
        Assert.That(page.QuerySelector("#women-foreign-employees .verdict-line b")!.TextContent, Is.EqualTo("Mit Vorbehalt vergleichbar"));
        Assert.That((await Site.PageAsync("/de/indicators/asylblg-recipients")).QuerySelector("figure .verdict-line"), Is.Not.Null);
    }

    [TestCase("de", "noch nicht erreicht, ohne Frist")]
    [TestCase("pl", "jeszcze nie osiągnięto, bez terminu")]
    [TestCase("en", "not reached yet, no due date")]
    public async Task A_target_says_where_it_stands_and_by_which_figure(string language, string standing)
    {
        foreach (var page in new[] { "targets", "regions/DE-SH", "indicators/places-nominal", "topics/accommodation" })
        {
            var target = (await Site.PageAsync($"/{language}/{page}")).QuerySelector(".target")!;
            Assert.That(target.QuerySelector(".standing")!.TextContent.Trim(), Is.EqualTo(standing), page);
            Assert.That(Numbers(target, "dl data"), Is.EqualTo(["7800", "8500", "10000", "31.8"]), page);
        }
    }

    [Test]
    public async Task Hamburg_stands_among_the_arrivals_of_the_overview()
    {
        var arrivals = (await Site.PageAsync("/de/")).QuerySelectorAll(".glance tbody").Single(b => b.QuerySelector("a[href='/de/topics/arrivals']") is not null);
        Assert.That(arrivals.TextContent, Does.Contain("Hamburg"));
        Assert.That(Numbers(arrivals, "data"), Is.EqualTo(["22908", "93190"]));
    }

    [Test]
    public async Task The_overview_shows_a_chart_before_any_other_number()
    {
        var page = await Site.PageAsync("/pl/");
        var first = page.QuerySelectorAll("main svg.chart, main data").First();
        Assert.That(first.LocalName, Is.EqualTo("svg"));
    }

    [Test]
    public async Task A_whole_number_is_written_without_decimals_and_one_with_decimals_keeps_them()
    {
        var cells = (await Site.PageAsync("/de/regions/DE-HH")).QuerySelectorAll(".keyfigures td.value data").Select(d => d.TextContent).ToArray();
        Assert.That(cells.Where(c => c.EndsWith(",0", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Every_indicator_names_the_last_delivery_of_each_feed()
    {
        var aside = (await Site.PageAsync("/de/indicators/asylblg-recipients")).QuerySelectorAll("aside ul.small li").Select(l => l.QuerySelector("a")!.GetAttribute("href"));
        Assert.That(aside, Is.EquivalentTo(["/de/sources#destatis-asylblg", "/de/sources#press-germany"]));
    }

    private static IEnumerable<string> Numbers(IElement within, string selector) => within.QuerySelectorAll(selector).Select(d => d.GetAttribute("value")!);

    private static async Task<HashSet<string>> CsvAsync(string address)
    {
        var text = await Site.Client.GetStringAsync(new Uri(address, UriKind.Relative));
        var records = SimpleCsv.Read(text, ',').Select(r => r.Cells).ToArray();
        var at = Array.IndexOf(records[0], "value");
        return [.. records.Skip(1).Select(r => r[at])];
    }
}
