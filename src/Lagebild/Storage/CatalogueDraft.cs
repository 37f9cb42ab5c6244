using Lagebild.Accounts;
using Lagebild.Catalogue;

namespace Lagebild.Storage;

/// <summary>What an editor wrote about one entry of the catalogue and nobody has released yet. One draft an entry: a later one takes its place.</summary>
public sealed record CatalogueDraft
{
    /// <summary>Ascending with each save: who has seen a draft has seen this number of it.</summary>
    public long Number { get; init; }

    /// <summary>One of <see cref="CatalogueKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique within its kind.</summary>
    public required string Code { get; init; }

    /// <summary>True where the entry is to end with all its texts.</summary>
    public bool Removes { get; init; }

    /// <summary>The body it is to have, as in <see cref="CatalogueEntry.Body"/>; null where it stays as it is.</summary>
    public string? Body { get; init; }

    /// <summary>The texts that are to change; one that is <see cref="TextState.Missing"/> is to end.</summary>
    public IReadOnlyList<CatalogueText> Texts { get; init; } = [];

    /// <summary>Who wrote it, and when.</summary>
    public Who By { get; init; } = Who.Program;

    public DateTime AtUtc { get; init; }
}

/// <summary>An entry as one release left it.</summary>
public sealed record CatalogueVersion
{
    /// <summary>The release that left it so; null where none has shown it yet.</summary>
    public required Release? Release { get; init; }

    /// <summary>Name of who released it; null where the program did.</summary>
    public string? Who { get; init; }

    /// <summary>Null where there is none: the entry has ended, or owns texts only.</summary>
    public string? Body { get; init; }

    /// <summary>By part, then language.</summary>
    public required IReadOnlyList<CatalogueText> Texts { get; init; }
}

/// <summary>A body or text that differs here from what the program ships since an editor decided on it.</summary>
public sealed record ShippedAnew
{
    public required string Kind { get; init; }

    public required string Code { get; init; }

    /// <summary>Empty for the body.</summary>
    public required string Part { get; init; }

    /// <summary>Empty for the body.</summary>
    public required string Language { get; init; }

    /// <summary>As it is here; null where it was removed.</summary>
    public string? Here { get; init; }

    /// <summary>As the program ships it; null where it no longer does.</summary>
    public string? Shipped { get; init; }
}
