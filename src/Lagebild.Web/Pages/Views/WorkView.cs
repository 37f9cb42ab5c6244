using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>Women and work: their share of foreign employees beside that of all, those from Ukraine, and the employed of the countries.</summary>
public sealed class WorkView(Reading reading, ViewValues values, ViewFigures figures)
{
    public const string Code = "women-and-work";

    private const string Page = $"/views/{Code}";

    private const string Foreign = "insured-foreign-employees";

    private const string All = "insured-employees";

    private const string National = "employment";

    private const string Women = "sex=F";

    private const string Men = "sex=M";

    private static readonly string[] Codes = [Foreign, All, National, "employment-rate-ukrainians"];

    private WorkWords Words => reading.Words.View.Work;

    public async Task<PreparedView> OfAsync(CancellationToken ct)
    {
        Region[] regions = [.. SixRegions.InOrder(reading.Catalogue.Regions)];
        string[] six = [.. regions.Select(r => r.Code)];
        var foreign = await values.OfAsync(Foreign, [.. six, .. KeyFigureTopic.Countries], ct);
        var all = await values.OfAsync(All, [.. six, .. KeyFigureTopic.Countries], ct);
        var national = await values.OfAsync(National, KeyFigureTopic.Countries, ct);
        Indicator[] indicators = [.. Codes.Select(reading.Catalogue.Indicator).OfType<Indicator>()];
        ViewSection[] sections = [.. new[] { Shares(foreign, all), Ukraine(foreign), Employed(national) }.OfType<ViewSection>()];
        return new()
        {
            Code = Code,
            Words = reading.Words.View.WomenAndWork,
            Finding = sections.FirstOrDefault()?.Figures[0].Headline,
            Sections = sections,
            Reservations = [Words.ReservationPlace, Words.ReservationAge],
            Indicators = indicators,
            Gaps = [.. ViewGap.Of(reading, [.. indicators.Where(i => i.Code is not (National or Foreign or All))], regions).Prepend(WithoutWomen(All, all, regions)).Prepend(WithoutWomen(Foreign, foreign, regions)).Where(g => g.Regions.Count > 0)],
        };
    }

    /// <summary>The regions that do not tell women from men, also where they have a total.</summary>
    private ViewGap WithoutWomen(string indicator, IReadOnlyList<ViewValue> all, IReadOnlyList<Region> regions) =>
        new(reading.Catalogue.Indicator(indicator)!, [.. regions.Where(r => !all.Any(v => v.Region == r.Code && v.Breakdown == Women && v.Value is not null))]) { Breakdown = Women };

    /// <summary>Women and men among foreign employees, region by region on the newest day, with their share of all employees on that day.</summary>
    private ViewSection? Shares(IReadOnlyList<ViewValue> foreign, IReadOnlyList<ViewValue> all)
    {
        if (ViewFigures.Newest(foreign.Where(v => v.Breakdown == Women)) is not { } newest)
        {
            return null;
        }

        string[] regions = [.. foreign.Where(v => v.Breakdown == Women && IsLike(v, newest)).Select(v => v.Region)];
        var shares = regions.Select(r => (Region: r, Share: Share(foreign, r, newest)!)).Where(s => s.Share is not null).ToArray();
        var subLine = reading.Fill(Words.ShareSub, figures.Label(newest.Period));
        ViewValue[] shown = [.. regions.SelectMany(r => foreign.Where(v => v.Region == r && IsLike(v, newest) && v.Breakdown is Women or Men or ""))];
        var draft = new ViewDraft
        {
            Page = Page,
            Id = "women-foreign-employees",
            Headline = Finding([.. shares.Where(s => reading.Catalogue.Region(s.Region)?.Level == RegionLevel.Land)], newest.Period),
            SubLine = subLine,
            Values = [.. shown, .. shares.Select(s => s.Share), .. regions.Select(r => ShareOn(all, r, newest.Period)).OfType<ViewValue>()],
            Table = ShareTable(subLine, regions, newest, foreign, all),
            Notes = [Words.NoteShare],
        };
        ViewLine[] lines = [.. regions.SelectMany(r => new[] { Part(foreign, r, newest, Women, Words.Women), Part(foreign, r, newest, Men, Words.Men) })];
        return new() { Title = Words.ShareTitle, Figures = [figures.Of(draft, ChartKind.StackedShare, lines)] };
    }

