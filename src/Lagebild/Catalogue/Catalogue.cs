using Lagebild.Statistics;

namespace Lagebild.Catalogue;

/// <summary>
/// Every definition and its texts as of one release, or as shipped. Unchangeable. Lookups are by exact code and return null for what is unknown.
/// </summary>
public sealed record Catalogue
{
    private static readonly Lazy<Catalogue> ReadOnce = new(ShippedFiles.Read);

    private readonly Lookups _lookups;

    private Catalogue(IReadOnlyList<CatalogueEntry> entries, IReadOnlyList<CatalogueText> texts)
    {
        var bodies = new EntryBodies(entries);
        (Entries, Texts) = (entries, texts);
        Topics = [.. bodies.Topics().OrderBy(t => t)];
        Units = bodies.Of<Unit>(CatalogueKind.Unit);
        Regions = bodies.Of<Region>(CatalogueKind.Region);
        Dimensions = [.. bodies.Of<Dimension>(CatalogueKind.Dimension).Select(WithRegions).OrderBy(d => d.Order)];
        Indicators = [.. bodies.Of<Indicator>(CatalogueKind.Indicator).OrderBy(i => i.Topic ?? (Topic)int.MaxValue).ThenBy(i => i.Order)];
        Variants = bodies.Of<Variant>(CatalogueKind.Variant);
        Breaks = [.. bodies.Of<Break>(CatalogueKind.Break).OrderBy(b => b.Day)];
        Targets = bodies.Of<Target>(CatalogueKind.Target);
        Concepts = [.. bodies.Of<Concept>(CatalogueKind.Concept).OrderBy(c => c.Order)];
        Likenesses = bodies.Of<Likeness>(CatalogueKind.Likeness);
        Notes = bodies.Of<FigureNote>(CatalogueKind.Note);
        Gaps = bodies.Of<GapReason>(CatalogueKind.Gap);
        _lookups = new Lookups(this);
    }

    /// <summary>What the program brings along: the seed of a first start.</summary>
    public static Catalogue Shipped => ReadOnce.Value;

    /// <summary>The rows everything else is made from, ordered by kind, then code (ordinal).</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>Ordered by kind, code, part, language (ordinal).</summary>
    public IReadOnlyList<CatalogueText> Texts { get; }

