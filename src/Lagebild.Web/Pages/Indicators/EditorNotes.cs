using Lagebild.Catalogue;
using Lagebild.Statistics;
using Microsoft.AspNetCore.Html;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>What editors note on series, and how offices explain what is missing of them.</summary>
public static class EditorNotes
{
    private const string Text = "text";

    /// <summary>A note as a page says it: what it is of, then its words, with their language where that is another than the page's.</summary>
    public static IHtmlContent Say(this Reading reading, Note note)
    {
        var who = note.IsEditors || note.Language == reading.Language ? "" : reading.Words.Indicator.SourceNote + " ";
        return new HtmlContentBuilder().Append(who).Append(note.Lead.Length == 0 ? "" : $"{note.Lead}: ").AppendHtml(reading.Say(note.Text, note.Language));
    }

    /// <summary>On the values of series, as shown: notes by code, then explanations of gaps within the days shown or within a year after them.</summary>
    public static IEnumerable<Note> Of(Reading reading, IReadOnlyList<Series> shown) =>
    [
        .. reading.Catalogue.Notes.Where(n => shown.Any(s => IsOn(reading, n, s))).Select(n => Of(reading, n, shown.All(s => s.Key.Region == n.Region))).OfType<Note>(),
        .. shown.SelectMany(s => reading.Catalogue.GapsOf(s.Key.Indicator, s.Key.Region).Where(g => IsIn(g, s.Observations))).Distinct().Select(g => Of(reading, g, shown.All(s => s.Key.Region == g.Region))),
    ];

    /// <summary>On series, whatever days they are of.</summary>
    public static IEnumerable<Note> Of(Reading reading, IReadOnlyCollection<SeriesKey> series) =>
    [
        .. reading.Catalogue.Notes.Where(n => series.Any(s => reading.Catalogue.NotesOn(s).Contains(n))).Select(n => Of(reading, n, isOnlyRegion: false)).OfType<Note>(),
        .. series.Select(s => (s.Indicator, s.Region)).Distinct().SelectMany(s => reading.Catalogue.GapsOf(s.Indicator, s.Region)).Select(g => Of(reading, g, isOnlyRegion: false)),
    ];

    /// <summary>On one value.</summary>
    public static IEnumerable<Note> Of(Reading reading, SeriesKey key, Period period) =>
        reading.Catalogue.NotesOn(key).Where(n => n.Holds(period)).Select(n => Of(reading, n, isOnlyRegion: true)).OfType<Note>();

    /// <summary>A note; null where nobody wrote it in any language.</summary>
    public static Note? Of(Reading reading, FigureNote note, bool isOnlyRegion) => reading.Text(CatalogueKind.Note, note.Code, Text) is not { } text ? null : new(text.Plain(), text.Language)
    {
        IsEditors = true,
        Lead = Joined(note.Region is null || isOnlyRegion ? null : reading.RegionName(note.Region), Days(reading, note.From, note.To)),
    };

    /// <summary>Why something is missing: where, when and the reason in a word, then the explanation.</summary>
    public static Note Of(Reading reading, GapReason gap, bool isOnlyRegion)
    {
        var text = reading.Text(CatalogueKind.Gap, gap.Code, Text);
        var (region, days, reason) = (isOnlyRegion ? null : reading.RegionName(gap.Region), Days(reading, gap.From, gap.To), reading.Words.Reason(gap.Reason));
        return text is null
            ? new(reason, reading.Language) { IsEditors = true, Lead = Joined(region, days) }
            : new(text.Plain(), text.Language) { IsEditors = true, Lead = Joined(region, days, reason) };
    }

    /// <summary>From one day to another in words; null where both are open.</summary>
    public static string? Days(Reading reading, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => first == last ? reading.Day(first) : $"{reading.Day(first)}\u00a0– {reading.Day(last)}",
        ({ } first, null) => reading.Fill(reading.Words.Note.Since, reading.Day(first)),
        (null, { } last) => reading.Fill(reading.Words.Note.Until, reading.Day(last)),
        _ => null,
    };

    private static string Joined(params string?[] parts) => string.Join(", ", parts.Where(p => p is not null));

    private static bool IsOn(Reading reading, FigureNote note, Series series) => reading.Catalogue.NotesOn(series.Key).Contains(note) && series.Observations.Any(o => note.Holds(o.Period));

    private static bool IsIn(GapReason gap, IReadOnlyList<Observation> shown) =>
        shown.Count > 0 && !(gap.To < shown[0].Period.Start) && !(gap.From > shown[^1].Period.End.AddYears(1));
}
