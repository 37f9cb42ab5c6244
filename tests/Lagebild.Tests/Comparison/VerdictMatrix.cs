using System.Text;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Tests.Samples;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.Comparison;

/// <summary>The matrix of docs/comparison.md, as it stands there and as it should.</summary>
internal static class VerdictMatrix
{
    private const string _from = "<!-- matrix -->\n";
    private const string _to = "<!-- end -->";

    private static readonly Lazy<string> _text = new(Made);

    private static readonly Lazy<IReadOnlyList<SamplePair>> _pairs = new(() => [.. SamplePair.OfOneIndicator, .. Across(), .. Rates()]);

    /// <summary>What stands between the two marks.</summary>
    public static string Written
    {
        get
        {
            var page = File.ReadAllText(Path.Combine(SampleFiles.Root, "docs", "comparison.md")).ReplaceLineEndings("\n");
            var from = page.IndexOf(_from, StringComparison.Ordinal) + _from.Length;
            return page[from..page.IndexOf(_to, StringComparison.Ordinal)];
        }
    }

    /// <summary>A pair that is comparable, then a pair for every concern and level there is, each with its sentence in three languages.</summary>
    public static string Text => _text.Value;

    private static string Made()
    {
        var text = new StringBuilder();
        var plain = _pairs.Value.Where(p => p.Verdict.Level == VerdictLevel.Comparable).OrderBy(p => !AreOfSix(p)).First();
        text.Append("### Comparable\n\n").Append(Named(plain)).Append("\n\n");
        foreach (var (concern, level) in Enum.GetValues<Concern>().SelectMany(c => new[] { VerdictLevel.NotComparable, VerdictLevel.WithReservations }.Select(l => (c, l))))
        {
            if (Best(concern, level) is { } pair)
            {
                Append(text, concern, level, pair);
            }
        }

        var none = Enum.GetValues<Concern>().Where(c => !_pairs.Value.Any(p => p.Verdict.Reasons.Any(r => r.Concern == c)));
        return text.Append("No two sample series have the reason: ").AppendJoin(", ", none).Append(".\n").ToString();
    }

    private static void Append(StringBuilder text, Concern concern, VerdictLevel level, SamplePair pair)
    {
        var reason = pair.Verdict.Reasons.First(r => r.Concern == concern && r.Level == level);
        text.Append("### ").Append(concern).Append(level == VerdictLevel.NotComparable ? ": not comparable\n\n" : ": with reservations\n\n").Append(Named(pair)).Append("\n\n");
        foreach (var language in Languages.All)
        {
            text.Append("- ").Append(language).Append(": ").Append(new VerdictText(SampleCounted.Catalogue, language).Sentence(reason).Replace('\u00a0', ' ')).Append('\n');
        }

        text.Append('\n');
    }

    /// <summary>Of the pairs that have the reason: of the six regions first, then of one indicator, then with the fewest other reasons.</summary>
    private static SamplePair? Best(Concern concern, VerdictLevel level) => _pairs.Value
        .Where(p => p.Verdict.Reasons.Any(r => r.Concern == concern && r.Level == level))
        .OrderBy(p => !AreOfSix(p))
        .ThenBy(p => p.Left.Indicator != p.Right.Indicator)
        .ThenBy(p => p.Left.Series.Key.Region == p.Right.Series.Key.Region)
        .ThenBy(p => p.Verdict.Reasons.Count)
        .FirstOrDefault();

    private static bool AreOfSix(SamplePair pair) => SampleCounted.Six.Contains(pair.Left.Series.Key.Region) && SampleCounted.Six.Contains(pair.Right.Series.Key.Region);

    /// <summary>Across indicators: what stands for a region, beside what stands for another or beside the country.</summary>
    private static IEnumerable<SamplePair> Across()
    {
        CountedSeries[] totals = [.. SamplePair.OfSixRegions(), .. SampleCounted.All.Where(s => s.Series.Key is { Region: "DEU" or "POL", Breakdown: "" })];
        return totals.SelectMany((left, at) => totals.Skip(at + 1).Where(right => right.Indicator != left.Indicator).Select(right => new SamplePair(left, right)));
    }

    /// <summary>Rates by populations of another day: what a reader sees who compares per inhabitants.</summary>
    private static IEnumerable<SamplePair> Rates()
    {
        var hamburg = Rate(SampleCounted.Of("destatis-asylblg", "DE-HH"), SampleCounted.Of("destatis-12411", "DE-HH"));
        var pomorskie = Rate(SampleCounted.Of("gov-pl-2715", "PL-22").In(2022), SampleCounted.Of("gus-bdl-2425", "PL-22"));
        return [new(hamburg, pomorskie)];
    }

    private static CountedSeries Rate(CountedSeries series, CountedSeries population) =>
        series.Measured(Measure.PerThousand, PerInhabitants.Series([series], [population.Series])[0], DerivedUnit.PerThousand, Lagebild.Comparison.Rate.Decimals);

    private static string Named(SamplePair pair) => $"{Named(pair.Left)} and {Named(pair.Right)}";

    private static string Named(CountedSeries series)
    {
        var key = series.Series.Key;
        var of = key.Breakdown.Length > 0 ? $" `{key.Breakdown}`" : "";
        var measure = series.Measure == Measure.Value ? "" : $" {series.Measure.Word()}";
        return $"`{key.Indicator}` `{key.Variant}` `{key.Region}`{of} ({key.Frequency.Letter()}, {key.Feed}){measure}";
    }
}
