using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>The four canonical layouts.</summary>
[SetCulture("de-DE")]
public sealed class LayoutsTests
{
    [Test]
    public void A_canonical_row_becomes_one_value()
    {
        using var file = Delivered.Read(Delivered.Header + "pesel-ukr-share,gov-pl-2715-share,PL-22,2022-03-14,2022-03-14,D,age=Y_LT18;sex=F,provisional,,gov.pl,a note,19.5\n");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { "gov-pl-2715-share|PL-22|age=Y_LT18;sex=F|20220314-20220314 D|195|provisional|2 12 value" }));
    }

    [TestCase("missing,", "||missing")]
    [TestCase("missing:late,", "||missing late")]
    [TestCase("missing:not-collected,", "||missing not-collected")]
    [TestCase("not-yet-available,", "||not-yet-available")]
    [TestCase(",confidential", "||confidential")]
    [TestCase("low-reliability,unknown-or-confidential", "||low-reliability unknown-or-confidential")]
    public void An_empty_value_says_why(string statuses, string expected)
    {
        using var file = Delivered.Read(Delivered.Header + $"registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,{statuses},,,\n");
        Assert.That(Delivered.Lines(file).Single(), Does.Contain($"M{expected}|2 12 value"));
    }

    [Test]
    public void Labels_beside_codes_are_passed_over_and_a_sign_of_the_source_is_kept()
    {
        using var file = Delivered.Read(Delivered.Header.Replace(",value", ",source_flag,value,label_region", StringComparison.Ordinal) + "registered-arrivals,hh-lagebild,DE-HH,2024-01-01,2024-01-31,M,,,,,,b,100,Hamburg\n");
        var value = file.Values().Single().Span[0];
        Assert.That((Delivered.Lines(file).Single(), file.Phrases[value.SourceFlag]), Is.EqualTo(("hh-lagebild|DE-HH||20240101-20240131 M|100||2 13 value", "b")));
    }

    [Test]
    public void Arrivals_become_a_value_for_each_measure_the_office_counts()
    {
        using var file = Delivered.Read("region;period;counted;registered;distributed_away;staying;needing_accommodation;status;note\nDE-HH;2024-01;;100;20;80;;provisional;\nDE-HH;01/2024;ukraine;40;;;;;\nDE-SH;2024;;7;;;;;\n", "arrivals");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[]
        {
            "hh-staying|DE-HH||20240101-20240131 M|80|provisional|2 6 staying",
            "hh-distributed-away|DE-HH||20240101-20240131 M|20|provisional|2 5 distributed_away",
            "hh-lagebild|DE-HH||20240101-20240131 M|100|provisional|2 4 registered",
            "hh-lagebild-ukraine|DE-HH||20240101-20240131 M|40||3 4 registered",
            "sh-registered|DE-SH||20240101-20241231 A|7||4 4 registered",
        }));
    }

    [Test]
    public void A_status_explains_each_empty_measure_of_its_row()
    {
        using var file = Delivered.Read("region;period;registered;staying;status\nDE-HH;2024-01;;;missing:late\n", "arrivals");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[]
        {
            "hh-staying|DE-HH||20240101-20240131 M||missing late|2 4 staying",
            "hh-lagebild|DE-HH||20240101-20240131 M||missing late|2 3 registered",
        }));
    }

    [Test]
    public void Accommodation_chooses_the_variant_by_region_and_type()
    {
        using var file = Delivered.Read("region;period;accommodation;nominal;usable;occupied\nDE-MV;31.03.2024;reception;500;;450\nDE-13003;31.03.2024;shared;;60;61\nDE-SH;31.03.2024;land-facility;10.5;;\n", "accommodation");
        Assert.Multiple(() =>
        {
            Assert.That(Delivered.Lines(file), Is.EqualTo(new[]
            {
                "mv-reception-nominal|DE-MV|accommodation=reception|20240331-20240331 D|500||2 4 nominal",
                "mv-reception-occupied|DE-MV|accommodation=reception|20240331-20240331 D|450||2 6 occupied",
                "mv-shared-occupied|DE-13003|accommodation=shared|20240331-20240331 D|61||3 6 occupied",
                "mv-shared-capacity|DE-13003|accommodation=shared|20240331-20240331 D|60||3 5 usable",
            }));
            Assert.That(file.Findings.Select(f => (f.Line, f.Field, f.Reason)), Is.EqualTo(new[] { (3, "occupied", Reason.MoreThanPlaces), (4, "nominal", Reason.NotACount) }));
        });
    }

    [Test]
    public void Support_is_read_with_the_day_of_its_stocks()
    {
        using var file = Delivered.Read("region,period,frequency,asylblg_recipients,unaccompanied_minors,minors_taken_in\nDE-MV,2023,,1.235,,\nDE-MV,2018-01-02,A,,384,\nDE-HH,2016,,,,1000\n".Replace("1.235", "1235", StringComparison.Ordinal), "support");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[]
        {
            "destatis-asylblg|DE-MV||20231231-20231231 A|1235||2 4 asylblg_recipients",
            "mv-uma|DE-MV||20180102-20180102 A|384||3 5 unaccompanied_minors",
            "hh-uma-intake|DE-HH||20160101-20161231 A|1000||4 6 minors_taken_in",
        }));
    }

    [Test]
    public void Each_template_is_a_header_its_own_profile_reads_without_an_error([Values("figures", "arrivals", "accommodation", "support")] string layout)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Delivered.Root, "docs", "feeds", "templates", $"{layout}.csv"));
        using var file = Delivered.Read(bytes, Profiles.Shipped(layout));
        Assert.That(file.Findings.Select(f => f.Reason), Is.EqualTo(new[] { Reason.EmptyFile }));
    }

    [Test]
    public void Every_shipped_profile_is_named_as_its_file_and_its_variants_exist()
    {
        var catalogue = Lagebild.Catalogue.Catalogue.Shipped;
        var unknown = from code in Profiles.Codes
                      let profile = Profiles.Shipped(code)
                      from variant in profile.Columns.Select(c => c.Variant).OfType<string>().Concat(profile.Variants.Values.SelectMany(v => v)).Concat(profile.Totals.SelectMany(t => t.Of))
                      where profile.Code != code || catalogue.Variant(variant) is null
                      select (code, variant);
        Assert.That(unknown, Is.Empty);
    }
}
