using System.Security.Cryptography;
using System.Text;
using Lagebild.Catalogue;

namespace Lagebild.Storage;

/// <summary>What tells a row of the catalogue from all others: a text, or the body of an entry, whose part and language are empty.</summary>
internal readonly record struct CatalogueKey(string Kind, string Code, string Part, string Language)
{
    public bool IsBody => Part.Length == 0;

    public static CatalogueKey Of(CatalogueEntry entry) => new(entry.Kind, entry.Code, "", "");

    public static CatalogueKey Of(CatalogueText text) => new(text.Kind, text.Code, text.Part, text.Language);
}

/// <summary>A text, or the body of an entry, as it is kept.</summary>
internal sealed record CatalogueRow
{
    public string Kind { get; init; } = "";

    public string Code { get; init; } = "";

    /// <summary>Empty for the body.</summary>
    public string Part { get; init; } = "";

    /// <summary>Empty for the body.</summary>
    public string Language { get; init; } = "";

    public int ReleaseFrom { get; init; }

    public int ReleaseTo { get; init; } = ObservationRow.Current;

    /// <summary>True where an editor here wrote it, so that no upgrade changes it.</summary>
    public bool Edited { get; init; }

    /// <summary>A word of <see cref="TextState"/>; empty for the body.</summary>
    public string State { get; init; } = "";

    public string Body { get; init; } = "";

    public CatalogueKey Key => new(Kind, Code, Part, Language);

    /// <summary>What makes a change.</summary>
    public string Content => State + " " + Body;

    /// <summary>The content's SHA-256 in lower-case hex.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Content)));

    public CatalogueEntry Entry => new() { Kind = Kind, Code = Code, Body = Body };

    public CatalogueText Text => new() { Kind = Kind, Code = Code, Part = Part, Language = Language, Body = Body, State = Enum.Parse<TextState>(State) };

    public static CatalogueRow Of(CatalogueEntry entry) => new() { Kind = entry.Kind, Code = entry.Code, Body = entry.Body };

    public static CatalogueRow Of(CatalogueText text) =>
        new() { Kind = text.Kind, Code = text.Code, Part = text.Part, Language = text.Language, State = text.State.ToString(), Body = text.Body };

    /// <summary>All rows of a catalogue by their key.</summary>
    public static Dictionary<CatalogueKey, CatalogueRow> Of(Catalogue.Catalogue catalogue) => catalogue.Entries.Select(Of).Concat(catalogue.Texts.Select(Of)).ToDictionary(r => r.Key);

    /// <summary>The catalogue that rows make. Throws <see cref="InvalidDataException"/> where one can't be read.</summary>
    public static Catalogue.Catalogue Catalogue(IReadOnlyCollection<CatalogueRow> rows) =>
        Lagebild.Catalogue.Catalogue.From(rows.Where(r => r.Key.IsBody).Select(r => r.Entry), rows.Where(r => !r.Key.IsBody).Select(r => r.Text));
}
