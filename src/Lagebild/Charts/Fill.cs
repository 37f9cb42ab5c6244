namespace Lagebild.Charts;

/// <summary>
/// How a part of a stacked bar is filled: the colour of a region, or for parts that are none a tone or a pattern of the one measure. Neighbours differ in tone or pattern,
/// so that grey print tells them apart; none looks like what is missing or confidential.
/// </summary>
internal sealed class Fill
{
    private static readonly Fill[] Parts =
    [
        new(Style.Bar, "") { Text = Style.TextOnDark },
        new(Style.Light, "") { Text = Style.Axis },
        new(Style.PartOutline, "d"),
        new(Style.DarkPart, "") { Text = Style.TextOnDark },
        new(Style.PartOutline, "u"),
        new(Style.MiddlePart, ""),
    ];

    private static readonly Fill Background = new(Style.GreyPart, "");

    private readonly string pattern;

    private Fill(Style style, string pattern)
    {
        Style = style;
        this.pattern = pattern;
    }

    public Look Look { get; private init; } = Look.OneMeasure;

    public Style Style { get; }

    /// <summary>Words on it.</summary>
    public Style Text { get; private init; } = Style.AxisOverMarks;

    /// <summary>One fill for each name of a part. Beyond six all are grey but the first three, or those emphasised.</summary>
    public static Fill[] Of(ChartSpec spec, IReadOnlyList<string> names)
    {
        var series = names.Select(n => spec.Series.First(s => s.Name == n)).ToArray();
        var looks = Look.Of(spec with { Series = series });
        var part = 0;
        return [.. looks.Select(l => l == Look.Grey ? Background : l.IsRegion ? new Fill(Style.Bar, "") { Look = l } : Parts[part++ % Parts.Length])];
    }

    /// <summary>Whether the part stays in the background.</summary>
    public bool IsGrey => ReferenceEquals(this, Background);

    /// <summary>The patterns of this drawing.</summary>
    public static void Define(Svg svg, IEnumerable<Fill> fills, string id)
    {
        foreach (var pattern in fills.Select(f => f.pattern).Where(p => p.Length > 0).Distinct())
        {
            svg.Raw("<pattern"u8);
            svg.Attribute("id"u8, $"{id}{pattern}");
            svg.Raw(" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect"u8);
            svg.Style(Style.HatchGround);
            svg.Raw(" width=\"5\" height=\"5\"/>"u8);
            if (pattern == "d")
            {
                svg.Circle(Style.PatternDot, 2.5, 2.5, 1.3);
            }
            else
            {
                svg.Path(Style.PatternLine, 1.5, 0, "v5"u8);
            }

            svg.Raw("</pattern>"u8);
        }
    }

    public void Draw(Svg svg, string id, double x, double y, double width, double height)
    {
        if (pattern.Length > 0)
        {
            svg.Hatch($"{id}{pattern}", x, y, width, height);
        }

        svg.Rectangle(Style, x, y, width, height);
    }
}
