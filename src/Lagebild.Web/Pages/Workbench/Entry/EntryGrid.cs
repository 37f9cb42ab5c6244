using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Deliveries;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>A cell to type into.</summary>
public sealed record EntryField
{
    public required EntryKey Key { get; init; }

    /// <summary>What the draft says; null where nothing was typed.</summary>
    public EntryCell? Cell { get; init; }

    public EntryText Text => Cell?.Text ?? EntryText.Empty;

    /// <summary>What is public for this very period; null where nothing is.</summary>
    public Observation? Published { get; init; }

    /// <summary>The two latest periods published before this one, the later first; fewer where there are none.</summary>
    public required IReadOnlyList<Observation> Before { get; init; }

    public required Variant Variant { get; init; }
}

/// <summary>The cells of periods that end on one day and are taken equally often.</summary>
public sealed record EntrySection
{
    public required Frequency Frequency { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>The day by which its cells are due; null where nobody asks for them.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>By indicator in the catalogue's order, then way of counting, the total first.</summary>
    public required IReadOnlyList<EntryField> Fields { get; init; }

    /// <summary>The longest of its periods: a year's count beside a count on its last day is named by the year.</summary>
    public Period Period => Fields.Select(f => f.Key.Period).MinBy(p => p.Start);
}

/// <summary>What is to be typed for a feed in a region: what is due, and what the draft added. Pure.</summary>
public sealed record EntryGrid
{
    /// <summary>How many periods that are overdue are asked for at once: the latest.</summary>
    public const int Periods = 4;

    /// <summary>By frequency, then day, oldest first.</summary>
    public required IReadOnlyList<EntrySection> Sections { get; init; }

    /// <summary>The series there are, delivered before or added to the draft; the period is any of theirs.</summary>
    public required IReadOnlyList<EntryKey> Rows { get; init; }

    public IEnumerable<EntryField> Fields => Sections.SelectMany(s => s.Fields);

    /// <summary>From what is public, what is expected and what the draft says.</summary>
    public static EntryGrid Of(EntryBasis basis, DateOnly today)
    {
        var expected = new ExpectedPeriods(basis.Catalogue, new Dictionary<string, Feed> { [basis.Feed.Code] = basis.Feed });
        var due = basis.Coverage.SelectMany(c => Due(basis, expected, c, today)).ToArray();
        var now = basis.Draft?.Now ?? new Dictionary<EntryKey, EntryCell>();
        var dueDays = due.GroupBy(d => (d.Key.Period.Frequency, d.Key.Period.End)).ToDictionary(g => g.Key, g => g.Min(d => d.Due));
        var keys = due.Select(d => d.Key).Concat(now.Keys).Distinct();
        var published = basis.Published.ToDictionary(s => (s.Key.Variant, s.Key.Breakdown, s.Key.Frequency));
        return new()
        {
            Sections = [.. keys.GroupBy(k => (k.Period.Frequency, k.Period.End)).OrderBy(g => g.Key.Frequency).ThenBy(g => g.Key.End).Select(g => new EntrySection
            {
                Frequency = g.Key.Frequency,
                End = g.Key.End,
                Due = dueDays.TryGetValue(g.Key, out var day) ? day : null,
                Fields = [.. InOrder(g, basis.Catalogue).Select(k => Field(k, now.GetValueOrDefault(k), published, basis.Catalogue))],
            })],
            Rows = [.. InOrder(basis.Published.Where(s => IsOpen(s.Key, basis.Catalogue)).Select(KeyOfLast).Concat(now.Keys).DistinctBy(k => (k.Variant, k.Breakdown, k.Period.Frequency)), basis.Catalogue)],
        };
    }

    private static IEnumerable<(EntryKey Key, DateOnly Due)> Due(EntryBasis basis, ExpectedPeriods expected, Coverage coverage, DateOnly today) =>
        from period in expected.Missing(coverage, today, Periods)
        from series in basis.Published
        where series.Key.Variant == coverage.Variant && series.Key.Frequency == coverage.Frequency
        select (new EntryKey { Indicator = coverage.Indicator, Variant = coverage.Variant, Breakdown = series.Key.Breakdown, Period = period }, expected.Due(coverage, period.End));

    private static EntryKey KeyOfLast(Series series) => new()
    {
        Indicator = series.Key.Indicator,
        Variant = series.Key.Variant,
        Breakdown = series.Key.Breakdown,
        Period = series.Observations[^1].Period,
    };

    private static bool IsOpen(SeriesKey key, Catalogue.Catalogue catalogue) => catalogue.Variant(key.Variant) is { ValidTo: null };

    private static IEnumerable<EntryKey> InOrder(IEnumerable<EntryKey> keys, Catalogue.Catalogue catalogue)
    {
        var order = catalogue.Indicators.Select((i, at) => (i.Code, at)).ToDictionary(i => i.Code, i => i.at);
        return keys.OrderBy(k => order.GetValueOrDefault(k.Indicator, int.MaxValue)).ThenBy(k => k.Variant, StringComparer.Ordinal)
            .ThenBy(k => k.Breakdown, StringComparer.Ordinal).ThenBy(k => k.Period);
    }

    private static EntryField Field(EntryKey key, EntryCell? cell, IReadOnlyDictionary<(string, string, Frequency), Series> published, Catalogue.Catalogue catalogue)
    {
        var known = published.GetValueOrDefault((key.Variant, key.Breakdown, key.Period.Frequency))?.Observations ?? [];
        return new()
        {
            Key = key,
            Cell = cell,
            Variant = catalogue.Variant(key.Variant)!,
            Published = known.FirstOrDefault(o => o.Period == key.Period),
            Before = [.. known.Where(o => o.Period.End < key.Period.End).OrderByDescending(o => o.Period.End).Take(2)],
        };
    }
}

/// <summary>What a grid is made from.</summary>
public sealed record EntryBasis
{
    public required Feed Feed { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    public required Catalogue.Catalogue Catalogue { get; init; }

    /// <summary>What is public of the feed in the region.</summary>
    public required IReadOnlyList<Coverage> Coverage { get; init; }

    /// <summary>The same with its values.</summary>
    public required IReadOnlyList<Series> Published { get; init; }

    /// <summary>Null where none is open.</summary>
    public EntryDraft? Draft { get; init; }
}
