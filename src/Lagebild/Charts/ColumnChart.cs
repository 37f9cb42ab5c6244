using System.Buffers;

namespace Lagebild.Charts;

/// <summary>To follow.</summary>
public static class ColumnChart
{
    /// <summary>Writes the drawing as UTF-8 SVG.</summary>
    public static void Draw(ChartSpec spec, Frame frame, IBufferWriter<byte> output) => throw new NotImplementedException();
}
