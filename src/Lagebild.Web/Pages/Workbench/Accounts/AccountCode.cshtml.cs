using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Workbench.Accounts;

/// <summary>Codes as a second factor are turned on: a key for the device, and a first code that shows it works.</summary>
public sealed class AccountCodeModel(AccountStore accounts, OwnAccount own, Desk desk, Reading reading) : OwnPage(accounts, desk, reading)
{
    private string _key = "";

    /// <summary>The key in groups of four, as people type it.</summary>
    public string Key => string.Join(' ', _key.Chunk(4).Select(c => new string(c)));

    /// <summary>The same for the camera of a device, as SVG.</summary>
    public string Picture => QrCode.Of(Uri).ToSvg(Reading.Words.Account.QrTitle);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadyAsync(ct) ? Page() : LocalRedirect(Reading.Link("/workbench/account"));

    /// <summary>A new key, and on to the page that shows it.</summary>
    public async Task<IActionResult> OnPostBeginAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        if (Account is { TwoFactor: false, PasswordHash: not null })
        {
            await own.NewKeyAsync(Account);
        }

        return LocalRedirect(Reading.Link("/workbench/account/code"));
    }

    public async Task<IActionResult> OnPostTurnOnAsync(string? code, CancellationToken ct)
    {
        if (!await ReadyAsync(ct))
        {
            return LocalRedirect(Reading.Link("/workbench/account"));
        }

        if (await own.TurnOnAsync(Account, code ?? "") is not { } codes)
        {
            return Again(Reading.Words.Account.FirstCodeWrong);
        }

        TempData.Show(codes);
        return LocalRedirect(Reading.Link("/workbench/account/codes"));
    }

    /// <summary>What a device reads: the key's address as apps agree on it; a mail address too long for the picture is left out.</summary>
    private string Uri => Labelled($":{Account.Mail}") is { Length: <= QrCode.Most } whole ? whole : Labelled("");

    private string Labelled(string mail) => $"otpauth://totp/{System.Uri.EscapeDataString($"Lagebild{mail}")}?secret={_key}&issuer=Lagebild";

    /// <summary>Whether there is a key to show: while codes are asked for, it is not.</summary>
    private async Task<bool> ReadyAsync(CancellationToken ct)
    {
        await TakeAsync(ct);
        _key = Account.TwoFactor ? "" : await own.KeyAsync(Account) ?? "";
        return _key.Length > 0;
    }
}
