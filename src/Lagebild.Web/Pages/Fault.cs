namespace Lagebild.Web.Pages;

/// <summary>What an address got wrong: the page of the error says so.</summary>
public sealed record Fault
{
    /// <summary>Name of the part of the address, as it stands there: <c>regions</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What stood there, cut to 80 characters.</summary>
    public required string Found { get; init; }

    /// <summary>What is wrong with it, in the reader's language; null: that it cannot be read.</summary>
    public string? Sentence { get; init; }

    /// <summary>How many codes may stand there at most; null where that is not what is asked.</summary>
    public int? Most { get; init; }

    /// <summary>The words that may stand there, separated by commas; null where they are not to be counted.</summary>
    public string? Choices { get; init; }

    /// <summary>Of a text of any length.</summary>
    public static Fault Of(string field, string found) => new() { Field = field, Found = found.Length > 80 ? found[..80] : found };
}

/// <summary>Why there is nothing at an address, in the reader's language: the page of the error says it.</summary>
public sealed record Absence(string Sentence);
