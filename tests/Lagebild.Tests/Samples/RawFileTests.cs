using System.Globalization;
using System.Text.RegularExpressions;

namespace Lagebild.Tests.Samples;

/// <summary>Each row with a line and heading of a published file, held against that file.</summary>
public sealed partial class RawFileTests
{
    private static readonly string[] _voivodeshipsTaken = ["POLSKA", "POMORSKIE", "WARMIŃSKO-MAZURSKIE", "ZACHODNIOPOMORSKIE"];

    private static readonly ILookup<string, (SampleRow Row, int Line, string Heading)> _cited = SampleFiles.Rows
        .Select(r => (Row: r, Match: LineAndHeading().Match(r.Source))).Where(r => r.Match.Success)
        .ToLookup(r => r.Match.Groups[1].Value, r => (r.Row, int.Parse(r.Match.Groups[2].Value, CultureInfo.InvariantCulture), r.Match.Groups[3].Value));

    internal static IEnumerable<RawTable> Tables => RawTables.All;

    [OneTimeSetUp]
    public void Needs_the_published_files()
    {
        if (!Directory.Exists(RawTable.Folder))
        {
            Assert.Ignore("No published files at ../shared/data: the samples are not held against them.");
        }
    }

    [Test]
    public void Every_label_is_one_of_a_file_that_is_checked() =>
        Assert.That(_cited.Select(g => g.Key).Order(StringComparer.Ordinal), Is.EqualTo(RawTables.All.Select(t => t.Label).Order(StringComparer.Ordinal)));

    [TestCaseSource(nameof(Tables))]
    public void Each_figure_stands_at_the_line_and_heading_it_names(object table)
    {
        var raw = (RawTable)table;
        Assert.That(_cited[raw.Label].Where(c => !Same(raw, raw.Cell(c.Row, c.Line, c.Heading))).Select(c => c.Row.ToString()), Is.Empty);
    }

    [TestCaseSource(nameof(Tables))]
    public void Region_period_and_breakdown_are_those_of_the_line_and_heading(object table)
    {
        var raw = (RawTable)table;
        Assert.That(_cited[raw.Label].Where(c => !raw.Fits(raw.Cell(c.Row, c.Line, c.Heading))).Select(c => c.Row.ToString()), Is.Empty);
    }

    [TestCaseSource(nameof(Tables))]
    public void No_cell_is_taken_twice(object table) =>
        Assert.That(_cited[((RawTable)table).Label].GroupBy(c => (c.Line, c.Heading)).Where(g => g.Count() > 1).Select(g => g.Key), Is.Empty);

    [Test]
    public void Every_line_on_persons_seeking_protection_is_taken()
    {
        var raw = RawTables.All.Single(t => t.Label == "Destatis 12531-0043");
        Assert.That(_cited[raw.Label].Select(c => c.Line).Order(), Is.EqualTo(raw.Records.Keys.Where(l => l > 1).Order()));
    }

    [Test]
    public void Every_day_of_Poland_and_its_three_voivodeships_is_taken_with_all_seven_figures()
    {
        var raw = RawTables.All.Single(t => t.File == "poland/WNIOSKI_UKR_20220831.csv");
        var cells = raw.Records.Where(r => _voivodeshipsTaken.Contains(r.Value[0])).SelectMany(r => raw.Records[1].Skip(2).Select(h => (r.Key, h)));
        Assert.That(_cited[raw.Label].Select(c => (c.Line, c.Heading)).Order(), Is.EqualTo(cells.Order()));
    }

    private static bool Same(RawTable raw, RawCell cell) =>
        IsNoDistribution(cell)
            ? (cell.Row.Value, cell.Row.ObsStatus) == ("", "not-applicable")
            : raw.Label.StartsWith("dane.gov.pl", StringComparison.Ordinal) ? SamePesel(cell) : SameStatus(raw, cell);

    private static bool SameStatus(RawTable raw, RawCell cell)
    {
        var (value, status, confidentiality) = raw.Expected(cell.Text);
        return (cell.Row.Value, cell.Row.ConfStatus) == (value, confidentiality) && (value.Length > 0 || cell.Row.ObsStatus == status);
    }

    /// <summary>Applications are published in thousands, shares as they are.</summary>
    private static bool SamePesel(RawCell cell) => cell.Heading.EndsWith("[tys.]", StringComparison.Ordinal)
        ? decimal.Parse(cell.Row.Value, CultureInfo.InvariantCulture) == decimal.Parse(cell.Text, CultureInfo.InvariantCulture) * 1000
        : cell.Row.Value == cell.Text;

    /// <summary>Six shares of 0.0 beside no applications at all: the first day of two voivodeships.</summary>
    private static bool IsNoDistribution(RawCell cell) => cell.Row.Variant == "gov-pl-2715-share" && cell.Cells.Skip(2).All(c => c == "0.0");

    [GeneratedRegex("^(.+?) line ([0-9]+) (.+)$")]
    private static partial Regex LineAndHeading();
}
