namespace Lagebild.Storage;

/// <summary>What made a release. In SQL in lower case.</summary>
public enum ReleaseKind
{
    /// <summary>A delivery became public.</summary>
    Delivery,

    /// <summary>A delivery was withdrawn.</summary>
    Withdrawal,

    /// <summary>Definitions or texts changed.</summary>
    Catalogue,

    /// <summary>A delivery withdrawn for error was put back.</summary>
    Restoration,
}

/// <summary>Why a delivery is withdrawn. In SQL in lower case.</summary>
public enum WithdrawalKind
{
    /// <summary>It was wrong: older stands still show it, marked.</summary>
    Error,

    /// <summary>It told too much: its values leave every stand at once.</summary>
    Disclosure,
}

/// <summary>Why something is released or withdrawn, in a person's words or by a word of the program.</summary>
/// <param name="Text">A sentence for the public, or a word of the program.</param>
/// <param name="Language"><c>de</c>, <c>pl</c>, <c>en</c>; null for a word of the program, or one given by a command.</param>
public sealed record ReleaseNote(string Text, string? Language = null)
{
    /// <summary>Where a person released something without a word.</summary>
    public static ReleaseNote ByPerson { get; } = new("by-person");
}

/// <summary>A numbered publication.</summary>
public sealed record Release
{
    /// <summary>From 1, without gaps.</summary>
    public int Number { get; init; }

    public DateTime PublishedUtc { get; init; }

    public required ReleaseKind Kind { get; init; }

    /// <summary>Why, in the words of who released it.</summary>
    public required string Why { get; init; }

    /// <summary>Language of <see cref="Why"/>: <c>de</c>, <c>pl</c>, <c>en</c>; null for a word of the program, or one given by a command.</summary>
    public string? WhyLanguage { get; init; }

    /// <summary>The account that released or withdrew; null where the program did, by rule. Not public.</summary>
    public long? ReleasedBy { get; init; }

    /// <summary>Code of the feed; null for a release of the catalogue.</summary>
    public string? Feed { get; init; }

    /// <summary>The delivery that was released, withdrawn or put back; null for a release of the catalogue.</summary>
    public long? Delivery { get; init; }

    /// <summary>The release that a withdrawal takes back; null for all others.</summary>
    public int? Withdraws { get; init; }

    /// <summary>Set with <see cref="Withdraws"/>.</summary>
    public WithdrawalKind? WithdrawalKind { get; init; }

    /// <summary>The release that a restoration puts back; null for all others.</summary>
    public int? Restores { get; init; }

    /// <summary>The release that withdrew this one, as of now; null while it stands, or stands again.</summary>
    public int? WithdrawnBy { get; init; }

    /// <summary>Periods of series that got their first value, another one, none any more, or were said again unchanged.</summary>
    public long Added { get; init; }

    public long Changed { get; init; }

    public long Closed { get; init; }

    public long Unchanged { get; init; }
}

/// <summary>What came of asking for a release.</summary>
public enum PublicationOutcome
{
    /// <summary>It is public.</summary>
    Released,

    /// <summary>It would close more than the set share of what is public; nothing was released.</summary>
    NeedsPerson,

    /// <summary>The file has errors now that it was read again; nothing was released, and the delivery is refused.</summary>
    Refused,

    /// <summary>The feed has moved on since the difference was computed, or since it was looked at: the stored file is to be read and compared again.</summary>
    Stale,

    /// <summary>It had been released before; nothing was released twice.</summary>
    Already,

    /// <summary>Who handed it in may not release it.</summary>
    NeedsOther,
}

/// <summary>The outcome of a publication, with the release where there is one.</summary>
public sealed record Publication
{
    public required PublicationOutcome Outcome { get; init; }

    /// <summary>Null unless <see cref="PublicationOutcome.Released"/> or <see cref="PublicationOutcome.Already"/>.</summary>
    public Release? Release { get; init; }

    /// <summary>What was or would be added, changed, closed, left as it is.</summary>
    public required DifferenceCounts Counts { get; init; }
}

/// <summary>How a delivery differs from what is public, counted by key (series and period).</summary>
public sealed record DifferenceCounts
{
    public long Added { get; init; }

    public long Changed { get; init; }

    public long Closed { get; init; }

    public long Unchanged { get; init; }

    /// <summary>Public values inside the span and regions of a full delivery, of which <see cref="Closed"/> is a share; 0 for an incremental one.</summary>
    public long InScope { get; init; }
}

/// <summary>What releasing a waiting delivery would change, computed against what was public of its feed.</summary>
public sealed record Preview
{
    /// <summary>The feed's release it was computed against; 0 for none, -1 where it was never computed.</summary>
    public int BasedOn { get; init; }

    /// <summary>The feed's latest release; 0 for none.</summary>
    public int Latest { get; init; }

    /// <summary>Whether the feed has moved on since.</summary>
    public bool IsStale => BasedOn != Latest;

    public DifferenceCounts Counts { get; init; } = new();
}
