using System.Text;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>
/// SDMX-CSV 2.0 by its field guide: structure, action, then dimensions, measure and attributes, a row for each value. Statuses are those of SDMX's lists
/// CL_OBS_STATUS and CL_CONF_STATUS; what these lists cannot say stands in attributes of ours (STATUS, MISSING_REASON, SOURCE_FLAG).
/// </summary>
public static class SdmxCsv
{
    /// <summary>The code of a total in SDMX's lists.</summary>
    private const string Total = "_T";

    private static readonly string[] _first = ["STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR", "VARIANT", "FEED"];

    private static readonly string[] _last =
    [
        "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "STATUS", "MISSING_REASON", "BREAK", "SOURCE_FLAG", "COMMENT_OBS", "SOURCE_DETAIL", "RELEASE",
        "UNIT_MEASURE", "DECIMALS", "COMPUTED", "TITLE", "SOURCE_AGENCY", "LICENCE", "STAND", "EXTENT",
    ];

    /// <summary>Writes all rows.</summary>
    public static async Task WriteAsync(DataSet data, Stream to, CancellationToken ct)
    {
        var output = new Output(to);
        var rows = new Rows(data, output);
        rows.Header();
        await foreach (var row in data.Rows(ct))
        {
            rows.Write(row);
            await output.FlushIfFullAsync(ct);
        }

        await output.FlushAsync(ct);
    }

    /// <summary>Upper case with underscores, as SDMX names components.</summary>
    internal static string Id(string code) => code.ToUpperInvariant().Replace('-', '_');

    /// <summary>The code of SDMX's list for what a value is worth.</summary>
    internal static string StatusCode(Observation observation) => observation switch
    {
        { Confidentiality: not ConfidentialityStatus.Free, Value: null } => "Q",
        { Status: ObservationStatus.Missing, MissingReason: MissingReason.NotCollected } => "L",
        { Status: ObservationStatus.Missing or ObservationStatus.NotYetAvailable } => "O",
        { Status: ObservationStatus.NotApplicable } => "M",
        { Status: ObservationStatus.LowReliability } => "U",
        { Status: ObservationStatus.Forecast } => "F",
        { Status: ObservationStatus.Estimated } => "E",
        { Status: ObservationStatus.Provisional } => "P",
        { Status: ObservationStatus.LessThanHalfUnit } => "N",
        { Value: null } => "O",
        _ => "A",
    };

    private sealed class Rows(DataSet data, Output output)
    {
        private readonly IReadOnlyList<string> _dimensions = data.Dimensions;
        private readonly BreakMarks _breaks = new();
        private DataSeries? _series;
        private byte[] _before = [];
        private byte[] _after = [];

        public void Header()
        {
            output.Write(string.Join(',', [.. _first, .. _dimensions.Select(Id), .. _last]));
            output.Write("\r\n"u8);
        }

        public void Write(in DataRow row)
        {
            Take(row.Series);
            var observation = row.Observation;
            output.Write(_before);
            output.Write(SdmxPeriod.Of(observation.Period));
            output.Write((byte)',');
            Value(row);
            Field(StatusCode(observation));
            Field(observation.Confidentiality == ConfidentialityStatus.Free ? "F" : "C");
            Field(observation.Status.Word());
            Field(observation.MissingReason.Word());
            Field(RowWords.BreakTexts(_breaks.Begun(row)));
            Field(observation.SourceFlag);
            Field(observation.Note);
            Field(observation.Source);
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
            var codes = series.Parts.ToDictionary(p => p.Dimension, p => p.Code, StringComparer.Ordinal);
            _before = Bytes(["dataflow", $"LAGEBILD:DF_{Id(key.Indicator)}(1.0.0)", "I", key.Frequency.Letter().ToString(), key.Region, key.Indicator, key.Variant, key.Feed,
                .. _dimensions.Select(d => codes.GetValueOrDefault(d, Total)), ""]);
            _after = [.. Bytes(["", series.Unit, FormattableString.Invariant($"{series.Decimals}"), series.IsComputed ? "true" : "", Title(series),
                series.Source.Publisher, series.Source.Licence, FormattableString.Invariant($"{data.Release}"), data.ExtentCode]), .. "\r\n"u8];
        }

        private static string Title(DataSeries series) => $"{series.IndicatorName}, {series.VariantName}, {series.RegionName}, {series.BreakdownName}";

        private void Value(in DataRow row)
        {
            if (row.Observation.Value is { } value)
            {
                output.Number(value, row.Series.Decimals);
            }

            output.Write((byte)',');
        }

        private void Field(string? text)
        {
            output.Write(CsvText.Quoted(text ?? "", ','));
            output.Write((byte)',');
        }

        private static byte[] Bytes(IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(f => CsvText.Quoted(f, ','))));
    }
}
