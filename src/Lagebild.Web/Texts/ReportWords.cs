using Lagebild.Import;
using Lagebild.Storage;

namespace Lagebild.Web.Texts;

/// <summary>The list of deliveries and the page of one, in the workbench.</summary>
public sealed record ReportWords
{
    /// <summary>Heading of the list.</summary>
    public required string Deliveries { get; init; }
    public required string Lead { get; init; }
    public required string Feed { get; init; }
    public required string AllFeeds { get; init; }
    public required string State { get; init; }
    public required string AllStates { get; init; }
    public required string Show { get; init; }
    public required string None { get; init; }
    public required Plural Total { get; init; }
    public required string Delivery { get; init; }
    public required string Arrived { get; init; }
    public required string Records { get; init; }
    public required string Values { get; init; }
    public required string Errors { get; init; }
    public required string Warnings { get; init; }
    public required string Pages { get; init; }
    public required string Back { get; init; }
    public required string Further { get; init; }

    /// <summary>{0} number of the delivery.</summary>
    public required string Number { get; init; }

    public required string Stored { get; init; }
    public required string Waiting { get; init; }
    public required string Refused { get; init; }
    public required string Released { get; init; }
    public required string Withdrawn { get; init; }

    public required string Folder { get; init; }
    public required string Upload { get; init; }
    public required string Form { get; init; }
    public required string Token { get; init; }

    /// <summary>{0} name of the feed.</summary>
    public required string Title { get; init; }
    public required string Steps { get; init; }
    public required string StepArrived { get; init; }
    public required string StepCheck { get; init; }
    public required string StepPreview { get; init; }
    public required string StepRelease { get; init; }

    /// <summary>Whether it may be published, in one sentence; why not; what to do.</summary>
    public required Plural CannotErrors { get; init; }
    public required string CannotUnreadable { get; init; }
    public required string CannotText { get; init; }
    public required Plural AsksFirst { get; init; }
    public required string AsksText { get; init; }
    public required string Can { get; init; }
    public required string CanText { get; init; }
    public required string OnlyPublishers { get; init; }
    public required string BeingReleased { get; init; }
    public required string BeingReleasedText { get; init; }

    /// <summary>{0} number of the release, {1} its moment.</summary>
    public required string WasReleased { get; init; }
    public required string WasReleasedText { get; init; }
    public required string WasWithdrawn { get; init; }
    public required string WasWithdrawnText { get; init; }
    public required string ToFindings { get; init; }
    public required string ToQuestions { get; init; }
    public required string ToRelease { get; init; }
    public required string ToWithdraw { get; init; }
    public required string ToUpload { get; init; }
    public required string Returned { get; init; }
    public required string FindingsAsCsv { get; init; }
    public required string Original { get; init; }
    public required string Renewing { get; init; }
    public required string RenewingText { get; init; }

    /// <summary>{0} number of the release that came since, {1} its moment.</summary>
    public required string Renewed { get; init; }
    public required string CouldNotRenew { get; init; }

    public required string FactRecords { get; init; }
    public required Plural FactOutOfScope { get; init; }
    public required string FactNoneOutOfScope { get; init; }
    public required string FactValues { get; init; }
    public required string FactValuesMore { get; init; }
    public required string FactFindings { get; init; }

    /// <summary>{0} errors, {1} warnings, {2} notices.</summary>
    public required string FactFindingsMore { get; init; }
    public required string FactChanges { get; init; }
    public required string FactChangesMore { get; init; }
    public required string FactNoChanges { get; init; }

    public required string Understood { get; init; }
    public required string UnderstoodLead { get; init; }
    public required string NotKept { get; init; }
    public required string Profile { get; init; }
    public required string Encoding { get; init; }

    /// <summary>{0} the encoding.</summary>
    public required string WithMark { get; init; }
    public required string Delimiter { get; init; }
    public required string Quote { get; init; }
    public required string NoQuote { get; init; }
    public required string Sheet { get; init; }
    public required string Decimal { get; init; }
    public required string DecimalOpen { get; init; }
    public required string Group { get; init; }
    public required string NoGroup { get; init; }
    public required string Header { get; init; }

