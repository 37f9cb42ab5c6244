using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>What a finding says to people, in German, Polish and English.</summary>
public static class FindingText
{
    /// <summary>The languages there are.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["de", "pl", "en"];

    /// <summary>Heading of the column that a returned file has more than the delivered one.</summary>
    public static string Column(string language) => language switch
    {
        "de" => "Prüfhinweise",
        "pl" => "Wyniki kontroli",
        _ => "Findings",
    };

    /// <summary>One sentence in <c>de</c>, <c>pl</c> or <c>en</c>, with what was found; line and field are not repeated. Throws <see cref="ArgumentException"/> for another language.</summary>
    public static string Sentence(Finding finding, string language) => Words(finding.Reason, language).Sentence
        .Replace("{found}", finding.Found, StringComparison.Ordinal)
        .Replace("{expected}", finding.Expected, StringComparison.Ordinal);

    /// <summary>One or two sentences that say how to mend it.</summary>
    public static string Help(Reason reason, string language) => Words(reason, language).Help;

    /// <summary>Error, warning or notice as people say it.</summary>
    public static string Word(Severity severity, string language) => (severity, language) switch
    {
        (Severity.Error, "de") => "Fehler",
        (Severity.Error, "pl") => "błąd",
        (Severity.Error, _) => "error",
        (Severity.Warning, "de") => "Warnung",
        (Severity.Warning, "pl") => "ostrzeżenie",
        (Severity.Warning, _) => "warning",
        (_, "de") => "Hinweis",
        (_, "pl") => "uwaga",
        _ => "notice",
    };

    private static ReasonWords Words(Reason reason, string language) => language switch
    {
        "de" => ReasonWords.German[reason],
        "pl" => ReasonWords.Polish[reason],
        "en" => ReasonWords.English[reason],
        _ => throw new ArgumentException($"There are no sentences in '{language}'.", nameof(language)),
    };
}

/// <summary>Sentence and help of one reason in one language; <c>{found}</c> and <c>{expected}</c> stand for the finding's.</summary>
internal sealed partial record ReasonWords(string Sentence, string Help);
