namespace Lagebild.Charts;

/// <summary>One bar below the other: what stays, and beside it the light part that left since the step before.</summary>
public sealed class CascadeChart(CascadeSpec spec) : Chart
{
    /// <inheritdoc/>
    public override Caption Caption => spec;

    /// <inheritdoc/>
    public override string Alternative => CascadeWords.Of(spec);

    /// <inheritdoc/>
    public override IReadOnlyList<ChartSign> Signs
    {
        get
        {
            var signs = new List<ChartSign>();
            if (CascadePart.Of(spec).Any(p => p.Left is not null))
            {
                signs.Add(new() { Kind = SignKind.Occupied, Words = PlaceWords.Stays(spec.Language) });
                signs.Add(new() { Kind = SignKind.Left, Words = PlaceWords.Leaves(spec.Language) });
            }

            signs.AddRange(ChartSigns.OfValues(spec.Steps.Select(s => s.Stays), ofBars: true, spec.Language));
            return signs;
        }
    }

    /// <inheritdoc/>
    internal override bool HasLinks => spec.Steps.Any(s => s.Stays.Href is not null || s.Left?.Href is not null);

    /// <inheritdoc/>
    internal override Plot PlotOf(double width, double height, bool narrow, string idPrefix) => spec.Steps.Any(s => s.Stays.IsDrawn)
        ? new CascadePlot(spec, width, idPrefix)
        : new EmptyPlot(spec.Language, width, idPrefix);
}

/// <summary>A step with what left since the one before.</summary>
internal readonly record struct CascadePart(CascadeStep Step, long? Left, bool IsComputed)
{
    /// <summary>
    /// For each step how many left: as reported, else the difference to the step before where both have a plain value counted alike and some left; null where
    /// nothing can be said.
    /// </summary>
    public static IReadOnlyList<CascadePart> Of(CascadeSpec spec)
    {
        var parts = new CascadePart[spec.Steps.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            var step = spec.Steps[i];
            var reported = step.Left is { IsDrawn: true } left ? left.Value : null;
            parts[i] = new(step, reported ?? (i > 0 && step.Left is null ? Difference(spec.Steps[i - 1].Stays, step) : null), reported is null);
        }

        return parts;
    }

    private static long? Difference(ChartValue before, CascadeStep step) =>
        !step.IsCountedOtherwise && IsPlain(before) && IsPlain(step.Stays) && before.Value > step.Stays.Value ? before.Value - step.Stays.Value : null;

    private static bool IsPlain(ChartValue value) => value is { IsDrawn: true, Status: Statistics.ObservationStatus.Normal, Unfinished: false };
}