    /// <summary>{0} line.</summary>
    public required string HeaderAt { get; init; }
    public required string NoHeader { get; init; }
    public required string Semicolon { get; init; }
    public required string Comma { get; init; }
    public required string Tab { get; init; }
    public required string Bar { get; init; }
    public required string Point { get; init; }
    public required string Blank { get; init; }
    public required string Apostrophe { get; init; }
    public required string Correct { get; init; }
    public required string FirstRows { get; init; }
    public required string Line { get; init; }
    public required string Column { get; init; }
    public required string Meaning { get; init; }
    public required string NoHeading { get; init; }
    public required RoleWords Roles { get; init; }

    public required string Wrong { get; init; }
    public required string WrongLead { get; init; }
    public required string NothingWrong { get; init; }
    public required Plural AskedBelow { get; init; }
    public required string Kind { get; init; }
    public required string Reason { get; init; }
    public required string Found { get; init; }
    public required string Means { get; init; }
    public required string Mend { get; init; }
    public required string WholeFile { get; init; }

    /// <summary>{0} line, {1} column.</summary>
    public required string LineAndColumn { get; init; }

    /// <summary>{0} line.</summary>
    public required string LineOnly { get; init; }
    public required Plural Times { get; init; }
    public required string AllOfReason { get; init; }
    public required string AllReasons { get; init; }

    /// <summary>{0} how many are listed, {1} how many there are.</summary>
    public required string KeptOnly { get; init; }

    /// <summary>{0} page, {1} pages.</summary>
    public required string PageOf { get; init; }
    public required string FindingsFile { get; init; }
    public required string File { get; init; }

    public required string Changes { get; init; }
    public required string ChangesMade { get; init; }
    public required string NothingChanges { get; init; }
    public required string RefusedChanges { get; init; }
    public required string NotCompared { get; init; }

    /// <summary>{0} added, {1} changed, {2} closed, {3} unchanged.</summary>
    public required string Counts { get; init; }
    public required string CountsMade { get; init; }
    public required string OrderedBy { get; init; }
    public required string ByChange { get; init; }
    public required string ByShare { get; init; }
    public required string ByAdded { get; init; }
    public required string ByClosed { get; init; }
    public required string ChangesCaption { get; init; }
    public required string LargestOnly { get; init; }
    public required string Region { get; init; }
    public required string Indicator { get; init; }
    public required string Period { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Difference { get; init; }
    public required string NoValue { get; init; }
    public required string Ends { get; init; }
    public required string NotPublic { get; init; }

    /// <summary>{0} what the public will see.</summary>
    public required string RoundedTo { get; init; }
    public required string NoteBefore { get; init; }
    public required string NoteAfter { get; init; }
    public required string ChartsTitle { get; init; }
    public required string ChartsLead { get; init; }

    /// <summary>{0} indicator, {1} region.</summary>
    public required string ChartHeadline { get; init; }
    public required string BeforeLine { get; init; }
    public required string AfterLine { get; init; }
    public required string NotReleased { get; init; }

    /// <summary>{0} day, {1} what it is.</summary>
    public required string BreakOn { get; init; }
    public required string TargetsTitle { get; init; }
    public required string TargetsLead { get; init; }
    public required string Target { get; init; }
    public required string NotesTitle { get; init; }
    public required string NotesLead { get; init; }
    public required string BreaksTitle { get; init; }
    public required string BreaksLead { get; init; }

    public required string Odd { get; init; }
    public required string OddLead { get; init; }
    public required string NothingOdd { get; init; }

    /// <summary>{0} answered, {1} all.</summary>
    public required string AnsweredOf { get; init; }
    public required Plural NotListed { get; init; }
    public required string YourAnswer { get; init; }
    public required string SaveAnswer { get; init; }
    public required string ReadyCorrect { get; init; }
    public required string ReadyMended { get; init; }
    public required string ReadyKnown { get; init; }
    public required string ReadyAnswers { get; init; }
    public required string ChangeAnswer { get; init; }

    /// <summary>{0} who, {1} when.</summary>
    public required string AnsweredBy { get; init; }
    public required string NoAnswer { get; init; }

    /// <summary>{0} number of the delivery, {1} who, {2} when.</summary>
    public required string AnsweredEarlier { get; init; }
    public required Plural AnswerAll { get; init; }
    public required string AnswerAllHint { get; init; }
    public required Plural Answered { get; init; }
    public required string AnswerEmpty { get; init; }

    /// <summary>{0} most, {1} how many there are.</summary>
    public required string AnswerTooLong { get; init; }
    public required string AnswerTooLate { get; init; }

    public required string ThisFile { get; init; }
    public required string FileName { get; init; }
    public required string Size { get; init; }

    /// <summary>{0} size.</summary>
    public required string Bytes { get; init; }
    public required string Way { get; init; }
    public required string HandedIn { get; init; }
    public required string HandedInWith { get; init; }
    public required string Scope { get; init; }
    public required string Full { get; init; }
    public required string Incremental { get; init; }
    public required string Disclosure { get; init; }
    public required string ByPublisher { get; init; }
    public required string ByUs { get; init; }
    public required string Publisher { get; init; }

    /// <summary>Where a delivery stands.</summary>
    public string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => Waiting,
        DeliveryState.Refused => Refused,
        DeliveryState.Released => Released,
        DeliveryState.Withdrawn => Withdrawn,
        _ => Stored,
    };

