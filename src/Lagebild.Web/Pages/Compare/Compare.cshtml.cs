using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Caching;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Compare;

/// <summary>Regions beside one another: the verdict, the charts, what is not shown and why, the definitions, and the form that changes it.</summary>
[SameWithinRelease]
public sealed class CompareModel(Reading reading, CompareBuilder builder) : PageModel
{
    /// <summary>As the reader asked.</summary>
    public CompareQuery Asked { get; private set; } = new();

    public Compared Compared { get; private set; } = null!;

    public CompareForm Form { get; private set; } = null!;

    public CompareStarts Starts { get; private set; } = null!;

    /// <summary>Null where all may stand in one chart.</summary>
    public DefinitionTable? Definitions { get; private set; }

    /// <summary>Breaks that cut what is shown, within the span or not, by day.</summary>
    public IReadOnlyList<Break> Breaks => [.. Compared.Series.SelectMany(s => s.From.Counted.Breaks).DistinctBy(b => b.Code).OrderBy(b => b.Day)];

    public string Title { get; private set; } = "";

    public VerdictText Verdict => new(reading.Catalogue, reading.Language);

    public bool IsApart => Compared.Figures.Count > 1;

    /// <summary>What the box says: what keeps series apart where something does, else the reservations.</summary>
    public IReadOnlyList<string> Reasons => Verdict.Sentences([.. Compared.Verdict.Reasons.Where(r => r.Level == Compared.Verdict.Level)]);

    /// <summary>What is to be said beside one of several charts.</summary>
    public IReadOnlyList<string> ReasonsOf(ComparedFigure figure) => IsApart ? Verdict.Sentences(figure.Group.Reasons) : [];

    /// <summary>The same comparison with its stand, for ever.</summary>
    public string PermanentHref => reading.Permanent("/compare", Compared.Pinned.ToAddress());

    /// <summary>All its values as files.</summary>
    public DownloadLinks Downloads => new(reading, "/compare", null, Compared.Pinned.ToAddress());

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, fault) = CompareQuery.Parse(Request.Query, reading.Catalogue);
        if (query is null)
        {
            return HttpContext.Refuse(fault!);
        }

        Asked = query;
        Compared = await builder.OfAsync(query, ct);
        Form = CompareForm.Of(reading, query, Compared);
        Starts = CompareStarts.Of(reading, Compared);
        Definitions = IsApart ? DefinitionTable.Of(reading, Compared.Series) : null;
        Title = CompareTitle.Of(reading, Compared);
        return Page();
    }
}

/// <summary>What a comparison is called.</summary>
public static class CompareTitle
{
    /// <summary>Two names that are longer together are counted instead.</summary>
    private const int Longest = 80;

    /// <summary>The indicators, how they are measured, the years asked for, then the region where there is one, else how many.</summary>
    public static string Of(Reading reading, Compared compared)
    {
        var query = compared.Query;
        var shown = compared.Regions.Count > 0 ? compared.Regions : query.Regions;
        string?[] parts = [What(reading, [.. query.Indicators.Select(reading.IndicatorName)]), compared.Measure == Measure.Value ? null : reading.Words.Derived.Name(compared.Measure), Years(query)];
        var regions = shown is [var region] ? reading.RegionName(region) : reading.Fill(reading.Words.Compare.RegionsCompared, shown.Count);
        return reading.Fill(reading.Words.Compare.Heading, string.Join(", ", parts.OfType<string>()), regions);
    }

    private static string What(Reading reading, string[] indicators) => indicators switch
    {
        [] => reading.Words.Compare.Title,
        [var only] => only,
        [var first, var second] when first.Length + second.Length <= Longest => reading.Fill(reading.Words.Compare.And, first, second),
        _ => reading.Fill(reading.Words.Compare.Several, indicators.Length),
    };

    private static string? Years(CompareQuery query) => (query.From?.Year, query.To?.Year) switch
    {
        (null, null) => null,
        ({ } from, { } to) when from == to => Reading.Number(from),
        var (from, to) => $"{(from is { } first ? Reading.Number(first) : "")}–{(to is { } last ? Reading.Number(last) : "")}",
    };
}
