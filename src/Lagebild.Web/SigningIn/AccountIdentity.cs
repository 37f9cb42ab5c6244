using System.Globalization;
using System.Security.Cryptography;
using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Lagebild.Web.SigningIn;

/// <summary>Accounts as ASP.NET Core Identity asks for them, over our own stores.</summary>
public sealed class AccountIdentity(AccountStore accounts, IDataProtectionProvider protection) :
    IUserPasswordStore<Account>, IUserSecurityStampStore<Account>, IUserEmailStore<Account>, IUserTwoFactorStore<Account>,
    IUserAuthenticatorKeyStore<Account>, IUserTwoFactorRecoveryCodeStore<Account>
{
    private readonly IDataProtector _keys = protection.CreateProtector("Lagebild.AuthenticatorKey");

    private static readonly IdentityError Changed = new() { Code = nameof(Changed), Description = "The account was changed at the same moment." };

    /// <inheritdoc/>
    public Task<string> GetUserIdAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(FormattableString.Invariant($"{user.Id}"));

    /// <inheritdoc/>
    public async Task<Account?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await accounts.SecretsAsync(id, cancellationToken) : null;

    /// <summary>By mail address: it is the name to sign in with.</summary>
    public Task<Account?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => accounts.SecretsAsync(normalizedUserName, cancellationToken);

    /// <inheritdoc/>
    public Task<Account?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) => accounts.SecretsAsync(normalizedEmail, cancellationToken);

    /// <summary>A new account without roles.</summary>
    public async Task<IdentityResult> CreateAsync(Account user, CancellationToken cancellationToken)
    {
        user.Id = (await accounts.AddAsync(user.Name, user.Mail, [], Who.Program, cancellationToken)).Id;
        return await UpdateAsync(user, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken) =>
        await accounts.SaveAsync(user, cancellationToken) ? IdentityResult.Success : IdentityResult.Failed(Changed);

    /// <summary>Accounts are closed, never removed: what they did stays theirs.</summary>
    public async Task<IdentityResult> DeleteAsync(Account user, CancellationToken cancellationToken)
    {
        await accounts.CloseAsync(user.Id, Who.Program, cancellationToken);
        return IdentityResult.Success;
    }

    /// <inheritdoc/>
    public Task<string?> GetUserNameAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Mail);

    /// <inheritdoc/>
    public Task SetUserNameAsync(Account user, string? userName, CancellationToken cancellationToken) => SetEmailAsync(user, userName, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> GetNormalizedUserNameAsync(Account user, CancellationToken cancellationToken) => GetNormalizedEmailAsync(user, cancellationToken);

    /// <summary>Made where it is stored.</summary>
    public Task SetNormalizedUserNameAsync(Account user, string? normalizedName, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<string?> GetEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Mail);

    /// <inheritdoc/>
    public Task SetEmailAsync(Account user, string? email, CancellationToken cancellationToken) => Set(user.Mail = email ?? "");

    /// <inheritdoc/>
    public Task<string?> GetNormalizedEmailAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(Account.Normal(user.Mail));

    /// <summary>Made where it is stored.</summary>
    public Task SetNormalizedEmailAsync(Account user, string? normalizedEmail, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Always: whoever was handed the one-time link was reached.</summary>
    public Task<bool> GetEmailConfirmedAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Nothing to keep: see <see cref="GetEmailConfirmedAsync"/>.</summary>
    public Task SetEmailConfirmedAsync(Account user, bool confirmed, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<string?> GetPasswordHashAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    /// <inheritdoc/>
    public Task SetPasswordHashAsync(Account user, string? passwordHash, CancellationToken cancellationToken) => Set(user.PasswordHash = passwordHash);

    /// <inheritdoc/>
    public Task<bool> HasPasswordAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    /// <inheritdoc/>
    public Task<string?> GetSecurityStampAsync(Account user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Stamp);

    /// <inheritdoc/>
    public Task SetSecurityStampAsync(Account user, string stamp, CancellationToken cancellationToken) => Set(user.Stamp = stamp);

    /// <inheritdoc/>
    public Task<bool> GetTwoFactorEnabledAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactor);

    /// <inheritdoc/>
    public Task SetTwoFactorEnabledAsync(Account user, bool enabled, CancellationToken cancellationToken) => Set(user.TwoFactor = enabled);

    /// <summary>Null where there is none, or it can no longer be read because the keys of data protection are gone.</summary>
    public Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) => Task.FromResult(user.AuthenticatorKey is { } key ? Unprotected(key) : null);

    /// <inheritdoc/>
    public Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) => Set(user.AuthenticatorKey = _keys.Protect(key));

    /// <inheritdoc/>
    public Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        accounts.ReplaceCodesAsync(user, RecoveryCode.Of(recoveryCodes), cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        RecoveryCode.Find(await accounts.CodesAsync(user.Id, cancellationToken), code) is { } found && await accounts.TakeCodeAsync(user, found, cancellationToken);

    /// <inheritdoc/>
    public async Task<int> CountCodesAsync(Account user, CancellationToken cancellationToken) => (await accounts.CodesAsync(user.Id, cancellationToken)).Count;

    /// <summary>Nothing is held.</summary>
    public void Dispose()
    {
    }

    private string? Unprotected(string key)
    {
        try
        {
            return _keys.Unprotect(key);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static Task Set(object? value)
    {
        _ = value;
        return Task.CompletedTask;
    }
}
