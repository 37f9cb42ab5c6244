using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages;

/// <summary>The latest value of a series for a list: what, where, when, how much, and how it changed.</summary>
public sealed record KeyFigure
{
    public required LatestValue Latest { get; init; }

    public required Indicator Indicator { get; init; }

    public required FigureCell Cell { get; init; }

    /// <summary>Day or period of the value.</summary>
    public required string When { get; init; }

    /// <summary>The change, computed: +10,3 %; null where nothing may be compared.</summary>
    public string? Change { get; init; }

    public Direction Direction { get; init; }

    /// <summary>What it is compared with; null with <see cref="Change"/>.</summary>
    public string? ComparedWith { get; init; }

    /// <summary>Null where it was not asked for, or there are too few values.</summary>
    public Trend? Trend { get; init; }

    /// <summary>True for a total computed from the parts a source publishes.</summary>
    public bool IsComputed => Latest.SeriesId == 0;

    /// <summary>True where its variant counts a part of what the indicator names.</summary>
    public bool IsPart { get; init; }

    /// <summary>Page of the indicator, at this way of counting and region.</summary>
    public required string Href { get; init; }

    public string Region => Latest.Series.Region;

    /// <summary>Null where the catalogue does not know the series' indicator or variant.</summary>
    public static KeyFigure? Of(Reading reading, LatestValue latest)
    {
        var (catalogue, key) = (reading.Catalogue, latest.Series);
        if (catalogue.Indicator(key.Indicator) is not { } indicator || catalogue.Variant(key.Variant) is not { } variant)
        {
            return null;
        }

        var change = ChangeOf(catalogue, latest, indicator, variant);
        return new KeyFigure
        {
            Latest = latest,
            Indicator = indicator,
            IsPart = variant.Part,
            Cell = CellOf(reading, latest, variant),
            When = PeriodText.Label(latest.Latest.Period, reading.Language),
            Change = change is null ? null : Text(reading, change, variant),
            Direction = change?.Direction ?? Direction.Unchanged,
            ComparedWith = change is null ? null : Basis(reading, change),
            Href = reading.Link($"/indicators/{key.Indicator}", ("regions", key.Region), ("variant", key.Variant), ("breakdown", key.Breakdown)),
        };
    }

    /// <summary>First days of new ways of counting that cut a series.</summary>
    public static IReadOnlyList<DateOnly> BreakDays(Catalogue.Catalogue catalogue, SeriesKey key) => [.. Derived.CountedReading.Breaks(catalogue, key).Select(b => b.Day)];

    private static Change? ChangeOf(Catalogue.Catalogue catalogue, LatestValue latest, Indicator indicator, Variant variant)
    {
        var breaks = BreakDays(catalogue, latest.Series);
        var series = AsSeries(latest);
        var onYear = Comparison.Change.OnYear(series, variant, indicator.Kind, latest.Latest, breaks);
        return onYear ?? (latest.Series.Frequency is Frequency.Daily ? null : Comparison.Change.OnPrevious(series, variant, indicator.Kind, latest.Latest, breaks));
    }

    private static Series AsSeries(LatestValue latest) => new()
    {
        Id = latest.SeriesId,
        Key = latest.Series,
        Decimals = latest.Decimals,
        Observations = [.. new[] { latest.YearBefore, latest.Previous, latest.Latest }.OfType<Observation>().DistinctBy(o => o.Period).OrderBy(o => o.Period)],
    };

    private static FigureCell CellOf(Reading reading, LatestValue latest, Variant variant) => new()
    {
        Text = WholeNumbers.Text(reading, latest.Latest, variant),
        Exact = latest.Latest.Value is { } value ? ValueText.Invariant(value, variant.Decimals) : null,
        Doubt = reading.Words.Doubt(latest.Latest) ?? (latest.SeriesId == 0 ? reading.Words.Site.Computed : null),
        IsPress = reading.IsPress(latest.Series.Feed),
        Href = latest.SeriesId == 0 ? reading.DerivedLink(Measure.Total, latest.Series, latest.Latest.Period, []) : reading.Link(Names.FigurePath(latest.SeriesId, latest.Latest.Period)),
        Label = reading.Fill(reading.Words.Indicator.FigureOf, reading.RegionName(latest.Series.Region), PeriodText.Label(latest.Latest.Period, reading.Language)),
    };

    private static string Text(Reading reading, Change change, Variant variant) => change.PercentTenths is { } tenths
        ? NumberFormat.PercentChange(tenths, 1, reading.Language)
        : reading.Fill(reading.IsPercent(variant.Unit) ? reading.Words.Overview.Points : "{0}", NumberFormat.Change(change.Difference, variant.Decimals, reading.Language));

    private static string Basis(Reading reading, Change change) => change.Earlier.Period.End.Year == change.Later.Period.End.Year - 1 && change.Earlier.Period.End.Month == change.Later.Period.End.Month
        ? reading.Words.Overview.OnYear
        : reading.Fill(reading.Words.Overview.OnPrevious, PeriodText.Label(change.Earlier.Period, reading.Language));
}
