using Lagebild.Statistics;

namespace Lagebild.Catalogue;

/// <summary>The ways into a catalogue, each built once.</summary>
internal sealed class Lookups
{
    public Lookups(Catalogue catalogue)
    {
        Indicators = catalogue.Indicators.ToDictionary(i => i.Code, StringComparer.Ordinal);
        Variants = catalogue.Variants.ToDictionary(v => v.Code, StringComparer.Ordinal);
        VariantsOf = catalogue.Variants.ToLookup(v => v.Indicator, StringComparer.Ordinal);
        Regions = catalogue.Regions.ToDictionary(r => r.Code, StringComparer.Ordinal);
        RegionsIn = catalogue.Regions.Where(r => r.Parent is not null).ToLookup(r => r.Parent!, StringComparer.Ordinal);
        Dimensions = catalogue.Dimensions.ToDictionary(d => d.Code, StringComparer.Ordinal);
        Units = catalogue.Units.ToDictionary(u => u.Code, StringComparer.Ordinal);
        Codes = catalogue.Dimensions.SelectMany(d => d.Codes.Select(c => (Dimension: d.Code, Code: c))).ToDictionary(c => (c.Dimension, c.Code.Code), c => c.Code);
        Texts = catalogue.Texts.ToLookup(t => (t.Kind, t.Code, t.Part));
        GapsOf = catalogue.Gaps.ToLookup(g => (g.Indicator, g.Region));
        Aliases = AliasesOf(catalogue.Regions);
    }

    public Dictionary<string, Indicator> Indicators { get; }

    public Dictionary<string, Variant> Variants { get; }

    public ILookup<string, Variant> VariantsOf { get; }

    public Dictionary<string, Region> Regions { get; }

    public ILookup<string, Region> RegionsIn { get; }

    public Dictionary<string, Dimension> Dimensions { get; }

    public Dictionary<string, Unit> Units { get; }

    public Dictionary<(string Dimension, string Code), DimensionCode> Codes { get; }

    public ILookup<(string Kind, string Code, string Part), CatalogueText> Texts { get; }

    public ILookup<(string Indicator, string Region), GapReason> GapsOf { get; }

    public Dictionary<(string Scheme, string Text), Region> Aliases { get; }

    private static Dictionary<(string Scheme, string Text), Region> AliasesOf(IEnumerable<Region> regions)
    {
        var found = new Dictionary<(string, string), Region>();
        foreach (var (region, scheme, text) in regions.SelectMany(r => r.Aliases.SelectMany(a => a.Value.Select(t => (r, a.Key, t)))))
        {
            if (found.TryAdd((scheme, AliasText.Normal(scheme, text)), region))
            {
                continue;
            }

            throw new InvalidDataException($"Alias {scheme} {text} of region {region.Code} already means {found[(scheme, AliasText.Normal(scheme, text))].Code}.");
        }

        return found;
    }
}
