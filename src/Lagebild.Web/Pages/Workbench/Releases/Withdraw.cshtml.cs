using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Pages.Workbench.Accounts;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Releases;

/// <summary>Takes a released delivery back, for an error or for disclosure; puts one back that was withdrawn for an error.</summary>
public sealed class WithdrawModel(Desk desk, Reading reading, DeskDelivery taken, ReleaseStore releases) : PageModel
{
    [BindProperty]
    public WithdrawForm Form { get; set; } = new();

    public Message? Said { get; private set; }

    /// <summary>What is wrong with what was typed.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Whether the question before what cannot be undone is asked.</summary>
    public bool Asks { get; private set; }

    public DeskDelivery Taken => taken;

    /// <summary>The release that made it public; null where none did.</summary>
    public Release? Release { get; private set; }

    /// <summary>The release that withdrew it; null where it is not withdrawn.</summary>
    public Release? Withdrawal { get; private set; }

    /// <summary>The feed's latest release.</summary>
    public int Latest { get; private set; }

    /// <summary>What withdrawing or putting back would change; null where neither can be.</summary>
    public DifferenceCounts? Counts { get; private set; }

    public bool IsGoneForGood => Withdrawal?.WithdrawalKind == WithdrawalKind.Disclosure;

    private ReleasingWords Words => reading.Words.Releasing;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await TakeAsync(id, ct) is { } refusal)
        {
            return refusal;
        }

        Said = TempData.Said();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await TakeAsync(id, ct) is { } refusal)
        {
            return refusal;
        }

        if (!CanWithdraw())
        {
            return Again(Message.Wrong(Words.NothingToWithdraw));
        }

        if (Latest != Form.BasedOn)
        {
            return Again(Message.Wrong(Words.Overtaken));
        }

        if (Refuse(KindOf(Form.Kind) is null ? Words.KindMissing : null))
        {
            return Page();
        }

        Asks = KindOf(Form.Kind) == WithdrawalKind.Disclosure && Form.Sure != "yes";
        return Asks ? Page() : Again(await WithdrawAsync(ct));
    }

    public async Task<IActionResult> OnPostRestoreAsync(long id, CancellationToken ct)
    {
        if (await TakeAsync(id, ct) is { } refusal)
        {
            return refusal;
        }

        if (taken.Delivery.State != DeliveryState.Withdrawn || IsGoneForGood || Latest != Form.BasedOn)
        {
            return Again(Message.Wrong(IsGoneForGood ? Words.GoneForGood : Words.Overtaken));
        }

        return Refuse(null) ? Page() : Again(await RestoreAsync(ct));
    }

    private async Task<IActionResult?> TakeAsync(long id, CancellationToken ct)
    {
        if (await taken.TakeAsync(id, Role.Publisher, ct) is { } refusal)
        {
            return refusal;
        }

        Release = taken.Delivery.Release is { } number ? await releases.ByNumberAsync(number, ct) : null;
        Withdrawal = Release?.WithdrawnBy is { } by ? await releases.ByNumberAsync(by, ct) : null;
        Latest = await releases.LastOfFeedAsync(taken.Delivery.Feed, ct);
        Counts = Release is null || IsGoneForGood ? null : await releases.WouldChangeAsync(id, ct);
        return null;
    }

    private bool CanWithdraw() => taken.Delivery.State == DeliveryState.Released
        || (taken.Delivery.State == DeliveryState.Withdrawn && !IsGoneForGood && KindOf(Form.Kind) != WithdrawalKind.Error);

    /// <summary>Whether something is wrong with what was typed: the page says what.</summary>
    private bool Refuse(string? first)
    {
        string?[] faults = [first, Form.IsEmpty ? Words.ReasonMissing : null, Form.IsLong ? reading.Fill(Words.NoteLong, NoteForm.Most) : null];
        Faults = [.. faults.OfType<string>()];
        Response.StatusCode = Faults.Count > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
        return Faults.Count > 0;
    }

    private async Task<Message> WithdrawAsync(CancellationToken ct)
    {
        try
        {
            var release = await releases.WithdrawAsync(taken.Delivery.Id, KindOf(Form.Kind)!.Value, Form.Said(reading.Language), desk.Who, ct);
            return Message.Done(reading.Fill(Words.Withdrawn, release.Number));
        }
        catch (InvalidOperationException)
        {
            // Somebody else was quicker.
            return Message.Wrong(Words.NothingToWithdraw);
        }
    }

    private async Task<Message> RestoreAsync(CancellationToken ct)
    {
        try
        {
            var release = await releases.RestoreAsync(taken.Delivery.Id, Form.Said(reading.Language), desk.Who, ct);
            return Message.Done(reading.Fill(Words.Restored, release.Number));
        }
        catch (InvalidOperationException)
        {
            return Message.Wrong(Words.Overtaken);
        }
    }

    private LocalRedirectResult Again(Message message)
    {
        TempData.Say(message);
        return LocalRedirect(reading.Link(taken.Path("/withdraw")));
    }

    private static WithdrawalKind? KindOf(string? word) => word switch
    {
        "error" => WithdrawalKind.Error,
        "disclosure" => WithdrawalKind.Disclosure,
        _ => null,
    };
}
