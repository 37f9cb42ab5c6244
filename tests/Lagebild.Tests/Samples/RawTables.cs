using System.Globalization;
using System.Text;
using Lagebild.Catalogue;

namespace Lagebild.Tests.Samples;

/// <summary>The published files that rows cite by line and heading.</summary>
internal static class RawTables
{
    private static readonly Lagebild.Catalogue.Catalogue _catalogue = Lagebild.Catalogue.Catalogue.Shipped;

    private static readonly Dictionary<string, string> _words = new() { [""] = "", ["M"] = " mężczyźni", ["F"] = " kobiety" };

    private static readonly Dictionary<string, string> _statuses = new()
    {
        ["SCHUTZST-AK-1"] = "recognised",
        ["SCHUTZST-AK-2"] = "recognised-temporary",
        ["SCHUTZST-AK-3"] = "recognised-temporary-asylum-procedure",
        ["SCHUTZST-AK-4"] = "recognised-temporary-other",
        ["SCHUTZST-AK-5"] = "recognised-permanent",
        ["SCHUTZST-OF"] = "open",
        ["SCHUTZST-X"] = "without",
        ["AUSRPFL-G"] = "without-tolerated",
        ["AUSRPFL-V"] = "without-enforceable",
        ["AUSRPFL-L"] = "without-latent",
    };

    private static readonly Dictionary<string, string> _measures = new()
    {
        ["refugees"] = "unhcr-refugees",
        ["asylum_seekers"] = "unhcr-asylum-seekers",
        ["returned_refugees"] = "unhcr-returned-refugees",
        ["idps"] = "unhcr-idps",
        ["returned_idps"] = "unhcr-returned-idps",
        ["stateless"] = "unhcr-stateless",
        ["ooc"] = "unhcr-ooc",
        ["oip"] = "unhcr-oip",
    };

    /// <summary>Variant and breakdown beside the citizenship, by heading.</summary>
    private static readonly Dictionary<string, (string Variant, string Dimension, string? Code)> _asylum = new()
    {
        ["ASYLANTRAEGE insgesamt"] = ("bamf-all", "decision", null),
        ["ASYLANTRAEGE davon Erstantraege"] = ("bamf-first", "decision", null),
        ["ENTSCHEIDUNGEN ueber Asylantraege insgesamt"] = ("bamf-decisions", "decision", null),
        ["ENTSCHEIDUNGEN ueber Asylantraege Anerkennungen als Asylberechtigte (Art 16a und Familienasyl)"] = ("bamf-decisions", "decision", "asylum"),
        ["ENTSCHEIDUNGEN ueber Asylantraege Anerkennungen als Fluechtling gem. Par. 3 I AsylG"] = ("bamf-decisions", "decision", "refugee"),
        ["ENTSCHEIDUNGEN ueber Asylantraege Gewaehrung von subsidiaerem Schutz gem. Par. 4 I AsylG"] = ("bamf-decisions", "decision", "subsidiary"),
        ["ENTSCHEIDUNGEN ueber Asylantraege Feststellung eines Abschiebungsverbotes gem. Par. 60 V/VII AufenthG"] = ("bamf-decisions", "decision", "removal-ban"),
        ["ENTSCHEIDUNGEN ueber Asylantraege Ablehnungen (unbegr. abgel./offens unbegr. abgel.)"] = ("bamf-decisions", "decision", "refused"),
        ["ENTSCHEIDUNGEN ueber Asylantraege sonstige Verfahrenserledigungen"] = ("bamf-decisions", "decision", "otherwise-closed"),
        ["ANHÄNGIGE VERFAHREN aufgrund von E Erstantraegen"] = ("bamf-pending", "application", "first"),
        ["ANHÄNGIGE VERFAHREN aufgrund von Folgeantraege"] = ("bamf-pending", "application", "subsequent"),
    };

