using System.Globalization;
using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>How files are written: encodings, marks, delimiters, line ends.</summary>
[SetCulture("de-DE")]
public sealed class TextTests
{
    private const string _row = "registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,Quelle,gezählt im März: „ß“,100\n";
    private const string _line = "hh-lagebild|DE-HH||20240101-20240131 M|100||2 12 value";

    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;
    private static readonly Encoding _central = CodePagesEncodingProvider.Instance.GetEncoding("windows-1250")!;

    private static IEnumerable<TestCaseData> Encodings() =>
    [
        new TestCaseData(new UTF8Encoding(false), "de").SetArgDisplayNames("UTF-8"),
        new TestCaseData(new UTF8Encoding(true), "de").SetArgDisplayNames("UTF-8 with mark"),
        new TestCaseData(new UnicodeEncoding(false, true), "de").SetArgDisplayNames("UTF-16 little-endian"),
        new TestCaseData(new UnicodeEncoding(true, true), "de").SetArgDisplayNames("UTF-16 big-endian"),
        new TestCaseData(_western, "de").SetArgDisplayNames("Windows-1252 from a German feed"),
        new TestCaseData(_central, "pl").SetArgDisplayNames("Windows-1250 from a Polish feed"),
    ];

    [TestCaseSource(nameof(Encodings))]
    public void The_encoding_is_recognised(Encoding encoding, string language)
    {
        var bytes = encoding.Preamble.ToArray().Concat(encoding.GetBytes(Delivered.Header + _row)).ToArray();
        using var file = Delivered.Read(bytes, Profiles.Shipped("figures"), Delivered.Feed with { Language = language });
        Assert.That(Delivered.Lines(file).Concat(file.Phrases), Is.EqualTo(new[] { _line, "Quelle", "gezählt im März: „ß“" }));
    }

    [TestCase(';')]
    [TestCase('\t')]
    [TestCase('|')]
    public void The_delimiter_is_recognised(char delimiter)
    {
        using var file = Delivered.Read((Delivered.Header + _row).Replace(',', delimiter));
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { _line }));
    }

    [Test]
    public void The_delimiter_a_spreadsheet_names_is_believed_and_its_line_counts()
    {
        using var file = Delivered.Read("sep=;\n" + (Delivered.Header + _row).Replace(',', ';'));
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { _line.Replace("|2 ", "|3 ", StringComparison.Ordinal) }));
    }

    [Test]
    public void Decomposed_letters_are_composed()
    {
        using var file = Delivered.Read(Delivered.Header + _row.Normalize(NormalizationForm.FormD));
        Assert.That(file.Phrases[1], Is.EqualTo("gezählt im März: „ß“"));
    }

    [Test]
    public void A_line_counts_line_feeds_whatever_stands_in_cells()
    {
        var month = (int n, string note) => $"registered-arrivals,hh-lagebild,DE-HH,2024-{n:00}-01,2024-{n:00}-{DateTime.DaysInMonth(2024, n)},M,,,,,\"{note}\",{n}\r\n";
        using var file = Delivered.Read(Delivered.Header.Replace("\n", "\r\n", StringComparison.Ordinal) + month(1, "two\nlines") + "\r\n" + month(2, "a lone\rreturn") + ",,,,,,,,,,,\r\n" + month(3, "x"));
        Assert.That(Delivered.Lines(file).Select(l => l.Split('|')[^1]), Is.EqualTo(new[] { "2 12 value", "5 12 value", "7 12 value" }));
    }

    [Test]
    public void Lines_before_the_header_are_skipped_and_counted()
    {
        using var file = Delivered.Read(Encoding.UTF8.GetBytes("Title, with a comma\n\"an open quote\n" + Delivered.Header + _row), Profiles.Shipped("figures") with { Skip = 2, Delimiter = "," });
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { _line.Replace("|2 ", "|4 ", StringComparison.Ordinal) }));
    }

    [Test]
    public void Comments_are_passed_over_and_counted()
    {
        using var file = Delivered.Read(Encoding.UTF8.GetBytes(Delivered.Header + "# said, by the office\n" + _row), Profiles.Shipped("figures") with { Comment = "#" });
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { _line.Replace("|2 ", "|3 ", StringComparison.Ordinal) }));
    }

    [Test]
    public void A_file_without_a_last_line_feed_is_read_whole()
    {
        using var file = Delivered.Read(Delivered.Header + _row.TrimEnd());
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { _line }));
    }

    [Test]
    public void The_line_of_a_bad_byte_is_found_far_into_the_file()
    {
        var days = Enumerable.Range(0, 5000).Select(n => new DateOnly(2000, 1, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        var rows = string.Concat(days.Select(d => $"registered-arrivals,hh-lagebild,DE-HH,{d},{d},D,,,,,März,1\n"));
        var bytes = Encoding.UTF8.GetBytes(Delivered.Header + rows).Concat(new byte[] { 0xFF, (byte)'\n' }).ToArray();
        using var file = Delivered.Read(bytes, Profiles.Shipped("figures") with { Encoding = "utf-8" });
        var fault = file.Findings.Single(f => f.Reason == Reason.NotInEncoding);
        Assert.That((fault.Line, fault.Found, file.Records), Is.EqualTo((5002, $"0xFF @ {bytes.Length - 2}", 5000L)));
    }
}
