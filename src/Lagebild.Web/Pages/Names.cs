using Lagebild.Catalogue;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages;

/// <summary>Names as running text; where the language matters, pages use <see cref="Reading.Say(CatalogueText?)"/>.</summary>
public static class Names
{
    private const string SoftHyphen = "\u00AD";

    /// <summary>Without soft hyphens: for titles, charts and files.</summary>
    public static string Plain(this CatalogueText text) => text.Body.Replace(SoftHyphen, "", StringComparison.Ordinal);

    public static string RegionName(this Reading reading, string code) => reading.Name(CatalogueKind.Region, code).Plain();

    public static string IndicatorName(this Reading reading, string code) => reading.Name(CatalogueKind.Indicator, code).Plain();

    public static string VariantName(this Reading reading, string code) => reading.Name(CatalogueKind.Variant, code).Plain();

    public static string TopicName(this Reading reading, Topic topic) => reading.Name(CatalogueKind.Topic, topic.Code()).Plain();

    /// <summary>The name of the data set in the reader's language; its code where it has none.</summary>
    public static string FeedName(this Reading reading, string code) =>
        reading.Stand.Feeds.TryGetValue(code, out var feed) ? reading.NameOf(feed) : code;

    /// <summary>The same of a feed that may be newer than the stand.</summary>
    public static string NameOf(this Reading reading, Feed feed) => feed.Name.GetValueOrDefault(reading.Language) ?? feed.Name.Values.FirstOrDefault() ?? feed.Code;

    /// <summary>Whether a feed reports what the press wrote; its values are marked so everywhere.</summary>
    public static bool IsPress(this Reading reading, string feed) => reading.Stand.Choices.Press.Contains(feed);

    /// <summary>The dimensions and codes of a breakdown in words; the word for the total where it is empty.</summary>
    public static string BreakdownName(this Reading reading, string key) => Breakdown.Parse(key) is { Parts.Count: > 0 } breakdown
        ? string.Join(", ", breakdown.Parts.Select(p => $"{Within(reading, reading.Name(CatalogueKind.Dimension, p.Key).Plain())}: {reading.CodeName(p.Key, p.Value).Plain()}"))
        : reading.Words.Indicator.Total;

    /// <summary>A name within a line: only German writes its nouns with a capital there.</summary>
    private static string Within(Reading reading, string name) => reading.Language == "de" ? name : char.ToLower(name[0], Languages.Culture(reading.Language)) + name[1..];

    /// <summary>The language official names and laws of some regions are cited in; null where it is the page's, or they lie in no single country of ours.</summary>
    public static string? OfficialLanguage(this Reading reading, params IReadOnlyList<string> regions)
    {
        var language = IsIn("DEU") ? "de" : IsIn("POL") ? "pl" : null;
        return language == reading.Language ? null : language;

        bool IsIn(string country) => regions.Count > 0 && regions.All(r => reading.Catalogue.IsWithin(r, country));
    }

    /// <summary>The topic's word in addresses and data: <c>international</c>.</summary>
    public static string Code(this Topic topic) => topic.ToString().ToLowerInvariant();

    public static string FrequencyName(this Words words, Frequency frequency) => frequency switch
    {
        Frequency.Daily => words.Indicator.FrequencyD,
        Frequency.Weekly => words.Indicator.FrequencyW,
        Frequency.Monthly => words.Indicator.FrequencyM,
        Frequency.Quarterly => words.Indicator.FrequencyQ,
        Frequency.HalfYearly => words.Indicator.FrequencyS,
        Frequency.Annual => words.Indicator.FrequencyA,
        _ => words.Indicator.FrequencyI,
    };

    /// <summary>Where a shown value comes from: its figure page, or the page that says how it was computed; null where neither is known.</summary>
    public static string? Origin(this Reading reading, Indicators.ShownSeries series, Period period) =>
        !series.IsComputed ? reading.Link(FigurePath(series.Series.Id, period))
        : series.Parts.GetValueOrDefault(period) is { } parts ? reading.DerivedLink(series.Measure, series.Measured ?? series.Series.Key, period, parts)
        : null;

    /// <summary>The page of a part: its figure, or the total it is.</summary>
    public static string PartLink(this Reading reading, Part part) => part.Series != 0
        ? reading.Link(FigurePath(part.Series, part.Observation.Period))
        : reading.DerivedLink(Measure.Total, part.Key, part.Observation.Period, []);

    /// <summary>The page of a computed value: what it was computed from, and how. The key is that of the series that was measured.</summary>
    public static string DerivedLink(this Reading reading, Measure measure, SeriesKey key, Period period, IReadOnlyList<Part> parts) => reading.Link(
        FormattableString.Invariant($"/derived/{measure.Word()}/{key.Indicator}/{key.Variant}/{key.Region}/{period.Start:yyyy-MM-dd}/{period.End:yyyy-MM-dd}"),
        [("breakdown", key.Breakdown), ("feed", key.Feed), ("frequency", key.Frequency.Letter().ToString()), .. Basis(measure, parts)]);

    /// <summary>What the calculation rests on besides the series: the population of a rate, the base of an index.</summary>
    private static (string, string?)[] Basis(Measure measure, IReadOnlyList<Part> parts) => (measure, parts) switch
    {
        (Measure.PerThousand or Measure.PerHundredThousand, [_, var population]) => [("population", FormattableString.Invariant($"{population.Series}")), ("on", FormattableString.Invariant($"{population.Observation.Period.End:yyyy-MM-dd}"))],
        (Measure.Index, [var basis, _]) => [("base", basis.Observation.Period.ToString())],
        _ => [],
    };

    /// <summary>The address of the figure page of a value: <c>/figures/12/2024-12-31/2024-12-31</c>.</summary>
    public static string FigurePath(long series, Period period) => FormattableString.Invariant($"/figures/{series}/{period.Start:yyyy-MM-dd}/{period.End:yyyy-MM-dd}");
}
