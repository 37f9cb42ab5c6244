namespace Lagebild.Web.Texts;

/// <summary>The ways a chart leaves the site: pictures, embedding, links.</summary>
public sealed record ShareWords
{
    public required string Png { get; init; }
    public required string PngLarge { get; init; }
    public required string PngSquare { get; init; }
    public required string Pdf { get; init; }

    /// <summary>PNG and PDF cannot be made on this machine.</summary>
    public required string NotOffered { get; init; }
    public required string CopyLink { get; init; }
    public required string LinkCopied { get; init; }

    /// <summary>The selection was changed without a new page; {0} the finding now shown.</summary>
    public required string Changed { get; init; }
    public required string Embed { get; init; }
    public required string EmbedLead { get; init; }

    /// <summary>Label of the field with the code; {0} the headline of the chart.</summary>
    public required string EmbedCode { get; init; }

    /// <summary>Link from an embedded chart to its page.</summary>
    public required string Whole { get; init; }
    public required string Licence { get; init; }

    /// <summary>What the site is, for search engines and shared links of pages without a description of their own.</summary>
    public required string Site { get; init; }

    /// <summary>What the page of a region is, for search engines and shared links: {0} its name.</summary>
    public required string Region { get; init; }

    /// <summary>Link to the two pages of a region or topic.</summary>
    public required string Briefing { get; init; }
}
