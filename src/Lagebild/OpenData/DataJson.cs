using System.Text.Json;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>The plain JSON of Lagebild: what the data set is, then its series, each with its values. What is empty is left out; a value that is not there is null.</summary>
public static class DataJson
{
    /// <summary>Writes all series.</summary>
    public static async Task WriteAsync(DataSet data, Stream to, CancellationToken ct)
    {
        await using var json = JsonText.To(to);
        json.WriteStartObject();
        DataSetJson.Write(json, data);
        json.WriteStartArray("series");
        var writer = new SeriesWriter(data, json);
        await foreach (var row in data.Rows(ct))
        {
            writer.Write(row);
            await json.FlushIfFullAsync(ct);
        }

        writer.End();
        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private sealed class SeriesWriter(DataSet data, Utf8JsonWriter json)
    {
        private readonly BreakMarks _breaks = new();
        private DataSeries? _series;

        public void Write(in DataRow row)
        {
            if (!ReferenceEquals(_series, row.Series))
            {
                End();
                Begin(_series = row.Series);
            }

            Value(row, _breaks.Begun(row));
        }

        public void End()
        {
            if (_series is not null)
            {
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }

        private void Begin(DataSeries series)
        {
            json.WriteStartObject();
            Key(series);
            json.WriteString("unit", series.Unit);
            json.WriteNumber("decimals", series.Decimals);
            if (series.IsComputed)
            {
                json.WriteBoolean("computed", true);
            }

            Labels(series);
            json.WriteStartArray("observations");
        }

        private void Key(DataSeries series)
        {
            json.WriteString("indicator", series.Key.Indicator);
            json.WriteString("variant", series.Key.Variant);
            json.WriteString("region", series.Key.Region);
            json.WriteStartObject("breakdown");
            foreach (var part in series.Parts)
            {
                json.WriteString(part.Dimension, part.Code);
            }

            json.WriteEndObject();
            json.WriteString("frequency", series.Key.Frequency.Letter().ToString());
            json.WriteString("feed", series.Key.Feed);
        }

        private void Labels(DataSeries series)
        {
            json.WriteStartObject("labels");
            json.WriteString("indicator", series.IndicatorName);
            json.WriteString("variant", series.VariantName);
            json.WriteString("region", series.RegionName);
            json.WriteString("breakdown", series.BreakdownName);
            json.WriteString("unit", series.UnitName);
            json.WriteEndObject();
        }

        private void Value(in DataRow row, IReadOnlyList<DataBreak> begun)
        {
            var observation = row.Observation;
            json.WriteStartObject();
            json.WriteString("period_start", DataSetJson.Iso(observation.Period.Start));
            json.WriteString("period_end", DataSetJson.Iso(observation.Period.End));
            json.WritePropertyName("value");
            json.Value(row);
            json.Text("obs_status", observation.Status.Word());
            json.Text("conf_status", observation.Confidentiality.Word());
            json.Text("missing_reason", observation.MissingReason.Word());
            json.Text("status_text", data.Status(row));
            json.Text("break", RowWords.BreakCodes(begun));
            json.Text("source_flag", observation.SourceFlag);
            json.Text("source", observation.Source);
            json.Text("note", observation.Note);
            json.WriteNumber("release", observation.Release);
            json.WriteEndObject();
        }
    }
}
