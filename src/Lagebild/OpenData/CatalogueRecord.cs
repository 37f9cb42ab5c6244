using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>The site as catalogues list it. Texts by language.</summary>
public sealed record CatalogueRecord
{
    /// <summary>Scheme and host, without slash at the end.</summary>
    public required string Root { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required IReadOnlyDictionary<string, string> Description { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Mail address for questions; null where none is set: then the imprint is the contact.</summary>
    public string? Contact { get; init; }

    public required DateTime PublishedUtc { get; init; }

    public required IReadOnlyList<DataSetRecord> DataSets { get; init; }
}

/// <summary>A data set as catalogues list it.</summary>
public sealed record DataSetRecord
{
    public required string Code { get; init; }

    public required IReadOnlyDictionary<string, string> Title { get; init; }

    public required IReadOnlyDictionary<string, string> Description { get; init; }

    /// <summary>Words it is found by, with their language.</summary>
    public required IReadOnlyList<(string Word, string Language)> Keywords { get; init; }

    public required IReadOnlyList<DataSource> Sources { get; init; }

    /// <summary>How often it grows; null where nothing more is expected.</summary>
    public Frequency? Rhythm { get; init; }

    /// <summary>First and last day that values speak of.</summary>
    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    /// <summary>When the newest of its values was released; null where that is not known.</summary>
    public DateTime? ModifiedUtc { get; init; }

    /// <summary>The release its files are of.</summary>
    public required int Release { get; init; }

    /// <summary>The places its values speak of, each with its address in a register others know.</summary>
    public required IReadOnlyList<string> Places { get; init; }

    /// <summary>The levels of these places.</summary>
    public required IReadOnlyList<RegionLevel> Levels { get; init; }

    /// <summary>True where it looks beyond the two countries.</summary>
    public required bool IsInternational { get; init; }

    /// <summary>Its files, with the language of their words.</summary>
    public required IReadOnlyList<FileRecord> Files { get; init; }
}

/// <summary>One file of a data set.</summary>
/// <param name="Format">Its format.</param>
/// <param name="Language">Language of its words.</param>
/// <param name="Address">Whole, with its stand.</param>
/// <param name="Size">Bytes; null where not known.</param>
/// <param name="Sha256">Lower-case hex; null where not known.</param>
public sealed record FileRecord(DataFormat Format, string Language, string Address, long? Size = null, string? Sha256 = null);
