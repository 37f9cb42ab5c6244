using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>One cell: a period and how it stands with its delivery.</summary>
public sealed record ReportCell
{
    /// <summary>Null where nothing was ever delivered, so no period can be expected.</summary>
    public Period? Period { get; init; }

    public required ReportState State { get; init; }

    /// <summary>The day by which it is, or was, due; null where nothing is expected.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>The released total; null where there is none.</summary>
    public long? Total { get; init; }

    /// <summary>The explanation that gives the state; null where none does.</summary>
    public GapReason? Gap { get; init; }

    /// <summary>Whether some of several values are withheld.</summary>
    public bool IsPartlyWithheld { get; init; }
}

/// <summary>What is known of the deliveries for one indicator in one region.</summary>
public sealed record ReportRow
{
    public required Indicator Indicator { get; init; }

    public required string Region { get; init; }

    /// <summary>The source that reports; null where none ever did.</summary>
    public Feed? Feed { get; init; }

    /// <summary>The last period that there is anything for; null where there is none.</summary>
    public Period? Last { get; init; }

    /// <summary>The latest periods that are over, newest first; for a closed series its last one, for an unknown one a cell without period.</summary>
    public required IReadOnlyList<ReportCell> Cells { get; init; }

    public ReportState State => Cells[0].State;
}

/// <summary>How it stands with the deliveries as of a stand: pure, from what was said and the day it is looked at.</summary>
public sealed class DeliveryMatrix
{
    /// <summary>How many periods are looked back.</summary>
    public const int Periods = 4;

    private const int YearsAlike = 2;

    private readonly Choices _choices;
    private readonly IReadOnlyDictionary<string, Feed> _feeds;
    private readonly ExpectedPeriods _expected;
    private readonly ILookup<(string Region, string Indicator), Coverage> _covered;
    private readonly ILookup<(string Feed, string Region, string Variant, DateOnly End), ReportedPeriod> _said;
    private readonly Dictionary<string, Delivery> _arrived;
    private readonly DateOnly _today;
    private readonly Catalogue.Catalogue _catalogue;

    /// <param name="stand">What there is.</param>
    /// <param name="said">What was said of the regions asked for, from <see cref="Earliest"/> on.</param>
    /// <param name="latest">The latest delivery of each feed for who may see it; empty for the public, which knows only what was released.</param>
    /// <param name="today">The day it is looked at; of a past stand the day of its release.</param>
    public DeliveryMatrix(Stand stand, IEnumerable<ReportedPeriod> said, IEnumerable<Delivery> latest, DateOnly today)
    {
        (_choices, _feeds, _expected, _catalogue, _today) = (stand.Choices, stand.Feeds, new(stand.Catalogue, stand.Feeds), stand.Catalogue, today);
        _covered = stand.Coverage.ToLookup(c => (c.Region, c.Indicator));
        _said = said.ToLookup(s => (s.Feed, s.Region, s.Variant, s.Period.End));
        _arrived = latest.Where(d => d.State is DeliveryState.Refused or DeliveryState.Waiting or DeliveryState.Stored).ToDictionary(d => d.Feed, StringComparer.Ordinal);
    }

    /// <summary>No period looked back to starts before it.</summary>
    public static DateOnly Earliest(DateOnly today) => today.AddYears(-Periods - 1);

    /// <summary>The row of an indicator in a region.</summary>
    public ReportRow Row(Indicator indicator, string region)
    {
        var source = Source(indicator, region);
        return source is null ? new() { Indicator = indicator, Region = region, Cells = [Never(indicator, region)] } : Row(indicator, source);
    }

    /// <summary>The row of what one source reports of an indicator in a region.</summary>
    public ReportRow Row(Indicator indicator, Coverage source) =>
        new() { Indicator = indicator, Region = source.Region, Feed = _feeds.GetValueOrDefault(source.Feed), Last = _expected.Period(source, source.Last), Cells = Cells(source) };

    /// <summary>Nothing was ever delivered: what the office says of today, if anything.</summary>
    private ReportCell Never(Indicator indicator, string region)
    {
        var gap = _catalogue.GapOf(indicator.Code, region, new(_today, _today, Frequency.Interval));
        return new() { State = gap is null ? ReportState.Unknown : ReportStates.Of(gap.Reason), Gap = gap };
    }

    /// <summary>One that goes on, the whole before a part; within two years of the newest official before press, the catalogue's main feed, then the newest.</summary>
    private Coverage? Source(Indicator indicator, string region)
    {
        var all = _covered[(region, indicator.Code)].Select(c => (Covered: c, Offer: _choices.Single(indicator, c))).ToArray();
        var newest = all.ToLookup(c => c.Offer.IsPart, c => c.Covered.Last.AddYears(-YearsAlike));
        return all
            .OrderBy(c => _expected.RhythmOf(c.Covered) is null)
            .ThenBy(c => c.Offer.IsPart)
            .ThenBy(c => c.Covered.Last < newest[c.Offer.IsPart].Max())
            .ThenBy(c => c.Offer.IsPress)
            .ThenByDescending(c => c.Offer.IsMain)
            .ThenByDescending(c => c.Covered.Last)
            .ThenBy(c => c.Covered.Frequency)
            .Select(c => c.Covered)
            .FirstOrDefault();
    }

    private IReadOnlyList<ReportCell> Cells(Coverage source) => _expected.RhythmOf(source) is { } rhythm
        ? [.. Rhythm.Ends(source.Last, rhythm, _today, Periods).Select(end => Cell(source, _expected.Period(source, end), _expected.Due(source, end)))]
        : [Cell(source, _expected.Period(source, source.Last), null) with { State = ReportState.Closed }];

    private ReportCell Cell(Coverage source, Period period, DateOnly? due)
    {
        var said = _said[(source.Feed, source.Region, source.Variant, period.End)].OrderByDescending(s => s.Values).FirstOrDefault();
        var gap = _catalogue.GapOf(source.Indicator, source.Region, said?.Period ?? period);
        var expected = new Expectation { End = period.End, Due = due, HasBegun = period.End >= source.First, Explained = gap?.Reason, Arrived = ArrivedAfter(source.Feed, period.End) };
        var state = ReportStates.Of(said, expected, _today);
        return new()
        {
            Period = said?.Period ?? period,
            State = state,
            Gap = gap is not null && said is not { Values: > 0 } && state == ReportStates.Of(gap.Reason) ? gap : null,
            Due = due,
            Total = said is { Values: > 0 } ? said.Total : null,
            IsPartlyWithheld = said is { Values: > 0, Withheld: > 0 },
        };
    }

    private DeliveryState? ArrivedAfter(string feed, DateOnly end) =>
        _arrived.TryGetValue(feed, out var delivery) && DateOnly.FromDateTime(delivery.RetrievedUtc) > end ? delivery.State : null;
}
