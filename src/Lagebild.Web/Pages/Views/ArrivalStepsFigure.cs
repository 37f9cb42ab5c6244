using Lagebild.Charts;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>The steps from registration to need as a cascade with its table.</summary>
public sealed class ArrivalStepsFigure(Reading reading, ViewFigures figures)
{
    private const int Tenths = 1000;

    private StepWords Words => reading.Words.View.Steps;

    /// <summary>On a page, under an id of its own there.</summary>
    public ViewFigure Of(string page, string id, ArrivalSteps steps)
    {
        var subLine = reading.Fill(Words.SubLine, reading.RegionName(steps.Region), figures.Label(steps.Period));
        var draft = new ViewDraft
        {
            Page = page,
            Id = id,
            Headline = Headline(steps),
            SubLine = subLine,
            Values = [.. steps.Known],
            Table = Table(steps, subLine),
            Notes = [Words.NoteDifferences, .. Ways(steps)],
        };
        return figures.Of(draft, caption => new CascadeChart(Spec(caption, steps)));
    }

    /// <summary>The finding: who stayed of those registered, and who needed accommodation.</summary>
    public Sentence Headline(ArrivalSteps steps)
    {
        var phrase = (steps.Staying, steps.Need) switch
        {
            (not null, not null) => Words.StayedAndNeed,
            (not null, null) => Words.Stayed,
            (null, not null) => Words.Need,
            _ => Words.Away,
        };
        return Sentence.Of(phrase, figures.When(steps.Period), steps.Registered.Cell(reading), Cell(steps.Staying ?? steps.Away), figures.Place(steps.Region), Cell(steps.Need));
    }

    private object Cell(ViewValue? value) => value?.Cell(reading) ?? (object)"";

    /// <summary>How the steps are counted, in the words of the catalogue.</summary>
    private IEnumerable<string> Ways(ArrivalSteps steps) =>
        steps.Known.Select(v => reading.Fill(reading.Words.View.CountedAs, reading.IndicatorName(v.Variant.Indicator), reading.VariantName(v.Variant.Code)));

    private CascadeSpec Spec(ViewCaption caption, ArrivalSteps steps) => new()
    {
        Id = caption.Id,
        Language = caption.Language,
        Headline = caption.Headline,
        SubLine = caption.SubLine,
        Notes = caption.Notes,
        Source = caption.Source,
        Stand = caption.Stand,
        Unit = reading.UnitName(steps.Registered.Variant.Unit),
        Steps =
        [
            new() { Name = Words.Registered, Stays = steps.Registered.Point(reading) },
            new() { Name = Words.Staying, Stays = Value(steps.Staying), LeftWords = steps.Away is null ? Words.NotStayed : Words.DistributedAway, Left = steps.Away?.Point(reading) },
            new() { Name = Words.WithNeed, Stays = Value(steps.Need), LeftWords = Words.WithoutNeed, IsCountedOtherwise = steps.Staying is null },
        ],
    };

    private ChartValue Value(ViewValue? value) => value?.Point(reading) ?? new ChartValue { Status = ObservationStatus.Missing };

    private FigureTable Table(ArrivalSteps steps, string caption) => new()
    {
        Caption = caption,
        RowsAre = Words.Step,
        Columns = [new(Words.Persons, null), new(Words.ShareOfRegistered, null)],
        Rows =
        [
            Row(Words.Registered, steps.Registered.Cell(reading), steps.Registered.Value, steps),
            .. steps.Away is { } away ? Rows(Words.DistributedAway, away, steps) : Difference(Words.NotStayed, steps.Registered, steps.Staying, steps),
            .. Rows(Words.Staying, steps.Staying, steps),
            .. Difference(Words.WithoutNeed, steps.Staying, steps.Need, steps),
            .. Rows(Words.WithNeed, steps.Need, steps),
        ],
    };

    private IEnumerable<FigureRow> Rows(string step, ViewValue? value, ArrivalSteps steps) =>
        [Row(step, value?.Cell(reading) ?? Missing, value?.Value, steps)];

    private FigureCell Missing => new() { Text = ValueText.NoFigureSign, Doubt = reading.Words.Status.Missing };

    private IEnumerable<FigureRow> Difference(string step, ViewValue? before, ViewValue? after, ArrivalSteps steps) =>
        before?.Value - after?.Value is { } left ? [Row(step, reading.ComputedCell(left, 0, steps.Registered.Variant.Unit), left, steps)] : [];

    private FigureRow Row(string step, FigureCell cell, long? value, ArrivalSteps steps) =>
        new(new(step, null), [cell, value is { } some && steps.Registered.Value is > 0 and var all ? reading.ShareCell(some * (decimal)Tenths / all) : FigureCell.Empty]);
}
