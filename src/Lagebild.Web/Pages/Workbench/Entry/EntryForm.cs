using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>What a person sent: the cells of the page, and the state they were typed on.</summary>
public sealed record EntryForm
{
    private static readonly string[] _statuses =
    [
        "", "provisional", "estimated", "low-reliability", "less-than-half-a-unit", "missing", "missing:late", "missing:not-collected", "missing:refused", "missing:not-published",
        "not-applicable", "not-yet-available", "confidential",
    ];

    /// <summary>The statuses a person may choose, as files hold them; the first is none.</summary>
    public static IReadOnlyList<string> Statuses => _statuses;

    /// <summary>The draft that the page showed, and how often it was saved then; 0 for none.</summary>
    public long Draft { get; init; }

    public int Seen { get; init; }

    /// <summary>Null where the form had no such field.</summary>
    public string? Source { get; init; }

    public IReadOnlyDictionary<EntryKey, EntryText> Cells { get; init; } = new Dictionary<EntryKey, EntryText>();

    /// <summary>Reads the fields of cells; the fault names one that is none of ours, or holds more than it may.</summary>
    public static (EntryForm Form, Fault? Fault) Of(IFormCollection sent, Catalogue.Catalogue catalogue)
    {
        var cells = new Dictionary<EntryKey, EntryText>();
        foreach (var (name, value) in sent)
        {
            var at = name.IndexOf(' ', StringComparison.Ordinal);
            if (at < 0 || name[..at] is not (EntryFieldName.Value or EntryFieldName.Status or EntryFieldName.Note))
            {
                continue;
            }

            if (EntryFieldName.Parse(name[(at + 1)..], catalogue) is not { } key || With(cells.GetValueOrDefault(key) ?? EntryText.Empty, name[..at], value.ToString().Trim()) is not { } text)
            {
                return (new(), Fault.Of(name, value.ToString()));
            }

            cells[key] = text;
        }

        return (new() { Cells = cells, Draft = Whole(sent["draft"]), Seen = (int)Math.Min(Whole(sent["seen"]), int.MaxValue), Source = SourceIn(sent) }, null);
    }

    /// <summary>
    /// The cells that were typed into since the page was shown: what others changed meanwhile is theirs. Of a draft that was handed in since, what it does not say: the same form
    /// sent twice begins no new one.
    /// </summary>
    public IReadOnlyDictionary<EntryKey, EntryText> ChangedSince(EntryDraft? draft)
    {
        var changed = Cells.Where(c => c.Value != In(draft?.AsOf(Seen), c.Key));
        return changed.Where(c => draft?.HandedInUtc is null || c.Value != In(draft.Now, c.Key)).ToDictionary(c => c.Key, c => c.Value);
    }

    private static EntryText In(IReadOnlyDictionary<EntryKey, EntryCell>? cells, EntryKey key) => cells?.GetValueOrDefault(key)?.Text ?? EntryText.Empty;

    private static EntryText? With(EntryText text, string field, string value) => field switch
    {
        EntryFieldName.Value when value.Length <= EntryLimits.Value => text with { Value = value },
        EntryFieldName.Note when value.Length <= EntryLimits.Note => text with { Note = value.ReplaceLineEndings(" ") },
        EntryFieldName.Status when _statuses.Contains(value) => text with { Status = value },
        _ => null,
    };

    private static string? SourceIn(IFormCollection sent) => sent.TryGetValue("source", out var source) ? source.ToString().Trim() is var text && text.Length > EntryLimits.Source ? text[..EntryLimits.Source] : text : null;

    private static long Whole(string? text) => long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
}
