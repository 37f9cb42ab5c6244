using System.Text;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>One value as it is handed in.</summary>
public sealed record FiguresLine
{
    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    public required string Region { get; init; }

    public required Period Period { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>The word of a status, with the reason why a value is missing; empty for an ordinary value.</summary>
    public string ObservationStatus { get; init; } = "";

    /// <summary>Empty for what is free.</summary>
    public string Confidentiality { get; init; } = "";

    public string Source { get; init; } = "";

    public string Note { get; init; } = "";

    /// <summary>Whole number scaled by <see cref="Decimals"/>; null for none.</summary>
    public long? Value { get; init; }

    public int Decimals { get; init; }
}

/// <summary>
/// Files of the layout <c>figures</c> as they are handed in: its columns without those in words, comma, UTF-8, decimal point, CR LF. A line for each value, the first in line 2:
/// line ends within texts become blanks.
/// </summary>
public static class FiguresCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. CanonicalCsv.Columns.Take(12)];

    /// <summary>All lines, in their order.</summary>
    public static byte[] Of(IEnumerable<FiguresLine> lines)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var line in lines)
        {
            text.AppendJoin(',', Fields(line).Select(f => CsvText.Quoted(OnOneLine(f), ','))).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string> Fields(FiguresLine line) =>
    [
        line.Indicator, line.Variant, line.Region, Day(line.Period.Start), Day(line.Period.End), line.Period.Frequency.Letter().ToString(), line.Breakdown,
        line.ObservationStatus, line.Confidentiality, line.Source, line.Note, line.Value is { } value ? Number(value, line.Decimals) : "",
    ];

    private static string Day(DateOnly day) => FormattableString.Invariant($"{day:yyyy-MM-dd}");

    /// <summary>With three decimals a point could stand for thousands, so a zero leads.</summary>
    private static string Number(long value, int decimals)
    {
        var digits = Math.Abs(value).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var (whole, rest) = (digits[..^decimals], digits[^decimals..]);
        return $"{(value < 0 ? "-" : "")}{(decimals == 3 && !whole.StartsWith('0') ? "0" : "")}{whole}{(decimals > 0 ? "." : "")}{rest}";
    }

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
