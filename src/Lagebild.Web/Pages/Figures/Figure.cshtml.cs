using System.Globalization;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Figures;

/// <summary>One value: its series, its stands, the delivery, line and field it comes from.</summary>
[SameWithinRelease]
public sealed class FigureModel(Reading reading, ObservationStore observations) : PageModel
{
    public Figure Figure { get; private set; } = null!;

    public Variant Variant { get; private set; } = null!;

    public Feed Feed { get; private set; } = null!;

    /// <summary>What editors note on the value, and why it is missing where it is.</summary>
    public IReadOnlyList<Note> Notes { get; private set; } = [];

    /// <summary>The period asked for, at the frequency of the series.</summary>
    public Period Period { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? series, string? start, string? end, CancellationToken ct)
    {
        if (Id(series) is not { } id || Day(start) is not { } from || Day(end) is not { } to || from > to)
        {
            return NotFound();
        }

        var figure = await observations.FigureAsync(id, new Period(from, to, Frequency.Interval), reading.Stand.Release.Number, ct);
        return figure is not null && Show(figure, from, to) ? Page() : NotFound();
    }

    /// <summary>False where the series is of a variant or feed that the stand does not know.</summary>
    private bool Show(Figure figure, DateOnly start, DateOnly end)
    {
        (Figure, Period) = (figure, new Period(start, end, figure.Series.Frequency));
        var variant = reading.Catalogue.Variant(figure.Series.Variant);
        var isKnown = reading.Stand.Feeds.TryGetValue(figure.Series.Feed, out var feed) && variant is not null;
        (Variant, Feed) = (variant!, feed!);
        Notes = [.. EditorNotes.Of(reading, figure.Series, Period), .. Explanation(figure)];
        return isKnown;
    }

    private IEnumerable<Note> Explanation(Figure figure) =>
        figure.Observation is { Value: null, Confidentiality: ConfidentialityStatus.Free } && reading.Catalogue.GapOf(figure.Series.Indicator, figure.Series.Region, Period) is { } gap
            ? [EditorNotes.Of(reading, gap, isOnlyRegion: true)]
            : [];

    private static long? Id(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
