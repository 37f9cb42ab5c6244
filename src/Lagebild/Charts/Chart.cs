using System.Buffers;

namespace Lagebild.Charts;

/// <summary>Something drawn: data with its caption, for any frame.</summary>
public abstract class Chart
{
    /// <summary>What stands around it.</summary>
    public abstract Caption Caption { get; }

    /// <summary>The chart in words, made from its data, in the language of the caption; also the SVG's description.</summary>
    public abstract string Alternative { get; }

    /// <summary>The signs that occur, each once, always in the same order: its key.</summary>
    public abstract IReadOnlyList<ChartSign> Signs { get; }

    /// <summary>Writes the drawing as UTF-8 SVG. Without values it is a sentence that says so.</summary>
    public void Draw(Frame frame, IBufferWriter<byte> output) => Drawing.Write(this, frame, output);

    /// <summary>How high the drawing for a page is, in units, without drawing it; of <see cref="Frame.Wide"/> or <see cref="Frame.Narrow"/>.</summary>
    public double HeightIn(Frame frame) => Drawing.PlotOf(this, frame).Height;

    /// <summary>Whether something in it leads to a page: an image would hide it.</summary>
    internal abstract bool HasLinks { get; }

    /// <summary>The drawing laid out for a width; <paramref name="height"/> is what a chart over time fills, others take what they need.</summary>
    internal abstract Plot PlotOf(double width, double height, bool narrow, string idPrefix);
}

/// <summary>Series drawn as one of the kinds over series.</summary>
public sealed class SeriesChart(ChartSpec spec, ChartKind kind) : Chart
{
    /// <inheritdoc/>
    public override Caption Caption => spec;

    /// <inheritdoc/>
    public override string Alternative => TextAlternative.Of(spec, kind);

    /// <inheritdoc/>
    public override IReadOnlyList<ChartSign> Signs => ChartSigns.Of(spec, kind);

    /// <inheritdoc/>
    internal override bool HasLinks
    {
        get
        {
            foreach (var series in spec.Series)
            {
                foreach (var point in series.Points)
                {
                    if (point.Href is not null)
                    {
                        return true;
                    }
                }
            }

            return false;
        }
    }

    /// <inheritdoc/>
    internal override Plot PlotOf(double width, double height, bool narrow, string idPrefix) => SeriesPlot.Of(spec, kind, width, height, narrow, idPrefix);
}
