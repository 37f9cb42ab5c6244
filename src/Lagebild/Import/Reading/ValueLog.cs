using System.Globalization;
using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Writes every value as it is read, one CSV record each, for checking the reading against the file.</summary>
internal sealed class ValueLog(TextWriter writer, string file, Vocabulary vocabulary, Records records) : IDisposable
{
    private int _region = -1;

    /// <summary>Writes the heading.</summary>
    public void Begin(Header header)
    {
        _region = header.Cells.OfType<CodedCell>().Where(c => c.Slot == Slot.Region).Select(c => c.Position).FirstOrDefault(-1);
        writer.Write("file,line,field,indicator,region,region_code,breakdown,period,value,status\n");
    }

    /// <summary>The key's period is the one the file gives, before a stock's day is made of it.</summary>
    public void Add(in CheckedValue value, TotalKey key, ValueColumn column)
    {
        var variant = vocabulary.Variants[key.Variant];
        var code = vocabulary.RegionCode(key.Region);
        string[] cells =
        [
            file, value.Line.ToString(CultureInfo.InvariantCulture), records.Cell(column.Position, column.Heading), variant.Variant.Indicator,
            _region < 0 ? code : Encoding.UTF8.GetString(records[_region]).Trim(), code, Breakdown(key.Breakdown), WrittenPeriod.Of(vocabulary.Periods[key.Period]),
            Number(value, variant), StatusOf(value),
        ];
        writer.Write(string.Join(',', cells.Select(Quoted)));
        writer.Write('\n');
    }

    public void Dispose() => writer.Flush();

    private string Breakdown(int breakdown)
    {
        var parts = vocabulary.Breakdowns[breakdown].Parts;
        return parts.Count == 0 ? "total" : string.Join(',', parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
    }

    private static string Number(in CheckedValue value, VariantReading variant)
    {
        var text = value.HasValue ? ScaledNumber.Text(value.Value, variant.Variant.Decimals) : "";
        return variant.IsOutside && text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    private static string StatusOf(in CheckedValue value) =>
        value.Confidentiality != ConfidentialityStatus.Free ? value.Confidentiality.Word()
        : value.Status != ObservationStatus.Normal ? value.Status.Word()
        : "normal";

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}

/// <summary>A period as precisely as a file gives it.</summary>
internal static class WrittenPeriod
{
    /// <summary><c>2024</c>, <c>2014-H1</c>, <c>2024-Q1</c>, <c>2024-01</c>, <c>2024-12-31</c>, <c>2015-01/2015-09</c>.</summary>
    public static string Of(ReadPeriod period)
    {
        var (year, first, last) = (period.Start / 10000, period.Start / 100 % 100, period.End / 100 % 100);
        var months = year == period.End / 10000 ? last - first + 1 : 0;
        return period.IsOneDay ? Day(period.Start)
            : !IsWholeMonths(period) ? $"{Day(period.Start)}/{Day(period.End)}"
            : (months, last % Math.Max(months, 1)) switch
            {
                (12, 0) => Text($"{year:0000}"),
                (6, 0) => Text($"{year:0000}-H{last / 6}"),
                (3, 0) => Text($"{year:0000}-Q{last / 3}"),
                (1, 0) => Month(period.Start),
                _ => $"{Month(period.Start)}/{Month(period.End)}",
            };
    }

    private static bool IsWholeMonths(ReadPeriod period) =>
        period.Start % 100 == 1 && period.End % 100 == DateTime.DaysInMonth(period.End / 10000, period.End / 100 % 100);

    private static string Day(int day) => Text($"{day / 10000:0000}-{day / 100 % 100:00}-{day % 100:00}");

    private static string Month(int day) => Text($"{day / 10000:0000}-{day / 100 % 100:00}");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
