using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;

namespace Lagebild.Web.Api;

/// <summary>
/// The files that the catalogue names. Sizes and checksums are known by making each file once, to nowhere: of the latest release only, since nobody harvests past ones.
/// Some files hold the address of the site, so each address it is reached at has its own; of so many made up no more than a few are made.
/// </summary>
public sealed class DataFiles(IServiceScopeFactory scopes, ReleaseStore releases, RowReader stored) : IDisposable
{
    /// <summary>The files of a catalogue have their words in English; every other language is one part of the address away.</summary>
    public const string Language = "en";

    private const int MostAddresses = 4;

    private static readonly DataFormat[] _formats = [DataFormat.Csv, DataFormat.Xlsx, DataFormat.JsonStat, DataFormat.SdmxCsv, DataFormat.Json, DataFormat.Zip];

    private readonly CancellationTokenSource _end = new();
    private readonly Lock _one = new();
    private readonly Dictionary<string, Task<DataSetRecord[]>> _measured = new(StringComparer.Ordinal);
    private int _release;

    /// <summary>The catalogue as of the stand with every file there is; sizes and checksums where they are known. Whoever asks first waits until they are, and all who ask meanwhile.</summary>
    public async Task<CatalogueRecord> WithFilesAsync(CatalogueRecord record, Reading reading, CancellationToken ct) => record with
    {
        DataSets = !reading.IsPast && Measuring(record, reading.Stand) is { } measured ? await measured.WaitAsync(ct) : await NamedAsync(record, reading.Stand.Release.Number, ct),
    };

    /// <summary>Ends what is being made.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    /// <summary>Goes on where its caller does not. Null where it is no longer the latest release, or too many addresses were asked for.</summary>
    private Task<DataSetRecord[]>? Measuring(CatalogueRecord record, Stand stand)
    {
        lock (_one)
        {
            Begin(stand.Release.Number);
            if (_measured.TryGetValue(record.Root, out var known) && !known.IsFaulted)
            {
                return known;
            }

            var isMade = stand.Release.Number == _release && (known is not null || _measured.Count < MostAddresses);
            return isMade ? _measured[record.Root] = Task.Run(() => MeasuredAsync(record, stand, _end.Token)) : null;
        }
    }

    private void Begin(int release)
    {
        if (release > _release)
        {
            _measured.Clear();
            _release = release;
        }
    }

    /// <summary>Without those that would hold what was withdrawn for disclosure since.</summary>
    private async Task<DataSetRecord[]> NamedAsync(CatalogueRecord record, int stand, CancellationToken ct)
    {
        var sets = new List<DataSetRecord>();
        foreach (var set in record.DataSets)
        {
            var isGone = await stored.WithdrawnForDisclosureAsync(new RowQuery { Indicators = [set.Code], Stand = stand }, ct) is not null;
            sets.Add(isGone ? set : set with { Files = [.. _formats.Select(f => new FileRecord(f, Language, Address(record.Root, set, f)))] });
        }

        return [.. sets];
    }

    private async Task<DataSetRecord[]> MeasuredAsync(CatalogueRecord record, Stand stand, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var reading = scope.ServiceProvider.GetRequiredService<Reading>();
        reading.Begin(Language, "/");
        reading.ShowAsOf(stand, isPinned: true, isPast: false);
        var (rows, sets) = (scope.ServiceProvider.GetRequiredService<SelectionRows>(), new List<DataSetRecord>());
        var published = (await releases.ListAsync(ct)).ToDictionary(r => r.Number, r => r.PublishedUtc);
        foreach (var set in record.DataSets)
        {
            var data = await rows.WholeAsync(stand.Catalogue.Indicator(set.Code)!, feed: null, ct);
            sets.Add(await MeasuredAsync(set, data with { Address = record.Root + data.Address }, record.Root, published, ct));
        }

        return [.. sets];
    }

    private static async Task<DataSetRecord> MeasuredAsync(DataSetRecord set, DataSet data, string root, IReadOnlyDictionary<int, DateTime> published, CancellationToken ct)
    {
        var (newest, files) = (0, new List<FileRecord>());
        var noting = data with { Read = (series, cancellation) => Noting(data.Read(series, cancellation), release => newest = Math.Max(newest, release)) };
        foreach (var format in _formats)
        {
            await using var hashed = new HashingStream(Stream.Null);
            await format.WriteAsync(noting, hashed, ct);
            var (address, size, sha256) = hashed.File(Address(root, set, format));
            files.Add(new(format, Language, address, size, sha256));
        }

        return set with { Files = files, ModifiedUtc = published.GetValueOrDefault(newest, data.PublishedUtc) };
    }

    private static string Address(string root, DataSetRecord set, DataFormat format) => FormattableString.Invariant($"{root}/{Language}/data/{set.Code}.{format.Code}?stand={set.Release}");

    private static async IAsyncEnumerable<DataRow> Noting(IAsyncEnumerable<DataRow> rows, Action<int> note)
    {
        await foreach (var row in rows)
        {
            note(row.Observation.Release);
            yield return row;
        }
    }
}