    public static IReadOnlyList<RawTable> All { get; } =
    [
        new()
        {
            Label = "BAMF Asylgeschäftsstatistik 2015", File = "awkward/de_bamf_asylgeschaeftsstatistik_2015_tabula.csv",
            Fits = c => c.Row.Region == "DEU" && IsCitizenship(c, "genesis", "ST" + c["LS"]) && IsAsylum(c),
        },
        new()
        {
            Label = "Eurostat lfsa_egan", File = "international/employment_by_citizenship.csv", Factor = 1000,
            Fits = c => IsAlias(c, "eurostat", c["geo"]) && IsYear(c, c["TIME_PERIOD"]) && IsEmployment(c) && IsFlagged(c),
        },
        new()
        {
            Label = "Eurostat tps00190", File = "awkward/eu_eurostat_tps00190_bulk.tsv", Delimiter = '\t', Quotes = false, Trims = true,
            Fits = c => c.Cells[0].StartsWith("EXT_EU28,T,TOTAL,PER,", StringComparison.Ordinal) && IsAlias(c, "eurostat", c.Cells[0].Split(',')[4])
                && IsDay(c, LastDay(c.Heading.Replace('M', '-')), "M") && c.Row.Breakdown.Length == 0,
        },
        new()
        {
            Label = "Destatis 12531-0043", File = "germany/genesis_12531-0043_protection_seekers_districts_2024.csv", Delimiter = ';',
            Fits = c => IsAgs(c, c["1_variable_attribute_code"]) && IsYearEnd(c, c["time"]) && IsSex(c, c["3_variable_attribute_code"])
                && IsCitizenship(c, "genesis", c["4_variable_attribute_code"]) && _statuses[c["2_variable_attribute_code"]] == c.Row.Code("status"),
        },
        new()
        {
            Label = "Destatis 13111-0005", File = "germany/genesis_13111-0005_employees_laender_quarterly.csv", Delimiter = ';',
            Fits = c => IsAgs(c, c["1_variable_attribute_code"]) && IsDay(c, c["time"], "Q") && IsSex(c, c["2_variable_attribute_code"]) && c.Row.Variant == "ba-13111",
        },
        new()
        {
            Label = "Regionaldatenbank 13111-01-03-4", File = "germany/regionaldatenbank_13111-01-03-4_employees_2025.csv", Delimiter = ';', Dash = "not-yet-available",
            Fits = c => IsAgs(c, c["1_variable_attribute_code"]) && IsDay(c, c["time"], "A") && IsSex(c, c["3_variable_attribute_code"])
                && c.Row.Variant == (c["2_variable_attribute_code"] == "NATA" ? "ba-13111-foreign" : "ba-13111"),
        },
        new()
        {
            Label = "Destatis 12411-0010", File = "awkward/de_genesis_12411-0010_laender.csv", Encoding = Encoding.Latin1, Delimiter = ';', Quotes = false, HeaderLine = 6, Dash = "not-applicable",
            Fits = c => IsNamed(c, "de", c.Cells[0]) && IsYearEnd(c, Iso(c.Heading, "dd.MM.yyyy")) && IsSex(c, "") && IsOnCensus(c),
        },
        new()
        {
            Label = "Destatis 12411-0015", File = "awkward/de_genesis_12411-0015_kreise_timeseries.csv", Encoding = Encoding.Latin1, Delimiter = ';', Quotes = false, HeaderLine = 6, Dash = "not-applicable",
            Fits = c => IsAgs(c, c.Cells[0]) && IsYearEnd(c, Iso(c.Heading, "dd.MM.yyyy")) && IsSex(c, "") && IsOnCensus(c),
        },
        new()
        {
            Label = "Regionaldatenbank 12411-01-01-4 crosstab", File = "awkward/de_regionalstatistik_12411-01-01-4_crosstab.csv", Encoding = Encoding.Latin1, Delimiter = ';', Quotes = false, HeaderLine = 8,
            Fits = c => IsAgs(c, c.Cells[0]) && IsYearEnd(c, "2021-12-31") && IsSex(c, c.Heading switch { "männlich" => "M", "weiblich" => "W", _ => "" }) && IsOnCensus(c),
        },
        new()
        {
            Label = "Regionaldatenbank 12411-01-01-4 flat", File = "germany/regionaldatenbank_12411-01-01-4_population_2024.csv", Delimiter = ';',
            Fits = c => IsAgs(c, c["1_variable_attribute_code"]) && IsYearEnd(c, c["time"]) && IsSex(c, c["2_variable_attribute_code"]) && IsOnCensus(c),
        },
        new()
        {
            Label = "Eurostat migr_asytpsm", File = "international/temporary_protection_beneficiaries_monthly.csv",
            Fits = c => IsAlias(c, "eurostat", c["geo"]) && IsDay(c, LastDay(c["TIME_PERIOD"]), "M") && IsUkrainian(c) && IsFlagged(c),
        },
        new()
        {
            Label = "Eurostat migr_asyappctza", File = "international/asylum_applicants_total.csv",
            Fits = c => IsAlias(c, "eurostat", c["geo"]) && IsYear(c, c["TIME_PERIOD"]) && IsUkrainian(c) && IsFlagged(c),
        },
        new()
        {
            Label = "Eurostat demo_gind", File = "international/country_population.csv",
            Fits = c => IsNamed(c, "en", c["geo"]) && IsDay(c, c["TIME_PERIOD"] + "-01-01", "A") && c.Row.Breakdown.Length == 0 && IsFlagged(c),
        },
        new()
        {
            Label = "UNHCR population", File = "international/unhcr_population.csv",
            Fits = c => IsAlias(c, "unhcr", c["coa"]) && IsOrigin(c) && (c.Heading.StartsWith("returned", StringComparison.Ordinal) ? IsYear(c, c["year"]) : IsYearEnd(c, c["year"] + "-12-31"))
                && c.Row.Variant == _measures[c.Heading],
        },
        new()
        {
            Label = "dane.gov.pl 2715 WNIOSKI_UKR_20220831.csv", File = "poland/WNIOSKI_UKR_20220831.csv",
            Fits = c => IsNamed(c, "pl", c.Cells[0]) && IsDay(c, Iso(c.Cells[1], "dd-MM-yyyy"), "D") && IsShare(c),
        },
        new()
        {
            Label = "GUS BDL LUDN 2425", File = "poland/pl_gus_bdl_LUDN_2425_CTAB_20250611231708.csv", Factor = 1000,
            Fits = c => IsAlias(c, "teryt7", c.Cells[0]) && IsYearEnd(c, "2024-12-31") && c.Heading == $"ludność w tysiącach{_words[c.Row.Code("sex") ?? ""]},2024,[tys. osób]",
        },
    ];

