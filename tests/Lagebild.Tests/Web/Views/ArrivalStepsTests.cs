using Lagebild.Statistics;
using Lagebild.Web.Pages.Views;

namespace Lagebild.Tests.Web.Views;

public sealed class ArrivalStepsTests
{
    private static readonly Period Year = new(new(2024, 1, 1), new(2024, 12, 31), Frequency.Annual);

    private static readonly Period YearBefore = new(new(2023, 1, 1), new(2023, 12, 31), Frequency.Annual);

    [Test]
    public void Steps_of_one_period_and_population_stand_together()
    {
        var steps = ArrivalSteps.Of([Value("hh-lagebild", 16188), Value("hh-staying", 12639), Value("hh-need-lagebild", 10001)]).Single();
        Assert.That((steps.Registered.Value, steps.Away?.Value, steps.Staying?.Value, steps.Need?.Value), Is.EqualTo(((long?)16188, (long?)null, (long?)12639, (long?)10001)));
    }

    [Test]
    public void A_step_that_counts_other_people_is_left_out() =>
        Assert.That(ArrivalSteps.Of([Value("hh-lagebild", 16188), Value("hh-assigned", 2334)]), Is.Empty);

    [Test]
    public void A_step_of_a_part_is_left_out() =>
        Assert.That(ArrivalSteps.Of([Value("hh-lagebild-ukraine", 9387), Value("hh-staying-ukraine", 3062)]), Is.Empty);

    [Test]
    public void A_step_of_another_period_is_left_out() =>
        Assert.That(ArrivalSteps.Of([Value("hh-lagebild", 22908, YearBefore), Value("hh-staying", 12639)]), Is.Empty);

    [Test]
    public void Without_those_registered_there_are_no_steps() =>
        Assert.That(ArrivalSteps.Of([Value("hh-staying", 12639), Value("hh-need-lagebild", 10001)]), Is.Empty);

    [Test]
    public void The_newest_come_first()
    {
        var steps = ArrivalSteps.Of([Value("hh-lagebild", 22908, YearBefore), Value("hh-need-lagebild", 13652, YearBefore), Value("hh-lagebild", 16188), Value("hh-need-lagebild", 10001)]);
        Assert.That(steps.Select(s => s.Period), Is.EqualTo([Year, YearBefore]));
    }

    [Test]
    public void Those_registered_in_the_period_before_are_known()
    {
        var steps = ArrivalSteps.Of([Value("hh-lagebild", 22908, YearBefore), Value("hh-lagebild", 16188), Value("hh-need-lagebild", 10001)]).Single();
        Assert.That((steps.Registered.Value, steps.Before?.Value, steps.Before?.Period), Is.EqualTo(((long?)16188, (long?)22908, YearBefore)));
    }

    private static ViewValue Value(string variant, long value, Period? period = null) => PlaceCountsTests.Value(variant, "DE-HH", "", value, period ?? Year);
}
