using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>What a figure of a view is made from, before notes, sources and addresses are added.</summary>
public sealed record ViewDraft
{
    /// <summary>Path of the page it stands on, without language: <c>/views/capacity</c>. Its downloads lie below.</summary>
    public required string Page { get; init; }

    /// <summary>Unique on the page: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    public required Sentence Headline { get; init; }

    public required string SubLine { get; init; }

    public required IReadOnlyList<ViewValue> Values { get; init; }

    public required FigureTable Table { get; init; }

    /// <summary>What is to be said of this figure besides breaks, press and the notes of rows.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One line, panel, bar or group of bars: its name, and its values by period.</summary>
public sealed record ViewLine
{
    public required string Name { get; init; }

    /// <summary>Chart label of a region; null for parts.</summary>
    public string? Label { get; init; }

    public string? Group { get; init; }

    public string? Detail { get; init; }

    public DateOnly? Onset { get; init; }

    public required IReadOnlyList<ViewValue> Values { get; init; }
}

/// <summary>Adds to a draft what every figure has: notes, sources, stand, downloads; and draws series.</summary>
public sealed class ViewFigures(Reading reading)
{
    /// <summary>Notes of rows beyond this many stay on the figure pages.</summary>
    private const int MostRowNotes = 4;

    /// <summary>Where something is, as it is said in a sentence: <c>in Hamburg</c>; the bare name in brackets where the catalogue does not say how.</summary>
    public string Place(string region) =>
        reading.Text(CatalogueKind.Region, region, "in") is { } text && text.Language == reading.Language ? text.Plain() : $"({reading.RegionName(region)})";

    /// <summary>As it is said in a sentence.</summary>
    public string When(Period period) => PeriodText.When(period, reading.Language);

    /// <summary>As it stands in a table.</summary>
    public string Label(Period period) => PeriodText.Label(period, reading.Language);

    /// <summary>The figure without a chart, or with one made for its caption.</summary>
    public ViewFigure Of(ViewDraft draft, Func<ViewCaption, Chart>? chart = null)
    {
        var breaks = Breaks(draft.Values);
        IReadOnlyList<Note> notes = [.. Notes(draft, breaks)];
        var feeds = Feeds(draft.Values);
        return new()
        {
            Id = draft.Id,
            Headline = draft.Headline,
            SubLine = draft.SubLine,
            Chart = chart?.Invoke(Caption(draft, notes, feeds)),
            Notes = notes,
            Feeds = feeds,
            Table = draft.Table,
            Values = draft.Values,
            Downloads = new(reading, $"{draft.Page}/{draft.Id}", null, []),
            PermanentHref = reading.Permanent(draft.Page) + $"#{draft.Id}",
            SvgHref = chart is null ? null : reading.Link($"{draft.Page}/{draft.Id}.svg"),
        };
    }

    /// <summary>The figure with its lines drawn; <paramref name="change"/> is asked last.</summary>
    public ViewFigure Of(ViewDraft draft, ChartKind kind, IReadOnlyList<ViewLine> lines, Func<ChartSpec, ChartSpec>? change = null) =>
        Of(draft, caption => new SeriesChart((change ?? (s => s))(Spec(caption, lines, Breaks(draft.Values))), kind)) with { Compared = Compared(lines) };

    /// <summary>Of each region its first line, cut to what is shown; none where all lines are of one.</summary>
    private static Series[] Compared(IReadOnlyList<ViewLine> lines)
    {
        Series[] ofRegions = [.. lines.Where(l => l.Values.Count > 0).DistinctBy(l => l.Values[0].Region).Select(l => l.Values[0].Series.Series with { Observations = [.. l.Values.Select(v => v.Observation)] })];
        return ofRegions.Length > 1 ? ofRegions : [];
    }

    /// <summary>A table of periods by lines; of lines only where each has one value.</summary>
    public FigureTable Table(string caption, string linesAre, IReadOnlyList<ViewLine> lines) => lines.All(l => l.Values.Count <= 1)
        ? new()
        {
            Caption = caption,
            RowsAre = linesAre,
            Columns = [new(reading.Words.Overview.Value, null), new(reading.Words.Overview.When, null) { IsWords = true }],
            Rows = [.. lines.Select(l => new FigureRow(new(l.Name, null), [l.Values.Count == 0 ? FigureCell.Empty : l.Values[0].Cell(reading), new() { Text = l.Values.Count == 0 ? "" : Label(l.Values[0].Period) }]))],
        }
        : new()
        {
            Caption = caption,
            RowsAre = reading.Words.Indicator.Period,
            Columns = [.. lines.Select(l => new FigureHead(l.Name, null))],
            Rows = [.. lines.SelectMany(l => l.Values).Select(v => v.Period).Distinct().Order().Select(p => new FigureRow(new(Label(p), null), [.. lines.Select(l => CellOf(l, p))]))],
        };

    /// <summary>Of a list of values the newest with a number; null where there is none.</summary>
    public static ViewValue? Newest(IEnumerable<ViewValue> values) => values.Where(v => v.Value is not null).MaxBy(v => v.Period.End);

