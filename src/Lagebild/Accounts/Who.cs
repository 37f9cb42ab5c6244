namespace Lagebild.Accounts;

/// <summary>Who did something, as it is noted for good: the account, null where none acted, and the name at that time.</summary>
public sealed record Who(long? Person, string Name)
{
    /// <summary>By rule: schedule, policy, start of the program.</summary>
    public static Who Program { get; } = new(null, "program");

    /// <summary>Someone with the machine, by a command.</summary>
    public static Who Operator { get; } = new(null, "operator");
}
