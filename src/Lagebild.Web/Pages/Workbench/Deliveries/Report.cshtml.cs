using Lagebild.Charts;
using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Workbench.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>One delivery: what was understood, what is wrong, what would change, what looks odd. Of an old one what was.</summary>
public sealed class ReportModel(DeliveryAccess access, Desk desk, Reading reading, DeliveryStore deliveries, ReleaseStore releases, InboxStore inbox, AccountStore accounts, AnswerStore answers, DraftReader drafts,
    DraftRenewals renewals, FindingGroups groups, ChangeFigures figures, TouchedTexts texts) : PageModel
{
    /// <summary>Changes and questions on a page.</summary>
    public const int OnPage = 20;

    /// <summary>Letters of an answer.</summary>
    private const int LongestAnswer = 2000;

    public Delivery Delivery { get; private set; } = null!;

    public Feed Feed { get; private set; } = null!;

    public ReportQuery Query { get; private set; } = new();

    /// <summary>Null where nobody kept it.</summary>
    public Understanding? Understanding { get; private set; }

    /// <summary>Gravest first.</summary>
    public IReadOnlyList<FindingGroup> Groups { get; private set; } = [];

    /// <summary>What would change, or did; null where nothing was compared.</summary>
    public DraftState? Draft { get; private set; }

    /// <summary>Whether the preview is being made anew at this moment.</summary>
    public bool IsRenewing { get; private set; }

    public ChangeOrder Order { get; private set; }

    public IReadOnlyList<DraftChange> Changes { get; private set; } = [];

    public IReadOnlyList<Chart> Charts { get; private set; } = [];

    public IReadOnlyList<TouchedTarget> Targets { get; private set; } = [];

    public IReadOnlyList<Break> Breaks { get; private set; } = [];

    /// <summary>Notes of editors and explanations of gaps on the series that change.</summary>
    public IReadOnlyList<Note> Notes { get; private set; } = [];

    /// <summary>All of them, by line.</summary>
    public IReadOnlyList<Question> Questions { get; private set; } = [];

    public IReadOnlyList<AskedQuestion> Asked { get; private set; } = [];

    /// <summary>The release that published it; null while none has.</summary>
    public Release? Release { get; private set; }

    /// <summary>Who handed it in; null where nobody with an account did.</summary>
    public string? HandedInBy { get; private set; }

    /// <summary>What they wrote with it; null for nothing.</summary>
    public string? HandedInWith { get; private set; }

    /// <summary>What happened, or what is wrong with an answer.</summary>
    public Message? Said { get; private set; }

    /// <summary>What was typed and could not be saved, by question; it is not lost.</summary>
    public (int Question, string Text)? Typed { get; private set; }

    public int Unanswered => Questions.Count(q => q.Answer is null);

    /// <summary>Questions that were counted but are not among the thousand findings kept.</summary>
    public long NotListed => Groups.Where(g => g.IsAsked).Sum(g => g.Count - g.Listed);

    public bool MayAnswer => Delivery.State == DeliveryState.Waiting && access.MayAnswer(Feed);

    public bool MayRelease => access.MayRelease(Feed);

    public bool MayHandIn => access.MayHandIn(Feed);

    public long ChangesInOrder => Order switch
    {
        ChangeOrder.Added => Draft?.Added ?? 0,
        ChangeOrder.Closed => Draft?.Closed ?? 0,
        _ => Draft?.Changed ?? 0,
    };

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await access.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        var (query, fault) = ReportQuery.Parse(Request.Query);
        if (fault is not null)
        {
            return HttpContext.Refuse(fault);
        }

        (Query, Said) = (query, Said ?? TempData.Said());
        await ReadAsync(found.Delivery, found.Feed, ct);
        return Page();
    }

    /// <summary>Answers one question, or several alike; a ready answer stands for words of the page.</summary>
    public async Task<IActionResult> OnPostAsync(long id, int[] question, string? answer, string? ready, CancellationToken ct)
    {
        if (await access.FindAsync(id, ct) is not { } found)
        {
            return NotFound();
        }

        if (!access.MayAnswer(found.Feed))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var text = reading.Words.Report.Ready(ready) ?? (answer ?? "").Trim();
        return Wrong(found.Delivery, text) is { } wrong ? await AgainAsync(id, question, text, wrong, ct) : await AnsweredAsync(found.Delivery, found.Feed, question, text, ct);
    }

    /// <summary>The same page with something else shown.</summary>
    public string At(ReportQuery query, string section) => $"{reading.Link($"/workbench/deliveries/{Delivery.Id}", query.ToAddress())}#{section}";

    private string? Wrong(Delivery delivery, string text) => delivery.State != DeliveryState.Waiting ? reading.Words.Report.AnswerTooLate
        : text.Length == 0 ? reading.Words.Report.AnswerEmpty
        : text.Length > LongestAnswer ? reading.Fill(reading.Words.Report.AnswerTooLong, reading.Count(LongestAnswer), reading.Count(text.Length))
        : null;

    private async Task<IActionResult> AgainAsync(long id, int[] question, string text, string wrong, CancellationToken ct)
    {
        (Said, Typed) = (Message.Wrong(wrong), question is [var only] ? (only, text) : null);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await OnGetAsync(id, ct);
    }

    private async Task<IActionResult> AnsweredAsync(Delivery delivery, Feed feed, int[] question, string text, CancellationToken ct)
    {
        await answers.AnswerAsync(delivery.Id, question, text, reading.Language, feed, desk.Who, ct);
        TempData.Say(Message.Done(reading.Fill(reading.Words.Report.Answered, question.Length)));
        return Redirect($"{reading.Link($"/workbench/deliveries/{delivery.Id}", ReportQuery.Parse(Request.Query).Query.ToAddress())}#odd");
    }

    private async Task ReadAsync(Delivery delivery, Feed feed, CancellationToken ct)
    {
        (Delivery, Feed) = (delivery, feed);
        Draft = await CurrentDraftAsync(ct);
        Understanding = await deliveries.UnderstandingAsync(delivery.Id, ct);
        Groups = await groups.OfAsync(delivery, Understanding, Query, ct);
        Release = delivery.Release is { } number ? await releases.ByNumberAsync(number, ct) : null;
        var receipt = await inbox.OfDeliveryAsync(delivery.Id, ct);
        (HandedInBy, HandedInWith) = (receipt?.TokenName ?? receipt?.HandedInName ?? (delivery.HandedInBy is { } person ? (await accounts.ByIdAsync(person, ct))?.Name : null), receipt?.Note);
        await ReadQuestionsAsync(ct);
        if (Draft is not null && !IsRenewing)
        {
            await ReadChangesAsync(ct);
        }
    }

    /// <summary>Of a waiting delivery made anew where another release of its feed came since.</summary>
    private async Task<DraftState?> CurrentDraftAsync(CancellationToken ct)
    {
        var draft = await drafts.StateAsync(Delivery.Id, ct);
        if (Delivery.State != DeliveryState.Waiting || draft is not { IsStale: true })
        {
            return draft;
        }

        IsRenewing = !await renewals.RenewAsync(Delivery.Id);
        Delivery = (await deliveries.ByIdAsync(Delivery.Id, ct))!;
        return await drafts.StateAsync(Delivery.Id, ct);
    }

    private async Task ReadQuestionsAsync(CancellationToken ct)
    {
        Questions = await answers.OfDeliveryAsync(Delivery.Id, ct);
        Question[] shown = [.. Questions.OrderBy(q => q.Answer is not null).Skip((Query.Questions - 1) * OnPage).Take(OnPage)];
        var (around, earlier) = (await groups.AroundAsync(Delivery, Understanding, [.. shown.Select(q => q.Finding)], ct), await answers.EarlierAsync(Delivery.Id, ct));
        Asked = [.. shown.Select(q => new AskedQuestion(q, around(q.Finding), [.. earlier[q.Number]]))];
    }

    private async Task ReadChangesAsync(CancellationToken ct)
    {
        Order = Query.Order ?? (Draft!.Changed > 0 ? ChangeOrder.Changed : Draft.Closed > 0 ? ChangeOrder.Closed : ChangeOrder.Added);
        Changes = await drafts.ChangesAsync(Delivery, Order, (Query.Changes - 1) * OnPage, OnPage, ct);
        Charts = await figures.OfAsync(Delivery, ct);
        var touched = await texts.SeriesAsync(Delivery.Id, ct);
        (Breaks, Notes) = (texts.Breaks(touched), texts.Notes(touched));
        Targets = Delivery.State == DeliveryState.Waiting ? await texts.TargetsAsync(Delivery, ct) : [];
    }
}

/// <summary>A question with the lines around it and what was answered about the same value before, latest first.</summary>
public sealed record AskedQuestion(Question Question, IReadOnlyList<RawLine> Lines, IReadOnlyList<Answer> Earlier);
