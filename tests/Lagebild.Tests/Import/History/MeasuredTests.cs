namespace Lagebild.Tests.Import.History;

/// <summary>What the checks find and miss over every sample series with 24 or more values: the bounds they keep, and the page that tells of it.</summary>
[SetCulture("de-DE")]
public sealed class MeasuredTests
{
    [TestCase("factor", 99)]
    [TestCase("sign", 99)]
    [TestCase("copied period", 95)]
    [TestCase("swapped regions", 80)]
    [TestCase("digit swap of more than 25 %", 70)]
    public void Of_200_seeded_faults_at_least_so_many_percent_are_questioned(string kind, double least)
    {
        var (_, past, both) = Measured.ByKind.Single(k => k.Kind.Name == kind);
        Assert.That((past.Of, both.Of), Is.EqualTo((Measured.Faults, Measured.Faults)));
        Assert.That(new[] { past.Percent, both.Percent }, Is.All.AtLeast(least));
    }

    [Test]
    public void Of_true_values_at_most_2_percent_are_questioned() =>
        Assert.That(Enum.GetValues<Known>().Select(known => Measured.Questioned(known).Percent), Is.All.AtMost(2));

    [Test]
    public void The_page_tells_what_is_measured()
    {
        TestContext.Out.Write(MeasuredPage.Text);
        Assert.That(MeasuredPage.Written, Is.EqualTo(MeasuredPage.Text));
    }
}
