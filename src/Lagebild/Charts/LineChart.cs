using System.Buffers;

namespace Lagebild.Charts;

/// <summary>Lines over time: one per series, a gap where a period is missing.</summary>
public static class LineChart
{
    /// <summary>Writes the drawing as UTF-8 SVG. A spec without values gives a sentence that says so.</summary>
    public static void Draw(ChartSpec spec, Frame frame, IBufferWriter<byte> output) => Drawing.Write(spec, ChartKind.Line, frame, output);
}
