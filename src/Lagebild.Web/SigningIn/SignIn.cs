using System.Security.Claims;
using System.Security.Cryptography;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lagebild.Web.SigningIn;

/// <summary>What came of an attempt to sign in.</summary>
public enum SignInOutcome
{
    Done,

    /// <summary>The code is asked for next.</summary>
    CodeAsked,

    /// <summary>Name, password or code is wrong: which, is not said.</summary>
    Refused,

    /// <summary>Too many attempts: <see cref="SignInResponse.UntilUtc"/>.</summary>
    Delayed,
}

/// <summary>The outcome, and from when on another attempt is heard.</summary>
public sealed record SignInResponse(SignInOutcome Outcome, DateTime? UntilUtc = null);

/// <summary>
/// Signing in and out. Who asks with a name that has no account gets the same answer after the same work; each time somebody is signed in a session begins.
/// </summary>
public sealed class SignIn(
    UserManager<Account> accounts,
    IHttpContextAccessor http,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    IPasswordHasher<Account> hasher,
    LagebildOptions lagebild,
    SignInFailureStore failures,
    SessionStore sessions) : SignInManager<Account>(accounts, http, claims, options, log, schemes, confirmation)
{
    /// <summary>Claim with the id of the session.</summary>
    public const string SessionClaim = "session";

    private static readonly Account Nobody = new();

    private static string? _nobodysHash;

    private CancellationToken Aborted => Context.RequestAborted;

    /// <summary>With the mail address that the sign-in service vouches for: a second factor is that service's. False where no account has it.</summary>
    public async Task<bool> WithServiceAsync()
    {
        var mail = OpenId.VerifiedMail(await Context.AuthenticateAsync(IdentityConstants.ExternalScheme));
        await Context.SignOutAsync(IdentityConstants.ExternalScheme);
        if (mail is null || await UserManager.FindByEmailAsync(mail) is not { } account)
        {
            return false;
        }

        await SignInAsync(account, isPersistent: false, OpenId.Scheme);
        return true;
    }

    /// <summary>First step: mail address and password. Refused where the site takes none.</summary>
    public async Task<SignInResponse> WithPasswordAsync(string mail, string password)
    {
        if (!lagebild.SignIn.TakesPasswords)
        {
            return new(SignInOutcome.Refused);
        }

        if (await failures.UntilAsync(mail, Context.ClientAddress(), Aborted) is { } until)
        {
            return new(SignInOutcome.Delayed, until);
        }

        var account = await UserManager.FindByEmailAsync(mail);
        if (!await IsRightAsync(account, password))
        {
            await failures.AddAsync(mail, Context.ClientAddress(), Aborted);
            return new(SignInOutcome.Refused);
        }

        var result = await SignInOrTwoFactorAsync(account!, isPersistent: false);
        return result.RequiresTwoFactor ? new(SignInOutcome.CodeAsked) : await AnswerAsync(account!, isRight: true);
    }

    /// <summary>Second step: the code shown by the device, or a recovery code. Null where the first step is missing or too long ago.</summary>
    public async Task<SignInResponse?> WithCodeAsync(string code)
    {
        if (await GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return null;
        }

        if (await failures.UntilAsync(account.Mail, Context.ClientAddress(), Aborted) is { } until)
        {
            return new(SignInOutcome.Delayed, until);
        }

        var plain = Plain(code);
        var result = IsTimeCode(plain) ? await TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false) : await TwoFactorRecoveryCodeSignInAsync(plain);
        return await AnswerAsync(account, result.Succeeded);
    }

    /// <summary>Whether someone who is signed in knows their password: asked again before what is secret changes. Failed attempts count.</summary>
    public async Task<SignInResponse> KnowsAsync(Account account, string password) =>
        await failures.UntilAsync(account.Mail, Context.ClientAddress(), Aborted) is { } until
            ? new(SignInOutcome.Delayed, until)
            : await AnswerAsync(account, await IsRightAsync(account, password));

    /// <inheritdoc/>
    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var session = SessionOf(Context.User) is { } known && UserManager.GetUserId(Context.User) == await UserManager.GetUserIdAsync(user) ? known : await StartAsync(user);
        await base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims.Append(new(SessionClaim, session)));
    }

    /// <summary>Signs out: the session is over, and the cookie gone.</summary>
    public async Task LeaveAsync(Person person)
    {
        if (SessionOf(Context.User) is { } session)
        {
            await sessions.EndAsync(person.Id, session, person.Who, Aborted);
        }

        await SignOutAsync();
    }

    /// <summary>The session a request belongs to; null where nobody is signed in.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);

    /// <summary>The same work whether there is an account, and a password, or not.</summary>
    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        _nobodysHash ??= hasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        var verdict = hasher.VerifyHashedPassword(account ?? Nobody, account?.PasswordHash ?? _nobodysHash, password);
        if (verdict == PasswordVerificationResult.SuccessRehashNeeded && account is { PasswordHash: not null })
        {
            account.PasswordHash = hasher.HashPassword(account, password);
            await UserManager.UpdateAsync(account);
        }

        return verdict != PasswordVerificationResult.Failed && account is { PasswordHash: not null };
    }

    private async Task<SignInResponse> AnswerAsync(Account account, bool isRight)
    {
        if (!isRight)
        {
            await failures.AddAsync(account.Mail, Context.ClientAddress(), Aborted);
            return new(SignInOutcome.Refused);
        }

        await failures.ClearAsync(account.Mail, Context.ClientAddress(), Aborted);
        return new(SignInOutcome.Done);
    }

    /// <summary>Recovery codes are letters, those of a device six digits; blanks are how people read both.</summary>
    private static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal).Trim().ToUpperInvariant();

    private static bool IsTimeCode(string code) => code.Length == 6 && code.All(char.IsAsciiDigit);

    private async Task<string> StartAsync(Account user)
    {
        var session = new Session { Id = Guid.NewGuid().ToString("N"), Account = user.Id, Browser = Context.BrowserName(), Address = Context.ClientNetwork() };
        await sessions.StartAsync(session, user.Who, Aborted);
        return session.Id;
    }
}
