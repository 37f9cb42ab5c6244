using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>
/// A chart with what it cannot do without, for a frame on another site: <c>_EmbeddedFigure</c> in the layout <c>_EmbedLayout</c>, at the address
/// <see cref="ShareLinks.Embedded"/> of its SVG, after <see cref="Embedding.MayBeFramed"/>.
/// </summary>
public sealed record EmbeddedFigure
{
    public required Chart Chart { get; init; }

    public required IReadOnlyList<Note> Notes { get; init; }

    /// <summary>The sources, each once.</summary>
    public required IReadOnlyList<Feed> Feeds { get; init; }

    /// <summary>What the values are rounded to; 1 where they are not, or differ.</summary>
    public long RoundedTo { get; init; } = 1;

    public static EmbeddedFigure Of(IndicatorFigure figure) =>
        new() { Chart = figure.Chart, Notes = figure.Notes, Feeds = figure.Feeds, RoundedTo = figure.Variant.RoundedTo };
}
