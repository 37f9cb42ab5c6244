namespace Lagebild.Charts;

/// <summary>The words of capacity charts, cascades and maps, in German, Polish and English.</summary>
internal static class PlaceWords
{
    public static string Occupied(string language) => ChartWords.Of(language, "belegt", "zajęte", "occupied");

    public static string Usable(string language) => ChartWords.Of(language, "nutzbar", "dostępne", "usable");

    public static string Nominal(string language) => ChartWords.Of(language, "nominell", "nominalne", "nominal");

    public static string OccupiedPlaces(string language) => ChartWords.Of(language, "belegte Plätze", "miejsca zajęte", "occupied places");

    public static string UsablePlaces(string language) => ChartWords.Of(language, "Strich: nutzbare Plätze", "kreska: miejsca dostępne", "upright line: usable places");

    public static string NominalPlaces(string language) => ChartWords.Of(language, "Umriss: nominelle Plätze", "obrys: miejsca nominalne", "outline: nominal places");

    public static string AllPlaces(string language) => ChartWords.Of(language, "alle Plätze belegt", "wszystkie miejsca zajęte", "all places occupied");

    public static string OverAllPlaces(string language) => ChartWords.Of(language, "über die Zahl der Plätze hinaus", "ponad liczbę miejsc", "beyond the number of places");

    public static string Computed(string language) => ChartWords.Of(language, "berechnet", "obliczono", "computed");

    /// <summary>The occupancy, for a sentence.</summary>
    public static string Occupancy(string percent, string language) =>
        ChartWords.Of(language, $"Auslastung {percent} (berechnet)", $"wykorzystanie miejsc {percent} (obliczono)", $"occupancy {percent} (computed)");

    /// <summary>Of what the shares beside the bars are.</summary>
    public static string ShareOf(bool allUsable, bool noneUsable, string language) => ChartWords.Of(
        language,
        $"Prozent: belegt im Verhältnis zu den {(allUsable ? "nutzbaren" : noneUsable ? "nominellen" : "nutzbaren, sonst den nominellen")} Plätzen, berechnet",
        $"Procenty: miejsca zajęte w stosunku do {(allUsable ? "dostępnych" : noneUsable ? "nominalnych" : "dostępnych, a gdy ich brak – do nominalnych")}, obliczone",
        $"Percent: occupied places in relation to the {(allUsable ? "usable" : noneUsable ? "nominal" : "usable, otherwise the nominal")} ones, computed");

    public static string Stays(string language) => ChartWords.Of(language, "verbleibend", "pozostający", "staying");

    public static string Leaves(string language) => ChartWords.Of(language, "seit der Stufe davor ausgeschieden", "odeszli od poprzedniego etapu", "left since the step before");

    public static string CountedOtherwise(string language) =>
        ChartWords.Of(language, "anders gezählt als die Stufe davor", "liczone inaczej niż poprzedni etap", "counted otherwise than the step before");

    public static string Note(int note, string language)
    {
        var number = NumberFormat.Value(note, 0, language);
        return ChartWords.Of(language, $"Anmerkung {number}", $"uwaga {number}", $"note {number}");
    }

    /// <summary>3 Zeilen; 1 wiersz, 2 wiersze, 5 wierszy; 1 row.</summary>
    public static string Rows(int count, string language) => ChartWords.Counted(count, language, ("Zeile", "Zeilen"), ("wiersz", "wiersze", "wierszy"), ("row", "rows"));

    /// <summary>4 Stufen; 1 etap, 2 etapy, 5 etapów; 1 step.</summary>
    public static string Steps(int count, string language) => ChartWords.Counted(count, language, ("Stufe", "Stufen"), ("etap", "etapy", "etapów"), ("step", "steps"));

    /// <summary>86 Gebiete; 1 jednostka terytorialna, 2 jednostki terytorialne, 5 jednostek terytorialnych; 1 place.</summary>
    public static string Places(int count, string language) =>
        ChartWords.Counted(count, language, ("Gebiet", "Gebiete"), ("jednostka terytorialna", "jednostki terytorialne", "jednostek terytorialnych"), ("place", "places"));

    /// <summary>A class of a map: below its upper limit, between, from its lower one on.</summary>
    public static string Class(string? from, string? below, string language) => (from, below) switch
    {
        (null, not null) => ChartWords.Of(language, $"unter {below}", $"poniżej {below}", $"under {below}"),
        (not null, not null) => ChartWords.Of(language, $"{from} bis unter {below}", $"od {from} do poniżej {below}", $"{from} to under {below}"),
        _ => ChartWords.Of(language, $"{from} und mehr", $"{from} i więcej", $"{from} and over"),
    };
}
