namespace Lagebild.Web.Startup;

/// <summary>The words of <see cref="WaitingPage"/> in one language.</summary>
internal sealed record WaitingWords
{
    private static readonly WaitingWords German = new()
    {
        Title = "Das Lagebild wird vorbereitet",
        Explanation = "Bei der ersten Inbetriebnahme werden alle Datenquellen eingelesen und geprüft. Die Seiten öffnen sich, sobald die Zahlen veröffentlicht sind.",
        Sum = "Eingelesen: {0} von {1} Datenquellen.",
        ToCome = "steht noch aus",
        Reading = "wird eingelesen",
        Read = "{0:N0} Datensätze eingelesen",
        Done = "abgeschlossen",
        Failed = "fehlgeschlagen, wird später wiederholt",
        NothingTitle = "Noch ist nichts veröffentlicht",
        Nothing = "Die Seiten öffnen sich mit der ersten Veröffentlichung.",
        Workbench = "Zum Arbeitsplatz (für Beschäftigte)",
        Again = "Seite neu laden",
    };

    private static readonly WaitingWords Polish = new()
    {
        Title = "Trwa przygotowywanie danych",
        Explanation = "Przy pierwszym uruchomieniu wczytywane i sprawdzane są wszystkie źródła danych. Strony będą dostępne po opublikowaniu danych.",
        Sum = "Wczytane źródła danych: {0} z {1}.",
        ToCome = "oczekuje",
        Reading = "trwa wczytywanie",
        Read = "liczba wczytanych rekordów: {0:N0}",
        Done = "zakończono",
        Failed = "niepowodzenie, próba zostanie ponowiona",
        NothingTitle = "Jeszcze nic nie opublikowano",
        Nothing = "Strony będą dostępne po pierwszym wydaniu.",
        Workbench = "Do panelu roboczego (dla pracowników)",
        Again = "Odśwież stronę",
    };

    private static readonly WaitingWords English = new()
    {
        Title = "The figures are being prepared",
        Explanation = "On first use, all data sources are read and checked. The pages will open once the figures have been released.",
        Sum = "Data sources read: {0} of {1}.",
        ToCome = "still to come",
        Reading = "being read",
        Read = "{0:N0} records read",
        Done = "finished",
        Failed = "failed, will be tried again later",
        NothingTitle = "Nothing is released yet",
        Nothing = "The pages open with the first release.",
        Workbench = "To the workbench (for staff)",
        Again = "Reload this page",
    };

    public required string Title { get; init; }

    public required string Explanation { get; init; }

    /// <summary>{0} feeds done of {1}.</summary>
    public required string Sum { get; init; }

    public required string ToCome { get; init; }

    public required string Reading { get; init; }

    /// <summary>{0} records.</summary>
    public required string Read { get; init; }

    public required string Done { get; init; }

    public required string Failed { get; init; }

    /// <summary>Where nothing is under way and nothing released.</summary>
    public required string NothingTitle { get; init; }

    public required string Nothing { get; init; }

    public required string Workbench { get; init; }

    public required string Again { get; init; }

    /// <summary>English for every language that is not one of the three.</summary>
    public static WaitingWords In(string language) => language switch
    {
        "de" => German,
        "pl" => Polish,
        _ => English,
    };
}
