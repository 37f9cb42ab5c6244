namespace Lagebild.Statistics;

/// <summary>The words of the statuses as files, addresses and both databases hold them: lower case with hyphens. Ordinary values are the empty text.</summary>
public static class StatusCode
{
    private static readonly string[] ObservationWords =
        ["", "missing", "not-applicable", "not-yet-available", "low-reliability", "forecast", "estimated", "provisional", "less-than-half-a-unit"];

    private static readonly string[] ConfidentialityWords = ["", "confidential", "unknown-or-confidential"];

    private static readonly string[] ReasonWords = ["", "not-collected", "late", "refused", "not-published"];

    public static string Word(this ObservationStatus status) => ObservationWords[(int)status];

    public static string Word(this ConfidentialityStatus status) => ConfidentialityWords[(int)status];

    public static string Word(this MissingReason reason) => ReasonWords[(int)reason];

    /// <summary>"normal" and the empty text are <see cref="ObservationStatus.Normal"/>; null where the word is unknown.</summary>
    public static ObservationStatus? Observation(string word) => word == "normal" ? ObservationStatus.Normal : (ObservationStatus?)At(ObservationWords, word);

    /// <summary>"free" and the empty text are <see cref="ConfidentialityStatus.Free"/>; null where the word is unknown.</summary>
    public static ConfidentialityStatus? Confidentiality(string word) => word == "free" ? ConfidentialityStatus.Free : (ConfidentialityStatus?)At(ConfidentialityWords, word);

    /// <summary>Null where the word is unknown.</summary>
    public static MissingReason? Reason(string word) => (MissingReason?)At(ReasonWords, word);

    private static int? At(string[] words, string word) => Array.IndexOf(words, word) is var at and >= 0 ? at : null;
}
