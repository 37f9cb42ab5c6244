namespace Lagebild.Charts;

/// <summary>What a drawing is made for: how wide it is, and whether the page or the picture itself holds words and colours.</summary>
public sealed record Frame
{
    private Frame()
    {
    }

    /// <summary>Plot for a page, 560 units wide: labels at the ends of lines, names left of bars. Colours by CSS class (<c>charts.css</c>).</summary>
    public static Frame Wide { get; } = new() { Name = "w", Width = 560, LineHeight = 300 };

    /// <summary>Plot for a page on the phone, 328 units wide: key above the lines, names above the bars.</summary>
    public static Frame Narrow { get; } = new() { Name = "n", Width = 328, LineHeight = 270, IsNarrow = true };

    /// <summary>A picture of its own, 1200 units wide and at least 675 high, in the light colours, with headline, key, notes, source and stand inside.</summary>
    public static Frame Standalone { get; } = new() { Name = "s", Width = 1200, MinimumHeight = 675, IsStandalone = true };

    /// <summary>As <see cref="Standalone"/>, at least 1200 high.</summary>
    public static Frame Square { get; } = new() { Name = "q", Width = 1200, MinimumHeight = 1200, IsStandalone = true };

    /// <summary>Part of the ids inside, so that two drawings of one spec fit on one page.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Units; the height follows from what is drawn.</summary>
    public int Width { get; private init; }

    /// <summary>Height of a line chart in units; of no meaning for pictures of their own, which give the plot what is left.</summary>
    internal int LineHeight { get; private init; }

    internal int MinimumHeight { get; private init; }

    public bool IsNarrow { get; private init; }

    public bool IsStandalone { get; private init; }
}
