using System.Buffers;

namespace Lagebild.Charts;

/// <summary>Horizontal bars: one per series, its last value, in the order of the spec (<see cref="ChartSpec.Ranked"/> for a ranking).</summary>
public static class BarChart
{
    /// <summary>Writes the drawing as UTF-8 SVG. A spec without values gives a sentence that says so.</summary>
    public static void Draw(ChartSpec spec, Frame frame, IBufferWriter<byte> output) => Drawing.Write(spec, ChartKind.Bar, frame, output);
}
