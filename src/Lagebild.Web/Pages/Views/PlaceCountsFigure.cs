using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>Places and residents of one region as capacity charts with their tables, and the counts with more residents than places as a table.</summary>
public sealed class PlaceCountsFigure(Reading reading, ViewFigures figures)
{
    /// <summary>Older counts stand in the table only.</summary>
    private const int MostRows = 12;

    private PlaceWords Words => reading.Words.View.Places;

    /// <summary>Of the counts of one region, by time: the occupancy its sources state without places, then residents and places. Empty where there are none.</summary>
    public IReadOnlyList<ViewFigure> Of(string page, string id, IReadOnlyList<PlaceCounts> counts)
    {
        PlaceCounts[] stated = [.. counts.Where(c => c.StatedRate is not null)];
        PlaceCounts[] counted = [.. counts.Where(c => c.Occupied is not null || c.Places is not null)];
        return [.. stated.Length == 0 ? [] : Rates(page, $"{id}-rates", stated), .. counted.Length == 0 ? Array.Empty<ViewFigure>() : Places(page, $"{id}-places", counted)];
    }

    /// <summary>All counts with more residents than places, the latest first; null where there is none.</summary>
    public ViewFigure? Exceeded(string page, string id, IReadOnlyList<PlaceCounts> counts)
    {
        PlaceCounts[] exceeded = [.. counts.Where(c => c.IsExceeded).OrderByDescending(c => c.Period.End).ThenByDescending(c => c.Occupied?.Value)];
        return exceeded.Length == 0 ? null : figures.Of(new ViewDraft
        {
            Page = page,
            Id = id,
            Headline = ExceededFinding(exceeded),
            SubLine = Words.ExceededLead,
            Values = [.. exceeded.SelectMany(Values)],
            Table = ExceededTable(exceeded),
            Notes = [Words.NoteRate, .. Notes(exceeded)],
        });
    }

    /// <summary>How many counts show more residents than places, and the newest of them whose numbers are known.</summary>
    public Sentence ExceededFinding(IReadOnlyList<PlaceCounts> exceeded) => exceeded.FirstOrDefault(c => c.RateTenths is not null) is { } newest
        ? Sentence.Of(Words.ExceededFinding.For(exceeded.Count), CountCell(exceeded.Count), figures.Place(newest.Region), figures.When(newest.Period), newest.Occupied!.Cell(reading), newest.Places!.Cell(reading))
        : Headline(exceeded[0]);

    /// <summary>The finding of one count: residents on places, else what is known.</summary>
    public Sentence Headline(PlaceCounts count) => count switch
    {
        { RateTenths: { } tenths } => Sentence.Of(Words.OnPlaces, figures.When(count.Period), figures.Place(count.Region), count.Occupied!.Cell(reading), count.Places!.Cell(reading), reading.ShareCell(tenths)),
        { StatedRate: { } rate } => Sentence.Of(Words.Stated, figures.When(count.Period), reading.VariantName(rate.Variant.Code), rate.Cell(reading)),
        { Occupied: { } occupied } => Sentence.Of(Words.Residents, figures.When(count.Period), figures.Place(count.Region), occupied.Cell(reading)),
        _ => Sentence.Of(Words.PlacesOnly, figures.When(count.Period), figures.Place(count.Region), count.Places!.Cell(reading)),
    };

    private IEnumerable<ViewFigure> Rates(string page, string id, PlaceCounts[] counts)
    {
        var newest = counts.Where(c => c.Period.End == counts.Max(o => o.Period.End)).MaxBy(c => c.StatedRate!.Value)!;
        var subLine = reading.Fill(Words.SubLine, reading.RegionName(newest.Region));
        var draft = Draft(page, id, counts, Sentence.Of(Words.Stated, figures.When(newest.Period), reading.VariantName(newest.StatedRate!.Variant.Code), newest.StatedRate.Cell(reading)), subLine);
        yield return figures.Of(draft, caption => new CapacityChart(Spec(caption, counts) with { IsPercent = true, Decimals = counts[0].StatedRate!.Variant.Decimals, Rows = [.. counts.Select(c => new CapacityRow { Name = NameOf(c), Occupied = c.StatedRate!.Point(reading) })] }));
    }

    private IEnumerable<ViewFigure> Places(string page, string id, PlaceCounts[] counts)
    {
        var draft = Draft(page, id, counts, Headline(Told(counts) with { StatedRate = null }), reading.Fill(Words.SubLine, reading.RegionName(counts[0].Region)));
        yield return figures.Of(draft, caption => new CapacityChart(Spec(caption, counts)));
    }

