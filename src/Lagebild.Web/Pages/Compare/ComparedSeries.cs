using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Compare;

/// <summary>One series of a comparison, as it was found.</summary>
public sealed record ComparedSeries
{
    public required Indicator Indicator { get; init; }

    /// <summary>How it is counted, with the other regions counted alike.</summary>
    public required SelectedValues Values { get; init; }

    public required ShownSeries Shown { get; init; }

    /// <summary>The same with what its numbers mean.</summary>
    public required CountedSeries Counted { get; init; }

    public string Region => Shown.Region;
}

/// <summary>Why there is nothing to draw of an indicator in a region.</summary>
public enum WhyAbsent
{
    /// <summary>There is no figure at all as of this stand.</summary>
    NoFigure,

    /// <summary>There are figures, of other years than those asked for.</summary>
    OtherYears,

    /// <summary>There are figures, counted or broken down otherwise than asked for.</summary>
    CountedOtherwise,
}

/// <summary>An indicator of which a region has nothing that could be drawn.</summary>
public sealed record AbsentSeries
{
    public required Indicator Indicator { get; init; }

    public required string Region { get; init; }

    public required WhyAbsent Why { get; init; }

    /// <summary>First and last year there are figures of; null where there are none.</summary>
    public (int First, int Last)? Years { get; init; }

    /// <summary>What is said of one indicator and region by what there is of it.</summary>
    public static AbsentSeries Of(Indicator indicator, string region, CompareQuery query, IEnumerable<Coverage> coverage)
    {
        Coverage[] rows = [.. coverage.Where(c => c.Indicator == indicator.Code && c.Region == region && c.ValueCount > 0)];
        return new()
        {
            Indicator = indicator,
            Region = region,
            Why = rows.Length == 0 ? WhyAbsent.NoFigure : rows.Any(c => Overlaps(c, query)) ? WhyAbsent.CountedOtherwise : WhyAbsent.OtherYears,
            Years = rows.Length == 0 ? null : (rows.Min(c => c.First.Year), rows.Max(c => c.Last.Year)),
        };
    }

    private static bool Overlaps(Coverage row, CompareQuery query) => (query.From is null || row.Last >= query.From) && (query.To is null || row.First <= query.To);
}
