using Lagebild.Accounts;

namespace Lagebild.Tests.Accounts;

/// <summary>How long who guesses has to wait.</summary>
internal sealed class DelayTests
{
    [TestCase(1, null)]
    [TestCase(4, null)]
    [TestCase(5, 1)]
    [TestCase(6, 2)]
    [TestCase(7, 4)]
    [TestCase(10, 32)]
    [TestCase(11, 60)]
    [TestCase(99, 60)]
    public void Waiting_doubles_up_to_an_hour(int failed, int? minutes) => Assert.That(Delay.After(failed, Delay.FreeByName)?.TotalMinutes, Is.EqualTo(minutes));

    [Test]
    public void Names_count_the_same_however_they_are_typed() => Assert.That(Delay.OfName(" Anna@Behörde.example"), Is.EqualTo(Delay.OfName("anna@behörde.example".Normalize(System.Text.NormalizationForm.FormD))));
}
