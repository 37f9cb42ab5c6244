using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>
/// A place among rows, which are ordered by series number, then first and last day: where a page ends and the next goes on. It stays right whatever is released meanwhile.
/// </summary>
public sealed record RowPlace(long Series, DateOnly PeriodStart, DateOnly PeriodEnd)
{
    /// <summary>Before all rows.</summary>
    public static RowPlace First { get; } = new(0, DateOnly.MinValue, DateOnly.MinValue);

    /// <summary><c>12.2024-01-01.2024-12-31</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Series}.{PeriodStart:yyyy-MM-dd}.{PeriodEnd:yyyy-MM-dd}");

    /// <summary>Null where the text is none.</summary>
    public static RowPlace? Parse(string text) =>
        text.Split('.') is [var series, var start, var end]
        && long.TryParse(series, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Day(start) is { } from && Day(end) is { } to ? new(id, from, to) : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>A series by its number.</summary>
public sealed record StoredSeries(long Id, SeriesKey Key);

/// <summary>One released value and its series: the same object for all its rows.</summary>
public readonly record struct StoredRow(StoredSeries Series, Observation Observation);
