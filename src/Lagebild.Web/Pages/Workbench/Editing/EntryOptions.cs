using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>What fields offer to choose from.</summary>
public sealed class EntryOptions(Reading reading, Desk desk)
{
    private Catalogue.Catalogue Catalogue => reading.Catalogue;

    /// <summary>Whether the editor writes for all offices, so that no region need be named.</summary>
    public bool IsEverywhere => desk.Person.Has(Role.Editor, region: null);

    /// <summary>By topic.</summary>
    public IReadOnlyList<OptionGroup> Indicators() =>
        [.. Catalogue.Indicators.GroupBy(i => i.Topic).Select(g => new OptionGroup(g.Key is { } topic ? reading.TopicName(topic) : reading.Words.Indicator.Denominators, [.. g.Select(i => new EntryOption(i.Code, reading.IndicatorName(i.Code)))]))];

    /// <summary>By indicator.</summary>
    public IReadOnlyList<OptionGroup> Variants() =>
        [.. Catalogue.Indicators.Select(i => new OptionGroup(reading.IndicatorName(i.Code), [.. Catalogue.VariantsOf(i.Code).Select(v => new EntryOption(v.Code, reading.VariantName(v.Code)))])).Where(g => g.Options.Count > 0)];

    /// <summary>Those of the editor's offices: the six, then their districts, then other Länder and voivodeships, then countries.</summary>
    public IReadOnlyList<OptionGroup> Regions()
    {
        Region[] own = [.. Catalogue.Regions.Where(IsOwn)];
        Region[] six = [.. SixRegions.InOrder(own)];
        var inside = own.Except(six).Where(r => r.Level > RegionLevel.Land).GroupBy(r => r.Parent ?? "");
        OptionGroup[] groups =
        [
            new(null, Options(six)),
            .. inside.OrderBy(g => Array.FindIndex(six, s => s.Code == g.Key) is var at and >= 0 ? at : six.Length).Select(g => new OptionGroup(reading.RegionName(g.Key), Named(g))),
            new(reading.Words.Region.OtherLands, Named(own.Except(six).Where(r => r.Level == RegionLevel.Land))),
            new(reading.Words.Region.Countries, Named(own.Where(r => r.Level <= RegionLevel.Country))),
        ];
        return [.. groups.Where(g => g.Options.Count > 0)];
    }

    /// <summary>The codes of a dimension.</summary>
    public IReadOnlyList<OptionGroup> Codes(Dimension dimension)
    {
        var codes = dimension.Codes.Select(c => new EntryOption(c.Code, reading.CodeName(dimension.Code, c.Code).Plain()));
        return [new(null, [.. dimension.Regions is null ? codes : codes.OrderBy(c => c.Name, Order)])];
    }

    /// <summary>Why something is missing.</summary>
    public IReadOnlyList<OptionGroup> Reasons() =>
        [new(null, [.. Enum.GetValues<MissingReason>().Where(r => r != MissingReason.None).Select(r => new EntryOption(r.Word(), reading.Words.Reason(r)))])];

    private StringComparer Order => StringComparer.Create(Languages.Culture(reading.Language), ignoreCase: false);

    private bool IsOwn(Region region) => desk.Person.Grants.Any(g => g.Role == Role.Editor && (g.Region is null || Catalogue.IsWithin(region.Code, g.Region)));

    private IReadOnlyList<EntryOption> Options(IEnumerable<Region> regions) => [.. regions.Select(r => new EntryOption(r.Code, reading.RegionName(r.Code)))];

    private IReadOnlyList<EntryOption> Named(IEnumerable<Region> regions) => [.. Options(regions).OrderBy(o => o.Name, Order)];
}
