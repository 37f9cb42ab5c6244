using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>
/// A place among rows, which are ordered by series number, then first and last day: where a page ends and the next goes on. It stays right whatever is released meanwhile.
/// </summary>
public sealed record RowPlace(long Series, DateOnly PeriodStart, DateOnly PeriodEnd);

/// <summary>A series by its number.</summary>
public sealed record StoredSeries(long Id, SeriesKey Key);

/// <summary>One released value and the number of its series.</summary>
public readonly record struct StoredRow(long Series, Observation Observation);
