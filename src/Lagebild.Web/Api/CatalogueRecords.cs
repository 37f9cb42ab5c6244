using Lagebild.Catalogue;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Api;

/// <summary>The site and its data sets as catalogues list them, in all languages at once, as of the stand of the request.</summary>
public sealed class CatalogueRecords(Reading reading, LagebildOptions options)
{
    private static readonly string[] _described = ["definition", "not-counted"];

    /// <summary>With every data set that has values, without files. The root is scheme and host.</summary>
    public CatalogueRecord Of(string root) => SiteOf(root) with { DataSets = [.. reading.Catalogue.Indicators.Select(SetOf).OfType<DataSetRecord>()] };

    /// <summary>The site alone.</summary>
    public CatalogueRecord SiteOf(string root) => new()
    {
        Root = root,
        Title = ByLanguage(l => $"{Words.In(l).Site.Name}: {Words.In(l).Site.Place}"),
        Description = ByLanguage(l => Words.In(l).Download.PageLead),
        Publisher = reading.Words.Site.Name,
        Contact = options.FeedbackAddress,
        PublishedUtc = reading.Stand.Release.PublishedUtc,
        DataSets = [],
    };

    /// <summary>Null where there is no value of the indicator.</summary>
    public DataSetRecord? SetOf(Indicator indicator)
    {
        Coverage[] rows = [.. reading.Stand.Coverage.Where(c => c.Indicator == indicator.Code)];
        return rows.Length == 0 ? null : new()
        {
            Code = indicator.Code,
            Title = ByLanguage(l => Text(CatalogueKind.Indicator, indicator.Code, "name", l) ?? indicator.Code),
            Description = ByLanguage(l => string.Join(' ', _described.Select(p => Text(CatalogueKind.Indicator, indicator.Code, p, l)).OfType<string>())),
            Keywords = [.. Languages.All.SelectMany(l => KeywordsOf(indicator, l).Select(word => (word, l)))],
            Sources = SourcesOf(rows),
            Rhythm = RhythmOf(rows),
            First = rows.Min(r => r.First),
            Last = rows.Max(r => r.Last),
            Release = reading.Stand.Release.Number,
            Places = [.. rows.Select(r => PlaceOf(r.Region)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Levels = [.. rows.Select(r => reading.Catalogue.Region(r.Region)?.Level).OfType<RegionLevel>().Distinct().Order()],
            IsInternational = indicator.Topic == Topic.International,
            Files = [],
        };
    }

    private static Dictionary<string, string> ByLanguage(Func<string, string> text) => Languages.All.ToDictionary(l => l, text);

    private string? Text(string kind, string code, string part, string language) => reading.Catalogue.Text(kind, code, part, language)?.Plain();

    private IEnumerable<string> KeywordsOf(Indicator indicator, string language) => new[]
    {
        indicator.Topic is { } topic ? Text(CatalogueKind.Topic, topic.Code(), "name", language) : null,
        Text(CatalogueKind.Indicator, indicator.Code, "short", language),
    }.OfType<string>().Distinct();

    private DataSource[] SourcesOf(IEnumerable<Coverage> rows)
    {
        var words = new SeriesWords(reading);
        return [.. rows.Select(r => r.Feed).Distinct().Order(StringComparer.Ordinal).Select(words.SourceOf)];
    }

    /// <summary>The shortest that any of its sources keeps; null where all are closed.</summary>
    private Frequency? RhythmOf(IEnumerable<Coverage> rows) => rows.Select(r => reading.Stand.Feeds.GetValueOrDefault(r.Feed)?.Rhythm).Where(r => r is not null).Min();

    /// <summary>A country in the list of the EU, a Land or voivodeship by its NUTS code; for a district what it lies in. Null for the world and for origins without a country.</summary>
    private string? PlaceOf(string code) => reading.Catalogue.Region(code) switch
    {
        { Level: RegionLevel.Country, Code: { Length: 3 } country } region when region.Aliases.ContainsKey("iso2") => $"http://publications.europa.eu/resource/authority/country/{country}",
        { Level: RegionLevel.Land } region when region.Aliases.TryGetValue("nuts", out var nuts) => $"http://data.europa.eu/nuts/code/{nuts[0]}",
        { Level: RegionLevel.District or RegionLevel.Municipality, Parent: { } parent } => PlaceOf(parent),
        _ => null,
    };
}
