namespace Lagebild.Web.Pages;

/// <summary>What an address got wrong: the page of the error says so.</summary>
public sealed record Fault
{
    /// <summary>Name of the part of the address, as it stands there: <c>regions</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What stood there, cut to 80 characters.</summary>
    public required string Found { get; init; }

    /// <summary>Of a text of any length.</summary>
    public static Fault Of(string field, string found) => new() { Field = field, Found = found.Length > 80 ? found[..80] : found };
}
