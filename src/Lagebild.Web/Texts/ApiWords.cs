namespace Lagebild.Web.Texts;

/// <summary>What the API says besides data.</summary>
public sealed record ApiWords
{
    /// <summary>{0} the parameters there are.</summary>
    public required string UnknownParameter { get; init; }
    public required string ExpectedLimit { get; init; }
    public required string ExpectedCursor { get; init; }
    public required string ExpectedQuery { get; init; }

    /// <summary>{0} the words there are.</summary>
    public required string ExpectedOneOf { get; init; }

    /// <summary>{0} number of the release shown.</summary>
    public required string ExpectedRelease { get; init; }

    /// <summary>{0} the endings there are.</summary>
    public required string NotAcceptable { get; init; }
    public required string NotAcceptableTitle { get; init; }
    public required string TooMany { get; init; }
    public required string TooManyTitle { get; init; }
    public required string GoneTitle { get; init; }

    /// <summary>{0} number of the release that withdrew it.</summary>
    public required string Gone { get; init; }
    public required string BeyondEndTitle { get; init; }

    /// <summary>{0} length of a file in bytes.</summary>
    public required string BeyondEnd { get; init; }
    public required string PageTitle { get; init; }
    public required string PageLead { get; init; }
    public required string Address { get; init; }
    public required string Description { get; init; }
    public required string Key { get; init; }
    public required string NoKey { get; init; }
    public required string Limit { get; init; }
    public required string LimitSaid { get; init; }
    public required string Versions { get; init; }
    public required string VersionsSaid { get; init; }
    public required string What { get; init; }
    public required string Gives { get; init; }
    public required string Calls { get; init; }
    public required string CallsLead { get; init; }

    /// <summary>By path below the version: what it gives.</summary>
    public required IReadOnlyDictionary<string, string> Paths { get; init; }

    /// <summary>By code of a tool: its name.</summary>
    public required IReadOnlyDictionary<string, string> Tools { get; init; }
}
