using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>
/// The months after September 2015 and after February 2022 on one axis: of the regions that have monthly values in both, else of the countries at the finest
/// frequency there is for both. What has monthly values in one only stands by itself; what is missing is counted; nothing is filled.
/// </summary>
public sealed class CrisesView(Reading reading, ViewValues values, ViewFigures figures)
{
    public const string Code = "two-crises";

    private const string Page = $"/views/{Code}";

    /// <summary>Months of each time that are looked at.</summary>
    private const int Months = 36;

    /// <summary>With fewer values a line says nothing.</summary>
    private const int FewestMonths = 3;

    /// <summary>So many in one time, where the countries have none in the other, are worth a chart of their own.</summary>
    private const int FewestByThemselves = 6;

    private static readonly DateOnly[] Onsets = [new(2015, 9, 1), new(2022, 2, 1)];

    private CrisisWords Words => reading.Words.View.Crises;

    public async Task<PreparedView> OfAsync(CancellationToken ct)
    {
        Region[] regions = [.. SixRegions.InOrder(reading.Catalogue.Regions)];
        var regional = await ReadAsync(Topic.Arrivals, [.. regions.Select(r => r.Code)], ct);
        var national = await ReadAsync(Topic.International, KeyFigureTopic.Countries, ct);
        var both = Both(regional, IsMonthly);
        var shown = both.Length > 0 ? both : Both(national, _ => true);
        Indicator[] arrivals = [.. reading.Catalogue.Indicators.Where(i => regional.Any(v => v.Variant.Indicator == i.Code && v.Value is not null && IsMonthly(v) && Onsets.Any(o => IsIn(v, o))))];
        ViewFigure[] main = [.. shown.GroupBy(v => v.Region).Select(Main)];
        return new()
        {
            Code = Code,
            Words = reading.Words.View.TwoCrises,
            Finding = main.FirstOrDefault()?.Headline,
            Sections =
            [
                new() { Title = both.Length > 0 ? Words.OnsetTitle : Words.NationalTitle, Lead = main.Length == 0 ? Words.NoNational : both.Length > 0 ? null : Words.NationalLead, Figures = main, InPairs = true },
                new() { Title = Words.OnlyOneTitle, Lead = Words.OnlyOneLead, Figures = [.. OnlyOne([.. regional, .. national], shown)], InPairs = true },
                new() { Title = Words.MonthsTitle, Lead = reading.Fill(Words.MonthsLead, Months), Figures = [MonthsFigure(regions, regional)] },
            ],
            Reservations = [Words.ReservationProtection, .. shown.Any(v => v.Period.Frequency == Frequency.Annual) ? [Words.ReservationYears] : Array.Empty<string>()],
            Indicators = [.. shown.Select(v => v.Variant.Indicator).Concat(arrivals.Select(i => i.Code)).Distinct().Select(i => reading.Catalogue.Indicator(i)!)],
            Gaps = ViewGap.Of(reading, arrivals, regions),
        };
    }

    /// <summary>The values of a topic's counts in the breakdown each is shown by, running counts by month.</summary>
    private async Task<IReadOnlyList<ViewValue>> ReadAsync(Topic topic, IReadOnlyList<string> regions, CancellationToken ct)
    {
        var read = new List<ViewValue>();
        foreach (var indicator in reading.Catalogue.Indicators.Where(i => i.Topic == topic && i.Kind != IndicatorKind.Ratio))
        {
            read.AddRange((await values.OfAsync(indicator.Code, regions, ct)).Where(v => v.Breakdown == indicator.DefaultBreakdown && !v.Variant.Part));
        }

        return read;
    }

    /// <summary>
    /// The series with values in both times: of one indicator and way of counting, flows before stocks, the finest frequency first, then the order of indicators.
    /// </summary>
    private ViewValue[] Both(IReadOnlyList<ViewValue> all, Func<ViewValue, bool> fits) => all
        .Where(v => v.Value is not null && v.Period.Frequency != Frequency.Interval && fits(v))
        .GroupBy(v => (v.Variant.Code, v.Period.Frequency))
        .Select(g => g.GroupBy(v => v.Region).Where(r => Onsets.All(o => r.Count(v => IsIn(v, o)) >= FewestMonths)).SelectMany(r => r).ToArray())
        .Where(g => g.Length > 0)
        .OrderBy(g => IndicatorOf(g[0]).Kind != IndicatorKind.Flow)
        .ThenBy(g => g[0].Period.Frequency)
        .ThenBy(g => IndicatorOf(g[0]).Order)
        .ThenBy(g => g[0].Variant.Code, StringComparer.Ordinal)
        .FirstOrDefault() ?? [];

