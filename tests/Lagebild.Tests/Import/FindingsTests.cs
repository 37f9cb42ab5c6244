using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Tests.Import.History;

namespace Lagebild.Tests.Import;

[SetCulture("de-DE")]
public sealed class FindingsTests
{
    [TestCaseSource(nameof(Cases))]
    public void Each_way_to_be_wrong_has_exactly_its_findings(WrongFile wrong)
    {
        using var file = Delivered.Read(File.ReadAllBytes(Path.Combine(Delivered.Folder, $"{wrong.Name}.csv")), Profiles.Shipped(wrong.Profile));
        var found = new[] { $"readable={file.IsReadable} records={file.Records} values={file.ValueCount}" }.Concat(file.Findings.Select(Text));
        Assert.That(found, Is.EqualTo(wrong.Expected));
    }

    [Test]
    public void Every_file_is_expected_to_be_something() =>
        Assert.That(Directory.GetFiles(Delivered.Folder, "*.csv").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(WrongFile.All().Select(w => w.Name)));

    [Test]
    public void Every_reason_that_reading_alone_can_give_has_a_file_that_finds_it()
    {
        var met = WrongFile.All().SelectMany(w => w.Expected.Skip(1)).Select(l => l.Split('|')[3]).Append(nameof(Reason.RecordTooLong))
            .Concat(new[] { Reason.WorkbookDamaged, Reason.WorkbookTooLarge, Reason.WorkbookWithMacros, Reason.SheetMissing }.Select(r => r.ToString())).Distinct();
        Assert.That(met, Is.EquivalentTo(Enum.GetNames<Reason>().Except(HistoryChecksTests.Reasons)));
    }

    [Test]
    public void A_quote_that_swallows_more_than_a_mebibyte_is_a_record_too_long()
    {
        var rows = string.Concat(Enumerable.Repeat("registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,,1\n", 20_000));
        using var file = Delivered.Read(Delivered.Header + "registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,\"open,1\n" + rows);
        Assert.That(file.Findings.Select(f => (f.Line, f.Reason)), Is.EqualTo(new[] { (2, Reason.RecordTooLong) }));
    }

    [Test]
    public void A_line_of_more_than_a_mebibyte_is_a_record_too_long()
    {
        using var file = Delivered.Read(Delivered.Header + new string('x', 2_000_000));
        Assert.That(file.Findings.Select(f => (f.Line, f.Reason)), Is.EqualTo(new[] { (2, Reason.RecordTooLong) }));
    }

    [Test]
    public void All_findings_are_counted_and_the_first_thousand_by_line_are_kept()
    {
        var rows = Enumerable.Range(0, 3000).Select(n => $"registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,,{n}\n");
        using var file = Delivered.Read(Delivered.Header + string.Concat(rows) + "registered-arrivals,hh-lagebild,DE-XX,2024-01-01,2024-01-31,M,,,,,,1\n");
        Assert.Multiple(() =>
        {
            Assert.That(file.FindingCounts, Is.EquivalentTo(new Dictionary<(Reason, Severity), long>
            {
                [(Reason.OtherValueTwice, Severity.Error)] = 2999,
                [(Reason.UnknownRegion, Severity.Error)] = 1,
            }));
            Assert.That(file.Findings.Select(f => f.Line), Is.EqualTo(Enumerable.Range(3, 1000)));
        });
    }

    [Test]
    public void An_error_behind_a_thousand_notices_is_kept()
    {
        const string Row = "registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,,1\n";
        using var file = Delivered.Read(Delivered.Header + string.Concat(Enumerable.Repeat(Row, 1501)) + Row.Replace("DE-HH", "DE-XX", StringComparison.Ordinal));
        Assert.That(file.Findings.Select(f => f.Line), Is.EqualTo(Enumerable.Range(3, 999).Append(1503)));
    }

