namespace Lagebild.Statistics;

/// <summary>Who does what against disclosure.</summary>
public enum DisclosureBy
{
    /// <summary>The publisher did; values pass through with their rounding shown.</summary>
    Publisher,

    /// <summary>We do, on release.</summary>
    Ours,
}

/// <summary>Disclosure control of a feed. Under <see cref="DisclosureBy.Ours"/> every value is rounded to <see cref="RoundTo"/>; none is suppressed beside an unrounded total.</summary>
public sealed record DisclosureRule
{
    public required DisclosureBy By { get; init; }

    /// <summary>Counts from 1 to below this are not told apart: they become 0 or the base by rounding. In the variant's unit.</summary>
    public int Threshold { get; init; } = 3;

    /// <summary>Every value is rounded to a multiple of this, half away from zero.</summary>
    public int RoundTo { get; init; } = 5;

    /// <summary>Whether an exact zero may be told from a value rounded to zero.</summary>
    public bool ZeroOpen { get; init; }
}

/// <summary>When a delivery without errors becomes public.</summary>
public enum ReleasePolicy
{
    /// <summary>At once.</summary>
    Automatic,

    /// <summary>When a person says so.</summary>
    ByPerson,
}

/// <summary>What a delivery says of what it does not name.</summary>
public enum DeliveryScope
{
    /// <summary>The delivery is all there is inside its span and regions: what it leaves out is closed.</summary>
    Full,

    /// <summary>What it leaves out stays.</summary>
    Incremental,
}

/// <summary>A source of deliveries. Feeds are data (<c>data-samples/feeds.json</c> at first start), then rows.</summary>
public sealed record Feed
{
    /// <summary>Lower case with hyphens: <c>gov-pl-pesel-ukr</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the data set in each language (<c>de</c>, <c>pl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Name { get; init; }

    public required string Publisher { get; init; }

    /// <summary>Address of the source at its publisher; null where there is none.</summary>
    public string? Address { get; init; }

    /// <summary>The licence as the source words it, and its address.</summary>
    public required string Licence { get; init; }

    public string? LicenceAddress { get; init; }

    /// <summary>What the licence says in each language, for readers; the source's own words count. A language left out has none.</summary>
    public IReadOnlyDictionary<string, string> LicencePhrases { get; init; } = new Dictionary<string, string>();

    /// <summary>How the source wants to be cited.</summary>
    public required string Citation { get; init; }

    /// <summary>Mail address of who answers for the feed; null where none is public.</summary>
    public string? Contact { get; init; }

    /// <summary>Language of the source's notes: <c>de</c>, <c>pl</c>, <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>Folder, relative to the configured feed root, and the pattern of file names in it (<c>pesel/*.csv</c>).</summary>
    public required string Place { get; init; }

    /// <summary>Code of the profile that reads it.</summary>
    public required string Profile { get; init; }

    /// <summary>How often a delivery is expected; null for a closed series.</summary>
    public Frequency? Rhythm { get; init; }

    /// <summary>Days after the end of a period by which its delivery is due; null with <see cref="Rhythm"/>.</summary>
    public int? DueAfterDays { get; init; }

    /// <summary>Cron expression of five fields (Unix form) at which the place is looked at.</summary>
    public required string Schedule { get; init; }

    /// <summary>IANA time zone of <see cref="Schedule"/> and of due dates: <c>Europe/Berlin</c>, <c>Europe/Warsaw</c>.</summary>
    public required string TimeZone { get; init; }

    public required DeliveryScope Scope { get; init; }

    public required ReleasePolicy Release { get; init; }

    public required DisclosureRule Disclosure { get; init; }

    /// <summary>Whether the delivered file is open, so that a line of it may be shown where all its values are published unchanged.</summary>
    public bool OpenFile { get; init; }

    /// <summary>True where figures come from press reports: shown as such.</summary>
    public bool Press { get; init; }

    /// <summary>The region whose office hands the figures in; null where no single one does: then only people with a role in every office answer for the feed.</summary>
    public string? Region { get; init; }

    /// <summary>Whether someone else than who handed a delivery in has to release it. Says nothing of files found at its place, which nobody handed in: these follow <see cref="Release"/>.</summary>
    public bool FourEyes { get; init; }

    /// <summary>Whether its place is left alone until a person resumes it. What people hand in is read all the same.</summary>
    public bool Paused { get; init; }
}
