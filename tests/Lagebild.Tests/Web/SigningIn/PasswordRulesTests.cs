using Lagebild.Accounts;
using Lagebild.Web.SigningIn;
using Microsoft.AspNetCore.Identity;

namespace Lagebild.Tests.Web.SigningIn;

/// <summary>Which passwords are taken.</summary>
internal sealed class PasswordRulesTests
{
    [TestCase("fourteen signs", false, "TooShort")]
    [TestCase("fifteen signs !", false, null)]
    [TestCase("seven !", true, "TooShort")]
    [TestCase("eight !!", true, null)]
    [TestCase("ääääöööüüüßßß 🙂", false, null)]
    [TestCase("🙂🙃🙂🙃🙂🙃🙂", true, "TooShort")]
    [TestCase("password", true, "Personal")]
    [TestCase("trustno1", true, "Common")]
    [TestCase("Football", true, "Common")]
    [TestCase("sunshinesunshine", false, "Common")]
    [TestCase("!!sunshine1234567", false, "Common")]
    [TestCase("aaaaaaaaaaaaaaaa", false, "Common")]
    [TestCase("abababababababab", false, "Common")]
    [TestCase("123456789012345", false, "Common")]
    [TestCase("qwertyuiopasdfg", false, "Common")]
    [TestCase("Lagebild Lagebild 2026", false, "Personal")]
    [TestCase("Anna.Beispiel 1990!", false, "Personal")]
    [TestCase("anna@behoerde.example", false, "Personal")]
    [TestCase("Anna mag Züge sehr", false, null)]
    [TestCase("correct horse battery staple", false, null)]
    public async Task A_password_is_long_and_not_common(string password, bool twoFactor, string? wrong) => Assert.That(await WrongAsync(password, twoFactor), Is.EqualTo(wrong));

    [TestCase(256, null)]
    [TestCase(257, "TooLong")]
    public async Task Long_ones_are_taken_up_to_a_limit(int length, string? wrong) =>
        Assert.That(await WrongAsync(string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i * 7 % 26)))), twoFactor: false), Is.EqualTo(wrong));

    private static async Task<string?> WrongAsync(string password, bool twoFactor)
    {
        var account = new Account { Name = "Anna Beispiel", Mail = "anna@behoerde.example", TwoFactor = twoFactor };
        IdentityResult result = await new PasswordRules().ValidateAsync(null!, account, password);
        return result.Errors.SingleOrDefault()?.Code;
    }
}