    private Indicator IndicatorOf(ViewValue value) => reading.Catalogue.Indicator(value.Variant.Indicator)!;

    private static bool IsMonthly(ViewValue value) => value.Period.Frequency is Frequency.Daily or Frequency.Weekly or Frequency.Monthly;

    /// <summary>Whether a period lies in the months after an onset, in part at least.</summary>
    private static bool IsIn(ViewValue value, DateOnly onset) => value.Period.End >= onset && value.Period.Start < onset.AddMonths(Months);

    private ViewFigure Main(IGrouping<string, ViewValue> region)
    {
        ViewLine[] lines = [.. Onsets.Select(o => Line(region, o))];
        var (indicator, variant) = (IndicatorOf(region.First()), region.First().Variant);
        var subLine = reading.Fill(Words.SubLine, $"{reading.IndicatorName(indicator.Code)}, {lines[0].Name}", reading.UnitName(variant.Unit));
        ViewValue[] values = [.. lines.SelectMany(l => l.Values).Distinct()];
        var draft = new ViewDraft
        {
            Page = Page,
            Id = $"onset-{region.Key.ToLowerInvariant()}",
            Headline = Finding(indicator, lines),
            SubLine = subLine,
            Values = values,
            Table = figures.Table(subLine, reading.Words.Overview.Region, [lines[0] with { Values = values }]),
            Notes = [reading.Fill(reading.Words.View.CountedAs, reading.IndicatorName(indicator.Code), reading.VariantName(variant.Code))],
        };
        return figures.Of(draft, ChartKind.Onset, lines);
    }

    private ViewLine Line(IGrouping<string, ViewValue> region, DateOnly onset) => new()
    {
        Name = reading.RegionName(region.Key),
        Label = reading.Catalogue.Region(region.Key)?.Label,
        Onset = onset,
        Values = [.. region.Where(v => IsIn(v, onset))],
    };

    /// <summary>The first whole period that begins after each onset.</summary>
    private Sentence Finding(Indicator indicator, ViewLine[] lines)
    {
        ViewValue[] first = [.. lines.Select(l => l.Values.First(v => v.Period.Start > l.Onset || v == l.Values[^1]))];
        var what = $"{reading.IndicatorName(indicator.Code)}, {lines[0].Name}";
        return Sentence.Of(Words.Finding, what, first[0].Cell(reading), figures.When(first[0].Period), first[1].Cell(reading), figures.When(first[1].Period));
    }

    /// <summary>A figure for each way of counting whose monthly values lie in one of the times only.</summary>
    private IEnumerable<ViewFigure> OnlyOne(IReadOnlyList<ViewValue> all, IReadOnlyList<ViewValue> shown) => all
        .Where(v => IsMonthly(v) && Onsets.Any(o => IsIn(v, o)) && shown.All(s => s.Variant.Code != v.Variant.Code))
        .GroupBy(v => v.Variant.Code)
        .Select(g => (g.First().Variant, Lines: (ViewLine[])[.. g.GroupBy(v => v.Region).Select(Thinned).Where(l => l.Values.Count(v => v.Value is not null) >= FewestByThemselves)]))
        .Where(g => g.Lines.Length > 0)
        .Select(g => ByItself(g.Variant, g.Lines));

    private ViewLine Thinned(IGrouping<string, ViewValue> region)
    {
        ViewValue[] inTime = [.. region.Where(v => Onsets.Any(o => IsIn(v, o)))];
        var kept = Thinning.Default(inTime[0].Variant, inTime[0].Period.Frequency) == inTime[0].Period.Frequency ? null : Thinning.LastDays([.. inTime.Select(v => v.Observation)], Frequency.Monthly).ToHashSet();
        return new() { Name = reading.RegionName(region.Key), Label = reading.Catalogue.Region(region.Key)?.Label, Values = [.. inTime.Where(v => kept?.Contains(v.Observation) != false)] };
    }

