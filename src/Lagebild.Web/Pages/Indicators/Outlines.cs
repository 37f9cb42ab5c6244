using Lagebild.Charts;
using Lagebild.Import.Boundaries;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The boundaries that maps are drawn with, read again at most once a minute: an operator imports them seldom.</summary>
public sealed class Outlines(BoundaryStore boundaries, TimeProvider clock)
{
    private static readonly TimeSpan _minute = TimeSpan.FromMinutes(1);

    private Known _known = new(new Dictionary<string, Outline>(), DateTimeOffset.MinValue);

    /// <summary>By code of the region; empty where none were imported.</summary>
    public async Task<IReadOnlyDictionary<string, Outline>> AllAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - _known.At > _minute)
        {
            var stored = await boundaries.AllAsync(ct);
            _known = new(stored.ToDictionary(b => b.Boundary.Region, Of), now);
        }

        return _known.Outlines;
    }

    private static Outline Of(StoredBoundary stored) => new(
        MapOutline.Of(stored.Boundary.Rings.Select(r => r.Select(p => ((double)p.Longitude / GeoPoint.PerDegree, (double)p.Latitude / GeoPoint.PerDegree)))),
        string.Join(", ", new[] { stored.Credit, stored.Licence }.Where(t => !string.IsNullOrWhiteSpace(t))));

    private sealed record Known(IReadOnlyDictionary<string, Outline> Outlines, DateTimeOffset At);
}

/// <summary>A boundary ready to be drawn, with whom to name and its licence; that is empty where the operator gave neither.</summary>
public sealed record Outline(MapOutline Drawn, string Credit);
