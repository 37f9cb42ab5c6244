namespace Lagebild.Charts;

/// <summary>A sign that occurs in a chart.</summary>
public sealed record ChartSign
{
    /// <summary>What it means, in the language of the chart.</summary>
    public required string Words { get; init; }

    /// <summary>The sign as a small inline SVG (UTF-16 text), hidden from screen readers: the words say it.</summary>
    public required string Svg { get; init; }
}

/// <summary>The key of signs.</summary>
public static class ChartSigns
{
    /// <summary>Only those that occur in this chart, each once, always in the same order.</summary>
    public static IReadOnlyList<ChartSign> Of(ChartSpec spec) => throw new NotImplementedException();
}
