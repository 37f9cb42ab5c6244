using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Compare;

/// <summary>A comparison, ready for page, picture and download.</summary>
public sealed record Compared
{
    /// <summary>What was asked for, with what was chosen where nothing was said.</summary>
    public required CompareQuery Query { get; init; }

    public required Measure Measure { get; init; }

    /// <summary>All that is compared, in the order of indicators and regions.</summary>
    public required IReadOnlyList<MeasuredSeries> Series { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>One for each group of the verdict, each with an axis of its own; the one with most regions first. Empty where there is nothing.</summary>
    public required IReadOnlyList<ComparedFigure> Figures { get; init; }

    /// <summary>The measures that can be made of what is compared, and those that cannot with the reason.</summary>
    public required IReadOnlyList<MeasureOffer> Offers { get; init; }

    /// <summary>The query that shows the same with nothing left to be decided; what is not there is asked for once more.</summary>
    public required CompareQuery Pinned { get; init; }

    /// <summary>The indicator all series are of; null where they are of several, or there are none.</summary>
    public Indicator? OnlyIndicator => Series.Select(s => s.From.Indicator).DistinctBy(i => i.Code).ToArray() is [var only] ? only : null;

    /// <summary>Codes of the regions of which something is shown, in the order asked for.</summary>
    public IReadOnlyList<string> Regions => [.. Query.Regions.Where(r => Series.Any(s => s.From.Region == r))];

    /// <summary>True where the reader named no indicator.</summary>
    public required bool WasChosen { get; init; }

    /// <summary>Why some of what was asked for is not shown: indicator and regions by the sentence that says why.</summary>
    public required IReadOnlyList<Unshown> Unshown { get; init; }

    /// <summary>Those that cannot be made.</summary>
    public IReadOnlyList<MeasureOffer> Refused => [.. Offers.Where(o => o.Refusal is not null)];

    /// <summary>The measure asked for, where it could not be made; null else.</summary>
    public MeasureOffer? RefusedMeasure => Refused.FirstOrDefault(o => o.Measure == Query.Measure);

    /// <summary>True where there are at least two series: of one there is nothing to judge.</summary>
    public bool IsComparison => Series.Count > 1;
}

/// <summary>One chart of a comparison.</summary>
public sealed record ComparedFigure
{
    public required IndicatorFigure Figure { get; init; }

    public required VerdictGroup Group { get; init; }

    /// <summary>The kinds of charts that suit it.</summary>
    public required IReadOnlyList<Charts.ChartKind> Kinds { get; init; }
}

/// <summary>A measure, and why it cannot be made of what is compared; null where it can.</summary>
public sealed record MeasureOffer(Measure Measure, Without? Refusal)
{
    /// <summary>Why a measure cannot be made, one sentence; empty where it can.</summary>
    public static string Sentence(Words words, Measure measure, Without? refusal) => (measure, refusal) switch
    {
        (_, null) => "",
        (Measure.PerThousand, Without.NoBase) => words.Compare.NotCountedInPeople,
        _ => words.Derived.Sentence(refusal.Value) ?? "",
    };

    /// <summary>The same of this one.</summary>
    public string Sentence(Words words) => Sentence(words, Measure, Refusal);
}

/// <summary>Regions of which something asked for is not shown, and the sentence that says why.</summary>
public sealed record Unshown(IReadOnlyList<string> Regions, string Sentence);
