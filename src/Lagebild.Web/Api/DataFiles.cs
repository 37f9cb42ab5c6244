using System.Collections.Concurrent;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;

namespace Lagebild.Web.Api;

/// <summary>
/// Sizes and checksums of the files that the catalogue names. They are known by making each file once, to nowhere; kept for the last few stands and addresses asked for,
/// since nothing of a stand changes.
/// </summary>
public sealed class DataFiles(ReleaseStore releases) : IDisposable
{
    /// <summary>The files of a catalogue have their words in English; every other language is one part of the address away.</summary>
    public const string Language = "en";

    private const int Kept = 4;

    private static readonly DataFormat[] _formats = [DataFormat.Csv, DataFormat.Xlsx, DataFormat.JsonStat, DataFormat.SdmxCsv, DataFormat.Json, DataFormat.Zip];

    private readonly ConcurrentDictionary<(string Root, int Stand), CatalogueRecord> _kept = [];
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>The catalogue with every file. Only one is made at a time.</summary>
    public async Task<CatalogueRecord> WithFilesAsync(CatalogueRecord record, Reading reading, SelectionRows rows, CancellationToken ct)
    {
        var key = (record.Root, reading.Stand.Release.Number);
        if (_kept.TryGetValue(key, out var known))
        {
            return known;
        }

        await _one.WaitAsync(ct);
        try
        {
            return _kept.TryGetValue(key, out known) ? known : Keep(key, await MadeAsync(record, reading, rows, ct));
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private CatalogueRecord Keep((string Root, int Stand) key, CatalogueRecord record)
    {
        if (_kept.Count >= Kept)
        {
            _kept.Clear();
        }

        return _kept[key] = record;
    }

    private async Task<CatalogueRecord> MadeAsync(CatalogueRecord record, Reading reading, SelectionRows rows, CancellationToken ct)
    {
        var published = (await releases.ListAsync(ct)).ToDictionary(r => r.Number, r => r.PublishedUtc);
        var sets = new List<DataSetRecord>();
        foreach (var set in record.DataSets)
        {
            sets.Add(await MadeAsync(set, record.Root, reading.Catalogue.Indicator(set.Code)!, rows, published, ct));
        }

        return record with { DataSets = sets };
    }

    private static async Task<DataSetRecord> MadeAsync(
        DataSetRecord set, string root, Indicator indicator, SelectionRows rows, IReadOnlyDictionary<int, DateTime> published, CancellationToken ct)
    {
        var data = await rows.WholeAsync(indicator, feed: null, ct);
        var (newest, files) = (0, new List<FileRecord>());
        var noting = data with { Address = root + data.Address, Read = (series, cancellation) => Noting(data.Read(series, cancellation), release => newest = Math.Max(newest, release)) };
        foreach (var format in _formats)
        {
            files.Add(new(format, Language, await FileAsync(noting, format, FormattableString.Invariant($"{root}/{Language}/data/{set.Code}.{format.Code}?stand={data.Release}"), ct)));
        }

        return set with { Files = files, ModifiedUtc = published.GetValueOrDefault(newest, data.PublishedUtc) };
    }

    private static async Task<DataFile> FileAsync(DataSet data, DataFormat format, string address, CancellationToken ct)
    {
        await using var hashed = new HashingStream(Stream.Null);
        await format.WriteAsync(data, hashed, ct);
        return hashed.File(address);
    }

    private static async IAsyncEnumerable<DataRow> Noting(IAsyncEnumerable<DataRow> rows, Action<int> note)
    {
        await foreach (var row in rows)
        {
            note(row.Observation.Release);
            yield return row;
        }
    }
}
