namespace Lagebild.Charts;

/// <summary>Tiles, one a place, or outlines, in the colours of at most five classes; hatched where there is no figure.</summary>
public sealed class MapChart(MapSpec spec) : Chart
{
    private readonly MapClasses classes = MapClasses.Of(spec);

    /// <inheritdoc/>
    public override Caption Caption => spec;

    /// <inheritdoc/>
    public override string Alternative => MapWords.Of(spec);

    /// <inheritdoc/>
    public override IReadOnlyList<ChartSign> Signs
    {
        get
        {
            var values = spec.Panels.SelectMany(p => p.Places).Select(p => p.Value ?? ChartValue.Unknown).ToArray();
            var words = MapWords.Classes(spec, classes);
            return
            [
                .. values.Any(v => v.IsDrawn) ? words.Select((w, i) => new ChartSign { Kind = SignKind.Class, Tone = classes.Tone(i), Words = w }) : [],
                .. ChartSigns.OfValues(values, ofBars: false, spec.Language),
            ];
        }
    }

    /// <inheritdoc/>
    internal override bool HasLinks => spec.Panels.Any(p => p.Places.Any(x => MapWords.Href(x) is not null));

    /// <inheritdoc/>
    internal override Plot PlotOf(double width, double height, bool narrow, string idPrefix) => MapPlot.Of(spec, classes, width, narrow, idPrefix);
}
