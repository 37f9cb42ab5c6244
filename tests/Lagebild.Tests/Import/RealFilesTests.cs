using System.Globalization;
using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>Whole files of publishers, each value compared with what splitting the text by hand gives.</summary>
[SetCulture("de-DE")]
public sealed class RealFilesTests
{
    [Test]
    public void Pesel_ukr_is_read_whole()
    {
        var path = Delivered.SharedPath("poland/WNIOSKI_UKR_20220831.csv");
        var regions = VoivodeshipsByName();
        string[] breakdowns = ["age=Y_LT18;sex=F", "age=Y18-65;sex=F", "age=Y_GT65;sex=F", "age=Y_LT18;sex=M", "age=Y18-65;sex=M", "age=Y_GT65;sex=M"];
        var expected = new List<string>();
        var (lines, number) = (File.ReadAllLines(path, Encoding.UTF8), 1);
        var headings = lines[0].Split(',');
        foreach (var cells in lines.Skip(1).Select(l => l.Split(',')))
        {
            number++;
            var day = cells[1][6..] + cells[1][3..5] + cells[1][..2];
            var persons = (long)(decimal.Parse(cells[2], CultureInfo.InvariantCulture) * 1000);
            expected.Add($"gov-pl-2715|{regions[cells[0]]}||{day}-{day} D|{persons}||{number} 3 {headings[2]}");
            expected.AddRange(breakdowns.Select((b, i) => $"gov-pl-2715-share|{regions[cells[0]]}|{b}|{day}-{day} D|{cells[3 + i].Replace(".", "", StringComparison.Ordinal).TrimStart('0').PadLeft(1, '0')}||{number} {4 + i} {headings[3 + i]}"));
        }

        using var file = Read(path, "pesel-ukr");
        Assert.Multiple(() =>
        {
            Assert.That(Delivered.Lines(file), Is.EquivalentTo(expected));
            Assert.That(file.FindingCounts, Is.Empty);
            Assert.That(file.ValueCount, Is.EqualTo(2567 * 7));
        });
    }

