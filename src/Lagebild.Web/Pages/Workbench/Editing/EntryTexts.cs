using Lagebild.Catalogue;
using Microsoft.Extensions.Primitives;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>The texts of an entry as fields of a form: each part in each language, and the language it was first written in.</summary>
public static class EntryTexts
{
    /// <summary>In place of a language: each text was written in its own, none is a translation.</summary>
    public const string Each = "each";

    /// <summary>No text of the catalogue is longer.</summary>
    public const int MostLetters = 4000;

    /// <summary>Name of a text's field.</summary>
    public static string Field(string part, string language) => $"{part}-{language}";

    /// <summary>Name of the field that says in which language a part was first written.</summary>
    public static string Original(string part) => $"{part}-original";

    /// <summary>The fields filled with the texts of an entry; a part without text is taken to be written in the editor's language.</summary>
    public static IEnumerable<KeyValuePair<string, StringValues>> Filled(IEnumerable<CatalogueText> texts, string kind, string language)
    {
        var byPart = texts.Where(t => t.State != TextState.Missing).ToLookup(t => t.Part);
        return EntryParts.Of(kind).SelectMany(part => byPart[part].Select(t => KeyValuePair.Create(Field(part, t.Language), new StringValues(t.Body)))
            .Append(KeyValuePair.Create(Original(part), new StringValues(OriginalOf([.. byPart[part]], language)))));
    }

    /// <summary>The texts that fields change, as a draft has them; faults go to the reader.</summary>
    public static IReadOnlyList<CatalogueText> Changed(FieldReader reader, string kind, string code)
    {
        var now = reader.Catalogue.TextsOf(kind, code).ToDictionary(t => (t.Part, t.Language));
        var typed = EntryParts.Of(kind).SelectMany(part => Typed(reader, kind, code, part)).ToArray();
        return [.. typed.Where(t => now.TryGetValue((t.Part, t.Language), out var old) ? old != t : t.State != TextState.Missing)];
    }

    private static IEnumerable<CatalogueText> Typed(FieldReader reader, string kind, string code, string part)
    {
        var texts = EntryParts.LanguagesOf(part).Select(l => (Language: l, Body: Body(reader, part, l))).ToArray();
        var first = texts.FirstOrDefault(t => t.Body.Length > 0).Language;
        var original = reader.Text(Original(part)) is { Length: > 0 } chosen && (chosen == Each || texts.Any(t => t.Language == chosen && t.Body.Length > 0)) ? chosen : first;
        var isThere = reader.Catalogue.TextsOf(kind, code).Any(t => t.Part == part && t.State != TextState.Missing);
        if (first is null && EntryParts.IsNeeded(part) && (isThere || EntryFields.Kinds.Contains(kind)))
        {
            reader.Wrong(Field(part, reader.Language), reader.Words.NeededInOne);
        }

        return texts.Select(t => new CatalogueText
        {
            Kind = kind,
            Code = code,
            Part = part,
            Language = t.Language,
            Body = t.Body,
            State = t.Body.Length == 0 ? TextState.Missing : original == Each || original == t.Language ? TextState.Written : TextState.Translated,
        });
    }

    private static string Body(FieldReader reader, string part, string language)
    {
        var body = FieldReader.OneLine(reader.Text(Field(part, language)));
        if (body.Length > MostLetters)
        {
            reader.Wrong(Field(part, language), reader.TooLong(MostLetters));
        }

        return body;
    }

    /// <summary>The one language in which a text was written while others are translations; <see cref="Each"/> where several were.</summary>
    private static string OriginalOf(IReadOnlyList<CatalogueText> texts, string language)
    {
        string[] written = [.. texts.Where(t => t.State == TextState.Written).Select(t => t.Language)];
        return (texts.Count, written) switch
        {
            (0, _) => language,
            (_, [var only]) => only,
            _ => Each,
        };
    }
}