    /// <summary>The count the sentence is about: the newest with more residents than places, else with both, else with residents.</summary>
    private static PlaceCounts Told(IReadOnlyList<PlaceCounts> counts) =>
        counts.OrderByDescending(c => c.RateTenths is not null && c.IsExceeded).ThenByDescending(c => c.RateTenths is not null).ThenByDescending(c => c.Occupied is not null).ThenByDescending(c => c.Period.End).First();

    private ViewDraft Draft(string page, string id, IReadOnlyList<PlaceCounts> counts, Sentence headline, string subLine) => new()
    {
        Page = page,
        Id = id,
        Headline = headline,
        SubLine = subLine,
        Values = [.. counts.SelectMany(Values)],
        Table = Table(counts, subLine),
        Notes = [.. counts.Any(c => c.RateTenths is not null) ? [Words.NoteRate] : Array.Empty<string>(), .. Notes(counts)],
    };

    /// <summary>What is known of a count, and the occupancy computed from it.</summary>
    private IEnumerable<ViewValue> Values(PlaceCounts count) =>
        count is { RateTenths: { } tenths, StatedRate: null } ? count.Known.Append(count.Occupied!.Computed(tenths, "percent", 1, Words.Rate)) : count.Known;

    private IEnumerable<string> Notes(IReadOnlyList<PlaceCounts> counts) =>
    [
        .. counts.Where(c => c.PeriodsDiffer).Select(c => reading.Fill(Words.NoteMonth, $"{reading.RegionName(c.Region)}, {figures.Label(c.Period)}")),
        .. counts.Where(c => c is { StatedRate: not null, Places: null }).Select(c => reading.Fill(Words.NoteStated, reading.VariantName(c.StatedRate!.Variant.Code))),
    ];

    private CapacitySpec Spec(ViewCaption caption, IReadOnlyList<PlaceCounts> counts) => new()
    {
        Id = caption.Id,
        Language = caption.Language,
        Headline = caption.Headline,
        SubLine = caption.SubLine,
        Notes = caption.Notes,
        Source = caption.Source,
        Stand = caption.Stand,
        Unit = reading.UnitName("places"),
        Rows = [.. counts.TakeLast(MostRows).Select(c => new CapacityRow { Name = NameOf(c), Occupied = c.Occupied?.Point(reading), Usable = c.Usable?.Point(reading), Nominal = c.Nominal?.Point(reading) })],
    };

    private string NameOf(PlaceCounts count) => $"{KindOf(count)}, {figures.Label(count.Period)}";

    /// <summary>What is counted: kind of accommodation and facility; the way of counting where that says it.</summary>
    private string KindOf(PlaceCounts count) =>
        Breakdown.Parse(count.Breakdown) is { Parts.Count: > 0 } breakdown ? string.Join(", ", breakdown.Parts.Select(p => reading.CodeName(p.Key, p.Value).Plain()))
        : count is { StatedRate: { } rate } ? reading.VariantName(rate.Variant.Code)
        : Words.AllKinds;

    private FigureTable Table(IReadOnlyList<PlaceCounts> counts, string caption) => new()
    {
        Caption = caption,
        RowsAre = Words.When,
        Columns = Columns(),
        Rows = [.. counts.Select(c => new FigureRow(new(figures.Label(c.Period), null), Cells(c)))],
    };

    private FigureTable ExceededTable(IReadOnlyList<PlaceCounts> counts) => new()
    {
        Caption = Words.ExceededCaption,
        RowsAre = reading.Words.Overview.Region,
        Columns = [new(Words.When, null) { IsWords = true }, .. Columns()],
        Rows = [.. counts.Select(c => new FigureRow(new(reading.RegionName(c.Region), c.Region), [new() { Text = figures.Label(c.Period) }, .. Cells(c)]))],
    };

    private FigureHead[] Columns() => [new(Words.Where, null) { IsWords = true }, new(Words.Occupied, null), new(Words.Usable, null), new(Words.Nominal, null), new(Words.Rate, null)];

    private IReadOnlyList<FigureCell> Cells(PlaceCounts count) => [new() { Text = KindOf(count) }, Cell(count.Occupied), Cell(count.Usable), Cell(count.Nominal), RateCell(count)];

    private FigureCell Cell(ViewValue? value) => value?.Cell(reading) ?? new FigureCell { Text = ValueText.NoFigureSign };

    private FigureCell RateCell(PlaceCounts count) => count.StatedRate?.Cell(reading)
        ?? (count.RateTenths is { } tenths ? reading.ShareCell(tenths) with { Doubt = reading.Words.Site.Computed } : new FigureCell { Text = ValueText.NoFigureSign });

    private FigureCell CountCell(int count) => new() { Text = reading.Count(count) };
}
