using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>What a finding says to people.</summary>
public static class FindingText
{
    /// <summary>One sentence in <c>de</c>, <c>pl</c> or <c>en</c>, with what was found; line and field are not repeated.</summary>
    public static string Sentence(Finding finding, string language) => $"{finding.Reason} {language}";

    /// <summary>One or two sentences that say how to mend it.</summary>
    public static string Help(Reason reason, string language) => $"{reason} {language}";
}
