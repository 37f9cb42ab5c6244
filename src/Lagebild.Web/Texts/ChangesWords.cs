namespace Lagebild.Web.Texts;

/// <summary>What changed between two releases.</summary>
public sealed record ChangesWords
{
    public required string Title { get; init; }
    public required string About { get; init; }
    public required string Lead { get; init; }
    public required string Since { get; init; }
    public required string SinceHint { get; init; }

    /// <summary>{0} number, {1} day of a release.</summary>
    public required string ComparedWith { get; init; }
    public required string ComparedWithStart { get; init; }

    /// <summary>{0} number of a release.</summary>
    public required string SameStand { get; init; }
    public required string None { get; init; }
    public required string PastEnd { get; init; }
    public required string ToStart { get; init; }

    /// <summary>{0} how many values.</summary>
    public required Plural Csv { get; init; }
    public required string ByIndicator { get; init; }
    public required string ByRegion { get; init; }
    public required string Releases { get; init; }

    /// <summary>{0} number of a release.</summary>
    public required string ReleasesCaption { get; init; }

    /// <summary>{0} how many.</summary>
    public required Plural MoreReleases { get; init; }

    /// <summary>{0} number of a release.</summary>
    public required string Of { get; init; }
    public required string Values { get; init; }

    /// <summary>{0} how many stand there, {1} how many there are.</summary>
    public required string ValuesCaption { get; init; }
    public required string NoneYet { get; init; }
    public required string Previous { get; init; }
    public required string Next { get; init; }
}
