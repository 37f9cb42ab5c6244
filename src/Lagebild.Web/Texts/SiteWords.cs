namespace Lagebild.Web.Texts;

/// <summary>Frame of every page.</summary>
public sealed record SiteWords
{
    public required string Name { get; init; }
    public required string Place { get; init; }
    public required string Skip { get; init; }
    public required string Language { get; init; }
    public required string MainNavigation { get; init; }
    public required string FooterNavigation { get; init; }
    public required string Breadcrumb { get; init; }
    public required string Overview { get; init; }
    public required string Indicators { get; init; }
    public required string Regions { get; init; }
    public required string Compare { get; init; }
    public required string Sources { get; init; }

    /// <summary>Where five words stand in one line.</summary>
    public required string SourcesShort { get; init; }
    public required string Imprint { get; init; }
    public required string Privacy { get; init; }
    public required string Accessibility { get; init; }

    /// <summary>{0} number of the release, {1} its day.</summary>
    public required string Stand { get; init; }

    /// <summary>The same within a sentence.</summary>
    public required string StandWithin { get; init; }
    public required string StandPast { get; init; }
    public required string StandNow { get; init; }
    public required string WithdrawnStand { get; init; }
    public required string Authority { get; init; }
    public required string PrintedFrom { get; init; }
    public required string Computed { get; init; }
    public required string TableRegion { get; init; }
}
