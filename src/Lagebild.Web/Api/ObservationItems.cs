using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Api;

/// <summary>What identifies a series, and what its values are counted in.</summary>
public sealed record SeriesItem
{
    /// <summary>Number of the series on this installation.</summary>
    public required long Series { get; init; }

    public required string Indicator { get; init; }

    /// <summary>The way of counting.</summary>
    public required string Variant { get; init; }

    /// <summary>Who reports.</summary>
    public required string Feed { get; init; }

    public required string Region { get; init; }

    /// <summary><c>dimension=code</c> pairs, separated by semicolons; empty for the total.</summary>
    public required string Breakdown { get; init; }

    /// <summary>One of D W M Q S A, or I for any other interval.</summary>
    public required string Frequency { get; init; }

    public required string Unit { get; init; }

    /// <summary>Decimal places the values are exact to.</summary>
    public required int Decimals { get; init; }

    internal static SeriesItem Of(long id, SeriesKey key, Variant? variant) => new()
    {
        Series = id,
        Indicator = key.Indicator,
        Variant = key.Variant,
        Feed = key.Feed,
        Region = key.Region,
        Breakdown = key.Breakdown,
        Frequency = key.Frequency.Letter().ToString(),
        Unit = variant?.Unit ?? "",
        Decimals = variant?.Decimals ?? 0,
    };
}

/// <summary>One released value.</summary>
public sealed record ObservationItem
{
    /// <summary>Number of the series, as in <c>series</c> and <c>figures</c>.</summary>
    public required long Series { get; init; }

    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Feed { get; init; }

    public required string Region { get; init; }

    public required string Breakdown { get; init; }

    public required string Frequency { get; init; }

    /// <summary>First and last day of the period, both included; the same day for a count on a day.</summary>
    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>Null where there is no number to show: withheld if <c>confStatus</c> is not free, else missing. Never zero for either.</summary>
    public required decimal? Value { get; init; }

    public required string Unit { get; init; }

    /// <summary>SDMX observation status in words: <c>normal</c>, <c>provisional</c>, <c>estimated</c>, <c>forecast</c>, <c>low-reliability</c>, <c>missing</c> ...</summary>
    public required string ObsStatus { get; init; }

    /// <summary><c>free</c>, <c>confidential</c> or <c>unknown-or-confidential</c>.</summary>
    public required string ConfStatus { get; init; }

    /// <summary>Why a value is missing, where the source says; else null.</summary>
    public required string? MissingReason { get; init; }

    /// <summary>The source's own sign; null where there is none.</summary>
    public required string? SourceFlag { get; init; }

    /// <summary>Note of the row, in the feed's language; null where there is none.</summary>
    public required string? Note { get; init; }

    /// <summary>The source the row names; null where the feed alone is the source.</summary>
    public required string? Source { get; init; }

    /// <summary>The breaks that cut the series, by code and first day of the new way of counting.</summary>
    public required IReadOnlyList<BreakItem> Breaks { get; init; }

    /// <summary>The delivery and the line of its file that brought the value.</summary>
    public required long Delivery { get; init; }

    public required int Line { get; init; }

    internal static ObservationItem Of(DataRow row) => new()
    {
        Series = row.Series.Id,
        Indicator = row.Series.Key.Indicator,
        Variant = row.Series.Key.Variant,
        Feed = row.Series.Key.Feed,
        Region = row.Series.Key.Region,
        Breakdown = row.Series.Key.Breakdown,
        Frequency = row.Series.Key.Frequency.Letter().ToString(),
        Start = row.Observation.Period.Start,
        End = row.Observation.Period.End,
        Value = row.Observation.Value is { } value ? ScaledValue.Of(value, row.Series.Decimals) : null,
        Unit = row.Series.Unit,
        ObsStatus = row.Observation.Status.Said(),
        ConfStatus = row.Observation.Confidentiality.Said(),
        MissingReason = row.Observation.MissingReason.Said(),
        SourceFlag = row.Observation.SourceFlag,
        Note = row.Observation.Note,
        Source = row.Observation.Source,
        Breaks = [.. row.Series.Breaks.Select(b => new BreakItem(b.Code, b.Day))],
        Delivery = row.Observation.Delivery,
        Line = row.Observation.Line,
    };
}

