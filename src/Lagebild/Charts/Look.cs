using System.Text;

namespace Lagebild.Charts;

/// <summary>The shape that stands for a series, beside its colour and dash.</summary>
internal enum Marker
{
    Circle,
    Square,
    TriangleUp,
    Diamond,
    TriangleDown,
    Plus,
    UprightBar,
    BowTie,
    Cross,
    Dot,
    None,
}

/// <summary>Colour, marker and dash of a series. Those of the regions are never reassigned.</summary>
internal sealed class Look
{
    private static readonly Dictionary<string, Look> Regions = new()
    {
        ["HH"] = new("c-HH", "#832428", Marker.Circle, ""),
        ["SH"] = new("c-SH", "#146DCB", Marker.Square, "8 3"),
        ["MV"] = new("c-MV", "#175D5B", Marker.TriangleUp, "12 3 3 3"),
        ["ZP"] = new("c-ZP", "#BB6503", Marker.Diamond, "20 4"),
        ["PM"] = new("c-PM", "#561169", Marker.TriangleDown, "5 3"),
        ["WM"] = new("c-WM", "#739566", Marker.Plus, "12 3 3 3 3 3"),
        ["DE"] = new("c-DE", "#32363D", Marker.UprightBar, ""),
        ["PL"] = new("c-PL", "#6F6F6F", Marker.BowTie, "8 3"),
        ["EU"] = new("c-EU", "#82878E", Marker.Cross, "14 4"),
    };

    private const string Measure = "#2B5E7E";
    private const string Ink = "#15202B";
    private const string Neutral = "#5F6B76";

    /// <summary>Parts of one measure, or places without a colour of their own.</summary>
    private static readonly Look[] Parts =
    [
        new("c-s1", Measure, Marker.Dot, ""),
        new("c-s2", Ink, Marker.Square, "8 3"),
        new("c-s3", Neutral, Marker.TriangleUp, "12 3 3 3"),
        new("c-s1", Measure, Marker.Diamond, "20 4"),
        new("c-s2", Ink, Marker.TriangleDown, "5 3"),
        new("c-s3", Neutral, Marker.Plus, "12 3 3 3 3 3"),
    ];

    private readonly string colour;
    private readonly byte[] classAttribute;
    private readonly byte[] colourAttribute;

    private Look(string name, string colour, Marker marker, string dash)
    {
        classAttribute = Encoding.UTF8.GetBytes($" class=\"{name}\"");
        colourAttribute = Encoding.UTF8.GetBytes($" color=\"{colour}\"");
        this.colour = colour;
        Class = name;
        Marker = marker;
        Dash = dash;
    }

    /// <summary>A series in the background: grey, no marker, no name.</summary>
    public static Look Grey { get; } = new("c-x", Neutral, Marker.None, "");

    /// <summary>The one colour of bars that are no regions.</summary>
    public static Look OneMeasure => Parts[0];

    /// <summary>Whether it is a region's own.</summary>
    public bool IsRegion => Regions.ContainsValue(this);

    public string Class { get; }

    public Marker Marker { get; }

    /// <summary>As SVG's stroke-dasharray; empty for a solid line.</summary>
    public string Dash { get; }

    public ReadOnlySpan<byte> ClassAttribute => classAttribute;

    public ReadOnlySpan<byte> ColourAttribute => colourAttribute;

    /// <summary>
    /// One look for each series of a line or column chart. A label that occurs twice says nothing about colour: the series are then parts.
    /// Beyond six all are grey but three.
    /// </summary>
    public static Look[] Of(ChartSpec spec)
    {
        var series = spec.Series;
        var looks = new Look[series.Count];
        var shown = series.Count > MostInColour ? Emphasised(spec) : null;
        var byLabel = LabelsAreUnique(series);
        var part = 0;
        for (var i = 0; i < looks.Length; i++)
        {
            looks[i] = shown is not null && !shown.Contains(i) ? Grey
                : (byLabel ? OfRegion(series[i].Label) : null) ?? Parts[part++ % Parts.Length];
        }

        return looks;
    }

    /// <summary>
    /// One look for each series over months since an onset: colour and marker by region (or name), so that a region keeps them at every onset; the dash says the onset,
    /// the latest is solid.
    /// </summary>
    public static Look[] OfOnsets(ChartSpec spec)
    {
        var shown = spec.Series.Count > MostInColour ? Emphasised(spec) : null;
        var names = spec.Series.Select(s => s.Label ?? s.Name).Distinct().ToList();
        var onsets = spec.Series.Select(s => s.Onset).Distinct().OrderDescending().ToList();
        return [.. spec.Series.Select((s, i) => shown is not null && !shown.Contains(i) ? Grey : ByName(s, names).With(OnsetDashes[onsets.IndexOf(s.Onset) % OnsetDashes.Length]))];
    }

    private static readonly string[] OnsetDashes = ["", "8 3", "12 3 3 3", "20 4"];

    private static Look ByName(ChartSeries series, List<string> names) =>
        OfRegion(series.Label) ?? Parts[names.IndexOf(series.Label ?? series.Name) % Parts.Length];

    private Look With(string dash) => new(Class, colour, Marker, dash);

    /// <summary>The look of one bar: the region's, else the one measure's.</summary>
    public static Look OfBar(ChartSeries series) => OfRegion(series.Label) ?? OneMeasure;

    /// <summary>The look of a region's chart label; null for other labels, and for none.</summary>
    public static Look? OfRegion(string? label) => label is null ? null : Regions.GetValueOrDefault(label);

    /// <summary>
    /// One look for each series of bars in groups: the region's where a group holds each region once, else one for each name of a part, the same in every group.
    /// </summary>
    public static Func<ChartSeries, Look> OfGroups(ChartSpec spec)
    {
        if (spec.Series.GroupBy(s => s.Group).All(g => LabelsAreUnique([.. g]) && g.All(s => s.Label is not null)))
        {
            return OfBar;
        }

        var names = spec.Series.Select(s => s.Name).Distinct().ToList();
        return series => Parts[names.IndexOf(series.Name) % Parts.Length];
    }

    /// <summary>More series than this are grey but for three.</summary>
    public const int MostInColour = 6;

    private const int MostEmphasised = 3;

    private static HashSet<int> Emphasised(ChartSpec spec)
    {
        var marked = Enumerable.Range(0, spec.Series.Count).Where(i => spec.Series[i].Emphasised).Take(MostEmphasised).ToHashSet();
        return marked.Count > 0 ? marked : [.. Enumerable.Range(0, MostEmphasised)];
    }

    private static bool LabelsAreUnique(IReadOnlyList<ChartSeries> series)
    {
        var seen = new HashSet<string>();
        return series.All(s => s.Label is null || seen.Add(s.Label));
    }
}
