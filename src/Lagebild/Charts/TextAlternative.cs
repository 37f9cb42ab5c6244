namespace Lagebild.Charts;

/// <summary>A chart in words.</summary>
public static class TextAlternative
{
    /// <summary>Kind, and for each series first, last, highest and lowest value, gaps and breaks; in the language of the spec. Also the SVG's description.</summary>
    public static string Of(ChartSpec spec, ChartKind kind) => throw new NotImplementedException();
}

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Lines over time.</summary>
    Line,

    /// <summary>One horizontal bar per series: its last value.</summary>
    Bar,

    /// <summary>Upright bars over time, grouped by period.</summary>
    Column,
}
