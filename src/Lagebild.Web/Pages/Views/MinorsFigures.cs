using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>Unaccompanied minors of a region: those taken in by year with those found to be minors, those in care on a day, places for them.</summary>
public sealed class MinorsFigures(Reading reading, ViewValues values, ViewFigures figures)
{
    /// <summary>Codes of the indicators.</summary>
    public static IReadOnlyList<string> Indicators { get; } = [Intake, Present, Places];

    private const string Intake = "unaccompanied-minors-intake";

    private const string Present = "unaccompanied-minors";

    private const string Places = "minors-places";

    private MinorWords Words => reading.Words.View.Minors;

    /// <summary>What there is of a region, in the order of the indicators; of those in care the districts within it too. Empty where there is nothing.</summary>
    public async Task<IReadOnlyList<ViewFigure>> OfAsync(string page, Region region, CancellationToken ct)
    {
        string[] within = [region.Code, .. reading.Catalogue.RegionsIn(region.Code).Where(r => r.Level == RegionLevel.District).Select(r => r.Code)];
        var made = new[]
        {
            IntakeFigure(page, region, await values.OfAsync(Intake, [region.Code], ct)),
            PresentFigure(page, region, await values.OfAsync(Present, within, ct)),
            PlacesFigure(page, region, await values.OfAsync(Places, [region.Code], ct)),
        };
        return [.. made.OfType<ViewFigure>()];
    }

    private ViewFigure? IntakeFigure(string page, Region region, IReadOnlyList<ViewValue> all)
    {
        ViewValue[] whole = [.. all.Where(v => !v.Variant.Part && v.Breakdown.Length == 0)];
        ViewValue[] found = [.. all.Where(v => v.Variant.Part && v.Breakdown.Length == 0)];
        if (ViewFigures.Newest(whole) is not { } newest)
        {
            return null;
        }

        ViewLine[] lines = [Line(Words.All, whole), .. found.Length == 0 ? Array.Empty<ViewLine>() : [Line(Words.Found, found)]];
        var most = whole.MaxBy(v => v.Value)!;
        return figures.Of(Draft(page, "minors-intake", region, Finding(most, found.FirstOrDefault(v => v.Period == most.Period)), Intake, newest, [.. whole, .. found], lines), ChartKind.Column, lines);
    }

    private Sentence Finding(ViewValue intake, ViewValue? found) => found is null
        ? Sentence.Of(Words.IntakeOnly, figures.When(intake.Period), figures.Place(intake.Region), intake.Cell(reading))
        : Sentence.Of(Words.Intake, figures.When(intake.Period), figures.Place(intake.Region), intake.Cell(reading), found.Cell(reading));

    private ViewFigure? PresentFigure(string page, Region region, IReadOnlyList<ViewValue> all)
    {
        if (ViewFigures.Newest(all.Where(v => v.Region == region.Code && v.Breakdown.Length == 0)) is not { } newest)
        {
            return null;
        }

        ViewLine[] lines = [.. all.Where(v => v.Region != region.Code && v.Period == newest.Period).Select(v => Line(reading.RegionName(v.Region), [v])).DefaultIfEmpty(Line(reading.RegionName(region.Code), [newest]))];
        var finding = Sentence.Of(Words.Present, figures.When(newest.Period), figures.Place(region.Code), newest.Cell(reading));
        ViewValue[] shown = [newest, .. lines.SelectMany(l => l.Values).Where(v => v != newest)];
        return figures.Of(Draft(page, "minors-present", region, finding, Present, newest, shown, [Line(reading.RegionName(region.Code), [newest]), .. lines.Where(l => l.Values[0] != newest)]), ChartKind.Bar, lines, s => s.Ranked());
    }

    private ViewFigure? PlacesFigure(string page, Region region, IReadOnlyList<ViewValue> all)
    {
        if (ViewFigures.Newest(all) is not { } newest)
        {
            return null;
        }

        ViewLine[] lines = [Line(reading.RegionName(region.Code), [.. all])];
        var finding = Sentence.Of(Words.Places, figures.When(newest.Period), figures.Place(region.Code), newest.Cell(reading));
        return figures.Of(Draft(page, "minors-places", region, finding, Places, newest, all, lines));
    }

    private ViewDraft Draft(string page, string id, Region region, Sentence finding, string indicator, ViewValue newest, IReadOnlyList<ViewValue> shown, IReadOnlyList<ViewLine> lines)
    {
        var subLine = reading.Fill(Words.SubLine, reading.IndicatorName(indicator), reading.RegionName(region.Code), reading.UnitName(newest.Variant.Unit));
        return new() { Page = page, Id = page.StartsWith("/views", StringComparison.Ordinal) ? $"{id}-{region.Code.ToLowerInvariant()}" : id, Headline = finding, SubLine = subLine, Values = shown, Table = figures.Table(subLine, reading.Words.Overview.Region, lines) };
    }

    private static ViewLine Line(string name, IReadOnlyList<ViewValue> values) => new() { Name = name, Values = values };
}
