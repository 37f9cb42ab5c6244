namespace Lagebild.Import.Boundaries;

/// <summary>A place on the globe (WGS 84), in hundred-thousandths of a degree: about a metre.</summary>
public readonly record struct GeoPoint(int Longitude, int Latitude)
{
    /// <summary>How many to a degree.</summary>
    public const int PerDegree = 100_000;
}

/// <summary>The outline of a region.</summary>
public sealed record Boundary
{
    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>Outer rings and holes alike, to be filled by the even-odd rule; each without its first point repeated at the end. Neighbours share their points.</summary>
    public required IReadOnlyList<IReadOnlyList<GeoPoint>> Rings { get; init; }
}

/// <summary>By what the features of a file name their regions.</summary>
public enum BoundaryKey
{
    /// <summary>Key of the German municipalities' register, of Länder and Kreise.</summary>
    Ags,

    /// <summary>Code of the Polish territorial register, of voivodeships and powiats.</summary>
    Teryt,

    /// <summary>Eurostat's nomenclature of territorial units, countries included.</summary>
    Nuts,

    /// <summary>ISO 3166-1 alpha-3, of countries.</summary>
    Iso3,
}
