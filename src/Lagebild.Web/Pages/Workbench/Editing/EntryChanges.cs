using Lagebild.Catalogue;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Editing;

/// <summary>One thing about an entry that is other than before.</summary>
/// <param name="Label">Field or text.</param>
/// <param name="Language">Of a text; null for a field.</param>
/// <param name="Before">Null where there was nothing.</param>
/// <param name="After">Null where there is nothing any more.</param>
public sealed record ChangedLine(string Label, string? Language, string? Before, string? After);

/// <summary>Compares an entry with what it was, or is to be.</summary>
public sealed class EntryChanges(Reading reading, EntryFields fields)
{
    /// <summary>What a draft changes of the catalogue as it is now.</summary>
    public IReadOnlyList<ChangedLine> Of(Catalogue.Catalogue now, CatalogueDraft draft)
    {
        CatalogueText[] texts = [.. now.TextsOf(draft.Kind, draft.Code)];
        var body = now.Entry(draft.Kind, draft.Code)?.Body;
        var after = texts.Where(t => !draft.Removes && !draft.Texts.Any(d => d.Part == t.Part && d.Language == t.Language)).Concat(draft.Texts.Where(t => t.State != TextState.Missing));
        return Of(draft.Kind, (body, texts), (draft.Removes ? null : draft.Body ?? body, [.. after]));
    }

    /// <summary>Between two states of an entry: fields in their order, then texts.</summary>
    public IReadOnlyList<ChangedLine> Of(string kind, (string? Body, IReadOnlyList<CatalogueText> Texts) before, (string? Body, IReadOnlyList<CatalogueText> Texts) after) =>
        [.. Fields(kind, before.Body, after.Body), .. EntryParts.Of(kind).SelectMany(p => Texts.Languages.All.Select(l => Text(p, l, before.Texts, after.Texts))).OfType<ChangedLine>()];

    private IEnumerable<ChangedLine> Fields(string kind, string? before, string? after)
    {
        var (old, current) = (fields.Filled(kind, before), fields.Filled(kind, after));
        return fields.Of(kind)
            .Select(f => new ChangedLine(f.Label, null, before is null ? null : Said(f, old), after is null ? null : Said(f, current)))
            .Where(l => (l.Before ?? "") != (l.After ?? ""));
    }

    private string Said(EntryField field, FormValues values) => field.Type switch
    {
        FieldType.Day => DateOnly.TryParse(values[field.Name], System.Globalization.CultureInfo.InvariantCulture, out var day) ? reading.Day(day) : "",
        FieldType.Choices => string.Join(", ", values.All(field.Name).Select(v => Name(field, v))),
        _ => Name(field, values[field.Name]),
    };

    /// <summary>Regions of other offices are no options of the editor's, but have names all the same.</summary>
    private string Name(EntryField field, string value) => field.Name is "region" or "regions" && value.Length > 0 ? reading.RegionName(value) : field.Said(value);

    private ChangedLine? Text(string part, string language, IReadOnlyList<CatalogueText> before, IReadOnlyList<CatalogueText> after)
    {
        var (old, current) = (Find(before), Find(after));
        return old?.Body == current?.Body && old?.State == current?.State ? null : new(EntryParts.Name(reading.Words.Text, part), language, Said(old), Said(current));

        CatalogueText? Find(IReadOnlyList<CatalogueText> texts) => texts.FirstOrDefault(t => t.Part == part && t.Language == language && t.State != TextState.Missing);
    }

    private string? Said(CatalogueText? text) => text is null ? null : text.State == TextState.Translated ? $"{text.Body} ({reading.Words.Text.Translated})" : text.Body;
}
