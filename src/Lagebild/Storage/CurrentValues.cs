using System.Data.Common;
using Lagebild.Import.History;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The raw values that are current of the series of one file, read one series after the other.</summary>
internal sealed class CurrentValues : IDisposable
{
    private readonly Dictionary<SeriesKey, long> _known;
    private readonly HistoryReader _reader;
    private readonly CancellationToken _cancellation;
    private readonly List<ObservationRow> _rows = [];

    /// <param name="known">The series that the feed has, with their ids.</param>
    /// <param name="inFile">Those of the file, in the order they will be asked for.</param>
    public CurrentValues(Database database, DbTransaction transaction, Dictionary<SeriesKey, long> known, IReadOnlyList<SeriesKey> inFile, CancellationToken cancellation)
    {
        (_known, _cancellation) = (known, cancellation);
        _reader = database.ReadHistory(transaction, [.. inFile.Where(known.ContainsKey).Select(k => known[k])], currentOnly: true);
    }

    /// <summary>By period; missing and withheld values are left out. Empty for a new series.</summary>
    public IReadOnlyList<KnownValue> Of(SeriesKey series)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (!_known.TryGetValue(series, out var id))
        {
            return [];
        }

        _reader.Read(id, _rows);
        return [.. _rows.Where(r => r.Raw.Value is not null).Select(r => new KnownValue(r.PeriodStart, r.PeriodEnd, r.Raw.Value!.Value))];
    }

    public void Dispose() => _reader.Dispose();
}
