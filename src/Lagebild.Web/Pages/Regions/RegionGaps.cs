using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Regions;

/// <summary>An indicator without a figure for a region, and why, where a source says so.</summary>
public sealed record RegionGap
{
    public required Indicator Indicator { get; init; }

    /// <summary>Null where no source says why.</summary>
    public string? Reason { get; init; }

    /// <summary>Language of the reason.</summary>
    public string? Language { get; init; }

    /// <summary>How the office explains it; may be empty.</summary>
    public IReadOnlyList<ExplainedGap> Explained { get; init; } = [];
}

/// <summary>Days without a figure, and the office's explanation.</summary>
public sealed record ExplainedGap(GapReason Gap, Note Note);

/// <summary>Indicators without any value of a region, told apart by who has one.</summary>
public sealed record RegionGaps
{
    /// <summary>Of another region of the same level and country.</summary>
    public required IReadOnlyList<RegionGap> Alike { get; init; }

    /// <summary>Of the country itself or regions of another level or country only.</summary>
    public required IReadOnlyList<RegionGap> Elsewhere { get; init; }

    /// <summary>Of no region at all.</summary>
    public required IReadOnlyList<RegionGap> Nowhere { get; init; }

    /// <summary>Days without a figure, explained, of indicators that there are other figures of; in the order of the indicators.</summary>
    public required IReadOnlyList<ExplainedGap> Periods { get; init; }

    public int Count => Alike.Count + Elsewhere.Count + Nowhere.Count;
}

/// <summary>Finds what is missing of a region.</summary>
public sealed class RegionGapReader(Reading reading, ObservationStore observations)
{
    /// <summary>All indicators of the topics of which there is no value of the region; the international topic only of countries.</summary>
    public async Task<RegionGaps> OfAsync(Region region, CancellationToken ct)
    {
        var alike = reading.IndicatorsOfAlike(region);
        var anywhere = reading.IndicatorsWithValues(_ => true);
        var missing = reading.IndicatorsWithout(region);
        return new()
        {
            Alike = await GapsAsync(region, missing.Where(i => alike.Contains(i.Code)), ct),
            Elsewhere = await GapsAsync(region, missing.Where(i => !alike.Contains(i.Code) && anywhere.Contains(i.Code)), ct),
            Nowhere = await GapsAsync(region, missing.Where(i => !anywhere.Contains(i.Code)), ct),
            Periods = [.. reading.Catalogue.Indicators.Except(missing).SelectMany(i => Explained(region, i))],
        };
    }

    private IReadOnlyList<ExplainedGap> Explained(Region region, Indicator indicator) =>
        [.. reading.Catalogue.GapsOf(indicator.Code, region.Code).Select(g => new ExplainedGap(g, EditorNotes.Of(reading, g, isOnlyRegion: true)))];

    private async Task<IReadOnlyList<RegionGap>> GapsAsync(Region region, IEnumerable<Indicator> missing, CancellationToken ct)
    {
        var gaps = new List<RegionGap>();
        foreach (var indicator in missing)
        {
            var gap = reading.Stand.Coverage.Any(c => c.Indicator == indicator.Code && c.Region == region.Code) ? await WithReasonAsync(region, indicator, ct) : new RegionGap { Indicator = indicator };
            gaps.Add(gap with { Explained = Explained(region, indicator) });
        }

        return gaps;
    }

    /// <summary>What the newest row without a number says: its note in the words of the source, else its status.</summary>
    private async Task<RegionGap> WithReasonAsync(Region region, Indicator indicator, CancellationToken ct)
    {
        var series = await observations.SeriesAsync(new SeriesQuery { Indicator = indicator.Code, Regions = [region.Code], Stand = reading.Stand.Release.Number }, ct);
        var newest = series.SelectMany(s => s.Observations.Select(o => (s.Key.Feed, Observation: o))).MaxBy(r => r.Observation.Period.End);
        return newest.Observation is not { } said ? new() { Indicator = indicator } : new()
        {
            Indicator = indicator,
            Reason = $"{PeriodText.Label(said.Period, reading.Language)}: {(string.IsNullOrEmpty(said.Note) ? reading.Words.Doubt(said) : said.Note)}",
            Language = string.IsNullOrEmpty(said.Note) ? reading.Language : reading.Stand.Feeds.GetValueOrDefault(newest.Feed)?.Language,
        };
    }
}
