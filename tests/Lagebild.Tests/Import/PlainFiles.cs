using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Catalogue;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>The publishers' files and what each row of them says, written down without profiles.</summary>
internal static class PlainFiles
{
    private const string Count = @"\d+(?:[.,]0+)?";

    private static readonly Dictionary<string, string> None = [];

    private static readonly Dictionary<string, string> Eurostat = new() { [""] = "missing", [":"] = "missing" };

    private static readonly Dictionary<string, string> Population = new() { ["-"] = "not-applicable", ["."] = "unknown-or-confidential", ["..."] = "not-yet-available" };

    private static readonly Dictionary<string, string> Employees = new() { ["-"] = "not-yet-available", ["."] = "unknown-or-confidential", ["..."] = "not-yet-available" };

    private static readonly Dictionary<string, string> Sexes = new() { ["GESM"] = "sex=M", ["GESW"] = "sex=F", [""] = "total", ["T"] = "total", ["F"] = "sex=F", ["M"] = "sex=M" };

    private static readonly (string Column, string Indicator)[] Unhcr =
    [
        ("refugees", "refugees"), ("asylum_seekers", "asylum-seekers"), ("returned_refugees", "returned-refugees"), ("idps", "internally-displaced"),
        ("returned_idps", "returned-internally-displaced"), ("stateless", "stateless-persons"), ("ooc", "others-of-concern"), ("oip", "other-people-in-need"),
    ];

    private static readonly (int Column, string Indicator, string? Part)[] Bamf =
    [
        (3, "asylum-applicants", null), (4, "asylum-applicants", null), (6, "asylum-decisions", null), (7, "asylum-decisions", "asylum"), (8, "asylum-decisions", "refugee"),
        (9, "asylum-decisions", "subsidiary"), (10, "asylum-decisions", "removal-ban"), (11, "asylum-decisions", "refused"), (12, "asylum-decisions", "otherwise-closed"),
        (13, "pending-asylum-applications", "first"), (14, "pending-asylum-applications", "subsequent"),
    ];

    private static readonly string[] Shares = ["KOBIETY <18 [%]", "KOBIETY 18-65 [%]", "KOBIETY >65 [%]", "MĘŻCZYŹNI <18 [%]", "MĘŻCZYŹNI 18-65 [%]", "MĘŻCZYŹNI >65 [%]"];

    private static readonly Dictionary<string, int> FacilitiesOf = [];

    private static readonly Dictionary<string, string> BamfCountries = [];

    /// <summary>Those of the undamaged file, which is read first.</summary>
    private static string[]? BamfHeadings;

