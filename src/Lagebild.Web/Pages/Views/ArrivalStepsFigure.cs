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
            Values = [.. steps.Known, .. Computed(steps)],
            Table = Table(steps, subLine),
            Notes = [.. Before(steps), Words.NoteDifferences, .. Ways(steps)],
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

    /// <summary>The differences and shares of the table.</summary>
    private IEnumerable<ViewValue> Computed(ArrivalSteps steps)
    {
        foreach (var (step, value) in Values(steps))
        {
            if (value.IsComputed)
            {
                yield return steps.Registered.Computed(value.Count, steps.Registered.Variant.Unit, 0, step);
            }

            yield return steps.Registered.Computed(ShareTenths(value.Count, steps), "percent", 1, $"{Words.ShareOfRegistered}: {step}");
        }
    }

    /// <summary>Each step with a number, and what left between two of them.</summary>
    private IEnumerable<(string Step, (long Count, bool IsComputed) Value)> Values(ArrivalSteps steps)
    {
        (string Step, long? Count, bool IsComputed)[] all =
        [
            (Words.Registered, steps.Registered.Value, false),
            steps.Away is { } away ? (Words.DistributedAway, away.Value, false) : (Words.NotStayed, steps.Registered.Value - steps.Staying?.Value, true),
            (Words.Staying, steps.Staying?.Value, false),
            (Words.WithoutNeed, steps.Staying?.Value - steps.Need?.Value, true),
            (Words.WithNeed, steps.Need?.Value, false),
        ];
        return all.Where(a => a.Count is not null).Select(a => (a.Step, (a.Count!.Value, a.IsComputed)));
    }

    /// <summary>Of a hundred registered, in tenths, half away from zero; those registered are at least one.</summary>
    private static long ShareTenths(long count, ArrivalSteps steps) => (long)Math.Round(count * (decimal)Tenths / Math.Max(1, steps.Registered.Value!.Value), MidpointRounding.AwayFromZero);

    /// <summary>Whose figures of which period the steps are, and how many were registered before by whose count: both are true side by side.</summary>
    private IEnumerable<string> Before(ArrivalSteps steps)
    {
        if (steps.Before is { } before)
        {
            yield return reading.Fill(Words.NoteBefore, figures.Label(steps.Period), Publisher(steps.Registered), before.Cell(reading).Text, figures.Label(before.Period), Publisher(before));
        }
    }

    private string Publisher(ViewValue value) => reading.Stand.Feeds.GetValueOrDefault(value.Feed)?.Publisher ?? value.Feed;

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
            .. new (string Step, ViewValue? Value)[] { (Words.Registered, steps.Registered), (Words.DistributedAway, steps.Away), (Words.NotStayed, null), (Words.Staying, steps.Staying), (Words.WithoutNeed, null), (Words.WithNeed, steps.Need) }
                .SelectMany(s => Rows(s.Step, s.Value, steps)),
        ],
    };

    /// <summary>The row of a step; none for what left where that is not known, one that says so for a step without a figure.</summary>
    private IEnumerable<FigureRow> Rows(string step, ViewValue? stored, ArrivalSteps steps)
    {
        if (Values(steps).FirstOrDefault(v => v.Step == step) is { Step: not null } known)
        {
            yield return new(new(step, null), [stored?.Cell(reading) ?? reading.ComputedCell(known.Value.Count, 0, steps.Registered.Variant.Unit), reading.ShareCell(ShareTenths(known.Value.Count, steps))]);
        }
        else if (step == Words.Staying || step == Words.WithNeed)
        {
            yield return new(new(step, null), [new() { Text = ValueText.NoFigureSign, Doubt = reading.Words.Status.Missing }, FigureCell.Empty]);
        }
    }
}
