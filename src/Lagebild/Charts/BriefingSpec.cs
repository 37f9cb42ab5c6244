namespace Lagebild.Charts;

/// <summary>What stands on the two printed pages about a region or a topic, as data. All texts are in the one language.</summary>
public sealed record BriefingSpec
{
    /// <summary><c>de</c>, <c>pl</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Whose pages these are, at the head of each.</summary>
    public required string Site { get; init; }

    /// <summary>The region or topic.</summary>
    public required string Title { get; init; }

    /// <summary>A sentence below the title.</summary>
    public required string Lead { get; init; }

    /// <summary>The release shown, in words.</summary>
    public required string Stand { get; init; }

    /// <summary>What stands out, one sentence; where nothing is published, the sentence that says so.</summary>
    public required string Finding { get; init; }

    /// <summary>Heads of the columns of <see cref="Figures"/>: what, value, change, when.</summary>
    public required BriefingFigure FigureHeads { get; init; }

    /// <summary>In the order they are to stand; those beyond the most that fit are left out.</summary>
    public required IReadOnlyList<BriefingFigure> Figures { get; init; }

    /// <summary>Below the key figures: that changes are computed.</summary>
    public required string FiguresNote { get; init; }

    /// <summary>In the order of importance; one that does not fit is left out for the next.</summary>
    public required IReadOnlyList<Chart> Charts { get; init; }

    /// <summary>Above the numbered notes of each chart.</summary>
    public required string ReservationsTitle { get; init; }

    /// <summary>Sections at the end, such as what is missing, and the sources: title and text.</summary>
    public required IReadOnlyList<(string Title, string Text)> Sections { get; init; }

    /// <summary>Where the same stands on screen, with its stand.</summary>
    public required string Address { get; init; }

    /// <summary>Number of a page: {0} of {1}.</summary>
    public required string PageNumber { get; init; }
}

/// <summary>A key figure of a briefing, or the heads of the columns; what there is not is empty.</summary>
public sealed record BriefingFigure(string Name, string Value, string Change, string When);