    [Test]
    public void Findings_added_later_are_counted_and_the_gravest_kept_in_order_of_line()
    {
        const string Row = "registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,,1\n";
        using var file = Delivered.Read(Delivered.Header + string.Concat(Enumerable.Repeat(Row, 1001)));
        file.Add([new() { Line = 900, Severity = Severity.Warning, Reason = Reason.FactorTen }, new() { Line = 5000, Severity = Severity.Notice, Reason = Reason.OutOfScope }]);
        Assert.Multiple(() =>
        {
            Assert.That(file.Findings.Select(f => (f.Line, f.Reason)), Is.EqualTo(Enumerable.Range(3, 999).Select(line => (line, Reason.SameValueTwice)).Append((900, Reason.FactorTen)).OrderBy(f => f.Item1)));
            Assert.That(file.FindingCounts, Is.EquivalentTo(new Dictionary<(Reason, Severity), long>
            {
                [(Reason.SameValueTwice, Severity.Notice)] = 1000,
                [(Reason.FactorTen, Severity.Warning)] = 1,
                [(Reason.OutOfScope, Severity.Notice)] = 1,
            }));
        });
    }

    [Test]
    public void What_was_found_is_cut_to_80_characters_and_no_letter_is_halved()
    {
        using var file = Delivered.Read(Delivered.Header + $"registered-arrivals,hh-lagebild,{new string('x', 79)}😀y,2024-01-01,2024-01-31,M,,,,,,1\n");
        Assert.That(file.Findings.Single().Found, Is.EqualTo(new string('x', 79)));
    }

    [Test]
    public void Every_reason_has_a_sentence_and_help_in_three_languages()
    {
        var missing = from reason in Enum.GetValues<Reason>()
                      from language in FindingText.Languages
                      where FindingText.Help(reason, language).Length == 0
                          || FindingText.Sentence(new Finding { Line = 1, Severity = Severity.Error, Reason = reason, Found = "", Expected = "" }, language).Contains('{', StringComparison.Ordinal)
                      select (reason, language);
        Assert.That(missing, Is.Empty);
    }

    [TestCase("de", "Für denselben Schlüssel steht in Zeile 7 ein anderer Wert oder eine andere Werteigenschaft als 12.")]
    [TestCase("pl", "Dla tego samego klucza w wierszu 7 podano inną wartość lub inny atrybut niż 12.")]
    [TestCase("en", "For the same key, line 7 has another value or status than 12.")]
    public void A_sentence_names_what_was_found_and_expected(string language, string sentence)
    {
        var finding = new Finding { Line = 9, Severity = Severity.Error, Reason = Reason.OtherValueTwice, Found = "12", Expected = "7" };
        Assert.That(FindingText.Sentence(finding, language), Is.EqualTo(sentence));
    }

    [Test]
    public void Every_reason_has_a_paragraph_in_the_documentation()
    {
        var paragraphs = File.ReadAllLines(Path.Combine(Delivered.Root, "docs", "feeds", "reasons.md")).Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..]);
        Assert.That(paragraphs, Is.EqualTo(Enum.GetNames<Reason>()));
    }

    private static IEnumerable<TestCaseData> Cases() => WrongFile.All().Select(w => new TestCaseData(w).SetArgDisplayNames(w.Name));

    private static string Text(Finding finding) => $"{finding.Line}|{finding.Field}|{finding.Severity}|{finding.Reason}|{finding.Found}|{finding.Expected}";
}

/// <summary>One entry of <c>files/expectations.txt</c>.</summary>
public sealed record WrongFile(string Name, string Profile, IReadOnlyList<string> Expected)
{
    public static IReadOnlyList<WrongFile> All()
    {
        var found = new List<WrongFile>();
        foreach (var line in File.ReadAllLines(Path.Combine(Delivered.Folder, "expectations.txt"), Encoding.UTF8).Where(l => !l.StartsWith(';')))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
            {
                var words = line.Split(' ', 4);
                found.Add(new WrongFile(words[1], words[2], [words[3]]));
            }
            else
            {
                found[^1] = found[^1] with { Expected = [.. found[^1].Expected, line] };
            }
        }

        return found;
    }
}
