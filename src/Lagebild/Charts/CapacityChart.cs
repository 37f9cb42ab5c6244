namespace Lagebild.Charts;

/// <summary>Occupied places as bars in the outline of the nominal ones, with a tick at the usable; what is over all places is barred.</summary>
public sealed class CapacityChart(CapacitySpec spec) : Chart
{
    /// <inheritdoc/>
    public override Caption Caption => spec;

    /// <inheritdoc/>
    public override string Alternative => CapacityWords.Of(spec);

    /// <inheritdoc/>
    public override IReadOnlyList<ChartSign> Signs
    {
        get
        {
            var values = spec.Rows.SelectMany(r => new[] { r.Occupied, r.Usable, r.Nominal }).OfType<ChartValue>();
            var over = spec.Rows.Where(r => RowOccupancy.Of(spec, r).IsOver).ToArray();
            return
            [
                .. Sign(SignKind.Occupied, PlaceWords.OccupiedPlaces, spec.Rows.Any(r => r.Occupied is { IsDrawn: true })),
                .. Sign(SignKind.Over, PlaceWords.OverAllPlaces, over.Length > 0),
                .. Sign(SignKind.Usable, PlaceWords.UsablePlaces, spec.Rows.Any(r => r.Usable is { IsDrawn: true })),
                .. Sign(SignKind.Nominal, PlaceWords.NominalPlaces, spec.Rows.Any(r => r.Nominal is { IsDrawn: true })),
                .. Sign(SignKind.AllPlaces, PlaceWords.AllPlaces, !spec.IsPercent && over.Any(r => r.Usable is not { IsDrawn: true })),
                .. ChartSigns.OfValues(values, ofBars: true, spec.Language).Where(s => s.Kind != SignKind.Missing || spec.Rows.Any(r => r.Occupied is not { IsDrawn: true })),
            ];
        }
    }

    /// <inheritdoc/>
    internal override bool HasLinks => spec.Rows.Any(r => CapacityPlot.Href(r) is not null);

    /// <inheritdoc/>
    internal override Plot PlotOf(double width, double height, bool narrow, string idPrefix) =>
        spec.Rows.Any(r => r.Occupied is { IsDrawn: true } || r.Usable is { IsDrawn: true } || r.Nominal is { IsDrawn: true })
            ? new CapacityPlot(spec, width, narrow, idPrefix)
            : new EmptyPlot(spec.Language, width, idPrefix);

    private IEnumerable<ChartSign> Sign(SignKind kind, Func<string, string> words, bool occurs) => occurs ? [new() { Kind = kind, Words = words(spec.Language) }] : [];
}
