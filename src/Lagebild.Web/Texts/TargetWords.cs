using Lagebild.Comparison;

namespace Lagebild.Web.Texts;

/// <summary>Targets and where they stand.</summary>
public sealed record TargetWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string None { get; init; }
    public required string Reached { get; init; }
    public required string OnCourse { get; init; }
    public required string Behind { get; init; }
    public required string Open { get; init; }
    public required string Due { get; init; }
    public required string Missed { get; init; }
    public required string NotMeasurable { get; init; }
    public required string Value { get; init; }

    /// <summary>Before the value it starts from and its day.</summary>
    public required string Base { get; init; }

    /// <summary>Before the value that decides.</summary>
    public required string Actual { get; init; }

    /// <summary>Before the share of the way, computed.</summary>
    public required string Progress { get; init; }
    public required string NoPaper { get; init; }
    public required string NoDue { get; init; }

    /// <summary>{0} the day.</summary>
    public required string OnDay { get; init; }
    public required string Standing { get; init; }

    /// <summary>Where a target stands, in a word or two.</summary>
    public string Of(TargetStanding standing) => standing switch
    {
        TargetStanding.Reached => Reached,
        TargetStanding.OnCourse => OnCourse,
        TargetStanding.Behind => Behind,
        TargetStanding.Open => Open,
        TargetStanding.Due => Due,
        TargetStanding.Missed => Missed,
        TargetStanding.NotMeasurable => NotMeasurable,
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