    private static bool IsLike(ViewValue value, ViewValue newest) => value.Variant.Code == newest.Variant.Code && value.Period == newest.Period;

    private ViewLine Part(IReadOnlyList<ViewValue> foreign, string region, ViewValue newest, string sex, string name) =>
        new() { Name = name, Group = reading.RegionName(region), Values = [.. foreign.Where(v => v.Region == region && v.Breakdown == sex && IsLike(v, newest))] };

    private Sentence Finding(IReadOnlyList<(string Region, ViewValue Share)> shares, Period period)
    {
        var (highest, lowest) = (shares.MaxBy(s => s.Share.Value), shares.MinBy(s => s.Share.Value));
        return shares.Count > 1
            ? Sentence.Of(Words.ShareFinding, figures.When(period), figures.Place(highest.Region), highest.Share.Cell(reading), figures.Place(lowest.Region), lowest.Share.Cell(reading))
            : Sentence.Of(Words.ShareOne, figures.When(period), figures.Place(highest.Region), highest.Share.Cell(reading));
    }

    private FigureTable ShareTable(string caption, IReadOnlyList<string> regions, ViewValue newest, IReadOnlyList<ViewValue> foreign, IReadOnlyList<ViewValue> all)
    {
        return new()
        {
            Caption = caption,
            RowsAre = reading.Words.Overview.Region,
            Columns = [new(Words.Women, null), new(Words.Men, null), new(Words.Together, null), new($"{Words.Share}, {Words.ShareForeign}", null), new($"{Words.Share}, {Words.ShareAll}", null)],
            Rows = [.. regions.Select(r => new FigureRow(new(reading.RegionName(r), r), [Count(r, Women), Count(r, Men), Count(r, ""), Cell(Share(foreign, r, newest)), Cell(ShareOn(all, r, newest.Period))]))],
        };

        FigureCell Count(string region, string breakdown) => Cell(foreign.FirstOrDefault(v => v.Region == region && v.Breakdown == breakdown && IsLike(v, newest)));
    }

    private FigureCell Cell(ViewValue? value) => value?.Cell(reading) ?? new FigureCell { Text = ValueText.NoFigureSign };

    private ViewValue? Share(IReadOnlyList<ViewValue> all, string region, ViewValue newest) =>
        ShareLine(all.Where(v => v.Region == region && v.Variant.Code == newest.Variant.Code && v.Period.Frequency == newest.Period.Frequency))?.FirstOrDefault(v => v.Period == newest.Period);

    private ViewValue? ShareOn(IReadOnlyList<ViewValue> all, string region, Period day) =>
        all.Where(v => v.Region == region).GroupBy(v => (v.Variant.Code, v.Period.Frequency)).Select(g => ShareLine(g)?.FirstOrDefault(v => v.Period.End == day.End)).FirstOrDefault(v => v is not null);

    /// <summary>Computed shares of women from the values of one region and way of counting, by period; null where women are not told apart.</summary>
    private IReadOnlyList<ViewValue>? ShareLine(IEnumerable<ViewValue> values)
    {
        ViewValue[] all = [.. values];
        CountedSeries[] counted = [.. all.Where(v => v.Breakdown is Women or Men or "").Select(v => v.Series.Series).DistinctBy(s => s.Key).Select(s => reading.Counted(s)).OfType<CountedSeries>()];
        if (WomenShare.Of(counted) is not [var share, ..])
        {
            return null;
        }

        var variant = all[0].Variant with { Unit = "percent", Decimals = WomenShare.Decimals, RoundedTo = 1 };
        var series = new ShownSeries { Series = share.AsSeries(WomenShare.Decimals) };
        return [.. series.Series.Observations.Select(o => new ViewValue(series, variant, o))];
    }

