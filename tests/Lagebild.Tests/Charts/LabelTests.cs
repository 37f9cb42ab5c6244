using FsCheck;
using FsCheck.Fluent;
using Lagebild.Charts;

namespace Lagebild.Tests.Charts;

[SetCulture("de-DE")]
public sealed class LabelTests
{
    private static readonly Arbitrary<int[]> Heights = Gen.Choose(22, 274).ArrayOf(6).ToArbitrary();

    [Test]
    public void Labels_at_line_ends_never_overlap() => Prop.ForAll(Heights, heights =>
    {
        var places = EndLabels.Place([.. heights.Select(h => (double)h)], 22, 274)!;
        var sorted = places.Order().ToArray();
        return sorted.Zip(sorted.Skip(1)).All(p => p.Second - p.First > EndLabels.Pitch - 1e-9);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Labels_keep_the_order_of_their_lines() => Prop.ForAll(Heights, heights =>
    {
        var places = EndLabels.Place([.. heights.Select(h => (double)h)], 22, 274)!;
        return Enumerable.Range(0, 6).All(i => Enumerable.Range(0, 6).All(j => heights[i] >= heights[j] || places[i] < places[j]));
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Labels_stay_beside_the_plot() => Prop.ForAll(Heights, heights =>
        EndLabels.Place([.. heights.Select(h => (double)h)], 22, 274)!.All(p => p is >= 22 - 1e-9 and <= 274 + 1e-9)).QuickCheckThrowOnFailure();

    [TestCase(new double[] { 50, 100, 150 }, new double[] { 50, 100, 150 }, TestName = "Labels_with_room_stay_where_their_lines_end")]
    [TestCase(new double[] { 100, 100 }, new double[] { 92, 108 }, TestName = "Labels_that_coincide_part_evenly")]
    [TestCase(new double[] { 274, 274 }, new double[] { 258, 274 }, TestName = "Labels_at_the_bottom_move_up")]
    [TestCase(new double[] { }, new double[] { }, TestName = "No_label_needs_no_place")]
    public void Labels_are_placed(double[] wanted, double[] places) => Assert.That(EndLabels.Place(wanted, 22, 274), Is.EqualTo(places));

    [Test]
    public void Labels_that_do_not_fit_have_no_places() => Assert.That(EndLabels.Place(new double[20], 22, 274), Is.Null);

    [Test]
    public void A_long_name_goes_on_in_the_next_line() =>
        Assert.That(TextWidth.Lines("powiat zachodniopomorski ziemski", 120, 13), Is.EqualTo(new[] { "powiat", "zachodniopomorski", "ziemski" }));

    [Test]
    public void A_soft_hyphen_has_no_width() => Assert.That(TextWidth.Of("zachodnio\u00adpomorskie", 13), Is.EqualTo(TextWidth.Of("zachodniopomorskie", 13)));
}
