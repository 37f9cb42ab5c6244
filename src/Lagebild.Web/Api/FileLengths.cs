using System.Collections.Concurrent;
using Lagebild.OpenData;

namespace Lagebild.Web.Api;

/// <summary>How long files are that are made while they are sent: known by making each once, to nowhere. The tag of a file is another with each release, so what is kept stays true.</summary>
public sealed class FileLengths
{
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<string, long> _known = new(StringComparer.Ordinal);

    /// <summary>The length of a file in bytes. Its address and tag together tell it from any other.</summary>
    internal async Task<long> OfAsync(string file, DataSet data, DataFormat format, CancellationToken ct) =>
        _known.TryGetValue(file, out var known) ? known : Keep(file, await MeasuredAsync(data, format, ct));

    private static async Task<long> MeasuredAsync(DataSet data, DataFormat format, CancellationToken ct)
    {
        await using var made = new PartStream(Stream.Null, 0, long.MaxValue - 1, () => { });
        await format.WriteAsync(data, made, ct);
        return made.Made;
    }

    private long Keep(string file, long length)
    {
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        return _known[file] = length;
    }
}
