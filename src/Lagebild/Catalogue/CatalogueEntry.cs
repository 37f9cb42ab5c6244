namespace Lagebild.Catalogue;

/// <summary>One definition as it is stored and released: what it is, its code, and all that is not a text.</summary>
public sealed record CatalogueEntry
{
    /// <summary>One of <see cref="CatalogueKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Unique within its kind.</summary>
    public required string Code { get; init; }

    /// <summary>A JSON object of the attributes without code and texts; never indented.</summary>
    public required string Body { get; init; }
}

/// <summary>One text in one language, as it is stored and released.</summary>
public sealed record CatalogueText
{
    /// <summary>One of <see cref="CatalogueKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the entry it belongs to; for a code of a dimension <c>sex=F</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Which of the entry's texts: <c>name</c>, <c>definition</c> ...</summary>
    public required string Part { get; init; }

    /// <summary><c>de</c>, <c>pl</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Plain text; may hold soft hyphens. Empty where it is missing.</summary>
    public required string Body { get; init; }

    public required TextState State { get; init; }
}

/// <summary>How a text came to be in its language.</summary>
public enum TextState
{
    /// <summary>Written in this language: where others are missing, this one is shown.</summary>
    Written,

    /// <summary>Translated from the written one.</summary>
    Translated,

    /// <summary>Not there yet.</summary>
    Missing,
}

/// <summary>The kinds of entries and owners of texts.</summary>
public static class CatalogueKind
{
    public const string Topic = "topic";
    public const string Unit = "unit";
    public const string Indicator = "indicator";
    public const string Variant = "variant";
    public const string Dimension = "dimension";

    /// <summary>Owns texts only: <c>sex=F</c>. Codes that are regions have the region's texts.</summary>
    public const string DimensionCode = "dimension-code";
    public const string Region = "region";
    public const string Break = "break";
    public const string Target = "target";
    public const string Concept = "concept";
    public const string Likeness = "likeness";

    /// <summary>A note of an editor; only written here, never shipped.</summary>
    public const string Note = "note";

    /// <summary>An explanation of a gap; only written here, never shipped.</summary>
    public const string Gap = "gap";
}
