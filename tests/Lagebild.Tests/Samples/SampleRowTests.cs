using System.Globalization;
using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Tests.Samples;

public sealed class SampleRowTests
{
    private const string Header = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";
    private const string HeaderWithFlag = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,source_flag,value";

    private static readonly Lagebild.Catalogue.Catalogue _catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    public static IEnumerable<string> Files => SampleFiles.Paths.Select(p => Path.GetRelativePath(SampleFiles.Folder, p));

    [TestCaseSource(nameof(Files))]
    public void A_file_is_written_in_the_canonical_layout_byte_for_byte(string file)
    {
        var bytes = File.ReadAllBytes(Path.Combine(SampleFiles.Folder, file));
        var rows = SampleFiles.Rows.Where(r => r.File == file).ToArray();
        var lines = rows.Select(r => string.Join(',', r.Cells.Select(Cell))).Prepend(rows.All(r => r.HasFlag) ? HeaderWithFlag : Header);
        var canonical = string.Concat(lines.Select(line => line + '\n'));
        Assert.That(bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(canonical)), Is.True);
    }

    [TestCaseSource(nameof(Files))]
    public void Rows_are_sorted_by_key_and_no_key_stands_twice(string file)
    {
        var rows = SampleFiles.Rows.Where(r => r.File == file).ToArray();
        var wrong = rows.Zip(rows.Skip(1)).Where(pair => Compare(pair.First.Key, pair.Second.Key) >= 0).Select(pair => pair.Second.ToString());
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void No_key_stands_twice_within_a_feed() =>
        Assert.That(SampleFiles.Rows.GroupBy(r => $"{r.Feed}|{string.Join('|', r.Key)}").Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);

    [Test]
    public void Every_variant_is_one_of_its_indicator_in_the_catalogue() =>
        Assert.That(SampleFiles.Rows.Where(r => _catalogue.Variant(r.Variant)?.Indicator != r.Indicator || _catalogue.Indicator(r.Indicator) is null)
            .Select(r => $"{r.Indicator} {r.Variant}").Distinct(), Is.Empty);

    [Test]
    public void Every_region_is_in_the_catalogue() =>
        Assert.That(SampleFiles.Rows.Select(r => r.Region).Distinct().Where(code => _catalogue.Region(code) is null), Is.Empty);

    [Test]
    public void Every_breakdown_has_dimensions_of_its_variant_and_codes_of_the_catalogue() =>
        Assert.That(SampleFiles.Rows.Select(r => (r.Variant, r.Breakdown)).Distinct().SelectMany(r => UnknownParts(r.Variant, r.Breakdown)).Distinct(), Is.Empty);

    [Test]
    public void Every_period_is_two_days_in_order_with_a_frequency() =>
        Assert.That(SampleFiles.Rows.Where(r => !IsPeriod(r)).Select(r => r.ToString()), Is.Empty);

    [Test]
    public void A_stock_is_counted_on_a_day_or_says_that_only_the_month_is_known() =>
        Assert.That(SampleFiles.Rows.Where(r => IsStock(r) && !IsAverage(r) && r.Start != r.End && !(r.Frequency == "M" && IsMonth(r) && r.Note.Length > 0)).Select(r => r.ToString()), Is.Empty);

    [Test]
    public void A_flow_or_average_has_the_first_and_last_day_of_its_period() =>
        Assert.That(SampleFiles.Rows.Where(r => (_catalogue.Indicator(r.Indicator)?.Kind == IndicatorKind.Flow || IsAverage(r)) && !IsWhole(r)).Select(r => r.ToString()), Is.Empty);

    [Test]
    public void A_value_is_a_number_with_the_decimals_of_its_variant_or_a_status_says_why_there_is_none() =>
        Assert.That(SampleFiles.Rows.Where(r => !IsValue(r)).Select(r => r.ToString()), Is.Empty);

    [Test]
    public void Every_row_names_its_source() =>
        Assert.That(SampleFiles.Rows.Where(r => r.Source.Trim().Length == 0 || r.Cells.Any(c => c != c.Trim())).Select(r => r.ToString()), Is.Empty);

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static int Compare(string[] left, string[] right) =>
        left.Zip(right, string.CompareOrdinal).FirstOrDefault(order => order != 0);

    private static IEnumerable<string> UnknownParts(string variant, string breakdown) =>
        Breakdown.Parse(breakdown) is not { } parsed
            ? [$"{variant} {breakdown}"]
            : parsed.Parts.Where(p => _catalogue.Variant(variant)?.Dimensions.Contains(p.Key) != true || _catalogue.Code(p.Key, p.Value) is null)
                .Select(p => $"{variant} {p.Key}={p.Value}");

    private static bool IsStock(SampleRow row) => _catalogue.Indicator(row.Indicator)?.Kind is IndicatorKind.Stock or IndicatorKind.Ratio;

    private static bool IsAverage(SampleRow row) => _catalogue.Variant(row.Variant)?.Reference == Reference.Average;

    private static bool IsPeriod(SampleRow row) =>
        Day(row.Start) is { } start && Day(row.End) is { } end && start <= end && FrequencyCode.Parse(row.Frequency) is not null;

    private static bool IsWhole(SampleRow row)
    {
        var (start, end) = (Day(row.Start)!.Value, Day(row.End)!.Value);
        return FrequencyCode.Parse(row.Frequency) switch
        {
            Frequency.Monthly => IsMonth(row),
            Frequency.Quarterly => start.Day == 1 && (start.Month % 3) == 1 && end == start.AddMonths(3).AddDays(-1),
            Frequency.HalfYearly => start.Day == 1 && (start.Month % 6) == 1 && end == start.AddMonths(6).AddDays(-1),
            Frequency.Annual => start.DayOfYear == 1 && end == start.AddYears(1).AddDays(-1),
            Frequency.Interval => true,
            _ => false,
        };
    }

    private static bool IsMonth(SampleRow row) =>
        Day(row.Start) is { Day: 1 } start && Day(row.End) == start.AddMonths(1).AddDays(-1);

    private static bool IsValue(SampleRow row)
    {
        if (StatusCode.Observation(row.ObsStatus) is not { } status || StatusCode.Confidentiality(row.ConfStatus) is not { } confidentiality)
        {
            return false;
        }

        var without = confidentiality != ConfidentialityStatus.Free
            || status is ObservationStatus.Missing or ObservationStatus.NotApplicable or ObservationStatus.NotYetAvailable;
        return without ? row.Value.Length == 0 : IsNumber(row);
    }

    /// <summary>Only a rate may be below zero.</summary>
    private static bool IsNumber(SampleRow row)
    {
        var sign = _catalogue.Indicator(row.Indicator)?.Kind == IndicatorKind.Ratio ? NumberStyles.AllowLeadingSign : NumberStyles.None;
        return decimal.TryParse(row.Value, NumberStyles.AllowDecimalPoint | sign, CultureInfo.InvariantCulture, out var value)
            && value.Scale <= (_catalogue.Variant(row.Variant)?.Decimals ?? 0);
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