    private static readonly string[] Months = ["Januar", "Februar", "M\u00E4rz", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public static IEnumerable<PlainFile> All { get; } =
    [
        new("unhcr-population", "international/unhcr_population.csv", UnhcrRow)
        {
            Totals = "972406 asylum-seekers=76117890 internally-displaced=775872734 other-people-in-need=38469334 others-of-concern=53166324 refugees=762161513 returned-internally-displaced=83575541 returned-refugees=53976271 stateless-persons=87949537",
        },
        new("eurostat-asylum-applicants", "international/asylum_applicants_total.csv", r => OfEurostat(r, "asylum-applicants", r["citizen"] switch { "TOTAL" => "total", "UA" => "citizenship=UKR", _ => throw new FormatException() }, 1))
        {
            Totals = "1080 asylum-applicants=12095450",
        },
        new("eurostat-population", "international/country_population.csv", r => OfEurostat(r, "population", "total", 1))
        {
            Totals = "1093 population=33758572118 estimated=51 provisional=8", Findings = "BreakMarked=41 UnknownRegion=44",
        },
        new("eurostat-employment", "international/employment_by_citizenship.csv", r => OfEurostat(r, "employment", Sexes[r["sex"]], 1000))
        {
            Totals = "2841 employment=13661094200", Findings = "BreakMarked=435",
        },
        new("eurostat-temporary-protection", "international/temporary_protection_beneficiaries_monthly.csv", r => OfEurostat(r, "temporary-protection", r["citizen"] == "UA" ? "citizenship=UKR" : throw new FormatException(), 1))
        {
            Totals = "1136 temporary-protection=143799165 estimated=2 missing=5", Findings = "BreakMarked=4",
        },
        new("regionaldatenbank-12411", "germany/regionaldatenbank_12411-01-01-4_population_2024.csv", r => [r.Value("value", "population", r["1_variable_attribute_code"], Sexes[r["2_variable_attribute_code"]], Day(r["time"]), PlainFile.Read(r["value"], Population, form: Count))])
        {
            Delimiter = ';', Totals = "1467 population=176460354 not-applicable=222", Findings = "UnknownRegion=1347",
        },
        new("regionaldatenbank-13111", "germany/regionaldatenbank_13111-01-03-4_employees_2025.csv", r =>
            [r.Value("value", r["2_variable_attribute_code"] switch { "NATA" => "insured-foreign-employees", "" => "insured-employees", _ => throw new FormatException() }, r["1_variable_attribute_code"], Sexes[r["3_variable_attribute_code"]], Day(r["time"]), PlainFile.Read(r["value"], Employees, form: Count))])
        {
            Delimiter = ';', Totals = "3300 insured-employees=209304246 insured-foreign-employees=35024292 not-yet-available=2898 unknown-or-confidential=72", Findings = "UnknownRegion=2964",
        },
        new("genesis-13111-0005", "germany/genesis_13111-0005_employees_laender_quarterly.csv", r => [r.Value("value", "insured-employees", r["1_variable_attribute_code"], Sexes[r["2_variable_attribute_code"]], Day(r["time"]), PlainFile.Read(r["value"], Employees, form: Count))])
        {
            Delimiter = ';', Totals = "384 insured-employees=559289492",
        },
        new("gus-bdl-2425", "poland/pl_gus_bdl_LUDN_2425_CTAB_20250611231708.csv", Bdl)
        {
            Totals = "12942 population=322145480", Findings = "UnknownRegion=4235",
        },
        new("mv-shared-accommodation", "germany/transcribed_mv_drs6-5298_shared_accommodation_2016-03-31.csv", MvAccommodation)
        {
            Begin = FacilitiesOf.Clear, Delimiter = ';', Totals = "53 places-occupied=3993 places-usable=4696", Findings = "NotACount=1",
        },
        new("destatis-asylblg", "germany/transcribed_destatis_asylblg_recipients_laender_2023.csv", Asylblg)
        {
            Delimiter = ';', Encoding = "windows-1252", Skip = 2, Footer = @"\d: .*|Stand .*", Totals = "51 asylblg-recipients=2017645 asylblg-recipients-change=133.3",
        },
        new("mv-unaccompanied-minors", "germany/transcribed_mv_drs7-1604_uma_2018-01-02.csv", r => [r.Value(1, "unaccompanied-minors", r.Cells[0], "total", "2018-01-02", PlainFile.Read(r.Cells[1], None, form: Count))])
        {
            Delimiter = ';', Totals = "9 unaccompanied-minors=1190",
        },
        new("hamburg-minors-places", "germany/transcribed_hh_uma_places_2016-12-19.csv", r => [r.Value(2, "minors-places", r.Cells[0], r.Cells[1].Length == 0 ? "total" : $"facility={r.Cells[1]}", "2016-12-19", PlainFile.Read(r.Cells[2], None, form: Count))])
        {
            Delimiter = ';', Totals = "17 minors-places=952", Findings = "UnknownRegion=16",
        },
        new("hamburg-arrivals", "germany/transcribed_hh_monthly_arrivals_2014-2015.csv", Hamburg)
        {
            Delimiter = ';', Encoding = "windows-1252", Totals = "69 accommodation-need=36165 arrivals-staying=41770 registered-arrivals=105191",
        },
        new("pesel-ukr", "poland/WNIOSKI_UKR_20220831.csv", Pesel) { Totals = "17969" },
        new("genesis-12411-0010", "awkward/de_genesis_12411-0010_laender.csv", Wide(1))
        {
            Delimiter = ';', Encoding = "windows-1252", Skip = 4, HeaderRows = 2, Footer = "_{10}", Totals = "976 population=4299678810 not-applicable=160",
        },
        new("genesis-12411-0015", "awkward/de_genesis_12411-0015_kreise_timeseries.csv", Wide(2))
        {
            Delimiter = ';', Encoding = "windows-1252", Skip = 4, HeaderRows = 2, Footer = "_{10}", Totals = "11424 population=1967881001 not-applicable=1272", Findings = "UnknownRegion=436",
        },
        new("regionalstatistik-12411-crosstab", "awkward/de_regionalstatistik_12411-01-01-4_crosstab.csv", Wide(2))
        {
            Delimiter = ';', Encoding = "windows-1252", Skip = 5, HeaderRows = 3, Footer = "_{10}", Totals = "1614 population=619684716 not-applicable=237 unknown-or-confidential=36", Findings = "UnknownRegion=482",
        },
        new("bamf-2015", "awkward/de_bamf_asylgeschaeftsstatistik_2015_tabula.csv", BamfRow)
        {
            Totals = "1738 asylum-applicants=918548 asylum-decisions=565452 pending-asylum-applications=364664",
        },
        new("eurostat-tps00190", "awkward/eu_eurostat_tps00190_bulk.tsv", Packed)
        {
            Delimiter = '\t', IsQuoted = false, Packed = ',', Totals = "396 pending-asylum-applications=24905285 missing=40", Findings = "UnknownRegion=1",
        },
    ];

    /// <summary>One of our own feeds, in the layout of all figures.</summary>
    public static PlainFile Sample { get; } = new("figures", "data-samples/unhcr-population/population.csv", r =>
    [
        r["period_start"] != r["period_end"] || r["obs_status"].Length > 0 || r["conf_status"].Length > 0
            ? throw new FormatException()
            : r.Value("value", r["indicator"], r["region"], r["breakdown"].Length == 0 ? "total" : r["breakdown"].Replace(';', ','), Day(r["period_end"]), PlainFile.Read(r["value"], None, form: Count)),
    ])
    { Encoding = "auto" };

    private static string Day(string text) => DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : throw new FormatException($"No day: {text}");

    private static string Year(string text) => Regex.IsMatch(text, @"\A(?:1[89]|2[01])\d\d\z") ? text : throw new FormatException($"No year: {text}");

    private static IEnumerable<PlainValue> UnhcrRow(PlainRow row) => Unhcr.Where(u => u.Column != "oip" || row["oip"].Length > 0)
        .Select(u => row.Value(u.Column, u.Indicator, row["coa"], $"origin={Origin(row["coo"])}", Year(row["year"]), PlainFile.Read(row[u.Column], new Dictionary<string, string> { ["-"] = "missing" }, form: @"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")));

    private static string Origin(string unhcr) => Lagebild.Catalogue.Catalogue.Shipped.RegionByAlias("unhcr", unhcr)?.Code ?? unhcr;

    private static PlainValue[] OfEurostat(PlainRow row, string indicator, string breakdown, decimal factor)
    {
        var flag = row["OBS_FLAG"] + (row["CONF_STATUS"] is "C" or "N" ? "c" : "");
        var period = Regex.IsMatch(row["TIME_PERIOD"], @"\A\d{4}-(?:0[1-9]|1[0-2])\z") && indicator == "temporary-protection" ? row["TIME_PERIOD"] : Year(row["TIME_PERIOD"]);
        return [row.Value("OBS_VALUE", indicator, row["geo"], breakdown, period, Flagged(flag, ordinary => PlainFile.Read(row["OBS_VALUE"], Eurostat, factor, ordinary: ordinary)))];
    }

    /// <summary>Confidential before all, missing before what a value is worth.</summary>
    private static (string Value, string Status) Flagged(string flag, Func<string, (string Value, string Status)> read)
    {
        var ordinary = flag.Contains('u', StringComparison.Ordinal) ? "low-reliability" : flag.AsSpan().ContainsAny("es") ? "estimated" : flag.Contains('p', StringComparison.Ordinal) ? "provisional" : "normal";
        var (value, status) = read(ordinary);
        return (value, flag.Contains('c', StringComparison.Ordinal) ? "confidential" : status);
    }

    private static IEnumerable<PlainValue> Bdl(PlainRow row)
    {
        for (var c = 0; c < row.Headings.Length; c++)
        {
            if (Regex.Match(row.Headings[c], @"\Aludność w tysiącach( mężczyźni| kobiety)?,(\d{4}),\[(tys\. osób|osoba)\]\z") is { Success: true } heading)
            {
                var sex = heading.Groups[1].Value switch { " mężczyźni" => "sex=M", " kobiety" => "sex=F", _ => "total" };
                var number = PlainFile.Read(row.Cells[c], new Dictionary<string, string> { [""] = "missing", ["-"] = "missing" }, heading.Groups[3].Value == "osoba" ? 1 : 1000);
                yield return row.Value(c, "population", row["Kod"], sex, Year(heading.Groups[2].Value), number);
            }
        }
    }

    private static IEnumerable<PlainValue> MvAccommodation(PlainRow row)
    {
        var number = FacilitiesOf[row.Cells[0]] = FacilitiesOf.GetValueOrDefault(row.Cells[0]) + 1;
        return new[] { (1, "places-usable"), (2, "places-occupied") }.Where(c => row.Cells[c.Item1] != "Erstbelegung 12.04.2016")
            .Select(c => row.Value(c.Item1, c.Item2, row.Cells[0], $"accommodation=shared,facility={number}", "2016-03-31", PlainFile.Read(row.Cells[c.Item1], None, form: Count)));
    }

    private static IEnumerable<PlainValue> Asylblg(PlainRow row)
    {
        var signs = new Dictionary<string, string> { ["-"] = "0", ["."] = "unknown-or-confidential", ["..."] = "not-yet-available" };
        yield return row.Value(1, "asylblg-recipients", row.Cells[0], "total", "2023", PlainFile.Read(row.Cells[1], signs, form: @"\d{1,3}(?: \d{3})*|\d+"));
        yield return row.Value(2, "asylblg-recipients", row.Cells[0], "total", "2022", PlainFile.Read(row.Cells[2], signs, form: @"\d{1,3}(?: \d{3})*|\d+"));
        yield return row.Value(3, "asylblg-recipients-change", row.Cells[0], "total", "2023", PlainFile.Read(row.Cells[3], signs, form: @"[+-]? ?\d+(?:,\d+)?"));
    }

    private static IEnumerable<PlainValue> Hamburg(PlainRow row)
    {
        var words = row.Cells[0].Split(' ');
        var period = words switch
        {
            [var year] => Year(year),
            ["1.", "Halbjahr", var year] => $"{Year(year)}-H1",
            ["2.", "Halbjahr", var year] => $"{Year(year)}-H2",
            ["Summe", ['J' or 'j', _, _, '-', .. { Length: 3 } last] months, var year] => $"{Year(year)}-{Month(months[..3], 3):00}/{Year(year)}-{Month(last, 3):00}",
            [var month, var year] => $"{Year(year)}-{Month(month, month.Length):00}",
            _ => throw new FormatException(),
        };
        string[] indicators = ["registered-arrivals", "arrivals-staying", "accommodation-need"];
        return indicators.Select((indicator, i) => row.Value(i + 1, indicator, "DE-HH", "total", period, PlainFile.Read(
            Regex.IsMatch(row.Cells[i + 1], @"\A(?:\+ ?|[-\u2212\u2013] ?(?=0+\z))?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,0+)?\z") ? row.Cells[i + 1].Replace(".", "", StringComparison.Ordinal) : throw new FormatException(), None, form: Count)));
    }

    /// <summary>By name, however it is capitalised, or by its first letters.</summary>
    private static int Month(string name, int letters) =>
        Array.FindIndex(Months, m => m[..Math.Min(letters, m.Length)].Equals(name, StringComparison.OrdinalIgnoreCase) && (letters == 3 || m.Length == name.Length)) is var at and >= 0
            ? at + 1
            : throw new FormatException($"No month: {name}");

    private static IEnumerable<PlainValue> Pesel(PlainRow row)
    {
        string[] breakdowns = ["age=Y_LT18,sex=F", "age=Y18-65,sex=F", "age=Y_GT65,sex=F", "age=Y_LT18,sex=M", "age=Y18-65,sex=M", "age=Y_GT65,sex=M"];
        var day = DateOnly.TryParseExact(row["STAN NA DZIEŃ"], "dd-MM-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : throw new FormatException();
        yield return row.Value("LICZBA WNIOSKÓW [tys.]", "pesel-ukr-applications", row["WOJEWÓDZTWO"], "total", day, PlainFile.Read(row["LICZBA WNIOSKÓW [tys.]"], None, 1000));
        foreach (var (heading, breakdown) in Shares.Zip(breakdowns).Where(s => row.Headings.Contains(s.First)).OrderBy(s => Array.IndexOf(row.Headings, s.First)))
        {
            yield return row.Value(heading, "pesel-ukr-share", row["WOJEWÓDZTWO"], breakdown, day, PlainFile.Read(row[heading], None, form: @"-?\d+(?:\.\d+)?"));
        }
    }

    /// <summary>One column per day (and sex) behind those that name the region.</summary>
    private static Func<PlainRow, IEnumerable<PlainValue>> Wide(int first) => row => Enumerable.Range(first, row.Cells.Length - first).Select(c =>
    {
        var heading = row.Headings[c].Split(" | ");
        var breakdown = heading.ElementAtOrDefault(2) switch { null or "Insgesamt" => "total", "männlich" => "sex=M", "weiblich" => "sex=F", _ => throw new FormatException() };
        return heading[0] != "Stichtag" ? throw new FormatException() : row.Value(c, "population", row.Cells[0], breakdown, Day(heading[1]), PlainFile.Read(row.Cells[c], Population, form: Count));
    });

    private static IEnumerable<PlainValue> BamfRow(PlainRow row)
    {
        BamfHeadings ??= row.Headings;
        var country = row["LS"] switch { "121" => "ALB", "475" => "SYR", "499" => "499", _ => BamfCountries.GetValueOrDefault(row["LS"]) };
        BamfCountries[row["LS"]] = country ??= BamfCountry(row["LS"], row["Herkunftsland"]);
        return Bamf.Select(b => row.Value(Array.IndexOf(row.Headings, BamfHeadings![b.Column]), b.Indicator, "DEU", Parts(b, country), Year(row["YEAR_MONTH"]), PlainFile.Read(row[BamfHeadings![b.Column]], None, form: Count)));
    }

    private static string Parts((int Column, string Indicator, string? Part) value, string country) =>
        value.Part is null ? $"citizenship={country}"
        : value.Column < 13 ? $"citizenship={country},decision={value.Part}"
        : $"application={value.Part},citizenship={country}";

    /// <summary>By its name, as the file writes umlauts; the few whose name is another in the catalogue by hand.</summary>
    private static string BamfCountry(string code, string name) => code switch
    {
        "155" => "SVK",
        "164" => "CZE",
        "168" => "GBR",
        "245" => "COG",
        "246" => "COD",
        "281" => "SWZ",
        "355" => "JAM",
        "434" => "PRK",
        "465" => "TWN",
        "467" => "KOR",
        "998" => "UNK",
        "999" => "OA",
        "199" or "299" => code,
        _ => CountriesByName().GetValueOrDefault(Letters(name)) ?? Lagebild.Catalogue.Catalogue.Shipped.RegionByAlias("genesis", $"ST{code}")?.Code ?? code,
    };

    private static Dictionary<string, string> CountriesByName() => _countries ??= Lagebild.Catalogue.Catalogue.Shipped.Regions.Where(r => r.Level is RegionLevel.Country)
        .Select(r => (Name: Letters(Lagebild.Catalogue.Catalogue.Shipped.Text(CatalogueKind.Region, r.Code, "name", "de")!.Body), r.Code)).DistinctBy(r => r.Name).ToDictionary(r => r.Name, r => r.Code);

    private static Dictionary<string, string>? _countries;

    private static string Letters(string name) => Regex.Replace(name.ToLowerInvariant().Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal).Replace("ß", "ss", StringComparison.Ordinal), "[^a-z]", "");

    private static IEnumerable<PlainValue> Packed(PlainRow row) => row.Cells[..4] is not ["EXT_EU28", "T", "TOTAL", "PER"] ? throw new FormatException()
        : Enumerable.Range(5, row.Cells.Length - 5).Select(c =>
        {
            var (cell, month) = (Regex.Match(row.Cells[c], @"\A(.*?) ?([bdepsurc]*)\z"), Regex.Match(row.Headings[c], @"\A(\d{4})M(0[1-9]|1[0-2])\z"));
            return row.Value(c, "pending-asylum-applications", row.Cells[4], "total", month.Success ? $"{month.Groups[1]}-{month.Groups[2]}" : throw new FormatException(), Flagged(cell.Groups[2].Value, o => PlainFile.Read(cell.Groups[1].Value, new Dictionary<string, string> { [":"] = "missing" }, form: Count, ordinary: o)));
        });
}
