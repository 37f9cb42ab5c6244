using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Comparison;

/// <summary>The table of rules: for each concern what is looked at, and what a difference weighs.</summary>
internal sealed class VerdictRules
{
    public VerdictRules(IReadOnlyList<Likeness> likenesses) => _ = likenesses;

    /// <summary>All reasons among some series and of each by itself, in the order of <see cref="Concern"/>.</summary>
    public IReadOnlyList<VerdictReason> Reasons(IReadOnlyList<CountedSeries> series) => throw new NotImplementedException(series.Count.ToString(CultureInfo.InvariantCulture));

    /// <summary>The worst difference between two series.</summary>
    public VerdictLevel Between(CountedSeries left, CountedSeries right) => throw new NotImplementedException();
}
