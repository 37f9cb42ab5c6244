using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>A note with the language it is in.</summary>
public sealed record Note(string Text, string Language)
{
    /// <summary>What it is of, in the reader's language, before it; empty for nothing.</summary>
    public string Lead { get; init; } = "";

    /// <summary>True where an editor here wrote it; else, in another language than the page's, the source did.</summary>
    public bool IsEditors { get; init; }

    /// <summary>In one line.</summary>
    public string Plain => Lead.Length == 0 ? Text : $"{Lead}: {Text}";
}

/// <summary>The numbered notes of a chart and the breaks that point to them.</summary>
public sealed record FigureNotes
{
    /// <summary>Notes of rows beyond this many stay on the figure pages.</summary>
    private const int MostRowNotes = 4;

    public required IReadOnlyList<Note> Notes { get; init; }

    public required IReadOnlyList<ChartBreak> Breaks { get; init; }

    /// <summary>In order: breaks by day, what is computed or left out, what signs mean, what editors note, then what the source itself notes.</summary>
    public static FigureNotes Of(Reading reading, SelectedValues values, IReadOnlyList<Break> breaks, bool datesDiffer, bool changeStated)
    {
        var words = reading.Words.Indicator;
        var notes = breaks.Select(b => BreakNote(reading, values, b)).ToList();
        Observation[] observations = [.. values.Series.SelectMany(s => s.Series.Observations)];
        AddIf(values is { IsThinned: true, Frequency: Frequency.Weekly }, words.NoteThinnedWeek);
        AddIf(values is { IsThinned: true, Frequency: not Frequency.Weekly }, words.NoteThinnedMonth);
        AddIf(values.Series.Any(s => s.IsComputed && s.Measure == Measure.Total), words.NoteComputed);
        AddIf(changeStated, words.NoteChange);
        AddIf(datesDiffer, words.NoteLatestDiffer);
        AddIf(values.Frequency == Frequency.Interval && observations.Select(o => o.Period.End.DayNumber - o.Period.Start.DayNumber).Distinct().Count() > 1, words.NoteInterval);
        AddIf(observations.Any(o => o is { Value: null, Confidentiality: ConfidentialityStatus.Free }), reading.Fill(words.NoteMissing, ValueText.NoFigureSign));
        AddIf(observations.Any(o => o is { Value: null, Confidentiality: not ConfidentialityStatus.Free }), reading.Fill(words.NoteConfidential, ValueText.ConfidentialSign));
        AddIf(values.Series.Any(s => reading.IsPress(s.Series.Key.Feed)), words.NotePress);
        notes.AddRange(SourceFlags.Notes(reading, values).Select(n => new Note(n, reading.Language)));
        notes.AddRange(EditorNotes.Of(reading, [.. values.Series.Select(s => s.Series)]));
        notes.AddRange(RowNotes(reading, values));
        return new FigureNotes
        {
            Notes = notes,
            Breaks = ChartBreaks(reading, breaks, values.Series),
        };

        void AddIf(bool holds, string note)
        {
            if (holds)
            {
                notes.Add(new(note, reading.Language));
            }
        }
    }

    /// <summary>Breaks as a chart of some series draws them, each with the number of its note; those that cut none of the series are left out.</summary>
    public static IReadOnlyList<ChartBreak> ChartBreaks(Reading reading, IReadOnlyList<Break> breaks, IReadOnlyList<ShownSeries> drawn) =>
        [.. breaks.Select((b, at) => new ChartBreak { Day = b.Day, Note = at + 1, Series = Cut(reading, drawn, b) }).Where(b => b.Series.Count > 0)];

    /// <summary>The same with more notes at the end.</summary>
    public FigureNotes With(IEnumerable<Note> more) => this with { Notes = [.. Notes, .. more] };

    /// <summary>The breaks of the catalogue that cut what is shown, within its span.</summary>
    public static IReadOnlyList<Break> BreaksIn(Reading reading, SelectedValues values)
    {
        Observation[] observations = [.. values.Series.SelectMany(s => s.Series.Observations)];
        return observations.Length == 0 ? [] : [.. reading.Catalogue.Breaks
            .Where(b => Cut(reading, values.Series, b).Count > 0)
            .Where(b => b.Day > observations.Min(o => o.Period.Start) && b.Day <= observations.Max(o => o.Period.End))];
    }

    /// <summary>Whether a break is one of the variant.</summary>
    public static bool Concerns(Break found, string indicator, string variant) =>
        found.Variants.Count > 0 ? found.Variants.Contains(variant) : found.Indicator == indicator;

    /// <summary>Whether a break holds for a region.</summary>
    public static bool Holds(Catalogue.Catalogue catalogue, Break found, string region) =>
        found.Regions.Count == 0 || found.Regions.Any(outer => catalogue.IsWithin(region, outer));

    private static IReadOnlyList<int> Cut(Reading reading, IReadOnlyList<ShownSeries> series, Break found) =>
        [.. series.Select((s, at) => (s, at)).Where(x => Concerns(found, x.s.Series.Key.Indicator, x.s.Series.Key.Variant) && Holds(reading.Catalogue, found, x.s.Region)).Select(x => x.at)];

    private static Note BreakNote(Reading reading, SelectedValues values, Break found)
    {
        var cut = Cut(reading, values.Series, found);
        var who = cut.Count == values.Series.Count ? reading.Words.Indicator.AllShown : string.Join(", ", cut.Select(at => reading.RegionName(values.Series[at].Region)).Distinct());
        var name = reading.Name(CatalogueKind.Break, found.Code).Plain();
        return new(reading.Fill(reading.Words.Indicator.NoteBreak, who, reading.Day(found.Day), name.TrimEnd('.') + "."), reading.Language);
    }

    private static Note[] RowNotes(Reading reading, SelectedValues values)
    {
        Note[] notes = [.. values.Series
            .SelectMany(s => s.Series.Observations.Where(o => !string.IsNullOrEmpty(o.Note)).Select(o => new Note(o.Note!, LanguageOf(reading, s.Series.Key.Feed))))
            .Distinct()];
        return notes.Length <= MostRowNotes ? notes : [];
    }

    private static string LanguageOf(Reading reading, string feed) => reading.Stand.Feeds.TryGetValue(feed, out var found) ? found.Language : reading.Language;
}