    /// <summary>Women and men with the citizenship of Ukraine, the newest by region.</summary>
    private ViewSection? Ukraine(IReadOnlyList<ViewValue> foreign)
    {
        var made = foreign.Where(v => v.Value is not null && v.Breakdown == $"citizenship=UKR;{Women}").GroupBy(v => v.Region).Select(g => UkraineFigure(foreign, ViewFigures.Newest(g)!)).OfType<ViewFigure>().ToArray();
        return made.Length == 0 ? null : new() { Title = Words.UkraineTitle, Figures = made, InPairs = true };
    }

    private ViewFigure? UkraineFigure(IReadOnlyList<ViewValue> foreign, ViewValue women)
    {
        var men = foreign.FirstOrDefault(v => v.Breakdown == $"citizenship=UKR;{Men}" && v.Region == women.Region && IsLike(v, women));
        if (men is null)
        {
            return null;
        }

        var subLine = $"{reading.IndicatorName(Foreign)}, {reading.VariantName(women.Variant.Code)}, {reading.RegionName(women.Region)}, {figures.Label(women.Period)}";
        ViewLine[] lines = [new() { Name = Words.Women, Values = [women] }, new() { Name = Words.Men, Values = [men] }];
        var finding = Sentence.Of(reading.Words.View.Crises.Finding, $"{Words.UkraineTitle} {figures.Place(women.Region)}", women.Cell(reading), Words.Women, men.Cell(reading), Words.Men);
        return figures.Of(new ViewDraft { Page = Page, Id = $"women-ukraine-{women.Region.ToLowerInvariant()}", Headline = finding, SubLine = subLine, Values = [women, men], Table = figures.Table(subLine, Words.Together, lines) }, ChartKind.Bar, lines);
    }

    /// <summary>What came after the last break: the values before are not comparable and stand on the page of the indicator.</summary>
    private IReadOnlyList<ViewValue> SinceBreak(IReadOnlyList<ViewValue> line)
    {
        var from = KeyFigure.BreakDays(reading.Catalogue, line[0].Series.Series.Key).Where(day => day <= line[^1].Period.End).DefaultIfEmpty(DateOnly.MinValue).Max();
        return [.. line.Where(v => v.Period.Start >= from)];
    }

    /// <summary>The share of women among the employed of the countries since the last break.</summary>
    private ViewSection? Employed(IReadOnlyList<ViewValue> national)
    {
        var lines = national.GroupBy(v => (v.Region, v.Variant.Code, v.Period.Frequency))
            .Select(g => (g.Key.Region, Values: ShareLine(g)))
            .Where(l => l.Values is not null)
            .Select(l => new ViewLine { Name = reading.RegionName(l.Region), Label = reading.Catalogue.Region(l.Region)?.Label, Values = SinceBreak(l.Values!) }).ToArray();
        if (lines.Length != KeyFigureTopic.Countries.Count || SharedPeriods.Of(lines.Select(l => l.Values.Select(v => v.Observation).Where(o => o.Value is not null))) is not [.., var last])
        {
            return null;
        }

        var (first, second) = (lines[0].Values.First(v => v.Period == last), lines[1].Values.First(v => v.Period == last));
        var subLine = $"{reading.IndicatorName(National)}, {Words.Share}";
        var finding = Sentence.Of(Words.NationalFinding, figures.Place(first.Region), first.Cell(reading), figures.Place(second.Region), second.Cell(reading), figures.When(last));
        var draft = new ViewDraft { Page = Page, Id = "women-employed", Headline = finding, SubLine = subLine, Values = [.. lines.SelectMany(l => l.Values)], Table = figures.Table(subLine, reading.Words.Overview.Region, lines), Notes = [Words.NoteShare] };
        return new() { Title = Words.NationalTitle, Figures = [figures.Of(draft, ChartKind.Line, lines, s => s with { MayOmitZero = true })] };
    }
}
