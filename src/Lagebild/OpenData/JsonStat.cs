using System.Globalization;
using System.Text.Json;
using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>
/// JSON-stat 2.0. A cube for each indicator, way of counting, source, frequency and set of dimensions, so that cubes are full rather than mostly empty; several of them
/// stand in a collection. Its dimensions: region, those of the breakdown, period. Statuses are our words, <c>missing:late</c>; what belongs to a single value beside them
/// stands in <c>extension</c> under the value's index. The values are gone over several times, and nothing of them is kept.
/// </summary>
public static class JsonStat
{
    /// <summary>Writes one cube, or a collection of them.</summary>
    public static async Task WriteAsync(DataSet data, Stream to, CancellationToken ct)
    {
        DataSeries[][] cubes = [.. data.Series.GroupBy(CubeKey).Select(g => g.ToArray())];
        await using var json = JsonText.To(to);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        if (cubes.Length == 1)
        {
            await new JsonStatCube(data, cubes[0], json).WriteAsync(ct);
        }
        else
        {
            await CollectionAsync(data, cubes, json, ct);
        }

        json.WriteEndObject();
        await json.FlushAsync(ct);
    }

    private static (string, string, string, Frequency, string, bool) CubeKey(DataSeries series) =>
        (series.Key.Indicator, series.Key.Variant, series.Key.Feed, series.Key.Frequency, string.Join(';', series.Parts.Select(p => p.Dimension)), series.IsComputed);

