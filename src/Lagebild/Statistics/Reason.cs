namespace Lagebild.Statistics;

/// <summary>Why there is a finding; its sentence is made once, in three languages, and <c>docs/feeds/reasons.md</c> has a paragraph each.</summary>
public enum Reason
{
    /// <summary>The file holds no bytes, or no record.</summary>
    EmptyFile,
}
