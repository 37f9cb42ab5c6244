using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>What the words of a profile do to a file.</summary>
[SetCulture("de-DE")]
public sealed class VocabularyTests
{
    [TestCase("01004", "DE-01004")]
    [TestCase("1004", "DE-01004")]
    [TestCase("1004 1)", "DE-01004")]
    [TestCase("Insgesamt", "DEU")]
    public void A_region_is_padded_stripped_or_an_alias(string text, string region)
    {
        using var file = Read("""{ "match": "Kreis", "as": "region", "scheme": "ags", "pad": 5, "strip": " ?\\d\\)", "aliases": { "Insgesamt": "DEU" } }, { "match": "Personen", "as": "value", "variant": "azr-report" }""", """ "constants": { "period": "2024" } """, $"Kreis,Personen\n{text},7\n");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { $"azr-report|{region}||20241231-20241231 A|7||2 2 Personen" }));
    }

    [Test]
    public void A_code_that_is_too_short_is_not_padded_into_another_region_without_the_profile()
    {
        using var file = Read("""{ "match": "Kreis", "as": "region", "scheme": "ags" }, { "match": "Personen", "as": "value", "variant": "azr-report" }""", """ "constants": { "period": "2024" } """, "Kreis,Personen\n1004,7\n");
        Assert.That(file.Findings.Select(f => (f.Reason, f.Found, f.Expected)), Is.EqualTo(new[] { (Reason.LostZero, "1004", "DE-01004") }));
    }

    [Test]
    public void The_heading_is_data()
    {
        var columns = """{ "match": "region", "as": "region" }, { "match": "Bevölkerung(?: (?<sex>Männer|Frauen))?, (?<period>\\d{4}) \\[(?<unit>.+)\\]", "as": "value", "variant": "gus-bdl-2425" }""";
        using var file = Read(columns, """ "units": { "Tsd.": 1000, "Personen": 1 }, "maps": { "sex": { "Männer": "M", "Frauen": "F" } } """, "region;Bevölkerung, 2023 [Tsd.];Bevölkerung Frauen, 2024 [Personen]\nPL-22;2.35;11\n", ";");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[]
        {
            "gus-bdl-2425|PL-22||20231231-20231231 A|2350||2 2 Bevölkerung, 2023 [Tsd.]",
            "gus-bdl-2425|PL-22|sex=F|20241231-20241231 A|11||2 3 Bevölkerung Frauen, 2024 [Personen]",
        }));
    }

    [TestCase("-", "0|")]
    [TestCase(".", "|unknown-or-confidential")]
    [TestCase("...", "|not-yet-available")]
    [TestCase("", "|missing late")]
    public void A_symbol_means_what_the_profile_says(string symbol, string meaning)
    {
        using var file = Read("""{ "match": "region", "as": "region" }, { "match": "n", "as": "value", "variant": "azr-report" }""", """ "constants": { "period": "2024" }, "symbols": { "-": "0", ".": "unknown-or-confidential", "...": "not-yet-available", "": "missing:late" } """, $"region,n\nDE-HH,{symbol}\n");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { $"azr-report|DE-HH||20241231-20241231 A|{meaning}|2 2 n" }));
    }

    [TestCase("2005", "0|")]
    [TestCase("2010", "|not-applicable")]
    public void A_dash_may_mean_gone_where_the_region_is(string year, string meaning)
    {
        using var file = Read("""{ "match": "region", "as": "region" }, { "match": "period", "as": "period" }, { "match": "n", "as": "value", "variant": "unhcr-refugees" }""", """ "symbols": { "-": { "else": "0", "gone": "not-applicable" } } """, $"region,period,n\nSCG,{year},-\n");
        Assert.That(Delivered.Lines(file), Is.EqualTo(new[] { $"unhcr-refugees|SCG||{year}1231-{year}1231 A|{meaning}|2 3 n" }));
    }

    [TestCase("p", "provisional")]
    [TestCase("pe", "estimated")]
    [TestCase("bd", "")]
    [TestCase("c", "confidential")]
    public void Signs_combine_by_their_order_and_stay_whole(string flag, string status)
    {
        using var file = Read("""{ "match": "region", "as": "region" }, { "match": "n", "as": "value", "variant": "azr-report" }, { "match": "flag", "as": "flag" }""", """ "constants": { "period": "2024" }, "flags": { "map": { "p": "provisional", "e": "estimated", "b": "break", "d": "normal", "c": "confidential" } } """, $"region,n,flag\nDE-HH,5,{flag}\n");
        Assert.That((Delivered.Lines(file).Single(), file.Phrases[file.Values().Single().Span[0].SourceFlag]), Is.EqualTo(($"azr-report|DE-HH||20241231-20241231 A|5|{status}|2 2 n", flag)));
    }

    [Test]
    public void A_total_may_be_dropped_once_it_is_checked()
    {
        using var file = Read("""{ "match": "region", "as": "region", "aliases": { "Summe": "DEU" } }, { "match": "n", "as": "value", "variant": "azr-report" }""", """ "constants": { "period": "2024" }, "totals": [{ "column": "region", "total": "Summe", "parts": ".+", "drop": true, "tolerance": 1 }] """, "region,n\nDE-HH,5\nDE-SH,6\nSumme,13\n");
        Assert.That(Delivered.Lines(file).Concat(file.Findings.Select(f => $"{f.Line} {f.Reason} {f.Found} {f.Expected}")), Is.EqualTo(new[]
        {
            "azr-report|DE-HH||20241231-20241231 A|5||2 2 n",
            "azr-report|DE-SH||20241231-20241231 A|6||3 2 n",
            "4 TotalDiffers 13 11",
        }));
    }

    [Test]
    public void A_difference_within_the_tolerance_is_rounding()
    {
        using var file = Read("""{ "match": "region", "as": "region", "aliases": { "Summe": "DEU" } }, { "match": "n", "as": "value", "variant": "azr-report" }""", """ "constants": { "period": "2024" }, "totals": [{ "column": "region", "total": "Summe", "parts": ".+", "tolerance": 2 }] """, "region,n\nDE-HH,5\nDE-SH,6\nSumme,13\n");
        Assert.That(file.Findings, Is.Empty);
    }

    [Test]
    public void A_column_of_the_scope_must_be_there()
    {
        using var file = Read("""{ "match": "region", "as": "region" }, { "match": "n", "as": "value", "variant": "azr-report" }""", """ "constants": { "period": "2024" }, "scope": [{ "column": "level", "within": "Kreis" }] """, "region,n\nDE-HH,5\n");
        Assert.That(file.Findings.Select(f => (f.Reason, f.Expected)), Is.EqualTo(new[] { (Reason.MissingColumn, "level") }));
    }

    [Test]
    public void Quotes_may_be_ordinary_letters_and_a_column_known_by_its_place()
    {
        using var file = Read("""{ "match": "#1", "as": "region" }, { "match": "n", "as": "value", "variant": "azr-report" }, { "match": "note", "as": "note" }""", """ "constants": { "period": "2024" }, "quote": "" """, ";n;note\nDE-HH;5;said \"so\"\n", ";");
        Assert.That(Delivered.Lines(file).Concat(file.Phrases), Is.EqualTo(new[] { "azr-report|DE-HH||20241231-20241231 A|5||2 2 n", "said \"so\"" }));
    }

    [Test]
    public void Texts_not_in_a_map_are_found_unless_the_map_lets_them_pass([Values] bool pass)
    {
        var rest = pass ? ", \"*\": \"=\"" : "";
        using var file = Read("""{ "match": "region", "as": "region" }, { "match": "s", "as": "dim:sex" }, { "match": "n", "as": "value", "variant": "azr-report" }""", $$""" "constants": { "period": "2024" }, "maps": { "sex": { "w": "F", "alle": "total"{{rest}} } } """, "region,s,n\nDE-HH,w,5\nDE-HH,alle,9\nDE-HH,M,4\n");
        Assert.That(file.Findings.Select(f => (f.Line, f.Reason, f.Found)), Is.EqualTo(pass ? [] : new[] { (4, Reason.UnknownCode, "M") }));
    }

    private static CheckedFile Read(string columns, string more, string text, string delimiter = ",") =>
        Delivered.Read(Encoding.UTF8.GetBytes(text), Profile.Parse($$"""{ "code": "test", "delimiter": "{{delimiter}}", "periods": ["yyyy"], {{more}}, "columns": [{{columns}}] }"""));
}
