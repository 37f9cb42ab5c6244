using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>
/// Holds the values of one file against each other: sums over breakdowns and regions, places against persons, arrivals against those who stay, shares against 100.
/// Pure. What is compared follows from the catalogue, never from the file's kind; what is not there in full is not compared.
/// </summary>
public static class ConsistencyChecks
{
    private static readonly IReadOnlyList<Func<FileSeries, IEnumerable<Relation>>> _rules = [BreakdownSums.Of, RegionSums.Of, IndicatorRelations.Of, ShareLimits.Of];

    /// <summary>The findings, in the order their series end. Reads the values once, or not at all where nothing can be compared.</summary>
    public static IEnumerable<Finding> Of(CheckedFile file, Catalogue.Catalogue catalogue)
    {
        var series = new FileSeries(file.Series, catalogue);
        var relations = _rules.SelectMany(rule => rule(series)).ToArray();
        return relations.Length == 0 ? [] : RelationChecks.Of(file, relations);
    }
}
