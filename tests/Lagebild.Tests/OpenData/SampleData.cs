using System.Text;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Tests.OpenData;

/// <summary>A small data set with everything that can be said of a value.</summary>
internal static class SampleData
{
    public const string Indicator = "asylblg-recipients";

    public const string Variant = "destatis-asylblg";

    private static readonly DataSource Source = new()
    {
        Code = "sample",
        Name = "Beispiel; mit Semikolon",
        Publisher = "Amt, \"Nord\"; Amt Süd",
        Licence = "CC BY 4.0",
        LicenceAddress = "https://creativecommons.org/licenses/by/4.0/",
        Citation = "Amt Nord, 100 % & mehr",
        Address = "https://example.org/data",
        Language = "de",
    };

    public static DataBreak Break { get; } = new() { Code = "new-law", Day = new(2023, 6, 1), Text = "Neues Gesetz." };

    /// <summary>Two series: yearly days with every status, and months of women with one decimal.</summary>
    public static DataSet Of(string language = "de") => Of(language, Days(), Months());

    public static DataSet Of(string language, params (DataSeries Series, Observation[] Observations)[] shown) => new()
    {
        Code = Indicator,
        Extent = Extent.Selection,
        Language = language,
        Title = "Leistungen",
        Description = "Wer Leistungen erhält.",
        Release = 7,
        MadeOf = new() { Stand = 7 },
        PublishedUtc = new(2026, 1, 2, 3, 4, 6, DateTimeKind.Utc),
        Address = "https://lagebild.example/de/indicators/asylblg-recipients?stand=7",
        Sources = [Source],
        Variants = [new() { Code = Variant, Indicator = Indicator, Name = "Destatis", Definition = ["Am 31. Dezember."], RoundedTo = 5 }],
        Breaks = [Break],
        Words = Words.In(language).Download.Data,
        StatusWord = o => o.Confidentiality == ConfidentialityStatus.Free ? o.StatusCode() : "geheim gehalten",
        Series = [.. shown.Select(s => s.Series)],
        Read = (series, _) => shown.Where(s => series.Contains(s.Series)).SelectMany(s => s.Observations.Select(o => new DataRow(s.Series, o))).ToAsyncEnumerable(),
    };

    /// <summary>What a format writes, as text.</summary>
    public static async Task<string> TextAsync(Func<DataSet, Stream, CancellationToken, Task> write, DataSet data) => Encoding.UTF8.GetString(await BytesAsync(write, data));

    public static async Task<byte[]> BytesAsync(Func<DataSet, Stream, CancellationToken, Task> write, DataSet data)
    {
        using var bytes = new MemoryStream();
        await write(data, bytes, CancellationToken.None);
        return bytes.ToArray();
    }

    public static DataSeries Series(long id, string region, string breakdown, Frequency frequency, int decimals) => new()
    {
        Id = id,
        Key = new() { Feed = Source.Code, Indicator = Indicator, Variant = Variant, Region = region, Breakdown = breakdown, Frequency = frequency },
        Decimals = decimals,
        Unit = "persons",
        Source = Source,
        Parts = [.. Breakdown.Parse(breakdown)!.Parts.Select(p => new DataPart(p.Key, $"Name von {p.Key}", p.Value, $"Name von {p.Value}"))],
        Breaks = [Break],
        IndicatorName = "Leistungen",
        VariantName = "Destatis",
        RegionName = $"Name von {region}",
        BreakdownName = breakdown.Length == 0 ? "insgesamt" : breakdown,
        UnitName = "Personen",
        FrequencyName = frequency.ToString(),
    };

    public static (DataSeries Series, Observation[] Observations) Days() => (Series(1, "DE-HH", "", Frequency.Annual, 0),
    [
        Day(2015) with { Value = 1234, Release = 2, SourceFlag = "bp", Source = "Tabelle 1, \"Zeile 2\"", Note = "=1+1" },
        Day(2016) with { Confidentiality = ConfidentialityStatus.Confidential, Release = 2 },
        Day(2017) with { Confidentiality = ConfidentialityStatus.UnknownOrConfidential, Release = 2 },
        Day(2018) with { Status = ObservationStatus.Missing, MissingReason = MissingReason.Late, Release = 3 },
        Day(2019) with { Status = ObservationStatus.Missing, MissingReason = MissingReason.NotCollected, Release = 3 },
        Day(2020) with { Status = ObservationStatus.NotApplicable, Release = 3 },
        Day(2021) with { Status = ObservationStatus.NotYetAvailable, Release = 3 },
        Day(2022) with { Value = 1_000_000_000_000, Status = ObservationStatus.Provisional, Release = 3 },
        Day(2023) with { Value = 0, Status = ObservationStatus.LessThanHalfUnit, Note = "zwei\nZeilen <&>", Release = 3 },
    ]);

    public static (DataSeries Series, Observation[] Observations) Months() => (Series(2, "DE-01001", "sex=F", Frequency.Monthly, 1),
    [
        new() { Period = new(new(2023, 5, 1), new(2023, 5, 31), Frequency.Monthly), Value = -15, Status = ObservationStatus.Estimated, Release = 4 },
        new() { Period = new(new(2023, 6, 1), new(2023, 6, 30), Frequency.Monthly), Value = 1200, Status = ObservationStatus.LowReliability, Release = 4 },
    ]);

    private static Observation Day(int year) => new() { Period = new(new(year, 12, 31), new(year, 12, 31), Frequency.Annual) };
}
