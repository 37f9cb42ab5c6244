using System.Globalization;
using System.Text;
using Lagebild.Tests.Samples;

namespace Lagebild.Tests.Import.History;

/// <summary>The tables of docs/checks.md, as they stand there and as they should.</summary>
internal static class MeasuredPage
{
    private const string _from = "<!-- measured -->\n";
    private const string _to = "<!-- end -->";
    private static readonly Lazy<string> _text = new(() => $"{Faults()}\n{FaultsByVariant()}\n{Truth()}");

    /// <summary>What stands between the two marks.</summary>
    public static string Written
    {
        get
        {
            var page = File.ReadAllText(Path.Combine(SampleFiles.Root, "docs", "checks.md")).ReplaceLineEndings("\n");
            var from = page.IndexOf(_from, StringComparison.Ordinal) + _from.Length;
            return page[from..page.IndexOf(_to, StringComparison.Ordinal)];
        }
    }

    public static string Text => _text.Value;

    private static IReadOnlyList<string> Variants { get; } = [.. Measured.Series.Select(s => s.Key.Variant).Distinct().Order(StringComparer.Ordinal)];

    private static string Faults() => Table(
        ["Fault", "newest", "within"],
        Measured.ByKind.Select(k => new[] { k.Kind.Name, k.Past.ToString(), k.Both.ToString() }));

    private static string FaultsByVariant() => Table(
        ["Fault", .. Variants],
        Measured.ByKind.Select(k => new[] { k.Kind.Name }.Concat(Variants.Select(v => Measured.Of(k.Kind, v).Counts)).ToArray()));

    private static string Truth() => Table(
        ["True values", "series", "newest", "within"],
        Variants.Select(v => Row(v, v)).Append(Row("all", null)).Append(["all, mean over the series", "", Mean(Known.Past), Mean(Known.PastAndFuture)]).Append(ShortSeries()));

    private static string[] Row(string name, string? variant) =>
    [
        name, Measured.Series.Count(s => variant is null || s.Key.Variant == variant).ToString(CultureInfo.InvariantCulture),
        Measured.Questioned(Known.Past, variant).ToString(), Measured.Questioned(Known.PastAndFuture, variant).ToString(),
    ];

    private static string[] ShortSeries() =>
        ["series of 9 to 23 values, whole", Measured.ShortSeries.Count.ToString(CultureInfo.InvariantCulture), "", Measured.QuestionedOfShortSeries().ToString()];

    private static string Mean(Known known) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Measured.Truth.Where(t => t.Known == known).GroupBy(t => t.Cell.Series).Average(s => 100.0 * s.Count(t => t.Reason is not null) / s.Count()):F1} %");

    private static string Table(string[] heads, IEnumerable<string[]> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. heads.Select((_, at) => at == 0 ? "---" : "---:")]).Prepend(heads))
        {
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        }

        return text.ToString();
    }
}
