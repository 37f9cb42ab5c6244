namespace Lagebild.Web.Texts;

/// <summary>Releasing, withdrawing and putting back in the workbench.</summary>
public sealed record ReleasingWords
{

    /// <summary>{0} source.</summary>
    public required string Title { get; init; }

    /// <summary>{0} number.</summary>
    public required string Delivery { get; init; }
    public required string Ready { get; init; }

    /// <summary>{0} open points.</summary>
    public required Plural NotReady { get; init; }
    public required string Checklist { get; init; }
    public required string Good { get; init; }
    public required string Look { get; init; }
    public required string Open { get; init; }
    public required string ToReport { get; init; }
    public required string Errors { get; init; }
    public required string NoErrors { get; init; }
    public required Plural SomeErrors { get; init; }
    public required Plural Warnings { get; init; }
    public required string Questions { get; init; }
    public required string NoQuestions { get; init; }
    public required Plural OpenQuestions { get; init; }
    public required string Answer { get; init; }
    public required string Explanations { get; init; }
    public required string Explained { get; init; }
    public required Plural Unexplained { get; init; }
    public required Plural Breaks { get; init; }
    public required string Corrects { get; init; }
    public required string Disclosure { get; init; }
    public required string ByPublisher { get; init; }

    /// <summary>{0} base.</summary>
    public required string ByOurs { get; init; }
    public required Plural Rounded { get; init; }
    public required string NoneWithheld { get; init; }
    public required Plural Withheld { get; init; }
    public required Plural Leaking { get; init; }
    public required string FourEyes { get; init; }
    public required string FourEyesOff { get; init; }

    /// <summary>{0} name.</summary>
    public required string FourEyesMet { get; init; }
    public required string FourEyesNobody { get; init; }

    /// <summary>{0} names.</summary>
    public required string FourEyesOwn { get; init; }
    public required string FourEyesAlone { get; init; }
    public required string Someone { get; init; }
    public required string Preview { get; init; }
    public required string PreviewFirst { get; init; }

    /// <summary>{0} release.</summary>
    public required string PreviewOf { get; init; }

    /// <summary>{0} release.</summary>
    public required string PreviewStale { get; init; }
    public required string Renew { get; init; }
    public required string PublicSees { get; init; }
    public required string Added { get; init; }
    public required string Changed { get; init; }
    public required string Closed { get; init; }
    public required string Unchanged { get; init; }
    public required string NothingChanges { get; init; }
    public required string Touched { get; init; }
    public required Plural TouchedMore { get; init; }
    public required string Indicator { get; init; }
    public required string Region { get; init; }
    public required string ChangesInFull { get; init; }
    public required string Note { get; init; }
    public required string NoteHint { get; init; }
    public required string NoteLanguage { get; init; }
    public required string Optional { get; init; }
    public required string When { get; init; }
    public required string Now { get; init; }
    public required string Later { get; init; }
    public required string LaterHint { get; init; }
    public required string Day { get; init; }
    public required string Clock { get; init; }
    public required string Release { get; init; }
    public required string WhyNot { get; init; }
    public required string Wrong { get; init; }
    public required string NoteMissing { get; init; }
    public required string ReasonMissing { get; init; }

    /// <summary>{0} most.</summary>
    public required string NoteLong { get; init; }
    public required string MinuteMissing { get; init; }
    public required string MinutePast { get; init; }
    public required string MinuteFar { get; init; }
    public required string MinuteSkipped { get; init; }
    public required string WhenMissing { get; init; }

    /// <summary>{0} release.</summary>
    public required string Released { get; init; }

    /// <summary>{0} release.</summary>
    public required string Already { get; init; }
    public required string Overtaken { get; init; }
    public required string NotWaiting { get; init; }
    public required string PointsOpen { get; init; }

    /// <summary>{0} moment.</summary>
    public required string Ordered { get; init; }
    public required string OrderedAlready { get; init; }
    public required string Cancelled { get; init; }
    public required string CancelledNot { get; init; }
    public required string Renewed { get; init; }
    public required string Renewing { get; init; }
    public required string RenewRefused { get; init; }

    /// <summary>{0} moment.</summary>
    public required string IsOrdered { get; init; }

    /// <summary>{0} name, {1} moment.</summary>
    public required string IsOrderedBy { get; init; }
    public required string Cancel { get; init; }

    /// <summary>{0} moment.</summary>
    public required string OrderFailed { get; init; }
    public required string FailedStale { get; init; }
    public required string FailedNotWaiting { get; init; }
    public required string FailedNeedsOther { get; init; }

    /// <summary>{0} moment, {1} release.</summary>
    public required string IsReleased { get; init; }

    /// <summary>{0} release.</summary>
    public required string IsWithdrawn { get; init; }
    public required string IsStored { get; init; }
    public required string IsRefused { get; init; }
    public required string SeePublic { get; init; }

    /// <summary>{0} source.</summary>
    public required string WithdrawTitle { get; init; }

    /// <summary>{0} source.</summary>
    public required string RestoreTitle { get; init; }
    public required string Withdraw { get; init; }
    public required string Restore { get; init; }
    public required string WithdrawLead { get; init; }
    public required string RestoreLead { get; init; }
    public required string WouldChange { get; init; }
    public required string ComeBack { get; init; }
    public required string BecomeOther { get; init; }
    public required string Leave { get; init; }
    public required string Kind { get; init; }
    public required string ForError { get; init; }
    public required string ForErrorHint { get; init; }
    public required string ForDisclosure { get; init; }
    public required string ForDisclosureHint { get; init; }
    public required string KindMissing { get; init; }
    public required string Reason { get; init; }
    public required string ReasonHint { get; init; }
    public required string SureTitle { get; init; }
    public required string Sure { get; init; }
    public required string SureYes { get; init; }
    public required string SureNo { get; init; }

    /// <summary>{0} release.</summary>
    public required string Withdrawn { get; init; }

    /// <summary>{0} release.</summary>
    public required string Restored { get; init; }
    public required string NothingToWithdraw { get; init; }
    public required string GoneForGood { get; init; }
    public required string AlsoDisclosure { get; init; }
    public required string AlsoDisclosureLead { get; init; }
    public required string List { get; init; }
    public required string ListLead { get; init; }
    public required string Orders { get; init; }
    public required string NoOrders { get; init; }
    public required string Waiting { get; init; }
    public required string NoWaiting { get; init; }
    public required string Past { get; init; }
    public required string NoPast { get; init; }
    public required string Source { get; init; }
    public required string Arrived { get; init; }
    public required string Values { get; init; }
    public required string Moment { get; init; }
    public required string Who { get; init; }
    public required string What { get; init; }
    public required string Why { get; init; }
    public required string Number { get; init; }
    public required string ByRule { get; init; }
    public required string Operator { get; init; }
    public required string Check { get; init; }
    public required string Earlier { get; init; }
}