    private ViewFigure ByItself(Variant variant, IReadOnlyList<ViewLine> lines)
    {
        var newest = lines.Select(l => ViewFigures.Newest(l.Values)!).MaxBy(v => v.Value)!;
        var subLine = $"{reading.IndicatorName(variant.Indicator)}, {BreakdownOf(newest)}{reading.VariantName(variant.Code)}, {reading.UnitName(variant.Unit)}";
        var draft = new ViewDraft
        {
            Page = Page,
            Id = variant.Code,
            Headline = Sentence.Of(Words.OnlyOneFinding, $"{reading.IndicatorName(variant.Indicator)}, {reading.RegionName(newest.Region)}", newest.Cell(reading), figures.When(newest.Period)),
            SubLine = subLine,
            Values = [.. lines.SelectMany(l => l.Values)],
            Table = figures.Table(subLine, reading.Words.Overview.Region, lines),
            Notes = variant.Cumulative ? [reading.Words.Indicator.NoteThinnedMonth] : [],
        };
        return figures.Of(draft, ChartKind.Line, lines, s => variant.Cumulative ? s with { GapDays = 61 } : s);
    }

    private string BreakdownOf(ViewValue value) => value.Breakdown.Length == 0 ? "" : $"{reading.BreakdownName(value.Breakdown)}, ";

    /// <summary>For each region and indicator how many months after each onset have a value; a region without any has one row that says so.</summary>
    private ViewFigure MonthsFigure(IReadOnlyList<Region> regions, IReadOnlyList<ViewValue> regional)
    {
        var rows = regions.SelectMany(r => Rows(r, [.. regional.Where(v => v.Region == r.Code && v.Value is not null && IsMonthly(v))])).ToArray();
        return figures.Of(new ViewDraft
        {
            Page = Page,
            Id = "months",
            Headline = BothOf(regional),
            SubLine = Words.MonthsCaption,
            Values = [.. regional.Where(v => v.Value is not null && IsMonthly(v) && Onsets.Any(o => IsIn(v, o)))],
            Table = new() { Caption = Words.MonthsCaption, RowsAre = reading.Words.Overview.Region, Columns = [new(Words.Indicator, null) { IsWords = true }, new(Words.After2015, null), new(Words.After2022, null)], Rows = rows },
        });
    }

    private Sentence BothOf(IReadOnlyList<ViewValue> regional)
    {
        var count = regional.Where(v => v.Value is not null && IsMonthly(v)).GroupBy(v => (v.Region, v.Variant.Code)).Where(g => Onsets.All(o => g.Any(v => IsIn(v, o)))).Select(g => g.Key.Region).Distinct().Count();
        return count == 0 ? Sentence.Of(Words.MonthsNone) : Sentence.Of(Words.MonthsSome.For(count), reading.Count(count));
    }

    private FigureRow[] Rows(Region region, IReadOnlyList<ViewValue> monthly)
    {
        var rows = monthly.GroupBy(v => v.Variant.Indicator).Where(g => g.Any(v => Onsets.Any(o => IsIn(v, o))))
            .Select(g => Row(region, new FigureCell { Text = reading.IndicatorName(g.Key), Href = reading.Link($"/indicators/{g.Key}", ("regions", region.Code)) }, [.. g])).ToArray();
        return rows.Length > 0 ? rows : [Row(region, new FigureCell { Text = reading.Words.Overview.None }, [])];
    }

    private FigureRow Row(Region region, FigureCell indicator, IReadOnlyList<ViewValue> monthly) =>
        new(new(reading.RegionName(region.Code), region.Code), [indicator, .. Onsets.Select(o => MonthsCell(monthly, o))]);

    private FigureCell MonthsCell(IReadOnlyList<ViewValue> monthly, DateOnly onset)
    {
        var months = monthly.Where(v => IsIn(v, onset)).Select(v => (v.Period.End.Year, v.Period.End.Month)).Distinct().Count();
        return new() { Text = reading.Fill(Words.MonthsOf, months, Months) };
    }
}
