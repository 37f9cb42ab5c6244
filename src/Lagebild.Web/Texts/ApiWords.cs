namespace Lagebild.Web.Texts;

/// <summary>What the API says besides data.</summary>
public sealed record ApiWords
{
    /// <summary>{0} the parameters there are.</summary>
    public required string UnknownParameter { get; init; }
    public required string ExpectedLimit { get; init; }
    public required string ExpectedCursor { get; init; }

    /// <summary>{0} the words there are.</summary>
    public required string ExpectedOneOf { get; init; }

    /// <summary>{0} number of the latest release.</summary>
    public required string ExpectedRelease { get; init; }
    public required string ExpectedSearch { get; init; }

    /// <summary>{0} the endings there are.</summary>
    public required string NotAcceptable { get; init; }
    public required string NotAcceptableTitle { get; init; }
    public required string TooMany { get; init; }
    public required string TooManyTitle { get; init; }
    public required string GoneTitle { get; init; }

    /// <summary>{0} number of the release that withdrew it.</summary>
    public required string Gone { get; init; }
}
