namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>One point to be looked at before a release.</summary>
public sealed record CheckPoint
{
    /// <summary><c>success</c>; <c>notice</c> and <c>warning</c> are to be looked at; <c>error</c> keeps from releasing.</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>How it stands, in the reader's language.</summary>
    public required IReadOnlyList<string> Sentences { get; init; }

    /// <summary>Where it can be mended, and the words of the link; null where there is nothing to do.</summary>
    public (string Address, string Words)? Mend { get; init; }

    /// <summary>Whether the preview can be made anew here.</summary>
    public bool Renews { get; init; }

    public bool IsOpen => Kind == "error";
}
