namespace Lagebild.Charts;

/// <summary>Names at the ends of lines: where they stand so that none touches another.</summary>
internal static class EndLabels
{
    /// <summary>Units between two baselines.</summary>
    public const double Pitch = 16;

    /// <summary>
    /// The heights at which the labels stand, for the heights they would like: their order is kept, neighbours are at least 16 apart, and all
    /// lie between <paramref name="top"/> and <paramref name="bottom"/>. Null where they do not fit.
    /// </summary>
    public static double[]? Place(IReadOnlyList<double> wanted, double top, double bottom)
    {
        if ((wanted.Count - 1) * Pitch > bottom - top)
        {
            return null;
        }

        var order = Enumerable.Range(0, wanted.Count).OrderBy(i => wanted[i]).ToArray();
        var places = new double[wanted.Count];
        var blocks = new Stack<Block>();
        for (var k = 0; k < order.Length; k++)
        {
            var block = new Block(k, 1, wanted[order[k]]);
            while (blocks.TryPeek(out var above) && above.End(top, bottom) + Pitch > block.Start(top, bottom))
            {
                block = blocks.Pop().With(block);
            }

            blocks.Push(block);
        }

        foreach (var block in blocks)
        {
            for (var k = 0; k < block.Count; k++)
            {
                places[order[block.First + k]] = block.Start(top, bottom) + (k * Pitch);
            }
        }

        return places;
    }

    /// <summary>True where the labels that had to move take up more than 40 % of the height: a key reads better.</summary>
    public static bool TooMuchMoved(IReadOnlyList<double> wanted, double[] places, double height) =>
        places.Where((p, i) => Math.Abs(p - wanted[i]) > LeaderFrom).Count() * Pitch > 0.4 * height;

    /// <summary>From this displacement on a thin leader joins the line's end and its label.</summary>
    public const double LeaderFrom = 3;

    /// <summary>Labels that touch each other and move as one, centred on the mean of what they want.</summary>
    private readonly record struct Block(int First, int Count, double Mean)
    {
        private double Extent => (Count - 1) * Pitch;

        public double Start(double top, double bottom) => Math.Clamp(Mean - (Extent / 2), top, Math.Max(top, bottom - Extent));

        public double End(double top, double bottom) => Start(top, bottom) + Extent;

        public Block With(Block below) =>
            new(First, Count + below.Count, ((Mean * Count) + (below.Mean * below.Count)) / (Count + below.Count));
    }
}
