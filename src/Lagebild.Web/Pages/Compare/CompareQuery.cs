using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Compare;

/// <summary>
/// What a reader compares, as it stands in the address: the same for page, picture and download. What is null or empty was not asked for; then
/// <see cref="FirstChoice"/> and <see cref="Indicators.Selection"/> decide.
/// </summary>
public sealed record CompareQuery
{
    /// <summary>More regions than this are refused.</summary>
    public const int MostRegions = 12;

    /// <summary>More indicators than this are refused.</summary>
    public const int MostIndicators = 4;

    /// <summary>More ways of counting than this are refused.</summary>
    public const int MostVariants = 12;

    /// <summary>What can be asked for, in the order it is offered. A total is computed wherever a source publishes parts only, so nobody asks for it.</summary>
    public static IReadOnlyList<Measure> Measures { get; } = [.. Enum.GetValues<Measure>().Except([Comparison.Measure.Total, Comparison.Measure.PerHundredThousand])];

    /// <summary>Codes, each once, in the order asked for.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Codes of variants. An indicator of which none is named is counted as suits the regions.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Codes of regions of any level, each once, in the order asked for.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public string? Breakdown { get; init; }

    /// <summary>First and last day, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public Frequency? Frequency { get; init; }

    public Measure? Measure { get; init; }

    public ChartKind? Kind { get; init; }

    /// <summary>
    /// From <c>?indicators=&amp;variants=&amp;regions=&amp;breakdown=&amp;from=&amp;to=&amp;frequency=&amp;measure=&amp;kind=</c>; lists stand with commas or several times, as forms send
    /// them. Gives the query, or the first fault found.
    /// </summary>
    public static (CompareQuery? Query, Fault? Fault) Parse(IQueryCollection query, Catalogue.Catalogue catalogue)
    {
        var fields = new AddressFields(query);
        var indicators = fields.Codes("indicators", code => catalogue.Indicator(code) is not null, MostIndicators);
        var variants = fields.Codes("variants", code => IsCounted(catalogue.Variant(code), indicators), MostVariants);
        var regions = fields.Regions(catalogue, MostRegions);
        var breakdown = fields.Breakdown(catalogue);
        var (from, to) = fields.Span();
        var read = new CompareQuery
        {
            Indicators = indicators,
            Variants = variants,
            Regions = regions,
            Breakdown = breakdown,
            From = from,
            To = to,
            Frequency = fields.One("frequency", text => FrequencyCode.Parse(text)),
            Measure = fields.One("measure", text => MeasureCode.Parse(text) is { } measure && Measures.Contains(measure) ? (Measure?)measure : null),
            Kind = fields.One("kind", Pages.Indicators.ChartKindWord.Parse),
        };
        return fields.Fault is { } fault ? (null, fault) : (read, null);
    }

    /// <summary>The parts as they stand in an address, in a fixed order; null where not asked for.</summary>
    public (string Name, string? Value)[] ToAddress() =>
    [
        ("indicators", Listed(Indicators)),
        ("variants", Listed(Variants)),
        ("regions", Listed(Regions)),
        ("breakdown", Breakdown),
        ("from", AddressFields.Day(From)),
        ("to", AddressFields.Day(To)),
        ("frequency", Frequency?.Letter().ToString()),
        ("measure", Measure?.Word()),
        ("kind", Kind is { } kind ? Pages.Indicators.ChartKindWord.Word(kind) : null),
    ];

    private static bool IsCounted(Variant? variant, IReadOnlyList<string> indicators) =>
        variant is not null && (indicators.Count == 0 || indicators.Contains(variant.Indicator));

    private static string? Listed(IReadOnlyList<string> codes) => codes.Count == 0 ? null : string.Join(',', codes);
}
