using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>What must hold between series in each period for which all of them have a value: the parts make the whole, or no more than it. Series are indexes into the file's.</summary>
internal sealed record Relation
{
    public required Reason Reason { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Null where the whole is <see cref="Limit"/> in every period.</summary>
    public required int? Whole { get; init; }

    /// <summary>The whole where no series is; a scaled number.</summary>
    public long Limit { get; init; }

    public required IReadOnlyList<int> Parts { get; init; }

    /// <summary>True: the parts are all there are; false: there may be more, so that they are only not to exceed the whole.</summary>
    public required bool AreAll { get; init; }

    /// <summary>The difference that rounding may make; a scaled number.</summary>
    public required long Tolerance { get; init; }

    public required int Decimals { get; init; }

    /// <summary>First day of the periods compared, yyyymmdd.</summary>
    public int From { get; init; }

    /// <summary>The last of its series.</summary>
    public int Last => Math.Max(Whole ?? 0, Parts.Max());

    public bool IsBroken(long whole, long parts) => parts - whole > Tolerance || (AreAll && whole - parts > Tolerance);
}
