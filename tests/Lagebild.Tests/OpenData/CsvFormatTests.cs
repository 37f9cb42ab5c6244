using System.Text;
using Lagebild.Import;
using Lagebild.OpenData;
using Lagebild.Statistics;

namespace Lagebild.Tests.OpenData;

[SetCulture("de-DE")]
internal sealed class CsvFormatTests
{
    [Test]
    public async Task The_canonical_file_has_the_columns_of_the_layout_then_labels()
    {
        var lines = (await SampleData.TextAsync(CanonicalCsv.WriteAsync, SampleData.Of())).Split("\r\n");
        Assert.That(lines[0], Does.StartWith(File.ReadAllText(Repository.At("docs", "feeds", "templates", "figures.csv")).Trim() + ",source_flag,label_"));
        Assert.That(lines[1], Is.EqualTo(
            "asylblg-recipients,destatis-asylblg,DE-HH,2015-12-31,2015-12-31,A,,,,\"Tabelle 1, \"\"Zeile 2\"\"\",=1+1,1234,bp,,,2,Leistungen,Destatis,Name von DE-HH,insgesamt,Personen,,sample,"
            + "\"Amt, \"\"Nord\"\"; Amt Süd\",CC BY 4.0,7,selection"));
        Assert.That(lines[^2], Is.EqualTo(
            "asylblg-recipients,destatis-asylblg,DE-01001,2023-06-01,2023-06-30,M,sex=F,low-reliability,,,,120.0,,low-reliability,2023-06-01: Neues Gesetz.,4,"
            + "Leistungen,Destatis,Name von DE-01001,sex=F,Personen,,sample,\"Amt, \"\"Nord\"\"; Amt Süd\",CC BY 4.0,7,selection"));
    }

    [Test]
    public async Task The_canonical_file_begins_without_a_byte_order_mark() =>
        Assert.That((await SampleData.BytesAsync(CanonicalCsv.WriteAsync, SampleData.Of()))[0], Is.EqualTo((byte)'i'));

    [Test]
    public async Task The_canonical_file_handed_in_says_every_value_status_reason_sign_source_and_note()
    {
        var data = SampleData.Of("en", SampleData.Days());
        var file = FeedFile.FromBytes(await SampleData.BytesAsync(CanonicalCsv.WriteAsync, data), "x.csv", "x.csv", DateTime.UnixEpoch);
        using var read = new FeedReader(Catalogue.Catalogue.Shipped).Read(file, FeedReader.Trial(Profiles.Shipped("figures")), Profiles.Shipped("figures"), CancellationToken.None);
        var said = read.Values().SelectMany(part => part.ToArray()).Select(v => (
            v.PeriodStart, v.HasValue ? v.Value : (long?)null, v.Status, v.Confidentiality, v.MissingReason, Phrase(read, v.SourceFlag), Phrase(read, v.Source), Phrase(read, v.Note)));
        var handedOut = SampleData.Days().Observations.Select(o => (
            DayNumber.From(o.Period.Start), o.Value, o.Status, o.Confidentiality, o.MissingReason, o.SourceFlag, o.Source, o.Note));
        Assert.That(said, Is.EqualTo(handedOut));
    }

    [TestCase("de", ';', "-1,5")]
    [TestCase("pl", ';', "-1,5")]
    [TestCase("en", ',', "-1.5")]
    public async Task The_file_for_a_spreadsheet_is_in_the_locale_of_the_reader(string language, char delimiter, string value)
    {
        var bytes = await SampleData.BytesAsync(SpreadsheetCsv.WriteAsync, SampleData.Of(language, SampleData.Months()));
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.That(bytes[..3], Is.EqualTo(Encoding.UTF8.GetPreamble()));
        Assert.That(lines[1], Does.Contain($"{delimiter}2023-05-31{delimiter}{value}{delimiter}"));
        Assert.That(lines[0].Split(delimiter), Has.Length.EqualTo(27));
    }

    [Test]
    public async Task The_file_for_a_spreadsheet_holds_words_before_codes()
    {
        var lines = (await SampleData.TextAsync(SpreadsheetCsv.WriteAsync, SampleData.Of("de", SampleData.Months()))).Split("\r\n");
        Assert.That(lines[2], Is.EqualTo(
            "Leistungen;Destatis;Name von DE-01001;sex=F;Monthly;2023-06-01;2023-06-30;120,0;low-reliability;2023-06-01: Neues Gesetz.;;;;low-reliability;;4;Personen;"
            + "\"Amt, \"\"Nord\"\"; Amt Süd\";CC BY 4.0;asylblg-recipients;destatis-asylblg;DE-01001;sex=F;M;sample;7;Auswahl"));
    }

