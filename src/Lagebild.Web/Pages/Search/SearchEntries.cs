using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Search;

/// <summary>Everything that can be found as of a stand.</summary>
public static class SearchEntries
{
    private const double Name = 3;
    private const double OtherName = 2.5;
    private const double Inflected = 2;
    private const double Detail = 1;
    private const double Explanation = 0.6;

    // The first indicator of a topic is the likeliest to be meant.
    private const double BehindTheFirst = 0.01;

    /// <summary>Topics, indicators, regions, concepts, pages, sources and dimensions, in no order.</summary>
    public static IReadOnlyList<SearchEntry> Of(Stand stand)
    {
        var catalogue = stand.Catalogue;
        var withFigures = stand.Coverage.SelectMany(c => new[] { c.Indicator, c.Region }).ToHashSet(StringComparer.Ordinal);
        var six = SixRegions.InOrder(catalogue.Regions).Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. catalogue.Topics.Select(t => OfTopic(catalogue, t)),
            .. catalogue.Indicators.Select(i => OfIndicator(catalogue, i, withFigures)),
            .. catalogue.Regions.Select(r => OfRegion(catalogue, r, six, withFigures)),
            .. catalogue.Concepts.Select(c => OfConcept(catalogue, c)),
            .. SitePages.All.Select(OfPage),
            .. stand.Feeds.Values.Select(OfSource),
            .. catalogue.Dimensions.Select(d => OfDimension(catalogue, d)),
        ];
    }

    private static SearchEntry OfTopic(Catalogue.Catalogue catalogue, Topic topic) => new()
    {
        Kind = EntryKind.Topic,
        Code = topic.Code(),
        Weight = 1.05,
        Fields = [.. Named(catalogue, CatalogueKind.Topic, topic.Code(), "name", Name), .. Texts(catalogue, CatalogueKind.Topic, topic.Code(), "lead", Explanation)],
    };

    private static SearchEntry OfIndicator(Catalogue.Catalogue catalogue, Indicator indicator, HashSet<string> withFigures) => new()
    {
        Kind = EntryKind.Indicator,
        Code = indicator.Code,
        Weight = (withFigures.Contains(indicator.Code) ? 1.2 : 0.9) - (BehindTheFirst * indicator.Order),
        Codes = [indicator.Code],
        Fields =
        [
            .. Named(catalogue, CatalogueKind.Indicator, indicator.Code, "name", Name),
            .. Named(catalogue, CatalogueKind.Indicator, indicator.Code, "short", OtherName),
            .. Texts(catalogue, CatalogueKind.Indicator, indicator.Code, "definition", Explanation),
            .. catalogue.VariantsOf(indicator.Code).SelectMany(v => Texts(catalogue, CatalogueKind.Variant, v.Code, "name", Detail)),
            .. catalogue.VariantsOf(indicator.Code).SelectMany(v => Texts(catalogue, CatalogueKind.Variant, v.Code, "legal", Explanation)),
        ],
    };

    private static SearchEntry OfRegion(Catalogue.Catalogue catalogue, Region region, HashSet<string> six, HashSet<string> withFigures) => new()
    {
        Kind = EntryKind.Region,
        Code = region.Code,
        Weight = six.Contains(region.Code) ? 1.6 : region.ValidTo is not null ? 0.6 : region.Label is not null ? 1.4 : withFigures.Contains(region.Code) ? 1.1 : 0.8,
        Codes = [region.Code, .. region.Label is null ? [] : new[] { region.Label }, .. region.Aliases.Where(a => !IsName(a.Key)).SelectMany(a => a.Value)],
        Fields =
        [
            .. Named(catalogue, CatalogueKind.Region, region.Code, "name", Name),
            .. Texts(catalogue, CatalogueKind.Region, region.Code, "official", Inflected),
            .. Texts(catalogue, CatalogueKind.Region, region.Code, "in", Inflected),
            .. region.Aliases.Where(a => IsName(a.Key)).SelectMany(a => a.Value.Select(name => new SearchField(name, LanguageOf(a.Key), OtherName, IsName: true))),
        ],
    };

    private static SearchEntry OfConcept(Catalogue.Catalogue catalogue, Concept concept) => new()
    {
        Kind = EntryKind.Concept,
        Code = concept.Code,
        Weight = 0.95,
        Fields =
        [
            .. Named(catalogue, CatalogueKind.Concept, concept.Code, "term", Name),
            .. Texts(catalogue, CatalogueKind.Concept, concept.Code, "equivalent", Inflected),
            .. Texts(catalogue, CatalogueKind.Concept, concept.Code, "differs", Explanation),
            .. new[] { (Side: concept.German, Language: "de"), (Side: concept.Polish, Language: "pl") }.Where(s => s.Side is not null)
                .SelectMany(s => new[] { new SearchField(s.Side!.Term, s.Language, OtherName, IsName: true), new SearchField(s.Side.Law, s.Language, Detail) }),
        ],
    };

    private static SearchEntry OfPage(SitePage page) => new()
    {
        Kind = page.IsView ? EntryKind.View : EntryKind.Page,
        Code = page.Path,
        Weight = 0.9,
        Fields = [.. Languages.All.SelectMany(l => new[] { new SearchField(page.Name(Words.In(l)), l, Name, IsName: true), new SearchField(page.About(Words.In(l)), l, Explanation) })],
    };

    private static SearchEntry OfSource(Feed feed) => new()
    {
        Kind = EntryKind.Source,
        Code = feed.Code,
        Weight = 0.8,
        Codes = [feed.Code],
        Fields =
        [
            .. feed.Name.Select(n => new SearchField(n.Value, n.Key, OtherName)),
            new(feed.Publisher, feed.Language, Inflected),
            new(feed.Citation, feed.Language, Explanation),
        ],
    };

    private static SearchEntry OfDimension(Catalogue.Catalogue catalogue, Dimension dimension) => new()
    {
        Kind = EntryKind.Dimension,
        Code = dimension.Code,
        Weight = 0.8,
        Fields =
        [
            .. Named(catalogue, CatalogueKind.Dimension, dimension.Code, "name", OtherName),
            .. dimension.Codes.SelectMany(c => Texts(catalogue, CatalogueKind.DimensionCode, $"{dimension.Code}={c.Code}", "name", Inflected)),
        ],
    };

    private static IEnumerable<SearchField> Named(Catalogue.Catalogue catalogue, string kind, string code, string part, double weight) =>
        Texts(catalogue, kind, code, part, weight).Select(f => f with { IsName = true });

    /// <summary>In each language it is written or translated into.</summary>
    private static IEnumerable<SearchField> Texts(Catalogue.Catalogue catalogue, string kind, string code, string part, double weight) =>
        Languages.All.Select(l => catalogue.Text(kind, code, part, l)).OfType<CatalogueText>().DistinctBy(t => t.Language).Select(t => new SearchField(t.Body, t.Language, weight));

    private static bool IsName(string scheme) => scheme.StartsWith("name", StringComparison.Ordinal);

    /// <summary>Of <c>name-de</c> and its like; null for the words of other systems.</summary>
    private static string? LanguageOf(string scheme) => Languages.All.FirstOrDefault(l => scheme == $"name-{l}");
}