    private static async Task CollectionAsync(DataSet data, IReadOnlyList<DataSeries[]> cubes, Utf8JsonWriter json, CancellationToken ct)
    {
        json.WriteString("class", "collection");
        json.WriteString("label", data.Title);
        json.WriteString("href", data.Address);
        json.WriteString("updated", DataSetJson.Iso(data.PublishedUtc));
        json.WriteStartObject("extension");
        DataSetJson.Write(json, data);
        json.WriteEndObject();
        json.WriteStartObject("link");
        json.WriteStartArray("item");
        foreach (var cube in cubes)
        {
            json.WriteStartObject();
            await new JsonStatCube(data, cube, json).WriteAsync(ct);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>One cube: the properties of a JSON-stat data set.</summary>
internal sealed class JsonStatCube(DataSet data, IReadOnlyList<DataSeries> series, Utf8JsonWriter json)
{
    private const string Region = "region";
    private const string Period = "period";

    private readonly DataSeries _first = series[0];
    private readonly Categories _regions = Categories.Of(series.Select(s => (s.Key.Region, s.RegionName)));
    private readonly (DataPart Head, Categories Codes)[] _dimensions =
        [.. series[0].Parts.Select((p, at) => (p, Categories.Of(series.Select(s => (s.Parts[at].Code, s.Parts[at].CodeName)))))];

    private Dictionary<Period, int> _periods = [];

    public async Task WriteAsync(CancellationToken ct)
    {
        _periods = await PeriodsAsync(ct);
        Head();
        Dimensions();
        await ValuesAsync(ct);
        await StatusesAsync(ct);
        await ExtensionAsync(ct);
    }

    private async Task<Dictionary<Period, int>> PeriodsAsync(CancellationToken ct)
    {
        var found = new SortedSet<Period>();
        await foreach (var row in data.Read(series, ct))
        {
            found.Add(row.Observation.Period);
        }

        return found.Select((p, at) => (p, at)).ToDictionary(p => p.p, p => p.at);
    }

    private void Head()
    {
        json.WriteString("class", "dataset");
        json.WriteString("label", $"{_first.IndicatorName}, {_first.VariantName} ({_first.UnitName}, {_first.FrequencyName})");
        json.WriteString("source", $"{_first.Source.Publisher}: {_first.Source.Name}");
        json.WriteString("href", data.Address);
        json.WriteString("updated", DataSetJson.Iso(data.PublishedUtc));
        json.Texts("note", Notes().Distinct());
    }

    private IEnumerable<string> Notes() =>
    [
        $"{data.Words.Extent}: {data.ExtentWord}",
        $"{data.Words.Stand}: {data.Release.ToString(CultureInfo.InvariantCulture)}",
        $"{data.Words.Unit}: {_first.UnitName}",
        $"{data.Words.Licence}: {_first.Source.Licence}",
        $"{data.Words.Citation}: {_first.Source.Citation}",
        .. data.Variants.Where(v => v.Code == _first.Key.Variant).SelectMany(v => v.Definition),
        .. series.SelectMany(s => s.Breaks).DistinctBy(b => b.Code).Select(b => $"{data.Words.Break} {DataSetJson.Iso(b.Day)}: {b.Text}"),
        .. data.Notes,
        data.Words.EmptyIsNotZero,
    ];

    private void Dimensions()
    {
        json.Texts("id", [Region, .. _dimensions.Select(d => d.Head.Dimension), Period]);
        json.WriteStartArray("size");
        foreach (var size in (int[])[_regions.Count, .. _dimensions.Select(d => d.Codes.Count), _periods.Count])
        {
            json.WriteNumberValue(size);
        }

        json.WriteEndArray();
        json.WriteStartObject("role");
        json.Texts("time", [Period]);
        json.Texts("geo", [Region]);
        json.WriteEndObject();
        json.WriteStartObject("dimension");
        Dimension(Region, data.Words.Region, _regions.Codes, _regions.Names);
        foreach (var (head, codes) in _dimensions)
        {
            Dimension(head.Dimension, head.DimensionName, codes.Codes, codes.Names);
        }

        Dimension(Period, data.Words.Period, _periods.OrderBy(p => p.Value).Select(p => p.Key.ToString()), []);
        json.WriteEndObject();
    }

    private void Dimension(string code, string name, IEnumerable<string> codes, IEnumerable<(string Code, string Name)> names)
    {
        json.WriteStartObject(code);
        json.WriteString("label", name);
        json.WriteStartObject("category");
        json.Texts("index", codes);
        if (names.Any())
        {
            json.WriteStartObject("label");
            foreach (var (of, label) in names)
            {
                json.WriteString(of, label);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private Task ValuesAsync(CancellationToken ct) => EachAsync("value", row => true, json.Value, ct);

    private Task StatusesAsync(CancellationToken ct) => EachAsync("status", row => Status(row.Observation).Length > 0, row => json.WriteStringValue(Status(row.Observation)), ct);

    /// <summary>What formats of rows have in columns: unit, source and, under the index of the value, notes, places, signs and breaks.</summary>
    private async Task ExtensionAsync(CancellationToken ct)
    {
        var breaks = new BreakMarks();
        IReadOnlyList<DataBreak> begun = [];
        json.WriteStartObject("extension");
        json.WriteString("indicator", _first.Key.Indicator);
        json.WriteString("variant", _first.Key.Variant);
        json.WriteString("feed", _first.Key.Feed);
        json.WriteString("frequency", _first.Key.Frequency.Letter().ToString());
        json.WriteString("unit", _first.Unit);
        json.WriteNumber("decimals", _first.Decimals);
        json.WriteString("publisher", _first.Source.Publisher);
        json.WriteString("licence", _first.Source.Licence);
        json.Text("licence_address", _first.Source.LicenceAddress);
        json.WriteString("extent", data.ExtentCode);
        json.WriteNumber("stand", data.Release);
        json.WriteBoolean("computed", _first.IsComputed);
        await EachAsync("observations", HasMore, row => More(row.Observation, begun), ct);
        json.WriteEndObject();

        bool HasMore(DataRow row)
        {
            begun = breaks.Begun(row);
            return begun.Count > 0 || row.Observation is { Note: not null } or { Source: not null } or { SourceFlag: not null };
        }
    }

    private void More(Observation observation, IReadOnlyList<DataBreak> begun)
    {
        json.WriteStartObject();
        json.Text("source_flag", observation.SourceFlag);
        json.Text("source", observation.Source);
        json.Text("note", observation.Note);
        json.Text("break", RowWords.BreakCodes(begun));
        json.WriteEndObject();
    }

    /// <summary>An object with a property for each row that is wanted, named after the row's index in the cube.</summary>
    private async Task EachAsync(string name, Func<DataRow, bool> isWanted, Action<DataRow> write, CancellationToken ct)
    {
        json.WriteStartObject(name);
        await foreach (var row in data.Read(series, ct))
        {
            if (isWanted(row))
            {
                json.WritePropertyName(Index(row).ToString(CultureInfo.InvariantCulture));
                write(row);
                await json.FlushIfFullAsync(ct);
            }
        }

        json.WriteEndObject();
    }

    private static string Status(Observation observation) => observation.Confidentiality != ConfidentialityStatus.Free
        ? observation.Confidentiality.Word()
        : observation.StatusCode();

    private long Index(DataRow row)
    {
        long index = _regions.At(row.Series.Key.Region);
        for (var at = 0; at < _dimensions.Length; at++)
        {
            index = (index * _dimensions[at].Codes.Count) + _dimensions[at].Codes.At(row.Series.Parts[at].Code);
        }

        return (index * _periods.Count) + _periods[row.Observation.Period];
    }

    /// <summary>The codes of a dimension that occur, with names, numbered in the order they come.</summary>
    private sealed class Categories
    {
        private readonly Dictionary<string, int> _at = new(StringComparer.Ordinal);

        public List<(string Code, string Name)> Names { get; } = [];

        public int Count => Names.Count;

        public IEnumerable<string> Codes => Names.Select(n => n.Code);

        public int At(string code) => _at[code];

        public static Categories Of(IEnumerable<(string Code, string Name)> found)
        {
            var categories = new Categories();
            foreach (var (code, name) in found)
            {
                if (categories._at.TryAdd(code, categories._at.Count))
                {
                    categories.Names.Add((code, name));
                }
            }

            return categories;
        }
    }
}