    private static bool IsAlias(RawCell cell, string scheme, string text) => _catalogue.RegionByAlias(scheme, text)?.Code == cell.Row.Region;

    private static bool IsAgs(RawCell cell, string code) => IsAlias(cell, "ags", code);

    private static bool IsNamed(RawCell cell, string language, string name) =>
        string.Equals(_catalogue.Text(CatalogueKind.Region, cell.Row.Region, "name", language)?.Body, name, StringComparison.OrdinalIgnoreCase)
        || IsAlias(cell, $"name-{language}", name);

    private static bool IsCitizenship(RawCell cell, string scheme, string text) => _catalogue.RegionByAlias(scheme, text)?.Code == cell.Row.Code("citizenship");

    private static bool IsOrigin(RawCell cell) => cell.Heading switch
    {
        "idps" or "returned_idps" => cell["coo"] == cell["coa"] && cell.Row.Breakdown.Length == 0,
        "stateless" => cell["coo_iso"] == "XXA" && cell.Row.Breakdown.Length == 0,
        _ => cell["coo_iso"] == cell.Row.Code("origin"),
    };

    private static bool IsAsylum(RawCell cell)
    {
        var (variant, dimension, code) = _asylum[cell.Heading.Normalize()];
        return cell.Row.Variant == variant && cell.Row.Code(dimension) == code
            && (variant == "bamf-pending" ? IsYearEnd(cell, cell["YEAR_MONTH"] + "-12-31") : IsYear(cell, cell["YEAR_MONTH"]));
    }

    private static bool IsEmployment(RawCell cell) =>
        (cell["citizen"], cell["age"], cell["unit"]) == ("TOTAL", "Y15-64", "THS_PER") && cell.Row.Code("sex") == (cell["sex"] == "T" ? null : cell["sex"]);

    private static bool IsUkrainian(RawCell cell) =>
        cell.Row.Breakdown == (cell["citizen"] == "UA" ? "citizenship=UKR" : "") && cell["sex"] == "T" && cell["age"] == "TOTAL" && cell["unit"] == "PER";

    private static bool IsSex(RawCell cell, string text) =>
        cell.Row.Code("sex") == (text.Length == 0 ? null : text.EndsWith('W') ? "F" : text.EndsWith('M') ? "M" : "?");

    private static bool IsShare(RawCell cell) => cell.Heading == "LICZBA WNIOSKÓW [tys.]"
        ? cell.Row.Breakdown.Length == 0 && cell.Row.Variant == "gov-pl-2715"
        : cell.Row.Variant == "gov-pl-2715-share"
            && cell.Heading == $"{(cell.Row.Code("sex") == "F" ? "KOBIETY" : "MĘŻCZYŹNI")} {cell.Row.Code("age") switch { "Y_LT18" => "<18", "Y18-65" => "18-65", _ => ">65" }} [%]";

    /// <summary>Which census the counting forward starts from.</summary>
    private static bool IsOnCensus(RawCell cell) =>
        cell.Row.Variant == (string.CompareOrdinal(cell.Row.Start, "2022") < 0 ? "destatis-12411-zensus2011" : "destatis-12411");

    /// <summary>The source's whole sign is kept; e and p have a status of their own.</summary>
    private static bool IsFlagged(RawCell cell)
    {
        var flag = cell["OBS_FLAG"];
        var status = flag.Contains('e', StringComparison.Ordinal) ? "estimated" : flag.Contains('p', StringComparison.Ordinal) ? "provisional" : "";
        return cell.Row.Flag == flag && cell.Row.Note.Length == 0 && (cell.Row.Value.Length == 0 || cell.Row.ObsStatus == status);
    }

    private static bool IsDay(RawCell cell, string day, string frequency) => (cell.Row.Start, cell.Row.End, cell.Row.Frequency) == (day, day, frequency);

    private static bool IsYearEnd(RawCell cell, string day) => IsDay(cell, day, "A") && day.EndsWith("-12-31", StringComparison.Ordinal);

    private static bool IsYear(RawCell cell, string year) => (cell.Row.Start, cell.Row.End, cell.Row.Frequency) == (year + "-01-01", year + "-12-31", "A");

    private static string Iso(string text, string pattern) =>
        DateOnly.ParseExact(text, pattern, CultureInfo.InvariantCulture).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string LastDay(string month) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
