namespace Lagebild.Web.Texts;

/// <summary>Notes of editors and explanations of gaps, on the public pages.</summary>
public sealed record NoteWords
{
    /// <summary>{0} the first day.</summary>
    public required string Since { get; init; }

    /// <summary>{0} the last day.</summary>
    public required string Until { get; init; }
    public required string Title { get; init; }
    public required string Gaps { get; init; }
    public required string GapsLead { get; init; }

    /// <summary>Before the reason why a target was missed.</summary>
    public required string Missed { get; init; }
}