/// <summary>From a day on, values of a series do not compare with those before.</summary>
/// <param name="Code">Of the catalogue.</param>
/// <param name="Day">First day of the new way of counting.</param>
public sealed record BreakItem(string Code, DateOnly Day);

/// <summary>Everything that is public about one value: from its series to the line of the file.</summary>
public sealed record FigureItem
{
    public required SeriesItem Series { get; init; }

    public required DateOnly Start { get; init; }

    public required DateOnly End { get; init; }

    /// <summary>As of the stand; null where it had ended by then.</summary>
    public required FigureValue? Now { get; init; }

    /// <summary>All that was public up to the stand, oldest first.</summary>
    public required IReadOnlyList<FigureInterval> History { get; init; }

    /// <summary>Null where there is nothing as of the stand.</summary>
    public required DeliveryItem? Delivery { get; init; }

    /// <summary>The line as the file holds it, only where the file is open and every value of the line is published unchanged; else null.</summary>
    public required string? LineText { get; init; }

    /// <summary>What the publisher rounds to; 1 where it does not.</summary>
    public required long RoundedTo { get; init; }

    /// <summary>What every value of the feed is rounded to on release here; null where it is not.</summary>
    public required int? RoundedHereTo { get; init; }

    internal static FigureItem Of(Figure figure, Period period, Variant variant, Feed feed, IReadOnlyDictionary<long, int> withdrawn) => new()
    {
        Series = SeriesItem.Of(figure.SeriesId, figure.Series, variant),
        Start = period.Start,
        End = period.End,
        Now = figure.Observation is { } now ? FigureValue.Of(now, figure.Decimals) : null,
        History = [.. figure.History.Select(h => new FigureInterval(h.From.Number, h.To?.Number, FigureValue.Of(h.Observation, figure.Decimals)))],
        Delivery = figure.Delivery is { Release: not null } delivery ? DeliveryItem.Of(delivery, withdrawn) : null,
        LineText = figure.LineText,
        RoundedTo = variant.RoundedTo,
        RoundedHereTo = FeedItem.Of(feed).RoundedHereTo,
    };
}

/// <summary>A value and the releases that showed it.</summary>
/// <param name="From">First release that shows it.</param>
/// <param name="To">First release that shows it no more; null where the stand still does.</param>
/// <param name="Value">What was shown.</param>
public sealed record FigureInterval(int From, int? To, FigureValue Value);

/// <summary>A value with its doubt and its place in the file.</summary>
public sealed record FigureValue
{
    /// <summary>Null where there is no number to show.</summary>
    public required decimal? Value { get; init; }

    public required string ObsStatus { get; init; }

    public required string ConfStatus { get; init; }

    public required string? MissingReason { get; init; }

    public required string? SourceFlag { get; init; }

    public required string? Note { get; init; }

    public required string? Source { get; init; }

    public required long Delivery { get; init; }

    /// <summary>1 + the line feeds before the record.</summary>
    public required int Line { get; init; }

    /// <summary>Position and heading of the cell.</summary>
    public required string Field { get; init; }

    internal static FigureValue Of(Observation observation, int decimals) => new()
    {
        Value = observation.Value is { } value ? ScaledValue.Of(value, decimals) : null,
        ObsStatus = observation.Status.Said(),
        ConfStatus = observation.Confidentiality.Said(),
        MissingReason = observation.MissingReason.Said(),
        SourceFlag = observation.SourceFlag,
        Note = observation.Note,
        Source = observation.Source,
        Delivery = observation.Delivery,
        Line = observation.Line,
        Field = observation.Field,
    };
}
