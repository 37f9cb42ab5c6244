namespace Lagebild.Statistics;

/// <summary>Values before and after are not comparable: a law, a new census base, another rounding. Its name and effect are texts of the catalogue.</summary>
public sealed record Break
{
    /// <summary>Lower case with hyphens.</summary>
    public required string Code { get; init; }

    /// <summary>The variants it cuts; empty where it cuts every variant of <see cref="Indicator"/>.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>The indicator it cuts; null where <see cref="Variants"/> says.</summary>
    public string? Indicator { get; init; }

    /// <summary>The regions it holds for, with all within them; empty for all.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>First day of the new way of counting.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The law or paper, as it is cited in its own language: <c>§ 42a SGB VIII</c>; null where a source's note alone says it.</summary>
    public string? Law { get; init; }

    /// <summary>Where it can be read: an address, or data set and field.</summary>
    public required string Source { get; init; }
}