    private FigureCell CellOf(ViewLine line, Period period) => line.Values.FirstOrDefault(v => v.Period == period)?.Cell(reading) ?? FigureCell.Empty;

    private ViewCaption Caption(ViewDraft draft, IReadOnlyList<Note> notes, IReadOnlyList<Feed> feeds) => new()
    {
        Id = draft.Id,
        Language = reading.Language,
        Headline = draft.Headline.Plain,
        SubLine = draft.SubLine,
        Notes = [.. notes.Select(n => n.Plain)],
        Source = string.Join("; ", feeds.Select(f => f.Press ? $"{f.Publisher}, {reading.Words.Indicator.Press}" : f.Publisher)),
        Stand = reading.Fill(reading.Words.Site.Stand, reading.Stand.Release.Number, reading.Day(reading.Stand.Release.PublishedUtc)),
    };

    private ChartSpec Spec(ViewCaption caption, IReadOnlyList<ViewLine> lines, IReadOnlyList<Break> breaks)
    {
        var variant = lines.SelectMany(l => l.Values).First().Variant;
        return new()
        {
            Id = caption.Id,
            Language = caption.Language,
            Headline = caption.Headline,
            SubLine = caption.SubLine,
            Notes = caption.Notes,
            Source = caption.Source,
            Stand = caption.Stand,
            Unit = reading.UnitName(variant.Unit),
            Decimals = variant.Decimals,
            IsPercent = reading.IsPercent(variant.Unit),
            Series = [.. lines.Select(Series)],
            Breaks = [.. breaks.Select((b, at) => new ChartBreak { Day = b.Day, Note = at + 1, Series = [.. lines.Index().Where(l => l.Item.Values.Any(v => IsCut(v, b))).Select(l => l.Index)] })],
        };
    }

    private ChartSeries Series(ViewLine line) => new()
    {
        Name = line.Name,
        Label = line.Label,
        Group = line.Group,
        Detail = line.Detail,
        Onset = line.Onset,
        Points = [.. line.Values.Select(v => v.Point(reading))],
    };

    /// <summary>The breaks of the catalogue that cut a series of the values within its span.</summary>
    private IReadOnlyList<Break> Breaks(IReadOnlyList<ViewValue> values) =>
        [.. reading.Catalogue.Breaks.Where(b => values.Where(v => IsCut(v, b)).GroupBy(v => v.Series.Series.Key).Any(g => g.Min(v => v.Period.Start) < b.Day && b.Day <= g.Max(v => v.Period.End)))];

    private bool IsCut(ViewValue value, Break found) =>
        FigureNotes.Concerns(found, value.Variant.Indicator, value.Variant.Code) && FigureNotes.Holds(reading.Catalogue, found, value.Region);

    private IEnumerable<Note> Notes(ViewDraft draft, IReadOnlyList<Break> breaks) =>
    [
        .. breaks.Select(b => BreakNote(b, draft.Values)),
        .. draft.Notes.Select(n => new Note(n, reading.Language)),
        .. draft.Values.Any(v => reading.IsPress(v.Feed)) ? [new Note(PressNote(draft.Values), reading.Language)] : Array.Empty<Note>(),
        .. EditorNotes.Of(reading, [.. draft.Values.Select(v => v.Series).DistinctBy(s => s.Series.Key).Select(s => s.Series with { Observations = [.. draft.Values.Where(v => v.Series.Series.Key == s.Series.Key).Select(v => v.Observation).OrderBy(o => o.Period)] })]),
        .. RowNotes(draft.Values),
    ];

    private Note BreakNote(Break found, IReadOnlyList<ViewValue> values)
    {
        var cut = string.Join(", ", values.Where(v => IsCut(v, found)).Select(v => reading.RegionName(v.Region)).Distinct());
        return new(reading.Fill(reading.Words.Indicator.NoteBreak, cut, reading.Day(found.Day), reading.Name(CatalogueKind.Break, found.Code).Plain().TrimEnd('.') + "."), reading.Language);
    }

    private string PressNote(IReadOnlyList<ViewValue> values) => values.All(v => reading.IsPress(v.Feed))
        ? reading.Words.Indicator.NotePress
        : reading.Fill(reading.Words.View.ReservationPress, string.Join(", ", values.Where(v => reading.IsPress(v.Feed)).Select(v => reading.RegionName(v.Region)).Distinct()));

    private Note[] RowNotes(IReadOnlyList<ViewValue> values)
    {
        Note[] notes = [.. values
            .Where(v => !v.Series.IsComputed && !string.IsNullOrEmpty(v.Observation.Note))
            .Select(v => new Note($"{reading.RegionName(v.Region)}, {Label(v.Period)}: {v.Observation.Note}", reading.Stand.Feeds.GetValueOrDefault(v.Feed)?.Language ?? reading.Language))
            .Distinct()];
        return notes.Length <= MostRowNotes ? notes : [];
    }

    private IReadOnlyList<Feed> Feeds(IReadOnlyList<ViewValue> values) =>
        [.. values.Select(v => v.Feed).Distinct().Select(f => reading.Stand.Feeds.GetValueOrDefault(f)).OfType<Feed>()];
}

/// <summary>The words around a chart of a view.</summary>
public sealed record ViewCaption : Caption;
