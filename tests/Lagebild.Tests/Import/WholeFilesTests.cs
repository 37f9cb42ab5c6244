using System.Globalization;
using System.Text;
using Lagebild.Import;

namespace Lagebild.Tests.Import;

/// <summary>Every value of the publishers' files, against a reading that knows nothing of profiles, and against totals taken by other means.</summary>
[SetCulture("de-DE")]
internal sealed class WholeFilesTests
{
    private static IEnumerable<PlainFile> Files => PlainFiles.All;

    [TestCaseSource(nameof(Files))]
    public void Every_value_of_the_file_is_read(PlainFile plain)
    {
        var bytes = File.ReadAllBytes(Delivered.SharedPath(plain.Path));
        var (sums, signs, count) = (new SortedDictionary<string, decimal>(StringComparer.Ordinal), new SortedDictionary<string, int>(StringComparer.Ordinal), 0);
        using var expected = PlainTable.Rows(bytes, plain).SelectMany(plain.Values).GetEnumerator();
        var findings = Tried.Read(bytes, plain.Profile, out var values);
        foreach (var value in values)
        {
            Assert.That(expected.MoveNext() ? Tried.Line(expected.Current) : "nothing", Is.EqualTo(Tried.Line(value)));
            count++;
            if (value.Value.Length > 0)
            {
                sums[value.Indicator] = sums.GetValueOrDefault(value.Indicator) + decimal.Parse(value.Value, CultureInfo.InvariantCulture);
            }

            if (value.Status != "normal")
            {
                signs[value.Status] = signs.GetValueOrDefault(value.Status) + 1;
            }
        }

        var totals = string.Join(' ', sums.Select(s => $"{s.Key}={PlainFile.Plain(s.Value)}").Concat(signs.Select(s => FormattableString.Invariant($"{s.Key}={s.Value}"))).Prepend(count.ToString(CultureInfo.InvariantCulture)));
        Assert.Multiple(() =>
        {
            Assert.That(expected.MoveNext(), Is.False);
            Assert.That(totals, plain.Profile == "pesel-ukr" ? Does.StartWith($"{plain.Totals} ") : Is.EqualTo(plain.Totals));
            Assert.That(findings, Is.EqualTo(plain.Findings));
        });
    }

    /// <summary>As a feed's delivery is read: what is kept, and what is found.</summary>
    [TestCase("unhcr-population", 972406, 0, "")]
    [TestCase("eurostat-asylum-applicants", 1080, 0, "")]
    [TestCase("eurostat-population", 1049, 44, "BreakMarked=32 OutOfScope=1")]
    [TestCase("eurostat-employment", 2841, 0, "BreakMarked=435")]
    [TestCase("regionaldatenbank-12411", 120, 1347, "OutOfScope=1")]
    [TestCase("regionaldatenbank-13111", 336, 2964, "OutOfScope=1 RegionSumDiffers=6")]
    [TestCase("genesis-13111-0005", 384, 0, "")]
    [TestCase("gus-bdl-2425", 237, 4235, "OutOfScope=1")]
    [TestCase("mv-shared-accommodation", 53, 0, "MoreThanPlaces=7 NotACount=1")]
    [TestCase("destatis-asylblg", 51, 0, "")]
    [TestCase("mv-unaccompanied-minors", 9, 0, "")]
    [TestCase("hamburg-minors-places", 1, 16, "OutOfScope=1")]
    [TestCase("genesis-12411-0010", 976, 0, "")]
    [TestCase("genesis-12411-0015", 960, 436, "OutOfScope=1")]
    [TestCase("regionalstatistik-12411-crosstab", 168, 482, "OutOfScope=1")]
    [TestCase("bamf-2015", 1705, 3, "OutOfScope=1")]
    [TestCase("eurostat-tps00190", 384, 1, "OutOfScope=1")]
    public void A_delivery_keeps_the_places_of_the_catalogue(string profile, int kept, int outside, string found)
    {
        using var file = Delivered.Read(File.ReadAllBytes(Delivered.SharedPath(PlainFiles.All.Single(p => p.Profile == profile).Path)), Profiles.Shipped(profile));
        Assert.That((file.ValueCount, file.OutOfScope, Tried.Found(file), file.IsReadable), Is.EqualTo(((long)kept, (long)outside, found, true)));
    }

    [Test]
    public void Places_get_the_codes_of_the_catalogue()
    {
        var codes = new[] { "regionalstatistik-12411-crosstab", "gus-bdl-2425", "mv-unaccompanied-minors", "unhcr-population", "destatis-asylblg" }
            .SelectMany(p => Tried.Codes(File.ReadAllBytes(Delivered.SharedPath(PlainFiles.All.Single(f => f.Profile == p).Path)), p)).Distinct().ToHashSet();
        Assert.That(codes, Is.SupersetOf(new[]
        {
            ("DG", "DEU"), ("02", "DE-HH"), ("01", "DE-SH"), ("13", "DE-MV"), ("01001", "DE-01001"), ("13001", "DE-13001"), ("09162", ""), ("0000000", "POL"), ("2264000", "PL-2264"),
            ("2200000", "PL-22"), ("0201000", ""), ("Rostock", "DE-13072"), ("Hansestadt Rostock", "DE-13003"), ("Summe:", "DE-MV"), ("GFR", "DEU"), ("AUS", "AUT"), ("AUL", "AUS"), ("Brandenburg2", "DE-BB"),
        }));
    }

