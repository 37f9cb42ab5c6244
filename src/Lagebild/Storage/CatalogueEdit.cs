using Lagebild.Catalogue;

namespace Lagebild.Storage;

/// <summary>What a draft does to the rows of the catalogue.</summary>
internal static class CatalogueEdit
{
    /// <summary>Changes rows as a draft says and gives the keys it decided on. A row that is as the program ships it counts as not edited.</summary>
    public static IReadOnlyList<CatalogueKey> Apply(CatalogueDraft draft, Dictionary<CatalogueKey, CatalogueRow> rows, IReadOnlyDictionary<CatalogueKey, CatalogueRow> shipped)
    {
        var ended = (draft.Removes ? rows.Keys.Where(k => k.Kind == draft.Kind && k.Code == draft.Code) : draft.Texts.Where(t => t.State == TextState.Missing).Select(CatalogueKey.Of)).ToArray();
        CatalogueRow[] written = draft.Removes ? [] : [.. Written(draft).Where(w => !rows.TryGetValue(w.Key, out var now) || now.Content != w.Content)];
        foreach (var key in ended)
        {
            rows.Remove(key);
        }

        foreach (var row in written)
        {
            rows[row.Key] = row with { Edited = !shipped.TryGetValue(row.Key, out var original) || original.Content != row.Content };
        }

        return [.. ended, .. written.Select(w => w.Key)];
    }

    /// <summary>What a draft takes the place of, as the audit words it; null where there was nothing.</summary>
    public static string? Before(CatalogueDraft draft, IReadOnlyDictionary<CatalogueKey, CatalogueRow> rows)
    {
        var touched = rows.Values.Where(r => r.Kind == draft.Kind && r.Code == draft.Code && (draft.Removes || (r.Key.IsBody ? draft.Body is not null : draft.Texts.Any(t => CatalogueKey.Of(t) == r.Key))));
        string[] lines = [.. touched.OrderBy(r => r.Part, StringComparer.Ordinal).ThenBy(r => r.Language, StringComparer.Ordinal).Select(r => r.Key.IsBody ? r.Body : CatalogueDraftStore.Words(r.Text))];
        return lines.Length == 0 ? null : string.Join('\n', lines);
    }

    /// <summary>The body an entry has with a draft, or had where the draft removes it; null where it owns texts only.</summary>
    public static string? Body(CatalogueDraft draft, IReadOnlyDictionary<CatalogueKey, CatalogueRow> rows) => draft.Body ?? rows.GetValueOrDefault(new(draft.Kind, draft.Code, "", ""))?.Body;

    private static IEnumerable<CatalogueRow> Written(CatalogueDraft draft)
    {
        if (draft.Body is not null)
        {
            yield return new() { Kind = draft.Kind, Code = draft.Code, Body = draft.Body };
        }

        foreach (var text in draft.Texts.Where(t => t.State != TextState.Missing))
        {
            yield return CatalogueRow.Of(text);
        }
    }
}
