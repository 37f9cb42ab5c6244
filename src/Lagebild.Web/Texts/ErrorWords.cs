namespace Lagebild.Web.Texts;

/// <summary>What went wrong, said to the reader.</summary>
public sealed record ErrorWords
{
    public required string BadRequestTitle { get; init; }
    public required string BadRequest { get; init; }

    /// <summary>{0} and {1} become code.</summary>
    public required string Field { get; init; }

    /// <summary>{0} how many at most.</summary>
    public required string ExpectedRegions { get; init; }

    /// <summary>{0} how many at most.</summary>
    public required string ExpectedIndicators { get; init; }

    /// <summary>{0} how many at most.</summary>
    public required string ExpectedVariants { get; init; }

    /// <summary>{0} the words there are.</summary>
    public required string ExpectedMeasure { get; init; }
    public required string ExpectedVariant { get; init; }
    public required string ExpectedFeed { get; init; }
    public required string ExpectedBreakdown { get; init; }
    public required string ExpectedDay { get; init; }
    public required string ExpectedBase { get; init; }
    public required string ExpectedPopulation { get; init; }
    public required string ExpectedFrequency { get; init; }
    public required string ExpectedKind { get; init; }
    public required string ExpectedPer { get; init; }
    public required string ExpectedSize { get; init; }
    public required string ExpectedFormat { get; init; }
    public required string ExpectedUrl { get; init; }
    public required string ExpectedPixels { get; init; }
    public required string ExpectedStand { get; init; }
    public required string ExpectedRegion { get; init; }
    public required string ExpectedIndicator { get; init; }
    public required string ExpectedTopic { get; init; }
    public required string ExpectedRelease { get; init; }

    /// <summary>{0} the day asked for, {1} day of the first release.</summary>
    public required string BeforeFirst { get; init; }

    /// <summary>{0} what was asked for, {1} number and {2} day of the latest release.</summary>
    public required string NoSuchRelease { get; init; }

    /// <summary>{0} the day asked for, {1} number and {2} day of the latest release.</summary>
    public required string FutureDay { get; init; }
    public required string ForbiddenTitle { get; init; }
    public required string Forbidden { get; init; }
    public required string NotFoundTitle { get; init; }
    public required string NotFound { get; init; }
    public required string MethodTitle { get; init; }
    public required string Method { get; init; }
    public required string UnavailableTitle { get; init; }
    public required string Unavailable { get; init; }
    public required string FailureTitle { get; init; }
    public required string Failure { get; init; }
    public required string Ways { get; init; }
}
