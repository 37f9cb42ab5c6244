using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lagebild.Tests.Samples;

/// <summary>Each row whose source is an address, held against the table published there (address, row and heading) or against the single figures noted with it.</summary>
public sealed partial class PublishedTableTests
{
    private static readonly string _figures = Path.Combine(RawTable.Folder, "..", "reference", "figures.csv");

    private static readonly (string Address, string File, Encoding Encoding, int HeaderLine, int ValueFrom)[] _tables =
    [
        ("hamburg.de/innenbehoerde/pm2014", "transcribed_hh_monthly_arrivals_2014-2015.csv", Encoding.Latin1, 1, 1),
        ("hamburg-city-webguide.de/2015", "transcribed_hh_monthly_arrivals_2014-2015.csv", Encoding.Latin1, 1, 1),
        ("mecklenburg-vorpommern/6/5298", "transcribed_mv_drs6-5298_shared_accommodation_2016-03-31.csv", Encoding.UTF8, 1, 1),
        ("mecklenburg-vorpommern/7/1604", "transcribed_mv_drs7-1604_uma_2018-01-02.csv", Encoding.UTF8, 1, 1),
        ("destatis.de", "transcribed_destatis_asylblg_recipients_laender_2023.csv", Encoding.Latin1, 3, 1),
    ];

    private static readonly IReadOnlyList<SampleRow> _rows = [.. SampleFiles.Rows.Where(r => r.Source.StartsWith("http", StringComparison.Ordinal))];

    [OneTimeSetUp]
    public void Needs_the_published_files()
    {
        if (!Directory.Exists(RawTable.Folder) || !File.Exists(_figures))
        {
            Assert.Ignore("No published files at ../shared: the single figures are not held against them.");
        }
    }

    [Test]
    public void Each_figure_of_a_published_table_stands_in_the_row_and_under_the_heading_it_names() =>
        Assert.That(_rows.Where(r => r.Source.Contains(" | ", StringComparison.Ordinal) && !Same(r, Text(r))).Select(r => $"{r} {r.Source}"), Is.Empty);

    [Test]
    public void Each_figure_with_an_address_alone_was_noted_with_that_address_region_and_period()
    {
        var noted = SimpleCsv.Read(File.ReadAllText(_figures), ';').Skip(1).Select(r => r.Cells).ToArray();
        Assert.That(_rows.Where(r => !r.Source.Contains(" | ", StringComparison.Ordinal) && !noted.Any(n => IsNoted(r, n))).Select(r => $"{r} {r.Source}"), Is.Empty);
    }

    [Test]
    public void Each_figure_of_the_Polish_census_was_noted_with_its_voivodeship_and_citizenship()
    {
        var noted = SimpleCsv.Read(File.ReadAllText(_figures), ';').Skip(1).Select(r => r.Cells).Where(n => n[2].StartsWith("foreigners by citizenship: ", StringComparison.Ordinal));
        var expected = noted.Select(n => (n[0] switch { "PM" => "PL-22", "WM" => "PL-28", _ => "PL-32" }, n[2].Split(": ")[1], n[4]));

        var rows = SampleFiles.Rows.Where(r => r.Feed == "gus-census-2011").ToArray();
        Assert.That(rows.Select(r => (r.Region, r.Source.Split(" | ")[1], r.Value)), Is.EquivalentTo(expected));
        Assert.That(rows.Where(r => Lagebild.Catalogue.Catalogue.Shipped.RegionByAlias("name-pl", r.Source.Split(" | ")[1])?.Code != r.Code("citizenship") || r.Start != "2011-03-31"), Is.Empty);
    }

    [Test]
    public void Figures_of_the_press_come_from_the_press_feeds_only()
    {
        string[] papers = ["mopo.de", "welt.de", "hh-heute.de", "sueddeutsche.de", "abendblatt.de", "n-tv.de", "sat1regional.de", "wnp.pl", "tvn24.pl"];
        Assert.That(_rows.Where(r => papers.Any(p => new Uri(r.Source.Split(' ')[0]).Host.EndsWith(p, StringComparison.Ordinal)) && !r.Feed.StartsWith("press-", StringComparison.Ordinal)), Is.Empty);
    }

