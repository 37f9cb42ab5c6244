using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>The words inside charts, in German, Polish and English. An unknown language reads English.</summary>
internal static class ChartWords
{
    public static string NoData(string language) =>
        Of(language, "Für diese Auswahl gibt es keine Zahlen.", "Dla tego wyboru brak danych liczbowych.", "There are no figures for this selection.");

    public static string Missing(string language) => Of(language, "keine Angabe", "brak danych", "no figure");

    public static string MissingIsNotZero(string language) =>
        Of(language, "keine Angabe, das heißt nicht null", "brak danych, co nie oznacza zera", "no figure; this does not mean zero");

    public static string Confidential(string language) =>
        Of(language, "geheim gehalten", "objęte tajemnicą statystyczną", "confidential");

    public static string Provisional(string language) => Of(language, "vorläufig", "dane wstępne", "provisional");

    public static string Unfinished(string language) =>
        Of(language, "Zeitraum nicht zu Ende", "okres niezakończony", "period not over");

    public static string Forecast(string language) => Of(language, "Prognose", "prognoza", "forecast");

    public static string Estimated(string language) => Of(language, "Schätzung", "szacunek", "estimate");

    public static string LowReliability(string language) =>
        Of(language, "in Klammern: wenig zuverlässig", "w nawiasie: niska wiarygodność", "in brackets: low reliability");

    public static string LessThanHalf(string language) =>
        Of(language, "mehr als nichts, weniger als die Hälfte der Einheit", "więcej niż zero, mniej niż połowa jednostki", "more than nothing, less than half of the unit");

    public static string Break(string language) =>
        Of(language, "Bruch: Werte davor und danach nicht vergleichbar", "przerwa w szeregu: danych sprzed niej i po niej nie można porównywać", "break: values before and after are not comparable");

    public static string Target(string language) => Of(language, "Zielwert", "wartość docelowa", "target");

    public static string Interval(string language) =>
        Of(language, "anderer Zeitraum, daher nicht verbunden", "inny okres, dlatego bez połączenia linią", "other period, so not joined");

    public static string WideAsPeriod(string language) =>
        Of(language, "je breiter der Balken, desto länger der Zeitraum", "im szerszy słupek, tym dłuższy okres", "the wider the bar, the longer its period");

    public static string NotWhole(string language) =>
        Of(language, "Teile fehlen, der Balken ist nicht das Ganze", "brak części danych, słupek nie przedstawia całości", "parts are missing, the bar is not the whole");

    public static string AxisWithoutZero(string language) =>
        Of(language, "Achse beginnt nicht bei 0", "oś nie zaczyna się od 0", "axis does not start at 0");

    public static string Source(string language) => Of(language, "Quelle", "Źródło", "Source");

    /// <summary>The unit of an axis whose numbers are shortened.</summary>
    public static string Unit(string unit, long divisor, string language) => divisor switch
    {
        1_000 => Of(language, $"{unit} in Tausend", $"{unit}, w tys.", $"{unit}, thousands"),
        1_000_000 => Of(language, $"{unit} in Millionen", $"{unit}, w mln", $"{unit}, millions"),
        _ => unit,
    };

    /// <summary>What stands in place of a value that is not there.</summary>
    public static string Absent(ChartValue point, string language) => point switch
    {
        { IsConfidential: true } => Confidential(language),
        { MissingReason: MissingReason.NotCollected } => Of(language, "wird nicht erhoben", "nie jest zbierane", "not collected"),
        { MissingReason: MissingReason.NotPublished } => Of(language, "nicht veröffentlicht", "nie opublikowano", "not published"),
        { MissingReason: MissingReason.Refused } => Of(language, "Auskunft verweigert", "odmowa podania danych", "refused"),
        { Status: ObservationStatus.NotApplicable } => Of(language, "trifft nicht zu", "nie dotyczy", "not applicable"),
        { Status: ObservationStatus.NotYetAvailable } => Of(language, "noch nicht fällig", "jeszcze nieprzekazane", "not yet due"),
        _ => Missing(language),
    };

    /// <summary>The word for a value that is hollow or dotted; null for an ordinary one.</summary>
    public static string? Doubt(ChartValue point, string language) => point switch
    {
        { Status: ObservationStatus.Forecast } => Forecast(language),
        { Status: ObservationStatus.Estimated } => Estimated(language),
        { Unfinished: true } => Unfinished(language),
        { Status: ObservationStatus.Provisional } => Provisional(language),
        _ => null,
    };

    /// <summary>The value as it is written beside a bar or in a label: percent with its sign, of low reliability in brackets; in words where there is none.</summary>
    public static string Value(ChartSpec spec, ChartPoint point) => Value(point, spec.Decimals, spec.IsPercent, spec.Language);

    public static string Value(ChartValue point, int decimals, bool isPercent, string language)
    {
        if (!point.IsDrawn)
        {
            return Absent(point, language);
        }

        var text = point.Written ?? Number(point.Value!.Value, decimals, isPercent, language);
        return point.Status switch
        {
            ObservationStatus.LowReliability => $"({text})",
            ObservationStatus.LessThanHalfUnit => $"{text} (<\u00a0½)",
            _ => text,
        };
    }

