using System.Text;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>
/// The columns of the layout <c>figures</c>, so that a download can be handed in, then the same in words in columns <c>label_...</c>, which are passed over then.
/// Comma, UTF-8, decimal point, ISO days, CR LF. What is confidential or missing has no value. Texts stand as the sources wrote them.
/// </summary>
public static class CanonicalCsv
{
    /// <summary>The columns, in order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "indicator", "variant", "region", "period_start", "period_end", "frequency", "breakdown", "obs_status", "conf_status", "source", "note", "value", "source_flag",
        "label_status", "label_break", "label_release", "label_indicator", "label_variant", "label_region", "label_breakdown", "label_unit", "label_computed", "label_feed",
        "label_publisher", "label_licence", "label_stand", "label_extent",
    ];

    /// <summary>The columns that together stand once: series and period.</summary>
    internal static IReadOnlyList<string> Key { get; } = ["label_feed", "variant", "region", "breakdown", "frequency", "period_start", "period_end"];

    /// <summary>Writes all rows.</summary>
    public static async Task WriteAsync(DataSet data, Stream to, CancellationToken ct)
    {
        var rows = new Rows(data, new Output(to));
        rows.Header();
        await foreach (var row in data.Rows(ct))
        {
            rows.Write(row);
            await rows.Output.FlushIfFullAsync(ct);
        }

        await rows.Output.FlushAsync(ct);
    }

    /// <summary>What all rows of a series have in common is made once.</summary>
    private sealed class Rows(DataSet data, Output output)
    {
        private readonly BreakMarks _breaks = new();
        private DataSeries? _series;
        private byte[] _before = [];
        private byte[] _between = [];
        private byte[] _after = [];

        public Output Output => output;

        public void Header()
        {
            output.Write(string.Join(',', Columns));
            output.Write("\r\n"u8);
        }

        public void Write(in DataRow row)
        {
            Take(row.Series);
            var observation = row.Observation;
            output.Write(_before);
            output.Day(observation.Period.Start);
            output.Write((byte)',');
            output.Day(observation.Period.End);
            output.Write(_between);
            Field(observation.StatusCode());
            Field(observation.Confidentiality.Word());
            Field(observation.Source);
            Field(observation.Note);
            Value(row);
            Field(observation.SourceFlag);
            Field(data.Status(row));
            Field(RowWords.BreakTexts(_breaks.Begun(row)));
            output.Number(observation.Release);
            output.Write(_after);
        }

        private void Take(DataSeries series)
        {
            if (ReferenceEquals(_series, series))
            {
                return;
            }

            var key = (_series = series).Key;
            _before = Bytes(key.Indicator, key.Variant, key.Region, "");
            _between = Bytes("", key.Frequency.Letter().ToString(), key.Breakdown, "");
            _after = [.. Bytes("", series.IndicatorName, series.VariantName, series.RegionName, series.BreakdownName, series.UnitName, series.IsComputed ? "computed" : "",
                series.Source.Code, series.Source.Publisher, series.Source.Licence, FormattableString.Invariant($"{data.Release}"), data.ExtentCode), .. "\r\n"u8];
        }

        private void Field(string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                output.Write(CsvText.Quoted(text, ','));
            }

            output.Write((byte)',');
        }

        private void Value(in DataRow row)
        {
            if (row.Observation.Value is { } value)
            {
                output.Number(value, row.Series.Decimals);
            }

            output.Write((byte)',');
        }

        private static byte[] Bytes(params string[] fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(f => CsvText.Quoted(f, ','))));
    }
}
