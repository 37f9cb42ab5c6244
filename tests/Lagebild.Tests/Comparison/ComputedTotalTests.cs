using Lagebild.Comparison;
using Lagebild.Statistics;
using static Lagebild.Tests.Comparison.Sample;

namespace Lagebild.Tests.Comparison;

public sealed class ComputedTotalTests
{
    [Test]
    public void Codes_that_overlap_are_not_added()
    {
        var total = ComputedTotal.Of(Variant(), Breakdown.Total,
        [
            Series("DE-01001", "sex=F;status=recognised", Day("2024-12-31", 100)),
            Series("DE-01001", "sex=F;status=recognised-temporary", Day("2024-12-31", 80)),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 40)),
        ]);
        Assert.That(total.Single().Values.Single().Value, Is.EqualTo(140));
    }

    [Test]
    public void A_wanted_dimension_is_kept()
    {
        var women = ComputedTotal.Of(Variant(), Breakdown.Parse("sex=F")!,
        [
            Series("DE-01001", "sex=F;status=recognised", Day("2024-12-31", 100)),
            Series("DE-01001", "sex=F;status=open", Day("2024-12-31", 5)),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 40)),
        ]);
        Assert.That(women.Single().Key.Breakdown, Is.EqualTo("sex=F"));
        Assert.That(women.Single().Values.Single().Value, Is.EqualTo(105));
    }

    [Test]
    public void A_total_that_stands_beside_its_parts_is_not_added_to_them()
    {
        var total = ComputedTotal.Of(Variant(), Breakdown.Total,
        [
            Series("DE-01001", "", Day("2024-12-31", 140)),
            Series("DE-01001", "status=open", Day("2024-12-31", 40)),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 40)),
        ]);
        Assert.That(total.Single().Values.Single().Value, Is.EqualTo(40));
    }

    [Test]
    public void A_withheld_part_leaves_the_total_without_a_value()
    {
        var withheld = Day("2024-12-31", null) with { Confidentiality = ConfidentialityStatus.Confidential };
        var total = ComputedTotal.Of(Variant(), Breakdown.Total,
        [
            Series("DE-01001", "sex=F;status=open", withheld),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 40)),
        ]);
        Assert.That(total.Single().Values.Single(), Has.Property("Value").Null.And.Property("Confidentiality").EqualTo(ConfidentialityStatus.Confidential));
    }

    [Test]
    public void Each_region_has_a_total_of_its_own_with_its_parts()
    {
        var totals = ComputedTotal.Of(Variant(), Breakdown.Total,
        [
            Series("DE-01002", "sex=M;status=open", Day("2024-12-31", 40)),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 7)),
        ]);
        Assert.That(totals.Select(t => (t.Key.Region, t.Values[0].Value, t.Values[0].Parts.Count)), Is.EqualTo([("DE-01001", 7L, 1), ("DE-01002", 40L, 1)]));
    }

    [Test]
    public void A_provisional_part_makes_the_total_provisional()
    {
        var total = ComputedTotal.Of(Variant(), Breakdown.Total,
        [
            Series("DE-01001", "sex=F;status=open", Day("2024-12-31", 1, status: ObservationStatus.Provisional)),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 40)),
        ]);
        Assert.That(total.Single().Values.Single().Status, Is.EqualTo(ObservationStatus.Provisional));
    }

    [Test]
    public void A_variant_that_names_no_codes_has_no_computed_total() =>
        Assert.That(ComputedTotal.Of(Variant() with { AddUpTo = new Dictionary<string, IReadOnlyList<string>>() }, Breakdown.Total, [Series("DE-01001", "", Day("2024-12-31", 1))]), Is.Empty);

    [Test]
    public void A_report_that_there_is_no_value_stands_as_a_total_without_one()
    {
        var refused = Day("2024-12-31", null, status: ObservationStatus.Missing) with { MissingReason = MissingReason.Refused };
        var total = ComputedTotal.Of(Variant(), Breakdown.Total, [Series("DE-01001", "status=open", refused)]);
        Assert.That(total.Single().Values.Select(v => (v.Value, v.Status, v.MissingReason)), Is.EqualTo([((long?)null, ObservationStatus.Missing, MissingReason.Refused)]));
    }

    [Test]
    public void A_report_that_there_is_no_value_does_not_undo_the_parts_there_are()
    {
        var total = ComputedTotal.Of(Variant(), Breakdown.Total,
        [
            Series("DE-01001", "status=open", Day("2024-12-31", null, status: ObservationStatus.Missing)),
            Series("DE-01001", "sex=M;status=open", Day("2024-12-31", 40)),
        ]);
        Assert.That(total.Single().Values.Single().Value, Is.EqualTo(40));
    }
}
