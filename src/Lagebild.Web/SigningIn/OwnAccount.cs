using Lagebild.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Lagebild.Web.SigningIn;

/// <summary>
/// What someone changes about how they sign in. Each change ends their other sessions, and the one at hand goes on. Who is asked for the password was checked before.
/// </summary>
public sealed class OwnAccount(UserManager<Account> accounts, SignIn signIn)
{
    private const int CodeCount = 10;

    /// <summary>Sets another password; gives the codes of what is wrong with it (see <see cref="PasswordRules"/>), none where it is set.</summary>
    public async Task<IReadOnlyList<string>> ChangePasswordAsync(Account account, string password)
    {
        var result = await ValidateAsync(account, password);
        if (result.Count == 0)
        {
            account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
            await accounts.UpdateSecurityStampAsync(account);
            await signIn.RefreshSignInAsync(account);
        }

        return result;
    }

    /// <summary>What is wrong with a password for an account.</summary>
    public async Task<IReadOnlyList<string>> ValidateAsync(Account account, string password)
    {
        var results = await Task.WhenAll(accounts.PasswordValidators.Select(v => v.ValidateAsync(accounts, account, password)));
        return [.. results.SelectMany(r => r.Errors).Select(e => e.Code)];
    }

    /// <summary>Makes a new key for codes, unused until <see cref="TurnOnAsync"/>.</summary>
    public async Task NewKeyAsync(Account account)
    {
        await accounts.ResetAuthenticatorKeyAsync(account);
        await signIn.RefreshSignInAsync(account);
    }

    /// <summary>The key as people type it; null where there is none.</summary>
    public Task<string?> KeyAsync(Account account) => accounts.GetAuthenticatorKeyAsync(account);

    /// <summary>Asks for codes from now on, after a first one has shown that the device makes them; gives new recovery codes, null where the code is not right.</summary>
    public async Task<IReadOnlyList<string>?> TurnOnAsync(Account account, string code)
    {
        if (!await accounts.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal)))
        {
            return null;
        }

        await accounts.SetTwoFactorEnabledAsync(account, enabled: true);
        await signIn.RefreshSignInAsync(account);
        return await NewCodesAsync(account);
    }

    /// <summary>Asks for no more codes; the key and the recovery codes are gone.</summary>
    public async Task TurnOffAsync(Account account)
    {
        account.TwoFactor = false;
        account.AuthenticatorKey = null;
        await accounts.UpdateSecurityStampAsync(account);
        await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, 0);
        await signIn.RefreshSignInAsync(account);
    }

    /// <summary>New recovery codes; those before are void.</summary>
    public async Task<IReadOnlyList<string>> NewCodesAsync(Account account) => [.. (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, CodeCount))!];

    /// <summary>How many recovery codes are left.</summary>
    public Task<int> CodesLeftAsync(Account account) => accounts.CountRecoveryCodesAsync(account);
}
