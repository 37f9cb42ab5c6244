using System.Text;
using Lagebild.Accounts;

namespace Lagebild.Tests.Accounts;

/// <summary>Codes of a device, against the values of RFC 6238, appendix B (last six digits, SHA-1) and RFC 4648.</summary>
internal sealed class TimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [TestCase(59, "287082")]
    [TestCase(1111111109, "081804")]
    [TestCase(1111111111, "050471")]
    [TestCase(1234567890, "005924")]
    [TestCase(2000000000, "279037")]
    [TestCase(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.That(TimeCode.At(Key, TimeCode.Step(DateTimeOffset.FromUnixTimeSeconds(seconds))), Is.EqualTo(code));

    [TestCase(-59, 1L)]
    [TestCase(-30, 1L)]
    [TestCase(0, 1L)]
    [TestCase(30, 1L)]
    [TestCase(31, null)]
    public void A_clock_may_be_one_step_off(int seconds, long? step) => Assert.That(TimeCode.StepOf(Key, "287082", DateTimeOffset.FromUnixTimeSeconds(59 + seconds)), Is.EqualTo(step));

    [TestCase("f", "MY")]
    [TestCase("fo", "MZXQ")]
    [TestCase("foo", "MZXW6")]
    [TestCase("foob", "MZXW6YQ")]
    [TestCase("fooba", "MZXW6YTB")]
    [TestCase("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_and_read_as_base32(string key, string text)
    {
        Assert.That(TimeCode.Base32(Encoding.ASCII.GetBytes(key)), Is.EqualTo(text));
        Assert.That(TimeCode.FromBase32(text), Is.EqualTo(Encoding.ASCII.GetBytes(key)));
    }
}
