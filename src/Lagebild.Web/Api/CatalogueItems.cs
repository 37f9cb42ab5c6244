using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Api;

/// <summary>What is measured, and the ways its sources count it.</summary>
public sealed record IndicatorItem
{
    public required string Code { get; init; }

    /// <summary>A part of clause 3c; null for what only serves as a denominator.</summary>
    public required Topic? Topic { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>True where each value is a part of a whole, from 0 to 100 percent.</summary>
    public required bool Share { get; init; }

    public required string Unit { get; init; }

    /// <summary>The breakdown shown where none was chosen, as in the parameter <c>breakdown</c>; empty for the total.</summary>
    public required string DefaultBreakdown { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>By language; empty where there is none.</summary>
    public required IReadOnlyDictionary<string, string> Definition { get; init; }

    public required IReadOnlyList<VariantItem> Variants { get; init; }

    internal static IndicatorItem Of(Catalogue.Catalogue catalogue, Indicator indicator) => new()
    {
        Code = indicator.Code,
        Topic = indicator.Topic,
        Kind = indicator.Kind,
        Share = indicator.Share,
        Unit = indicator.Unit,
        DefaultBreakdown = indicator.DefaultBreakdown,
        Name = catalogue.InEach(CatalogueKind.Indicator, indicator.Code, "name"),
        Definition = catalogue.InEach(CatalogueKind.Indicator, indicator.Code, "definition"),
        Variants = [.. catalogue.VariantsOf(indicator.Code).Select(v => VariantItem.Of(catalogue, v))],
    };
}

/// <summary>How one source counts an indicator. Series are compared by their variants.</summary>
public sealed record VariantItem
{
    public required string Code { get; init; }

    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    /// <summary>What moment or stretch of a period a value speaks of.</summary>
    public required Reference Reference { get; init; }

    /// <summary>True for a running count from a fixed day.</summary>
    public required bool Cumulative { get; init; }

    /// <summary>What the publisher rounds to; 1 where it does not round.</summary>
    public required long RoundedTo { get; init; }

    /// <summary>Code of who is counted.</summary>
    public required string PopulationCounted { get; init; }

    /// <summary>True where it counts only a part of what the indicator names.</summary>
    public required bool Part { get; init; }

    /// <summary>Code of the law under which the count is made; null where none applies.</summary>
    public required string? LegalRegime { get; init; }

    public required DateOnly? ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    /// <summary>What it may be broken down by.</summary>
    public required IReadOnlyList<string> Dimensions { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>The source's own definition, by language.</summary>
    public required IReadOnlyDictionary<string, string> Definition { get; init; }

    internal static VariantItem Of(Catalogue.Catalogue catalogue, Variant variant) => new()
    {
        Code = variant.Code,
        Unit = variant.Unit,
        Decimals = variant.Decimals,
        Reference = variant.Reference,
        Cumulative = variant.Cumulative,
        RoundedTo = variant.RoundedTo,
        PopulationCounted = variant.PopulationCounted,
        Part = variant.Part,
        LegalRegime = variant.LegalRegime,
        ValidFrom = variant.ValidFrom,
        ValidTo = variant.ValidTo,
        Dimensions = variant.Dimensions,
        Name = catalogue.InEach(CatalogueKind.Variant, variant.Code, "name"),
        Definition = catalogue.InEach(CatalogueKind.Variant, variant.Code, "definition"),
    };
}

/// <summary>A place.</summary>
public sealed record RegionItem
{
    public required string Code { get; init; }

    public required RegionLevel Level { get; init; }

    /// <summary>Code of the place around it; null for the world.</summary>
    public required string? Parent { get; init; }

    /// <summary>What charts call it; null for most.</summary>
    public required string? Label { get; init; }

    /// <summary>The NUTS-3 unit that contains a powiat; null for all other places.</summary>
    public required string? Nuts3 { get; init; }

    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day it existed; null while it exists.</summary>
    public required DateOnly? ValidTo { get; init; }

    public required IReadOnlyList<string> Predecessors { get; init; }

    /// <summary>Codes and names in other systems, by scheme: <c>ags</c>, <c>teryt7</c>, <c>nuts</c>, <c>eurostat</c>, <c>unhcr</c>.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Aliases { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    internal static RegionItem Of(Catalogue.Catalogue catalogue, Region region) => new()
    {
        Code = region.Code,
        Level = region.Level,
        Parent = region.Parent,
        Label = region.Label,
        Nuts3 = region.Nuts3,
        ValidFrom = region.ValidFrom,
        ValidTo = region.ValidTo,
        Predecessors = region.Predecessors,
        Aliases = region.Aliases,
        Name = catalogue.InEach(CatalogueKind.Region, region.Code, "name"),
    };
}

/// <summary>What values are broken down by. A dimension left out of a breakdown means total.</summary>
public sealed record DimensionItem
{
    public required string Code { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    public required IReadOnlyList<DimensionCodeItem> Codes { get; init; }

    internal static DimensionItem Of(Catalogue.Catalogue catalogue, Dimension dimension) => new()
    {
        Code = dimension.Code,
        Name = catalogue.InEach(CatalogueKind.Dimension, dimension.Code, "name"),
        Codes = [.. dimension.Codes.Select(c => new DimensionCodeItem { Code = c.Code, Parent = c.Parent, Name = catalogue.CodeInEach(dimension.Code, c.Code) })],
    };
}

/// <summary>One code of a dimension.</summary>
public sealed record DimensionCodeItem
{
    public required string Code { get; init; }

    /// <summary>The code of the same dimension that contains this one: they are never added together; null at the top.</summary>
    public required string? Parent { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }
}

/// <summary>A value someone answerable said is to be reached.</summary>
public sealed record TargetItem
{
    public required string Code { get; init; }

    public required string Indicator { get; init; }

    /// <summary>The way of counting it is measured by; null where the source does not say.</summary>
    public required string? Variant { get; init; }

    public required string Region { get; init; }

    public required string Breakdown { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The value it starts from and its day; null where the source gives none.</summary>
    public required decimal? BaseValue { get; init; }

    public required DateOnly? BaseDay { get; init; }

    /// <summary>The day it was set or published on.</summary>
    public required DateOnly Set { get; init; }

    /// <summary>The day by which it is to be reached; null where the source names none.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>Parliamentary paper, as cited; null where there is none.</summary>
    public required string? Paper { get; init; }

    public required string Source { get; init; }

    public required string Owner { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    /// <summary>The words in which it was set, by language.</summary>
    public required IReadOnlyDictionary<string, string> Wording { get; init; }

    /// <summary>Why it was missed, by language; empty where nobody wrote so.</summary>
    public required IReadOnlyDictionary<string, string> Reason { get; init; }

    internal static TargetItem Of(Catalogue.Catalogue catalogue, Target target)
    {
        var decimals = target.Variant is { } variant ? catalogue.Variant(variant)?.Decimals ?? 0 : 0;
        return new()
        {
            Code = target.Code,
            Indicator = target.Indicator,
            Variant = target.Variant,
            Region = target.Region,
            Breakdown = target.Breakdown,
            Value = ScaledValue.Of(target.Value, decimals),
            BaseValue = target.Base is { } from ? ScaledValue.Of(from.Value, decimals) : null,
            BaseDay = target.Base?.Day,
            Set = target.Set,
            Due = target.Due,
            Paper = target.Paper,
            Source = target.Source,
            Owner = target.Owner,
            Name = catalogue.InEach(CatalogueKind.Target, target.Code, "name"),
            Wording = catalogue.InEach(CatalogueKind.Target, target.Code, "wording"),
            Reason = catalogue.InEach(CatalogueKind.Target, target.Code, "reason"),
        };
    }
}

/// <summary>A source of deliveries.</summary>
public sealed record FeedItem
{
    public required string Code { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Where the publisher offers it; null where there is none.</summary>
    public required string? Address { get; init; }

    /// <summary>As the source words it.</summary>
    public required string Licence { get; init; }

    public required string? LicenceAddress { get; init; }

    /// <summary>How the source wants to be cited.</summary>
    public required string Citation { get; init; }

    /// <summary>Language of the source's notes.</summary>
    public required string Language { get; init; }

    /// <summary>How often a delivery is expected; null for a closed series.</summary>
    public required string? Rhythm { get; init; }

    public required int? DueAfterDays { get; init; }

    /// <summary>True where figures come from press reports.</summary>
    public required bool Press { get; init; }

    /// <summary>What every value is rounded to on release here; null where the publisher's own rounding stands.</summary>
    public required int? RoundedHereTo { get; init; }

    internal static FeedItem Of(Feed feed) => new()
    {
        Code = feed.Code,
        Name = feed.Name,
        Publisher = feed.Publisher,
        Address = feed.Address,
        Licence = feed.Licence,
        LicenceAddress = feed.LicenceAddress,
        Citation = feed.Citation,
        Language = feed.Language,
        Rhythm = feed.Rhythm?.Letter().ToString(),
        DueAfterDays = feed.DueAfterDays,
        Press = feed.Press,
        RoundedHereTo = feed.Disclosure.By == DisclosureBy.Ours ? feed.Disclosure.RoundTo : null,
    };
}

/// <summary>Texts of the catalogue in every language that has them.</summary>
internal static class CatalogueTexts
{
    public static IReadOnlyDictionary<string, string> InEach(this Catalogue.Catalogue catalogue, string kind, string code, string part) =>
        Each(language => catalogue.Text(kind, code, part, language));

    public static IReadOnlyDictionary<string, string> CodeInEach(this Catalogue.Catalogue catalogue, string dimension, string code) =>
        Each(language => catalogue.CodeName(dimension, code, language));

    /// <summary>Without soft hyphens: they are for pages.</summary>
    private static Dictionary<string, string> Each(Func<string, CatalogueText?> text) => Languages.All
        .Select(l => (Language: l, Text: text(l)))
        .Where(t => t.Text?.Language == t.Language)
        .ToDictionary(t => t.Language, t => t.Text!.Body.Replace("\u00AD", "", StringComparison.Ordinal));
}

/// <summary>Stored whole numbers as the numbers they stand for.</summary>
internal static class ScaledValue
{
    /// <summary>1234 with 1 decimal is 123.4; trailing zeros stay, since they say how exact the value is.</summary>
    public static decimal Of(long value, int decimals) =>
        new((int)(Math.Abs(value) & 0xFFFFFFFF), (int)(Math.Abs(value) >> 32), 0, value < 0, (byte)decimals);
}
