namespace Lagebild.Charts;

/// <summary>What stands around a drawing, whatever its kind.</summary>
public abstract record Caption
{
    /// <summary>Prefix of the ids inside the SVG, unique on its page: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>Language of all texts (<c>de</c>, <c>pl</c>, <c>en</c>): numbers, dates and the text alternative follow it.</summary>
    public required string Language { get; init; }

    /// <summary>The finding, one sentence without full stop; also the SVG's title.</summary>
    public required string Headline { get; init; }

    /// <summary>What, whom, where, unit, period.</summary>
    public required string SubLine { get; init; }

    /// <summary>Numbered from 1, in the words of the page.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Publisher, data set, licence, rounding.</summary>
    public required string Source { get; init; }

    /// <summary>The release shown, in words: <c>Stand: Veröffentlichung 12</c>.</summary>
    public required string Stand { get; init; }
}
