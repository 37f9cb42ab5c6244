using System.Globalization;
using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Benchmarks;

/// <summary>
/// A file in the canonical layout with made-up values: 2,000 series of the shipped catalogue (variant, region, breakdown), 500 days each, the 1,000,000 rows
/// shuffled with a fixed seed; further blocks are of the same series in the 500 days before. One row in a hundred has no value and says so, one in fifty is provisional, one in two hundred has a note.
/// </summary>
internal static class GeneratedFile
{
    public const string Name = "generated-1000000-rows.csv";
    public const string Header = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";
    public const int Rows = SeriesCount * Days;
    private const int SeriesCount = 2_000;
    private const int Days = 500;
    private const int Seed = 20_260_101;
    private static readonly DateOnly _first = new(2022, 3, 14);

    /// <summary>Writes a block of rows, the first or a further one; the same bytes each time.</summary>
    public static void Write(string path, int block = 0)
    {
        var series = Series();
        var days = Enumerable.Range(-block * Days, Days).Select(d => _first.AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
        var order = Enumerable.Range(0, Rows).ToArray();
        var random = new Random(Seed + block);
        random.Shuffle(order);
        using var text = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        text.WriteLine(Header);
        foreach (var row in order)
        {
            var day = days[row % Days];
            text.WriteLine(Line(series[row / Days], day, random));
        }
    }

    private static string Line(string series, string day, Random random)
    {
        var (status, value) = random.Next(100) switch
        {
            0 => ("missing", ""),
            1 or 2 => ("provisional", Value(random)),
            _ => ("", Value(random)),
        };
        var parts = series.Split('|');
        var note = random.Next(200) == 0 ? "made up for measuring" : "";
        return $"{parts[0]},{day},{day},D,{parts[1]},{status},,generated,{note},{value}";
    }

    private static string Value(Random random) => random.Next(0, 2_000_000).ToString(CultureInfo.InvariantCulture);

    /// <summary>Each as <c>indicator,variant,region|breakdown</c>.</summary>
    private static string[] Series()
    {
        var catalogue = Catalogue.Catalogue.Shipped;
        var all = catalogue.Variants.Where(v => v is { Decimals: 0, ValidFrom: null, ValidTo: null })
            .SelectMany(v => catalogue.Regions.Where(r => r is { Level: RegionLevel.Land or RegionLevel.District, ValidTo: null })
                .SelectMany(r => Breakdowns(catalogue, v).Select(b => $"{v.Indicator},{v.Code},{r.Code}|{b}")))
            .ToArray();
        new Random(Seed).Shuffle(all);
        return all.Length < SeriesCount ? throw new InvalidOperationException("The catalogue has too few codes.") : all[..SeriesCount];
    }

    /// <summary>Each code of each dimension alone; the total only where there are none, since made-up parts add up to no total.</summary>
    private static IEnumerable<string> Breakdowns(Catalogue.Catalogue catalogue, Variant variant) =>
        variant.Dimensions.SelectMany(d => catalogue.Dimensions.Single(known => known.Code == d).Codes.Take(12).Select(c => $"{d}={c.Code}")).DefaultIfEmpty("");
}
