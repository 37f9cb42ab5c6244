namespace Lagebild.Web.Texts;

/// <summary>Handing figures in: files, receipts, tokens of machines.</summary>
public sealed record IntakeWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string Feed { get; init; }
    public required string Recognise { get; init; }
    public required string Due { get; init; }
    public required string Overdue { get; init; }
    public required string NothingDue { get; init; }
    public required string Files { get; init; }
    public required string FilesHint { get; init; }
    public required string Drop { get; init; }
    public required string Note { get; init; }
    public required string NoteHint { get; init; }
    public required string Submit { get; init; }
    public required string Sending { get; init; }
    public required string Keeping { get; init; }
    public required string BrokenOff { get; init; }
    public required string OtherWays { get; init; }
    public required string ByToken { get; init; }
    public required string NoFeeds { get; init; }
    public required string NotKept { get; init; }
    public required string KeptToo { get; init; }

    /// <summary>What is wrong with what was sent, in the words of <see cref="Storage.FileRefusal"/> and of the form.</summary>
    public required Dictionary<string, string> Refusals { get; init; }
    public required string Missing { get; init; }
    public required string NoFeed { get; init; }
    public required string TooMany { get; init; }
    public required string LongNote { get; init; }
    public required string Forged { get; init; }
    public required string Unreadable { get; init; }
    public required string Unrecognised { get; init; }
    public required string Several { get; init; }

    /// <summary>Faults of ours, in the words of <see cref="Storage.ReceiptFault"/>: while a file is kept.</summary>
    public required Dictionary<string, string> KeepFaults { get; init; }

    /// <summary>The same while a file is read.</summary>
    public required Dictionary<string, string> ReadFaults { get; init; }
    public required string Handed { get; init; }
    public required string HandedLead { get; init; }
    public required string NothingHanded { get; init; }
    public required string File { get; init; }
    public required string When { get; init; }
    public required string Who { get; init; }
    public required string State { get; init; }
    public required string StateReceived { get; init; }
    public required string StateReading { get; init; }
    public required string StateRead { get; init; }
    public required string StateFailed { get; init; }
    public required string StepArrived { get; init; }
    public required string StepCheck { get; init; }
    public required string StepPreview { get; init; }
    public required string StepRelease { get; init; }
    public required string StepsLabel { get; init; }
    public required string Safe { get; init; }
    public required string SafeSaid { get; init; }
    public required string ReadingTitle { get; init; }
    public required string ReadingSaid { get; init; }
    public required Plural RowsRead { get; init; }
    public required string Refreshing { get; init; }
    public required string HeldUp { get; init; }
    public required string TriedAgain { get; init; }
    public required string GivenUp { get; init; }
    public required string GivenUpSaid { get; init; }
    public required string TryAgain { get; init; }
    public required string ToReport { get; init; }
    public required string SameTitle { get; init; }
    public required string SameWaiting { get; init; }
    public required string SameBefore { get; init; }
    public required string SameToRead { get; init; }
    public required string Bytes { get; init; }
    public required string BasedOn { get; init; }
    public required string BasedOnNone { get; init; }
    public required string Checksum { get; init; }
    public required string Another { get; init; }
    public required string AllHanded { get; init; }
    public required string ByMachine { get; init; }
    public required string Tokens { get; init; }
    public required string TokensLead { get; init; }
    public required string TokenName { get; init; }
    public required string TokenNameHint { get; init; }
    public required string TokenFeeds { get; init; }
    public required string TokenExpires { get; init; }
    public required string TokenExpiresHint { get; init; }
    public required string TokenMake { get; init; }
    public required string TokenNew { get; init; }
    public required string TokenOnce { get; init; }
    public required string TokenCall { get; init; }
    public required string TokenMadeBy { get; init; }
    public required string TokenLastUsed { get; init; }
    public required string TokenNever { get; init; }
    public required string TokenUntil { get; init; }
    public required string TokenRevoke { get; init; }
    public required string TokenRevokeOf { get; init; }
    public required string TokenRevoked { get; init; }
    public required string TokenExpired { get; init; }
    public required string TokenHolds { get; init; }
    public required string TokenNone { get; init; }
    public required string TokenNoName { get; init; }
    public required string TokenNoFeeds { get; init; }
    public required string TokenOneOffice { get; init; }
    public required string TokenBadDay { get; init; }
    public required string TokenNoRole { get; init; }
    public required string ApiTitle { get; init; }
    public required string ApiNoToken { get; init; }
    public required string ApiOtherFeed { get; init; }
    public required string ApiNoFeed { get; init; }
    public required string ApiFeedMissing { get; init; }
    public required string ApiNameMissing { get; init; }
    public required string ApiMediaType { get; init; }
    public required string ApiOneFile { get; init; }
}
