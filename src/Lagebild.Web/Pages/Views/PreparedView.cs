using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Views;

/// <summary>A question parliaments ask, answered from released values: finding, charts, reservations, what is missing.</summary>
public sealed record PreparedView
{
    /// <summary>As it stands in the address.</summary>
    public required string Code { get; init; }

    /// <summary>Codes in their order.</summary>
    public static IReadOnlyList<string> Codes { get; } = ["two-crises", "capacity", "unaccompanied-minors", "women-and-work"];

    public required QuestionWords Words { get; init; }

    /// <summary>The answer in one sentence; null where nothing is known.</summary>
    public Sentence? Finding { get; init; }

    public required IReadOnlyList<ViewSection> Sections { get; init; }

    public required IReadOnlyList<string> Reservations { get; init; }

    /// <summary>The indicators it is made from.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    public required IReadOnlyList<ViewGap> Gaps { get; init; }

    public IEnumerable<ViewFigure> Figures => Sections.SelectMany(s => s.Figures);

    /// <summary>Its name and question in a language's words; an unknown code throws.</summary>
    public static QuestionWords WordsOf(ViewWords words, string code) => code switch
    {
        "two-crises" => words.TwoCrises,
        "capacity" => words.Capacity,
        "unaccompanied-minors" => words.UnaccompaniedMinors,
        "women-and-work" => words.WomenAndWork,
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}

/// <summary>Figures under one heading.</summary>
public sealed record ViewSection
{
    public required string Title { get; init; }

    public string? Lead { get; init; }

    public IReadOnlyList<ViewFigure> Figures { get; init; } = [];

    /// <summary>Small figures stand two beside one another on the desk.</summary>
    public bool InPairs { get; init; }
}

/// <summary>An indicator and those of the six regions that have no value of it.</summary>
public sealed record ViewGap(Indicator Indicator, IReadOnlyList<Region> Regions)
{
    /// <summary>The part it is about; empty for any value at all.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>Of each indicator the regions without any value, districts within them counted; indicators that all have are absent.</summary>
    public static IReadOnlyList<ViewGap> Of(Reading reading, IReadOnlyList<Indicator> indicators, IReadOnlyList<Region> regions) =>
        [.. indicators.Select(i => new ViewGap(i, [.. regions.Where(r => !Has(reading, i, r))])).Where(g => g.Regions.Count > 0)];

    private static bool Has(Reading reading, Indicator indicator, Region region) =>
        reading.Stand.Coverage.Any(c => c.Indicator == indicator.Code && c.ValueCount > 0 && reading.Catalogue.IsWithin(c.Region, region.Code));
}