    /// <summary>The sign that goes with it.</summary>
    public static string SignOf(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "warning",
        DeliveryState.Refused => "error",
        DeliveryState.Released => "success",
        DeliveryState.Withdrawn => "open",
        _ => "notice",
    };

    /// <summary>By which way it came.</summary>
    public string Of(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Upload => Upload,
        DeliveryChannel.Form => Form,
        DeliveryChannel.Token => Token,
        DeliveryChannel.Folder => Folder,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    /// <summary>A ready answer by its word; null for none.</summary>
    public string? Ready(string? word) => word switch
    {
        "correct" => ReadyCorrect,
        "mended" => ReadyMended,
        "known" => ReadyKnown,
        _ => null,
    };
}

/// <summary>What columns of files are.</summary>
public sealed record RoleWords
{
    public required string Period { get; init; }
    public required string PeriodStart { get; init; }
    public required string PeriodEnd { get; init; }
    public required string Frequency { get; init; }
    public required string Region { get; init; }
    public required string Indicator { get; init; }
    public required string Variant { get; init; }
    public required string Counted { get; init; }
    public required string Breakdown { get; init; }
    public required string Status { get; init; }
    public required string Confidentiality { get; init; }
    public required string Flag { get; init; }
    public required string Source { get; init; }
    public required string Note { get; init; }
    public required string Value { get; init; }
    public required string Guard { get; init; }
    public required string Ignore { get; init; }
    public required string Unknown { get; init; }

    /// <summary>{0} name of the dimension.</summary>
    public required string Dimension { get; init; }

    /// <summary>Null: the profile does not know the column.</summary>
    public string Of(ColumnRole? role) => role switch
    {
        ColumnRole.Period => Period,
        ColumnRole.PeriodStart => PeriodStart,
        ColumnRole.PeriodEnd => PeriodEnd,
        ColumnRole.Frequency => Frequency,
        ColumnRole.Region => Region,
        ColumnRole.Indicator => Indicator,
        ColumnRole.Variant => Variant,
        ColumnRole.Counted => Counted,
        ColumnRole.Breakdown => Breakdown,
        ColumnRole.Dimension => Dimension,
        ColumnRole.Status => Status,
        ColumnRole.Confidentiality => Confidentiality,
        ColumnRole.Flag or ColumnRole.SourceFlag => Flag,
        ColumnRole.Source => Source,
        ColumnRole.Note => Note,
        ColumnRole.Value => Value,
        ColumnRole.Guard => Guard,
        ColumnRole.Ignore => Ignore,
        _ => Unknown,
    };
}
