namespace Lagebild.Web.Pages.Search;

/// <summary>What can be found. The order is that of equal matches.</summary>
public enum EntryKind
{
    Topic,
    Indicator,
    Region,
    View,
    Concept,
    Page,
    Source,
    Dimension,
}

/// <summary>One thing that can be found: what it is, and every text it can be found by.</summary>
public sealed record SearchEntry
{
    public required EntryKind Kind { get; init; }

    /// <summary>Unique within its kind.</summary>
    public required string Code { get; init; }

    /// <summary>How likely it is meant, where words fit several equally: 1 is ordinary.</summary>
    public double Weight { get; init; } = 1;

    public required IReadOnlyList<SearchField> Fields { get; init; }

    /// <summary>Codes it is known by elsewhere, as they are written: matched whole and without regard to case.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];
}

/// <summary>A text of an entry.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Language">Its language; null for all.</param>
/// <param name="Weight">Names weigh most, what only explains least.</param>
/// <param name="IsName">Whether the text alone names the entry.</param>
public sealed record SearchField(string Text, string? Language, double Weight, bool IsName = false);

/// <summary>An entry that was found.</summary>
public sealed record SearchHit
{
    public required SearchEntry Entry { get; init; }

    /// <summary>Higher is better; comparable within one search only.</summary>
    public required double Score { get; init; }
}

/// <summary>What a search gives.</summary>
public sealed record SearchResult
{
    /// <summary>Best first.</summary>
    public required IReadOnlyList<SearchHit> Hits { get; init; }

    /// <summary>False where nothing holds all words: the hits then hold some of them.</summary>
    public bool HoldAll { get; init; } = true;

    /// <summary>The region that the query names besides other words; null where it names none.</summary>
    public SearchEntry? Region { get; init; }

    /// <summary>The indicators that the other words name, best first; empty where <see cref="Region"/> is null.</summary>
    public IReadOnlyList<SearchHit> InRegion { get; init; } = [];

    /// <summary>The query as it may have been meant; null where all words are known.</summary>
    public string? DidYouMean { get; init; }
}
