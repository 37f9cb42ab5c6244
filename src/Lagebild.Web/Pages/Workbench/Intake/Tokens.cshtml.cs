using System.Globalization;
using System.Security.Cryptography;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Workbench.Intake;

/// <summary>The tokens of programs that hand in to the feeds of the person's offices: made, shown once, revoked.</summary>
public sealed class TokensModel(Desk desk, Reading reading, FeedStore feeds, TokenStore tokens, IDataProtectionProvider protection, TimeProvider clock) : PageModel
{
    /// <summary>The longest name of a program, in characters.</summary>
    public const int LongestName = 100;

    private const string Shown = "token";

    private readonly IDataProtector _protector = protection.CreateProtector("machine-token");

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty(Name = "feed")]
    public string[] Chosen { get; set; } = [];

    [BindProperty]
    public string? Until { get; set; }

    /// <summary>The key that the form makes, sealed: sent twice, it makes one token.</summary>
    [BindProperty]
    public string? Once { get; set; }

    /// <summary>The feeds a token can be made for.</summary>
    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    /// <summary>Those for feeds the person may hand in to, latest first.</summary>
    public IReadOnlyList<MachineToken> Tokens { get; private set; } = [];

    /// <summary>The new token and its text, shown this once; null where none was just made.</summary>
    public (MachineToken Token, string Secret)? New { get; private set; }

    /// <summary>What is wrong with the form, and with which field; null where nothing is.</summary>
    public (string Field, string Sentence)? Fault { get; private set; }

    public DateOnly LastDay => Reading.DayOf(clock.GetUtcNow().UtcDateTime).AddDays(MachineToken.LongestDays);

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ListAsync(ct);
        New = TempData[Shown] is string kept && Unsealed(kept) is { } secret && Tokens.FirstOrDefault(t => t.Hash == MachineToken.HashOf(secret)) is { } made ? (made, secret) : null;
        Until = LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ListAsync(ct);
        if (Feeds.Count == 0)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        var chosen = Feeds.Where(f => Chosen.Contains(f.Code)).ToArray();
        Fault = FaultOf(chosen);
        if (Fault is not null || Unsealed(Once ?? "") is not { } secret)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        await tokens.MakeAsync(secret, Name!.Trim(), chosen, EndOf(Day()!.Value), desk.Who, ct);
        TempData[Shown] = Once;
        return Redirect($"/{reading.Language}/workbench/tokens");
    }

    public async Task<IActionResult> OnPostRevokeAsync(long id, CancellationToken ct)
    {
        await ListAsync(ct);
        if (Tokens.FirstOrDefault(t => t.Id == id) is not { } token)
        {
            return NotFound();
        }

        await tokens.RevokeAsync(token, Feeds.First(f => token.Feeds.Contains(f.Code)).Region, desk.Who, ct);
        return Redirect($"/{reading.Language}/workbench/tokens");
    }

    /// <summary>A new key for the form, sealed.</summary>
    public string Sealed() => _protector.Protect(MachineToken.NewSecret());

    private async Task ListAsync(CancellationToken ct)
    {
        Feeds = [.. (await feeds.AllAsync(ct)).Where(f => desk.Person.Has(Role.Analyst, f))];
        var codes = Feeds.Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        Tokens = [.. (await tokens.AllAsync(ct)).Where(t => t.Feeds.Any(codes.Contains))];
    }

    private (string Field, string Sentence)? FaultOf(Feed[] chosen)
    {
        var words = reading.Words.Intake;
        return Name?.Trim() is not { Length: > 0 and <= LongestName } ? ("name", reading.Fill(words.TokenNoName, LongestName))
            : chosen.Length == 0 ? ("feed", words.TokenNoFeeds)
            : chosen.Select(f => f.Region).Distinct().Count() > 1 ? ("feed", words.TokenOneOffice)
            : Day() is not { } day || day <= Reading.DayOf(Now) || day > LastDay ? ("until", reading.Fill(words.TokenBadDay, reading.Day(LastDay)))
            : null;
    }

    private DateOnly? Day() => DateOnly.TryParseExact(Until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The last moment of a day in Berlin and Warsaw.</summary>
    private static DateTime EndOf(DateOnly day) =>
        TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

    private string? Unsealed(string text)
    {
        try
        {
            return _protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
