using System.Globalization;

namespace Lagebild.Web.Api;

/// <summary>Where a value stands in the order of all: series, then period. Its text is a cursor.</summary>
public readonly record struct ValueKey(long Series, DateOnly Start, DateOnly End) : IComparable<ValueKey>
{
    /// <summary>Before all values.</summary>
    public static ValueKey First { get; } = new(0, DateOnly.MinValue, DateOnly.MinValue);

    /// <inheritdoc/>
    public int CompareTo(ValueKey other) => (Series, Start, End).CompareTo((other.Series, other.Start, other.End));

    /// <summary><c>12.2024-01-01.2024-12-31</c></summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Series}.{Start:yyyy-MM-dd}.{End:yyyy-MM-dd}");

    /// <summary>Null where the text is none.</summary>
    public static ValueKey? Parse(string text) =>
        text.Split('.') is [var series, var start, var end]
        && long.TryParse(series, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && Day(start) is { } from && Day(end) is { } to ? new(id, from, to) : null;

    public static bool operator <(ValueKey left, ValueKey right) => left.CompareTo(right) < 0;

    public static bool operator >(ValueKey left, ValueKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(ValueKey left, ValueKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ValueKey left, ValueKey right) => left.CompareTo(right) >= 0;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