    [Test]
    public void A_spreadsheets_errors_are_missing_where_a_profile_says_so()
    {
        const string profile = """
            {
              "code": "quota", "header": { "rows": 3, "fillRight": [1] }, "language": "en", "periods": ["yyyy"], "symbols": { "#DIV/0!": "missing" },
              "columns": [
                { "match": "Country", "as": "region", "scheme": "name-en" },
                { "match": "Koenigsstein Quota \\| (?<period>\\d{4})", "as": "value", "indicator": "quota", "strip": "%" }
              ]
            }
            """;
        var bytes = File.ReadAllBytes(Delivered.SharedPath("awkward/oecd_koenigstein_quota_div0.csv"));
        Tried.Read(bytes, Profile.Parse(profile), out var read);
        var values = read.ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(values, Has.Length.EqualTo(34 * 17));
            Assert.That(values.Count(v => v.Status == "missing"), Is.EqualTo(34 * 2));
            Assert.That(values.Single(v => v.Region == "Germany" && v.Period == "2009"), Is.EqualTo(new PlainValue(14, "11 Koenigsstein Quota | 2009", "quota", "Germany", "total", "2009", "8.8", "normal")));
        });
    }

    [Test]
    public void A_spreadsheets_errors_are_findings_where_no_profile_says_so()
    {
        using var file = Delivered.Read(File.ReadAllBytes(Delivered.SharedPath("awkward/oecd_koenigstein_quota_div0.csv")), Profiles.Shipped("figures"));
        Assert.That((file.IsReadable, file.ValueCount, file.HasErrors), Is.EqualTo((false, 0L, true)));
    }
}

/// <summary>Files read as <c>profile read</c> does.</summary>
internal static class Tried
{
    public static string Read(byte[] bytes, string profile, out IEnumerable<PlainValue> values) => Read(bytes, Profiles.Shipped(profile), out values);

    /// <summary>Findings by reason; the values in the order they are written.</summary>
    public static string Read(byte[] bytes, Profile profile, out IEnumerable<PlainValue> values)
    {
        using var file = Open(bytes, profile, out values);
        return Found(file);
    }

    public static CheckedFile Open(byte[] bytes, Profile profile, out IEnumerable<PlainValue> values)
    {
        var output = new MemoryStream();
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        var file = new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Try(FeedFile.FromBytes(bytes, "file.csv", "upload", DateTime.UnixEpoch), profile, writer, CancellationToken.None);
        writer.Flush();
        output.Position = 0;
        values = Lines(output).Select(c => new PlainValue(int.Parse(c[1], CultureInfo.InvariantCulture), c[2], c[3], c[4], c[6], c[7], Plain(c[8]), c[9]));
        return file;
    }

    public static IEnumerable<(string Spelled, string Code)> Codes(byte[] bytes, string profile)
    {
        var output = new MemoryStream();
        using var writer = new StreamWriter(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        using var file = new FeedReader(Lagebild.Catalogue.Catalogue.Shipped).Try(FeedFile.FromBytes(bytes, "file.csv", "upload", DateTime.UnixEpoch), Profiles.Shipped(profile), writer, CancellationToken.None);
        writer.Flush();
        output.Position = 0;
        return Lines(output).Select(c => (c[4], c[5])).Distinct().ToArray();
    }

    public static string Found(CheckedFile file) => string.Join(' ', file.FindingCounts.OrderBy(c => c.Key.Reason.ToString(), StringComparer.Ordinal).Select(c => FormattableString.Invariant($"{c.Key.Reason}={c.Value}")));

    public static string Line(PlainValue value) => FormattableString.Invariant($"{value.Line}|{value.Field}|{value.Indicator}|{PlainTable.Collapsed(value.Region)}|{value.Breakdown}|{value.Period}|{value.Value}|{value.Status}");

    private static string Plain(string value) => value.Length == 0 ? "" : PlainFile.Plain(decimal.Parse(value, CultureInfo.InvariantCulture));

    private static IEnumerable<string[]> Lines(Stream output)
    {
        using var text = new StreamReader(output);
        text.ReadLine();
        while (Record(text) is { } line)
        {
            yield return Cells(line);
        }
    }

    /// <summary>A line, and those behind it while a quote is open.</summary>
    private static string? Record(StreamReader text)
    {
        var line = text.ReadLine();
        while (line is not null && line.AsSpan().Count('"') % 2 == 1 && text.ReadLine() is { } more)
        {
            line += "\n" + more;
        }

        return line;
    }

    private static string[] Cells(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append(line[++at]);
            }
            else if (line[at] == '"')
            {
                quoted = !quoted;
            }
            else if (line[at] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[at]);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