    [TestCase("=1+1", "'=1+1")]
    [TestCase("+49 40", "'+49 40")]
    [TestCase("-", "'-")]
    [TestCase("@sum", "'@sum")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase(" =1", "' =1")]
    [TestCase("\r=1", "'\r=1")]
    [TestCase("＝1", "'＝1")]
    [TestCase("a=1", "a=1")]
    [TestCase("", "")]
    public void Text_that_a_spreadsheet_would_run_is_neutralised(string text, string harmless) => Assert.That(CsvText.Harmless(text), Is.EqualTo(harmless));

    [Test]
    public async Task A_note_that_begins_like_a_formula_is_neutralised_for_spreadsheets_only()
    {
        var data = SampleData.Of("de", SampleData.Days());
        Assert.That(await SampleData.TextAsync(SpreadsheetCsv.WriteAsync, data), Does.Contain(";'=1+1;"));
        Assert.That(await SampleData.TextAsync(CanonicalCsv.WriteAsync, data), Does.Contain(",=1+1,"));
    }

    [Test]
    public async Task SDMX_has_structure_dimensions_measure_and_attributes_in_this_order()
    {
        var lines = (await SampleData.TextAsync(SdmxCsv.WriteAsync, SampleData.Of())).Split("\r\n");
        Assert.That(lines[0], Is.EqualTo(
            "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,VARIANT,FEED,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,STATUS,MISSING_REASON,BREAK,SOURCE_FLAG,COMMENT_OBS,SOURCE_DETAIL,RELEASE,"
            + "UNIT_MEASURE,DECIMALS,COMPUTED,TITLE,SOURCE_AGENCY,LICENCE,STAND,EXTENT"));
        Assert.That(lines[4], Does.StartWith("dataflow,LAGEBILD:DF_ASYLBLG_RECIPIENTS(1.0.0),I,A,DE-HH,asylblg-recipients,destatis-asylblg,sample,_T,2018-12-31,,O,F,missing,late,,,,,3,persons,0,,"));
        Assert.That(lines[^2], Does.StartWith("dataflow,LAGEBILD:DF_ASYLBLG_RECIPIENTS(1.0.0),I,M,DE-01001,asylblg-recipients,destatis-asylblg,sample,F,2023-06,120.0,U,F,low-reliability,,2023-06-01: Neues Gesetz.,,,,4,persons,1,,"));
    }

    [Test]
    public async Task SDMX_has_the_codes_of_its_own_lists_for_statuses()
    {
        var lines = (await SampleData.TextAsync(SdmxCsv.WriteAsync, SampleData.Of("de", SampleData.Days()))).Split("\r\n");
        Assert.That(lines[1..10].Select(l => string.Join(',', l.Split(',')[8..14])), Is.EqualTo(new[]
        {
            "2015-12-31,1234,A,F,,", "2016-12-31,,Q,C,,", "2017-12-31,,Q,C,,", "2018-12-31,,O,F,missing,late", "2019-12-31,,L,F,missing,not-collected", "2020-12-31,,M,F,not-applicable,",
            "2021-12-31,,O,F,not-yet-available,", "2022-12-31,1000000000000,P,F,provisional,", "2023-12-31,0,N,F,less-than-half-a-unit,",
        }));
    }

    [TestCase("2024-12-31", "2024-12-31", Frequency.Annual, "2024-12-31")]
    [TestCase("2024-01-01", "2024-12-31", Frequency.Annual, "2024")]
    [TestCase("2024-07-01", "2024-12-31", Frequency.HalfYearly, "2024-S2")]
    [TestCase("2024-10-01", "2024-12-31", Frequency.Quarterly, "2024-Q4")]
    [TestCase("2024-02-01", "2024-02-29", Frequency.Monthly, "2024-02")]
    [TestCase("2024-12-30", "2025-01-05", Frequency.Weekly, "2025-W01")]
    [TestCase("2024-12-31", "2025-01-06", Frequency.Weekly, "2024-12-31/P7D")]
    [TestCase("2024-01-01", "2024-09-30", Frequency.Interval, "2024-01-01/P274D")]
    [TestCase("2024-04-01", "2025-03-31", Frequency.Annual, "2024-04-01/P365D")]
    public void SDMX_periods_lose_neither_first_nor_last_day(string start, string end, Frequency frequency, string text) =>
        Assert.That(SdmxPeriod.Of(new(DateOnly.Parse(start, null), DateOnly.Parse(end, null), frequency)), Is.EqualTo(text));

    [Test]
    public async Task A_break_stands_at_the_first_value_counted_anew_and_nowhere_else()
    {
        var lines = (await SampleData.TextAsync(CanonicalCsv.WriteAsync, SampleData.Of())).Split("\r\n");
        Assert.That(lines.Where(l => l.Contains("Neues Gesetz.", StringComparison.Ordinal)).Select(l => l.Split(',')[3]), Is.EqualTo(new[] { "2023-12-31", "2023-06-01" }));
    }

    private static string? Phrase(CheckedFile file, int number) => number < 0 ? null : file.Phrases[number];
}
