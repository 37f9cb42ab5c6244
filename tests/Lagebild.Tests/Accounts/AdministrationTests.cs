using Lagebild.Accounts;

namespace Lagebild.Tests.Accounts;

/// <summary>How far administrators reach.</summary>
internal sealed class AdministrationTests
{
    private static readonly Person Hamburg = Of(1, new Grant(Role.Administrator, "DE-HH"));

    private static readonly Person Everywhere = Of(2, new Grant(Role.Administrator, null));

    [Test]
    public void One_of_a_region_sees_who_has_a_role_there_and_gives_only_what_belongs_there()
    {
        var other = Of(3, new Grant(Role.Analyst, "DE-HH"), new Grant(Role.Editor, "PL-32"));
        var reach = new Administration(Hamburg);
        Assert.That((reach.Sees(other), reach.Sees(Of(4, new Grant(Role.Analyst, "PL-32"))), reach.MayLockOut(other)), Is.EqualTo((true, false, false)));
        Assert.That(reach.Seen(other), Is.EqualTo(new[] { new Grant(Role.Analyst, "DE-HH") }));
        Assert.That(
            reach.After(other, [new(Role.Publisher, "DE-HH"), new(Role.Publisher, "PL-32"), new(Role.Administrator, null)]),
            Is.EqualTo(new[] { new Grant(Role.Editor, "PL-32"), new Grant(Role.Publisher, "DE-HH") }));
    }

    [Test]
    public void One_of_all_regions_reaches_everyone_but_does_not_lock_out_themselves()
    {
        var reach = new Administration(Everywhere);
        Assert.That((reach.Sees(Of(5)), reach.MayLockOut(Hamburg), reach.MayLockOut(Everywhere)), Is.EqualTo((true, true, false)));
    }

    [Test]
    public void Who_is_administrator_of_all_regions_is_beyond_the_reach_of_one() =>
        Assert.That(new Administration(Hamburg).MayLockOut(Of(6, new Grant(Role.Administrator, null), new Grant(Role.Analyst, "DE-HH"))), Is.False);

    private static Person Of(long id, params Grant[] grants) => new() { Id = id, Name = "x", Mail = "x@example.org", Grants = grants };
}