    private static string Text(SampleRow row)
    {
        var (address, name, heading) = (row.Source.Split(" | ")[0], row.Source.Split(" | ")[1], row.Source.Split(" | ")[2]);
        var table = _tables.Single(t => address.Contains(t.Address, StringComparison.Ordinal));
        var records = SimpleCsv.Read(File.ReadAllText(Path.Combine(RawTable.Folder, "germany", table.File), table.Encoding), ';').ToArray();
        var column = Array.IndexOf(records.Single(r => r.Line == table.HeaderLine).Cells, heading);
        return Named(records, name).Cells[column];
    }

    /// <summary>By its first cell; of several of one name (<c>Hansestadt Rostock 3</c>) by number.</summary>
    private static SimpleRecord Named(SimpleRecord[] records, string name) =>
        records.FirstOrDefault(r => r.Cells[0] == name)
        ?? records.Where(r => r.Cells[0] == name[..name.LastIndexOf(' ')]).ElementAt(int.Parse(name[name.LastIndexOf(' ')..], CultureInfo.InvariantCulture) - 1);

    private static bool Same(SampleRow row, string text) => row.ObsStatus == "not-applicable"
        ? row.Value.Length == 0 && row.Note == text
        : row.Value == Number(Group().Replace(text, ""));

    /// <summary><c>+ 5,8</c> is 5.8, <c>- 1,2</c> is -1.2.</summary>
    private static string Number(string text) =>
        text.Replace("+ ", "", StringComparison.Ordinal).Replace("- ", "-", StringComparison.Ordinal).Replace(',', '.');

    private static bool IsNoted(SampleRow row, string[] noted) =>
        noted[6] == row.Source && (IsValue(row, noted) || (row.Value.Length == 0 && noted[4] == "no data")) && IsIn(row, noted) && IsWhen(row, noted);

    /// <summary>What a source counts in thousands stands here one by one.</summary>
    private static bool IsValue(SampleRow row, string[] noted) => noted[5] == "thousand"
        ? decimal.Parse(row.Value, CultureInfo.InvariantCulture) == decimal.Parse(noted[4], CultureInfo.InvariantCulture) * 1000
        : noted[4] == row.Value;

    private static bool IsIn(SampleRow row, string[] noted) => noted[0] switch
    {
        "DE" => row.Region == "DEU",
        "PL" => row.Region == "POL",
        "ZP" => row.Region == "PL-32",
        "PM" => row.Region == "PL-22",
        "WM" => row.Region == "PL-28",
        "SH" when row.Region.StartsWith("DE-01", StringComparison.Ordinal) => noted[2] == $"foreigners, {GermanName(row.Region)}",
        var label => row.Region == $"DE-{label}" || (label == "MV" && row.Region.StartsWith("DE-13", StringComparison.Ordinal)),
    };

    private static string GermanName(string region) =>
        Lagebild.Catalogue.Catalogue.Shipped.Text(Lagebild.Catalogue.CatalogueKind.Region, region, "name", "de")!.Body.Replace("\u00AD", "", StringComparison.Ordinal);

    private static bool IsWhen(SampleRow row, string[] noted) => noted[3].Split('/') switch
    {
        [{ Length: 10 } day] when noted[2].EndsWith("since 24 Feb 2022", StringComparison.Ordinal) => (row.Start, row.End) == ("2022-02-24", day),
        ["2025 (to week 52)"] => (row.Start, row.End, row.Frequency) == ("2025-01-01", "2025-12-28", "I"),
        [{ Length: 10 } day] => row.Start == day && row.End == day,
        [var one] => row.Start.StartsWith(one, StringComparison.Ordinal) && row.End.StartsWith(one, StringComparison.Ordinal),
        [var first, var last] => row.Start.StartsWith(first, StringComparison.Ordinal) && row.End.StartsWith(last, StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>The mark between thousands: a dot in Hamburg's notices, a blank in Destatis' table.</summary>
    [GeneratedRegex("[. ](?=[0-9]{3})")]
    private static partial Regex Group();
}
