using System.Globalization;
using System.Text;
using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// Values as CSV: the columns of the canonical layout <c>figures</c>, then the same in words. Comma, UTF-8, decimal point, ISO days, line feed after CR.
/// What is confidential or missing has no value.
/// </summary>
public static class SelectionCsv
{
    private const string Header =
        "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value," +
        "label_indicator,label_variant,label_region,label_breakdown,label_unit,label_status,label_publisher,label_licence,computed,release,source_flag";

    /// <summary>In the order of the figures, their series and periods.</summary>
    public static string Of(Reading reading, IReadOnlyList<IndicatorFigure> figures) =>
        Of(reading, figures.SelectMany(f => f.Values.Series.SelectMany(s => s.Series.Observations.Select(o => (f.Variant, s, o)))));

    /// <summary>Single values, each with its series and how it is counted, in the order given.</summary>
    public static string Of(Reading reading, IEnumerable<(Variant Variant, ShownSeries Series, Observation Observation)> values)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var (variant, series, observation) in values)
        {
            text.AppendJoin(',', Fields(reading, variant, series, observation).Select(Quoted)).Append("\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Fields(Reading reading, Variant variant, ShownSeries series, Observation o) =>
        Canonical(variant, series.Series.Key, o).Concat(Labels(reading, variant, series, o));

    private static IEnumerable<string> Canonical(Variant variant, SeriesKey key, Observation o) =>
    [
        key.Indicator, key.Variant, key.Region, Iso(o.Period.Start), Iso(o.Period.End), key.Frequency.Letter().ToString(), key.Breakdown,
        o.Status.Word(), o.Confidentiality.Word(), o.Source ?? "", o.Note ?? "",
        o.Value is { } value ? ValueText.Invariant(value, variant.Decimals, variant.Unit) ?? ValueText.Invariant(value, variant.Decimals) : "",
    ];

    private static IEnumerable<string> Labels(Reading reading, Variant variant, ShownSeries series, Observation o)
    {
        var (key, feed) = (series.Series.Key, reading.Stand.Feeds.GetValueOrDefault(series.Series.Key.Feed));
        return
        [
            reading.IndicatorName(key.Indicator), reading.VariantName(key.Variant), reading.RegionName(key.Region), reading.BreakdownName(key.Breakdown),
            reading.UnitName(variant.Unit), Status(reading, key, o), feed?.Publisher ?? "", feed?.Licence ?? "",
            Computed(series), Reading.Number(reading.Stand.Release.Number), o.SourceFlag ?? "",
        ];
    }

    /// <summary>Which measure was made, as it stands in addresses; a total is only said to be computed. Empty for what a source reports.</summary>
    private static string Computed(ShownSeries series) => !series.IsComputed ? "" : series.Measure == Measure.Total ? "computed" : series.Measure.Word();

    private static string Status(Reading reading, SeriesKey key, Observation o)
    {
        string?[] words = [reading.Words.Doubt(o), reading.IsPress(key.Feed) ? reading.Words.Indicator.Press : null];
        return string.Join(", ", words.OfType<string>());
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string field) => field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
