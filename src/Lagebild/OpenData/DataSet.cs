using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>How much of an indicator a download holds.</summary>
public enum Extent
{
    /// <summary>What a chart or table shows.</summary>
    Selection,

    /// <summary>Every released value.</summary>
    Whole,
}

/// <summary>
/// Values to hand out, with everything that has to travel with them. The series are known; their values come as a stream that can be asked for again,
/// each time the same, so that a format may go over them as often as it needs without keeping them.
/// </summary>
public sealed record DataSet
{
    /// <summary>Code of the indicator; <c>all</c> for everything.</summary>
    public required string Code { get; init; }

    public required Extent Extent { get; init; }

    /// <summary>Language of all words here: <c>de</c>, <c>pl</c>, <c>en</c>.</summary>
    public required string Language { get; init; }

    public required string Title { get; init; }

    /// <summary>What is counted and what is not, as plain text.</summary>
    public required string Description { get; init; }

    /// <summary>The release as of which the values are shown.</summary>
    public required int Release { get; init; }

    public required DateTime PublishedUtc { get; init; }

    /// <summary>The stored values it is made of, or was before some were withheld; may name more than it holds, never less.</summary>
    public required RowQuery MadeOf { get; init; }

    /// <summary>The page that shows the same for ever, with scheme and host.</summary>
    public required string Address { get; init; }

    /// <summary>The address of the canonical CSV of the same values, for what describes it; null where the file lies beside the description.</summary>
    public string? CsvAddress { get; init; }

    /// <summary>The sources of the series, by code.</summary>
    public required IReadOnlyList<DataSource> Sources { get; init; }

    /// <summary>The ways of counting of the series, by code.</summary>
    public required IReadOnlyList<DataVariant> Variants { get; init; }

    /// <summary>The breaks that cut any of the series, by day.</summary>
    public required IReadOnlyList<DataBreak> Breaks { get; init; }

    /// <summary>What else has to be said of the values: what was left out, what signs mean. Each a sentence.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required DataWords Words { get; init; }

    /// <summary>The status of a value in words; empty for an ordinary one.</summary>
    public required Func<Observation, string> StatusWord { get; init; }

    /// <summary>In the order in which their values come. Those without a value in what was asked for are absent.</summary>
    public required IReadOnlyList<DataSeries> Series { get; init; }

    /// <summary>The values of some of the series, series by series as given, by period. Asking again gives the same.</summary>
    public required Func<IReadOnlyList<DataSeries>, CancellationToken, IAsyncEnumerable<DataRow>> Read { get; init; }

    /// <summary>The values of all series.</summary>
    public IAsyncEnumerable<DataRow> Rows(CancellationToken ct) => Read(Series, ct);

    /// <summary>The dimensions that any series is broken down by, in the order of a <see cref="Breakdown"/>.</summary>
    public IReadOnlyList<string> Dimensions => [.. Series.SelectMany(s => s.Parts).Select(p => p.Dimension).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The word for <see cref="Extent"/> in data and file names.</summary>
    public string ExtentCode => Extent == Extent.Selection ? "selection" : "whole";

    /// <summary>The word for <see cref="Extent"/> in the reader's language.</summary>
    public string ExtentWord => Extent == Extent.Selection ? Words.Selection : Words.Whole;

    /// <summary>Name of a file without its ending: what, how much of it, as of which release.</summary>
    public string FileName => FormattableString.Invariant($"{Code}-{ExtentCode}-stand-{Release}");
}

/// <summary>One series with its words: what all its rows have in common.</summary>
public sealed record DataSeries
{
    /// <summary>Number of the stored series; 0 where it is computed.</summary>
    public required long Id { get; init; }

    public required SeriesKey Key { get; init; }

    /// <summary>Values are divided by ten to this power.</summary>
    public required int Decimals { get; init; }

    /// <summary>Code of the unit.</summary>
    public required string Unit { get; init; }

    public required DataSource Source { get; init; }

    /// <summary>The breakdown, dimension by dimension; empty for the total.</summary>
    public required IReadOnlyList<DataPart> Parts { get; init; }

    /// <summary>The breaks that may cut it, by day.</summary>
    public required IReadOnlyList<DataBreak> Breaks { get; init; }

    public required string IndicatorName { get; init; }

    public required string VariantName { get; init; }

    public required string RegionName { get; init; }

    /// <summary>The breakdown in words; the word for the total where there is none.</summary>
    public required string BreakdownName { get; init; }

    public required string UnitName { get; init; }

    public required string FrequencyName { get; init; }

    /// <summary>True for totals that no source published: added from their parts.</summary>
    public bool IsComputed => Id == 0;
}

/// <summary>A dimension and its code, with their names.</summary>
public sealed record DataPart(string Dimension, string DimensionName, string Code, string CodeName);

/// <summary>Who reports, under which licence, and how they want to be cited.</summary>
public sealed record DataSource
{
    /// <summary>Code of the feed.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Publisher { get; init; }

    /// <summary>As the source words it.</summary>
    public required string Licence { get; init; }

    public string? LicenceAddress { get; init; }

    public required string Citation { get; init; }

    public string? Address { get; init; }

    /// <summary>True where the press reported it.</summary>
    public bool IsPress { get; init; }

    /// <summary>Language of <see cref="Publisher"/>, <see cref="Licence"/>, <see cref="Citation"/> and of the notes of its rows.</summary>
    public required string Language { get; init; }
}

/// <summary>How something is counted, in words.</summary>
public sealed record DataVariant
{
    public required string Code { get; init; }

    public required string Indicator { get; init; }

    public required string Name { get; init; }

    /// <summary>What the source itself says it counts, who is counted, where, under which law; each a sentence. May be empty.</summary>
    public required IReadOnlyList<string> Definition { get; init; }

    /// <summary>What the publisher rounds to; 1 where it does not.</summary>
    public required long RoundedTo { get; init; }
}

/// <summary>From a day on, values of a series do not compare with those before.</summary>
public sealed record DataBreak
{
    public required string Code { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>What changed, and what that does to the reading.</summary>
    public required string Text { get; init; }
}

/// <summary>One value of a series.</summary>
/// <param name="Series">The series; the same object for all its rows.</param>
/// <param name="Observation">What may be shown of the value.</param>
public readonly record struct DataRow(DataSeries Series, Observation Observation);
