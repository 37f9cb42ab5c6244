namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>A text that is there, but not in every language.</summary>
/// <param name="Kind">Of its entry.</param>
/// <param name="Code">Of its entry.</param>
/// <param name="Part">Which text.</param>
/// <param name="Language">The language it is missing in.</param>
public sealed record MissingText(string Kind, string Code, string Part, string Language)
{
    /// <summary>All of a catalogue, by kind in the order of lists, then code, part and language.</summary>
    public static IReadOnlyList<MissingText> Of(Catalogue.Catalogue catalogue) => [.. EntryParts.Kinds.SelectMany(kind => OfKind(catalogue, kind))];

    private static IEnumerable<MissingText> OfKind(Catalogue.Catalogue catalogue, string kind) =>
        from text in catalogue.Texts.Where(t => t.Kind == kind).GroupBy(t => (t.Code, t.Part))
        from language in EntryParts.Missing(catalogue, kind, text.Key.Code, text.Key.Part)
        select new MissingText(kind, text.Key.Code, text.Key.Part, language);
}