    [Test]
    public void Temporary_protection_is_read_whole()
    {
        var path = Delivered.SharedPath("international/temporary_protection_beneficiaries_monthly.csv");
        var regions = Lagebild.Catalogue.Catalogue.Shipped.Regions.Where(r => r.Aliases.ContainsKey("eurostat")).SelectMany(r => r.Aliases["eurostat"].Select(a => (a, r.Code))).ToDictionary();
        var expected = new List<string>();
        var number = 1;
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            number++;
            var cells = line.Split('"')[2].Split(',')[1..];
            var (month, value, flag) = (cells[12], cells[14], cells[16]);
            var day = DateTime.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1).ToString("yyyyMMdd", CultureInfo.InvariantCulture);
            var status = string.Join(' ', new[] { value.Length == 0 ? "missing" : flag == "e" ? "estimated" : "" });
            expected.Add($"eurostat-asytpsm|{regions[cells[10]]}|citizenship=UKR|{day}-{day} M|{value}|{status}|{number} 18 OBS_VALUE|{flag}");
        }

        using var file = Read(path, "eurostat-temporary-protection");
        var flags = file.Values().SelectMany(b => b.ToArray()).Select(v => v.SourceFlag < 0 ? "" : file.Phrases[v.SourceFlag]);
        Assert.Multiple(() =>
        {
            Assert.That(Delivered.Lines(file).Zip(flags, (l, f) => $"{l}|{f}"), Is.EquivalentTo(expected));
            Assert.That(file.FindingCounts, Is.EqualTo(new Dictionary<(Reason, Severity), long> { [(Reason.BreakMarked, Severity.Notice)] = 4 }));
        });
    }

    [Test]
    public void Hamburgs_arrivals_are_read_whole()
    {
        var path = Delivered.SharedPath("germany/transcribed_hh_monthly_arrivals_2014-2015.csv");
        string[] months = ["Januar", "Februar", "M\u00E4rz", "April", "Mai", "Juni", "Juli", "August", "September"];
        string[] variants = ["hh-registered", "hh-assigned", "hh-need"];
        var lines = File.ReadAllLines(path, Encoding.Latin1);
        var expected = new List<string>();
        for (var number = 2; number <= lines.Length; number++)
        {
            var cells = lines[number - 1].Split(';');
            var words = cells[0].Split(' ');
            var month = Array.IndexOf(months, words[0]) + 1;
            var period = words switch
            {
                [var year] => $"{year}0101-{year}1231 A",
                ["1.", _, var year] => $"{year}0101-{year}0630 S",
                ["Summe", _, var year] => $"{year}0101-{year}0930 I",
                [_, var year] => $"{year}{month:00}01-{year}{month:00}{DateTime.DaysInMonth(int.Parse(year, CultureInfo.InvariantCulture), month)} M",
                _ => "?",
            };
            expected.AddRange(variants.Select((v, i) => $"{v}|DE-HH||{period}|{cells[i + 1].Replace(".", "", StringComparison.Ordinal)}||{number} {i + 2} {lines[0].Split(';')[i + 1]}"));
        }

        using var file = Read(path, "hamburg-arrivals");
        Assert.Multiple(() =>
        {
            Assert.That(Delivered.Lines(file), Is.EquivalentTo(expected));
            Assert.That(file.FindingCounts, Is.Empty);
        });
    }

    [Test]
    public void Persons_seeking_protection_are_read_whole()
    {
        var path = Delivered.SharedPath("germany/genesis_12531-0043_protection_seekers_districts_2024.csv");
        var nations = Lagebild.Catalogue.Catalogue.Shipped.Regions.Where(r => r.Aliases.ContainsKey("genesis")).SelectMany(r => r.Aliases["genesis"].Select(a => (a, r.Code))).ToDictionary();
        var statuses = new Dictionary<string, string>
        {
            ["Anerkannter Schutzstatus"] = "recognised",
            ["Befristet anerkannter Schutzstatus"] = "recognised-temporary",
            ["Befristet anerkannter Schutzstatus aus Asylverf."] = "recognised-temporary-asylum-procedure",
            ["Befristet anerk. Schutzstatus nicht aus Asylverf."] = "recognised-temporary-other",
            ["Unbefristet anerkannter Schutzstatus"] = "recognised-permanent",
            ["Offener Schutzstatus"] = "open",
            ["Ohne Schutzsstatus"] = "without",
            ["Geduldet ausreisepflichtig"] = "without-tolerated",
            ["Vollziehbar ausreisepflichtig"] = "without-enforceable",
            ["Latent ausreispflichtig"] = "without-latent",
        };
        var expected = File.ReadLines(path).Skip(1).Select((line, i) =>
        {
            var cells = line.Split(';');
            var region = cells[7] == "02000" ? "DE-HH" : $"DE-{cells[7]}";
            var sex = cells[16] == "weiblich" ? "F" : "M";
            return $"azr-12531-0043|{region}|citizenship={nations[cells[19]]};sex={sex};status={statuses[cells[12]]}|20241231-20241231 A|{cells[21]}||{i + 2} 22 value";
        });

        using var file = Read(path, "genesis-12531-0043");
        Assert.Multiple(() =>
        {
            Assert.That(Delivered.Lines(file), Is.EquivalentTo(expected));
            Assert.That(file.FindingCounts, Is.Empty);
            Assert.That(file.Series.Select(s => s.Region).Distinct().Count(), Is.EqualTo(24));
        });
    }

    private static CheckedFile Read(string path, string profile) => new FeedReader(Lagebild.Catalogue.Catalogue.Shipped)
        .Read(FeedFile.FromPath(path, "folder", DateTime.UnixEpoch), Delivered.Feed, Profiles.Shipped(profile), CancellationToken.None);

    /// <summary>By the official numbers of voivodeships, written out: names in capitals as the file spells them.</summary>
    private static Dictionary<string, string> VoivodeshipsByName() => new()
    {
        ["POLSKA"] = "POL",
        ["DOLNOŚLĄSKIE"] = "PL-02",
        ["KUJAWSKO-POMORSKIE"] = "PL-04",
        ["LUBELSKIE"] = "PL-06",
        ["LUBUSKIE"] = "PL-08",
        ["ŁÓDZKIE"] = "PL-10",
        ["MAŁOPOLSKIE"] = "PL-12",
        ["MAZOWIECKIE"] = "PL-14",
        ["OPOLSKIE"] = "PL-16",
        ["PODKARPACKIE"] = "PL-18",
        ["PODLASKIE"] = "PL-20",
        ["POMORSKIE"] = "PL-22",
        ["ŚLĄSKIE"] = "PL-24",
        ["ŚWIĘTOKRZYSKIE"] = "PL-26",
        ["WARMIŃSKO-MAZURSKIE"] = "PL-28",
        ["WIELKOPOLSKIE"] = "PL-30",
        ["ZACHODNIOPOMORSKIE"] = "PL-32",
    };
}
