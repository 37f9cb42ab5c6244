using System.Text;
using Lagebild.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lagebild.Web.SigningIn;

/// <summary>Identity's hash (PBKDF2) of the normal form of a password: the same letters typed on another keyboard are the same password.</summary>
internal sealed class PasswordHash(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
{
    /// <summary>Rounds of HMAC-SHA-512.</summary>
    public const int Rounds = 210_000;

    /// <inheritdoc/>
    public override string HashPassword(Account user, string password) => base.HashPassword(user, Normal(password));

    /// <inheritdoc/>
    public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        base.VerifyHashedPassword(user, hashedPassword, Normal(providedPassword));

    /// <summary>NFKC, as SP 800-63B-4 asks for.</summary>
    internal static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);
}