    /// <summary>In the order of clause 3c.</summary>
    public IReadOnlyList<Topic> Topics { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>By topic, then their order in it; those without a topic last.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<Variant> Variants { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<Region> Regions { get; }

    /// <summary>In their own order; codes whole, those that are regions included.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>By day.</summary>
    public IReadOnlyList<Break> Breaks { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<Target> Targets { get; }

    /// <summary>The bridge between German and Polish terms, in its own order.</summary>
    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>Which codes of ways of counting may be read beside one another though they differ; by code.</summary>
    public IReadOnlyList<Likeness> Likenesses { get; }

    /// <summary>What editors note on figures; by code.</summary>
    public IReadOnlyList<FigureNote> Notes { get; }

    /// <summary>Why figures are missing, as the offices explain it; by code.</summary>
    public IReadOnlyList<GapReason> Gaps { get; }

    /// <summary>From rows in any order. Throws <see cref="InvalidDataException"/> naming kind and code where a row can't be read or stands twice.</summary>
    public static Catalogue From(IEnumerable<CatalogueEntry> entries, IEnumerable<CatalogueText> texts) => new(
        Once(entries.OrderBy(e => e.Kind, StringComparer.Ordinal).ThenBy(e => e.Code, StringComparer.Ordinal), e => $"{e.Kind} {e.Code}"),
        Once(
            texts.OrderBy(t => t.Kind, StringComparer.Ordinal).ThenBy(t => t.Code, StringComparer.Ordinal).ThenBy(t => t.Part, StringComparer.Ordinal).ThenBy(t => t.Language, StringComparer.Ordinal),
            t => $"{t.Kind} {t.Code} {t.Part} {t.Language}"));

    public Indicator? Indicator(string code) => _lookups.Indicators.GetValueOrDefault(code);

    public Variant? Variant(string code) => _lookups.Variants.GetValueOrDefault(code);

    /// <summary>The variants of an indicator, by code.</summary>
    public IEnumerable<Variant> VariantsOf(string indicator) => _lookups.VariantsOf[indicator];

    public Region? Region(string code) => _lookups.Regions.GetValueOrDefault(code);

    /// <summary>
    /// By what another system calls it. Schemes of names (<c>name-de</c>, <c>name-mv</c> ...) are compared without regard to case, runs of white space
    /// and Unicode composition; all other schemes exactly.
    /// </summary>
    public Region? RegionByAlias(string scheme, string text) => _lookups.Aliases.GetValueOrDefault((scheme, AliasText.Normal(scheme, text)));

    /// <summary>The regions right below one that exist, by code; those dissolved are in <see cref="FormerRegionsIn"/>.</summary>
    public IEnumerable<Region> RegionsIn(string parent) => _lookups.RegionsIn[parent].Where(r => r.ValidTo is null);

    /// <summary>The regions that once lay right below one and were dissolved, by code.</summary>
    public IEnumerable<Region> FormerRegionsIn(string parent) => _lookups.RegionsIn[parent].Where(r => r.ValidTo is not null);

    /// <summary>The regions a dissolved one went into, by code: more than one where it was split. Empty for one that exists.</summary>
    public IEnumerable<Region> SuccessorsOf(string region) => Regions.Where(r => r.Predecessors.Contains(region));

    /// <summary>Whether a region is another one or lies in it, at any depth. False where either is unknown.</summary>
    public bool IsWithin(string region, string outer)
    {
        for (var at = Region(region); at is not null; at = at.Parent is { } parent ? Region(parent) : null)
        {
            if (at.Code == outer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The notes of editors on a series, by code, whatever days they name.</summary>
    public IEnumerable<FigureNote> NotesOn(SeriesKey key) => Notes.Where(n => n.Concerns(key) && (n.Region is null || IsWithin(key.Region, n.Region)));

    /// <summary>Why an indicator has no figure for a region, whatever days the explanations name; by code.</summary>
    public IEnumerable<GapReason> GapsOf(string indicator, string region) => _lookups.GapsOf[(indicator, region)];

    /// <summary>Why there is no figure for a period; null where nobody explained it.</summary>
    public GapReason? GapOf(string indicator, string region, Period period) => GapsOf(indicator, region).FirstOrDefault(g => g.Explains(period));

    public Dimension? Dimension(string code) => _lookups.Dimensions.GetValueOrDefault(code);

    public DimensionCode? Code(string dimension, string code) => _lookups.Codes.GetValueOrDefault((dimension, code));

    public Unit? Unit(string code) => _lookups.Units.GetValueOrDefault(code);

    /// <summary>
    /// A text in a language, or else as it was written: its <see cref="CatalogueText.Language"/> is the one it is in, so that a page can say so.
    /// Null where there is no such text at all.
    /// </summary>
    public CatalogueText? Text(string kind, string code, string part, string language)
    {
        var texts = _lookups.Texts[(kind, code, part)].Where(t => t.State != TextState.Missing).ToArray();
        return texts.FirstOrDefault(t => t.Language == language) ?? texts.OrderBy(t => t.State).FirstOrDefault();
    }

    /// <summary>The name of a code of a dimension; where the code is a region, the region's name. Null where it is unknown.</summary>
    public CatalogueText? CodeName(string dimension, string code, string language) =>
        Text(CatalogueKind.DimensionCode, $"{dimension}={code}", "name", language)
        ?? (Dimension(dimension)?.Regions is not null ? Text(CatalogueKind.Region, code, "name", language) : null);

    /// <summary>The word of a unit beside a value (1 Platz, 2 Plätze; 1 miejsce, 2 miejsca, 5 miejsc). Null where the unit is unknown.</summary>
    public CatalogueText? UnitWord(string unit, decimal value, string language) => Text(CatalogueKind.Unit, unit, Plural.Form(language, value), language);

    private static T[] Once<T>(IEnumerable<T> sorted, Func<T, string> key)
    {
        var rows = sorted.ToArray();
        var twice = rows.Zip(rows.Skip(1)).Select(pair => (key(pair.First), key(pair.Second))).FirstOrDefault(keys => keys.Item1 == keys.Item2).Item1;
        return twice is null ? rows : throw new InvalidDataException($"{twice} stands twice.");
    }

    private Dimension WithRegions(Dimension dimension)
    {
        var regions = Regions.Where(r => r.Level == dimension.Regions).Select(r => new DimensionCode { Code = r.Code });
        return dimension with { Codes = [.. dimension.Codes.Concat(regions).OrderBy(c => c.Order).ThenBy(c => c.Code, StringComparer.Ordinal)] };
    }
}
