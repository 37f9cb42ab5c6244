using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lagebild.OpenData;

/// <summary>JSON on its way to a stream: letters stand as they are, null stands nowhere.</summary>
internal static class JsonText
{
    private const int Enough = 64 * 1024;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Utf8JsonWriter To(Stream stream, bool indented = false) => new(stream, _options with { Indented = indented });

    /// <summary>A whole text that people may read too: indented, with a line's end.</summary>
    public static string Indented(Action<Utf8JsonWriter> write) => Of(write, indented: true) + "\n";

    /// <summary>A whole text.</summary>
    public static string Of(Action<Utf8JsonWriter> write, bool indented = false)
    {
        using var bytes = new MemoryStream();
        using (var json = To(bytes, indented))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Sends what is kept where it is enough; to be called between rows.</summary>
    public static Task FlushIfFullAsync(this Utf8JsonWriter json, CancellationToken ct) => json.BytesPending < Enough ? Task.CompletedTask : json.FlushAsync(ct);

    /// <summary>Leaves out what is null or empty.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>A value exactly, with its decimals; null where there is none.</summary>
    public static void Value(this Utf8JsonWriter json, DataRow row)
    {
        if (row.Observation.Value is { } value)
        {
            json.WriteNumberValue(Exact(value, row.Series.Decimals));
        }
        else
        {
            json.WriteNullValue();
        }
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>1234 with one decimal is 123.4; the decimals stay, 120.0.</summary>
    private static decimal Exact(long value, int decimals) => new((int)Math.Abs(value), (int)(Math.Abs(value) >> 32), 0, value < 0, (byte)decimals);
}
