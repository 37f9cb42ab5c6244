using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>Indicators that are parts of another one in the same region and breakdown, where only one variant of each stands in the file.</summary>
internal static class IndicatorRelations
{
    private const string _registered = "registered-arrivals";
    private const string _staying = "arrivals-staying";
    private const string _away = "distributed-away";
    private const string _nominal = "places-nominal";
    private const string _usable = "places-usable";
    private const string _occupied = "places-occupied";

    /// <summary>More persons than places are allowed and said; all else asks.</summary>
    private static readonly IReadOnlyList<Rule> _rules =
    [
        new(Reason.ArrivalsDiffer, _registered, [_staying, _away]) { AreAll = true, OfOnePopulation = true },
        new(Reason.PartAboveWhole, _registered, [_staying]) { Unless = _away, OfOnePopulation = true },
        new(Reason.PartAboveWhole, _registered, [_away]) { Unless = _staying, OfOnePopulation = true },
        new(Reason.PartAboveWhole, _staying, ["accommodation-need"]) { OfOnePopulation = true },
        new(Reason.PartAboveWhole, "insured-employees", ["insured-foreign-employees"]),
        new(Reason.UsableAboveNominal, _nominal, [_usable]),
        new(Reason.MoreThanPlaces, _usable, [_occupied]) { Severity = Severity.Notice },
        new(Reason.MoreThanPlaces, _nominal, [_occupied]) { Severity = Severity.Notice, Unless = _usable },
    ];

    private static readonly HashSet<string> _indicators = [.. _rules.SelectMany(r => r.Parts.Append(r.Whole))];

    public static IEnumerable<Relation> Of(FileSeries series)
    {
        var related = series.All.Where(s => _indicators.Contains(series.Key(s).Indicator)).ToArray();
        return _rules.SelectMany(rule => related.GroupBy(s => Place(series, s, rule)).Select(g => Relation(series, rule, g.ToLookup(s => series.Key(s).Indicator))).OfType<Relation>());
    }

    private static (string, string, Frequency, string) Place(FileSeries series, int at, Rule rule) =>
        (series.Key(at).Region, series.Key(at).Breakdown, series.Key(at).Frequency, rule.OfOnePopulation ? series.Variant(at).PopulationCounted : "");

    /// <summary>Null where an indicator is not there, or counted in two ways.</summary>
    private static Relation? Relation(FileSeries series, Rule rule, ILookup<string, int> byIndicator)
    {
        var all = rule.Parts.Append(rule.Whole).Select(i => byIndicator[i].ToArray()).ToArray();
        if (all.Any(a => a.Length != 1) || (rule.Unless is { } other && byIndicator.Contains(other)) || all.Select(a => series.Variant(a[0]).Decimals).Distinct().Count() > 1)
        {
            return null;
        }

        return new()
        {
            Reason = rule.Reason,
            Severity = rule.Severity,
            Whole = all[^1][0],
            Parts = [.. all[..^1].Select(a => a[0])],
            AreAll = rule.AreAll,
            Tolerance = series.Tolerance(all.Select(a => a[0])),
            Decimals = series.Variant(all[^1][0]).Decimals,
        };
    }

    private sealed record Rule(Reason Reason, string Whole, IReadOnlyList<string> Parts)
    {
        public Severity Severity { get; init; } = Severity.Warning;

        public bool AreAll { get; init; }

        /// <summary>Compared within one code of population only; else whatever variants there are.</summary>
        public bool OfOnePopulation { get; init; }

        /// <summary>An indicator beside which a better rule holds.</summary>
        public string? Unless { get; init; }
    }
}
