namespace Lagebild.Web.Texts;

/// <summary>Maps of districts and countries.</summary>
public sealed record MapWords
{
    /// <summary>As a kind of chart to choose.</summary>
    public required string Name { get; init; }
    public required string Baltic { get; init; }
    public required string Europe { get; init; }
    public required string NoteDistricts { get; init; }
    public required string NoteCountries { get; init; }

    /// <summary>Where outlines are drawn; {0} whom to name and the licence.</summary>
    public required string NoteBoundaries { get; init; }

    /// <summary>In place of a credit that the operator did not give.</summary>
    public required string NoCredit { get; init; }
    public required string NoteClasses { get; init; }

    /// <summary>A country without any value; {0} its name and how many districts.</summary>
    public required string NoteEmpty { get; init; }

    /// <summary>Links from one measure to the other.</summary>
    public required string AsCounted { get; init; }
    public required string PerInhabitants { get; init; }
}
