using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.AspNetCore.Identity;

namespace Lagebild.Web.SigningIn;

/// <summary>Codes of a device (<see cref="TimeCode"/>), each taken once: Identity's own provider would take one again while its time lasts.</summary>
internal sealed class TimeCodes(AccountStore accounts, TimeProvider clock) : IUserTwoFactorTokenProvider<Account>
{
    /// <summary>The device makes them.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    /// <inheritdoc/>
    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user) =>
        await manager.GetAuthenticatorKeyAsync(user) is { } key
        && TimeCode.StepOf(TimeCode.FromBase32(key), token, clock.GetUtcNow()) is { } step
        && await accounts.TakeStepAsync(user.Id, step, CancellationToken.None);

    /// <summary>Always: were it no where the key cannot be read, the code would not be asked for at all.</summary>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) => Task.FromResult(true);
}
