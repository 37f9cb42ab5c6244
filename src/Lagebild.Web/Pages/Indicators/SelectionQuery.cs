using Lagebild.Charts;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// What a reader asks of an indicator, as it stands in the address: the same for page and download. What is null or empty was not asked for;
/// then <see cref="Selection"/> decides.
/// </summary>
public sealed record SelectionQuery
{
    /// <summary>More regions than this in one address are refused.</summary>
    public const int MostRegions = 100;

    /// <summary>Region codes, each once, in the order asked for.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Code of a variant of the indicator.</summary>
    public string? Variant { get; init; }

    /// <summary>Code of the feed, where several report the same.</summary>
    public string? Feed { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public string? Breakdown { get; init; }

    /// <summary>First and last day, both included.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public Frequency? Frequency { get; init; }

    public ChartKind? Kind { get; init; }

    /// <summary>Null where no map is asked for.</summary>
    public MapQuery? Map { get; init; }

    /// <summary>
    /// From <c>?regions=DE-HH,DE-SH&amp;variant=&amp;feed=&amp;breakdown=&amp;from=&amp;to=&amp;frequency=&amp;kind=</c>; regions may also stand several times, as forms send them.
    /// Gives the query, or the first fault found.
    /// </summary>
    public static (SelectionQuery? Query, Fault? Fault) Parse(IQueryCollection query, Catalogue.Catalogue catalogue, string indicator)
    {
        var fields = new AddressFields(query);
        var (from, to) = fields.Span();
        var map = MapQuery.Of(fields);
        var read = new SelectionQuery
        {
            Regions = fields.Regions(catalogue, MostRegions),
            Variant = fields.One("variant", text => catalogue.Variant(text)?.Indicator == indicator ? text : null),
            Feed = fields.One("feed", text => IsCode(text) ? text : null),
            Breakdown = fields.Breakdown(catalogue),
            From = from,
            To = to,
            Frequency = fields.One("frequency", text => FrequencyCode.Parse(text)),
            Kind = map is null ? fields.One("kind", ChartKindWord.Parse) : null,
            Map = map,
        };
        return fields.Fault is { } fault ? (null, fault) : (read, null);
    }

    /// <summary>The parts as they stand in an address, in a fixed order; null where not asked for.</summary>
    public (string Name, string? Value)[] ToAddress() =>
    [
        ("regions", Regions.Count == 0 ? null : string.Join(',', Regions)),
        ("variant", Variant),
        ("feed", Feed),
        ("breakdown", Breakdown),
        ("from", AddressFields.Day(From)),
        ("to", AddressFields.Day(To)),
        ("frequency", Frequency?.Letter().ToString()),
        ("kind", Map is null ? Kind?.Word() : MapQuery.Kind),
        ("per", Map?.Per),
    ];

    /// <summary>Lower-case letters, digits and hyphens; a code that no feed has selects nothing.</summary>
    private static bool IsCode(string text) => text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