    public static string Number(ChartSpec spec, long value) => Number(value, spec.Decimals, spec.IsPercent, spec.Language);

    public static string Number(long value, int decimals, bool isPercent, string language) => isPercent
        ? NumberFormat.Percent(value, decimals, language)
        : NumberFormat.Value(value, decimals, language);

    /// <summary>Said over panels that each have their own axis.</summary>
    public static string OwnScale(string language) => Of(
        language,
        "Jedes Feld hat seine eigene Achse: nicht miteinander vergleichbar",
        "Każde pole ma własną oś: danych nie można ze sobą porównywać",
        "Each panel has its own axis: not comparable with each other");

    /// <summary>The unit of bars to 100 %.</summary>
    public static string ShareComputed(string language) => Of(language, "Anteil in %, berechnet", "udział w %, obliczono", "share in %, computed");

    /// <summary>A part of a sum in percent, one decimal; of low reliability in brackets.</summary>
    public static string Share(ChartPoint point, decimal sum, string language, bool withSign)
    {
        var tenths = (long)Math.Round(point.Value!.Value * 1000m / sum, MidpointRounding.AwayFromZero);
        var share = withSign ? NumberFormat.Percent(tenths, 1, language) : NumberFormat.Value(tenths, 1, language);
        return point.Status == ObservationStatus.LowReliability ? $"({share})" : share;
    }

    public static string NotDrawn(string language) => Of(language, "nicht gezeichnet", "nie pokazano", "not drawn");

    public static string Together(string language) => Of(language, "zusammen", "razem", "together");

    public static string PartConfidential(string language) => Of(language, "Teil geheim gehalten", "część objęta tajemnicą statystyczną", "a part is confidential");

    public static string PartMissing(string language) => Of(language, "Teil ohne Angabe", "brak danych dla części", "part without a figure");

    /// <summary>Parts that are more than their whole, or less than nothing.</summary>
    public static string PartsExceed(string language) => Of(language, "Teile ergeben nicht das Ganze", "części nie sumują się do całości", "parts do not add up to the whole");

    /// <summary>A name with its onset: Hamburg, ab Sept. 2015; Hamburg, od IX 2015; Hamburg, from Sept 2015.</summary>
    public static string SinceOnset(string name, DateOnly onset, string language) =>
        $"{name}, {Of(language, "ab", "od", "from")}\u00a0{DateFormat.MonthSign(onset.Month, language)}\u00a0{DateFormat.YearSign(onset.Year)}";

    /// <summary>What an axis of months counts: Monate seit September 2015 und seit Februar 2022.</summary>
    public static string MonthsSince(IReadOnlyList<DateOnly> onsets, string language) =>
        Of(language, "Monate seit ", "miesiące od ", "months since ")
        + string.Join(Of(language, " und seit ", " i od ", " and since "), onsets.Select(o => DateFormat.SinceMonth(o, language)));

    /// <summary>Series in the background: 1 weitere Reihe, 5 weitere Reihen; jeszcze 1 seria, 2 serie, 5 serii; 1 more series.</summary>
    public static string OthersInGrey(int count, string language)
    {
        var number = NumberFormat.Value(count, 0, language);
        return language switch
        {
            "de" => count == 1 ? "grau: 1 weitere Reihe, Name und Werte in der Tabelle" : $"grau: {number} weitere Reihen, Namen und Werte in der Tabelle",
            "pl" => $"na szaro: {Counted(count, number, "inna seria", "inne serie", "innych serii")}, {(count == 1 ? "nazwa" : "nazwy")} i wartości w tabeli",
            _ => count == 1 ? "grey: 1 more series, name and values in the table" : $"grey: {number} more series, names and values in the table",
        };
    }

    /// <summary>The Polish form a number asks for: 1 seria; 2, 3, 4, 22 serie; 5, 12, 25 serii.</summary>
    public static string Counted(int count, string number, string one, string few, string many)
    {
        var form = count == 1 ? one
            : count % 10 is >= 2 and <= 4 && count % 100 is < 12 or > 14 ? few
            : many;
        return $"{number} {form}";
    }

    /// <summary>A number with the form of the word that it asks for: 3 Zeilen; 1 wiersz, 2 wiersze, 5 wierszy; 1 row.</summary>
    public static string Counted(int count, string language, (string One, string Many) german, (string One, string Few, string Many) polish, (string One, string Many) english)
    {
        var number = NumberFormat.Value(count, 0, language);
        return language switch
        {
            "de" => $"{number} {(count == 1 ? german.One : german.Many)}",
            "pl" => Counted(count, number, polish.One, polish.Few, polish.Many),
            _ => $"{number} {(count == 1 ? english.One : english.Many)}",
        };
    }

    public static string Of(string language, string german, string polish, string english) =>
        language switch { "de" => german, "pl" => polish, _ => english };
}
