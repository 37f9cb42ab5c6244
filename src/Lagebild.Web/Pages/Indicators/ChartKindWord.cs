using Lagebild.Charts;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>The kinds of charts as addresses and pages name them.</summary>
public static class ChartKindWord
{
    private static readonly Dictionary<ChartKind, string> Words = new()
    {
        [ChartKind.Line] = "line",
        [ChartKind.Column] = "column",
        [ChartKind.Bar] = "bar",
        [ChartKind.GroupedBar] = "grouped",
        [ChartKind.Stacked] = "stacked",
        [ChartKind.StackedShare] = "share",
        [ChartKind.SmallMultiples] = "multiples",
        [ChartKind.Ranking] = "ranking",
        [ChartKind.Slope] = "slope",
        [ChartKind.Onset] = "onset",
    };

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<ChartKind> All { get; } = [.. Words.Keys];

    /// <summary>As it stands in an address: <c>multiples</c>.</summary>
    public static string Word(this ChartKind kind) => Words[kind];

    /// <summary>Null where no kind has the word.</summary>
    public static ChartKind? Parse(string word) => All.Where(k => Words[k] == word).Select(k => (ChartKind?)k).FirstOrDefault();

    /// <summary>In the reader's language.</summary>
    public static string KindName(this Words words, ChartKind kind) => kind switch
    {
        ChartKind.Line => words.Indicator.Line,
        ChartKind.Column => words.Indicator.Column,
        ChartKind.Bar => words.Indicator.Bar,
        ChartKind.GroupedBar => words.Indicator.GroupedBar,
        ChartKind.Stacked => words.Indicator.Stacked,
        ChartKind.StackedShare => words.Indicator.StackedShare,
        ChartKind.SmallMultiples => words.Indicator.SmallMultiples,
        ChartKind.Ranking => words.Indicator.Ranking,
        ChartKind.Slope => words.Indicator.Slope,
        _ => words.Indicator.Onset,
    };
}
