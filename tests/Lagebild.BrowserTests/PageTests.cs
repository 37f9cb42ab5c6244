using Microsoft.Playwright;

namespace Lagebild.BrowserTests;

/// <summary>Every kind of page in one language, walked once in each view; each test then says one thing that holds on all of them.</summary>
[TestFixture("de")]
[TestFixture("pl")]
[TestFixture("en")]
[Parallelizable(ParallelScope.Self)]
internal sealed class PageTests(string language)
{
    private static readonly View[] Views =
    [
        new("1280 light", 1280, ColorScheme.Light),
        new("1280 dark", 1280, ColorScheme.Dark),
        new("360 light", 360, ColorScheme.Light),
        new("360 dark", 360, ColorScheme.Dark),
    ];

    private readonly List<Visit> _visits = [];
    private readonly List<(string Path, string With, string Without)> _texts = [];
    private IReadOnlyDictionary<string, string> _pages = new Dictionary<string, string>();

    [OneTimeSetUp]
    public async Task WalkAsync()
    {
        _pages = await PageList.OfAsync(language);
        await using var context = await Visit.ContextAsync(Views[0], language, scripts: true);
        foreach (var path in _pages.Keys)
        {
            _visits.AddRange(await Visit.ToAsync(context, Views.Where(v => IsSeenIn(v, path)), path, scripts: true));
        }

        await CompareWithoutScriptsAsync();
    }

    [Test]
    public void The_walk_meets_every_kind_of_page()
    {
        var kinds = _pages.Keys.Select(p => p.Split('?')[0].Trim('/').Split('/').ElementAtOrDefault(1) ?? "").Distinct();

        Assert.That(kinds, Is.SupersetOf(new[] { "", "indicators", "regions", "sources", "figures", "topics", "imprint", "privacy", "accessibility", "search", "concepts", "methods", "deliveries", "calendar", "corrections", "plain-language", "sign-language", "sitemap", "compare", "views", "targets", "derived", "data", "api", "embed" }));
    }

    [Test]
    public void Axe_finds_no_barrier() => Assert.That(_visits.SelectMany(v => v.Barriers), Is.Empty);

    [Test]
    public void No_page_scrolls_sideways() => Assert.That(_visits.Where(v => v.TooWide > 0).Select(v => $"{v.Where}: {v.TooWide} px"), Is.Empty);

    [Test]
    public void The_console_stays_silent() => Assert.That(_visits.SelectMany(v => v.ConsoleLines).Distinct(), Is.Empty);

    [Test]
    public void Nothing_is_asked_of_others() => Assert.That(_visits.SelectMany(v => v.Requests).Distinct().Where(r => !r.StartsWith(SiteUnderTest.Address.AbsoluteUri, StringComparison.Ordinal) && !r.StartsWith("data:", StringComparison.Ordinal)), Is.Empty);

    [Test]
    public void Nothing_asked_for_is_missing() => Assert.That(_visits.SelectMany(v => v.Failures).Distinct(), Is.Empty);

    [Test]
    public void No_cookie_is_set() => Assert.That(_visits.SelectMany(v => v.Cookies).Distinct(), Is.Empty);

    [Test]
    public void The_HTML_is_valid() => Assert.That(HtmlCheck.Findings(_pages), Is.Empty);

    [Test]
    public void Without_scripts_a_page_says_the_same() => Assert.That(_texts.Where(t => t.With != t.Without).Select(t => t.Path), Is.Empty);

    [Test]
    public void A_text_of_another_language_says_so() => Assert.That(_visits.Where(v => v.View == Views[0]).SelectMany(v => ForeignText.On(v, language)), Is.Empty);

    [Test]
    public void The_language_switch_keeps_path_and_query()
    {
        var others = _visits.Where(v => v.View == Views[0]).SelectMany(v => v.Languages.Select(l => (v.Path, l.Language, l.Href)));

        Assert.That(others.Where(o => o.Href != $"/{o.Language}{o.Path[3..]}"), Is.Empty);
    }

    // A state of a page (its query) and a frame have a page's layout and colours: one width and one scheme each, not all four.
    private static bool IsSeenIn(View view, string path) => !(path.Contains('?', StringComparison.Ordinal) || path.Contains("/embed/", StringComparison.Ordinal)) || view == Views[0] || view == Views[^1];

    private async Task CompareWithoutScriptsAsync()
    {
        await using var without = await Visit.ContextAsync(Views[0], language, scripts: false);
        foreach (var visit in _visits.Where(v => v.View == Views[0]))
        {
            var plain = await Visit.ToAsync(without, [Views[0]], visit.Path, scripts: false);
            _texts.Add((visit.Path, visit.Main, plain[0].Main));
        }
    }
}
