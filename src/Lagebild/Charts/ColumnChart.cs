using System.Buffers;

namespace Lagebild.Charts;

/// <summary>Upright bars over time, grouped by period: for a few series and up to some twelve periods.</summary>
public static class ColumnChart
{
    /// <summary>Writes the drawing as UTF-8 SVG. A spec without values gives a sentence that says so.</summary>
    public static void Draw(ChartSpec spec, Frame frame, IBufferWriter<byte> output) => Drawing.Write(spec, ChartKind.Column, frame, output);
}
