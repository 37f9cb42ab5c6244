using System.Buffers;

namespace Lagebild.Charts;

/// <summary>A line of 104 x 28 units without axis or words, beside a figure that says what it shows: hidden from screen readers.</summary>
public static class Sparkline
{
    /// <summary>Writes the first series of the spec as UTF-8 SVG.</summary>
    public static void Draw(ChartSpec spec, IBufferWriter<byte> output) => throw new NotImplementedException();
}
