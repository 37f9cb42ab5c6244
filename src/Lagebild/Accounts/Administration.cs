namespace Lagebild.Accounts;

/// <summary>How far an administrator reaches: one of a region sees and gives what belongs to it, only one of all regions what belongs to all.</summary>
public sealed class Administration(Person by)
{
    /// <summary>Whether they are administrator of all regions.</summary>
    public bool IsEverywhere => by.Has(Role.Administrator, region: null);

    /// <summary>Whether they may give or take this.</summary>
    public bool Reaches(Grant grant) => by.Has(Role.Administrator, grant.Region);

    /// <summary>Whether someone is theirs to see: all, or who has a role in a region of theirs.</summary>
    public bool Sees(Person person) => IsEverywhere || person.Grants.Any(Reaches);

    /// <summary>Whether they may close someone's account or take its password away: never their own, and nobody's who has a role beyond their reach.</summary>
    public bool MayLockOut(Person person) => person.Id != by.Id && Sees(person) && person.Grants.All(Reaches);

    /// <summary>What they see of someone's roles.</summary>
    public IReadOnlyList<Grant> Seen(Person person) => [.. person.Grants.Where(Reaches)];

    /// <summary>Someone's roles after theirs to give were chosen anew; what is beyond their reach stays.</summary>
    public IReadOnlyList<Grant> After(Person person, IEnumerable<Grant> chosen) => [.. person.Grants.Where(g => !Reaches(g)), .. chosen.Where(Reaches).Distinct()];
}
