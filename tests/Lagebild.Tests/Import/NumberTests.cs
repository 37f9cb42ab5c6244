using System.Text;
using Lagebild.Import;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

[SetCulture("de-DE")]
public sealed class NumberTests
{
    private static readonly Profile _profile = Profiles.Shipped("figures");

    [TestCase("0", 0, 0)]
    [TestCase("007", 7, 0)]
    [TestCase("123456789012345678", 123456789012345678, 0)]
    [TestCase("-5", -5, 0)]
    [TestCase("- 5", -5, 0)]
    [TestCase("\u22125", -5, 0)]
    [TestCase("\u20135", -5, 0)]
    [TestCase("+ 5,8", 58, 1)]
    [TestCase("1,5", 15, 1)]
    [TestCase("1.5", 15, 1)]
    [TestCase("0.123", 123, 3)]
    [TestCase("1234.567", 1234567, 3)]
    [TestCase("1.234,5", 12345, 1)]
    [TestCase("1,234.5", 12345, 1)]
    [TestCase("1.234.567", 1234567, 0)]
    [TestCase("1 234 567", 1234567, 0)]
    [TestCase("1\u00A0234", 1234, 0)]
    [TestCase("1\u202F234,5", 12345, 1)]
    [TestCase("1'234.50", 123450, 2)]
    public void A_number_is_read_where_the_sign_is_open(string text, long digits, int decimals) =>
        Assert.That(Read(text, _profile), Is.EqualTo(new WrittenNumber(digits, decimals)));

    [TestCase("1.557", Reason.AmbiguousNumber)]
    [TestCase("12,345", Reason.AmbiguousNumber)]
    [TestCase("1.5.5", Reason.NotANumber)]
    [TestCase("1.2345.678", Reason.NotANumber)]
    [TestCase("12 34", Reason.NotANumber)]
    [TestCase("1..5", Reason.NotANumber)]
    [TestCase(".5", Reason.NotANumber)]
    [TestCase("5.", Reason.NotANumber)]
    [TestCase("--5", Reason.NotANumber)]
    [TestCase("1e5", Reason.NotANumber)]
    [TestCase("١٢", Reason.NotANumber)]
    [TestCase("1234567890123456789", Reason.TooLarge)]
    public void What_is_no_clear_number_is_refused(string text, Reason reason) => Assert.That(Read(text, _profile).Wrong, Is.EqualTo(reason));

    [TestCase(",", ".", "1.557", 1557, 0)]
    [TestCase(",", ".", "21358", 21358, 0)]
    [TestCase(",", ".", "2.124,3", 21243, 1)]
    [TestCase(",", "", "360,311", 360311, 3)]
    [TestCase(".", "", "1.557", 1557, 3)]
    [TestCase(".", " ", "1 234\u00A0567.5", 12345675, 1)]
    public void The_profile_decides(string point, string group, string text, long digits, int decimals) =>
        Assert.That(Read(text, _profile with { Decimal = point, Group = group }), Is.EqualTo(new WrittenNumber(digits, decimals)));

    [TestCase(",", ".", "1.55")]
    [TestCase(",", "", "1.557")]
    [TestCase(",", ".", "1.557.12")]
    [TestCase(",", ".", "1234.567")]
    [TestCase(".", "", "1 234")]
    [TestCase(",", ".", "1,5,5")]
    public void Groups_are_of_three_and_by_the_profile_only(string point, string group, string text) =>
        Assert.That(Read(text, _profile with { Decimal = point, Group = group }).Wrong, Is.EqualTo(Reason.NotANumber));

    [TestCase("5e+05", 500000, 0)]
    [TestCase("1.5E2", 150, 0)]
    [TestCase("25e-1", 25, 1)]
    public void Scientific_notation_is_read_where_the_profile_says_so(string text, long digits, int decimals) =>
        Assert.That(Read(text, _profile with { Decimal = ".", Scientific = true }), Is.EqualTo(new WrittenNumber(digits, decimals)));

    [TestCase(25, 2, "1000", 0, 250)]
    [TestCase(-125, 1, "1", 2, -1250)]
    [TestCase(1950, 2, "1", 1, 195)]
    [TestCase(7, 0, "0.5", 1, 35)]
    [TestCase(999999999999999, 0, "1", 0, 999999999999999)]
    public void A_value_is_exact(long digits, int decimals, string factor, int scale, long value) =>
        Assert.That(ScaledNumber.From(new WrittenNumber(digits, decimals), decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), scale, out _), Is.EqualTo(value));

    [TestCase(1955, 2, "1", 1, Reason.TooManyDecimals)]
    [TestCase(1, 0, "0.5", 0, Reason.TooManyDecimals)]
    [TestCase(1, 15, "1", 2, Reason.TooManyDecimals)]
    [TestCase(1000000000000000, 0, "1", 0, Reason.TooLarge)]
    [TestCase(123456789012345678, 0, "1", 6, Reason.TooLarge)]
    [TestCase(123456789012345678, 0, "1000000000000", 2, Reason.TooLarge)]
    public void What_cannot_be_kept_exactly_is_refused(long digits, int decimals, string factor, int scale, Reason reason)
    {
        ScaledNumber.From(new WrittenNumber(digits, decimals), decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture), scale, out var wrong);
        Assert.That(wrong, Is.EqualTo(reason));
    }

    private static WrittenNumber Read(string text, Profile profile) => new NumberGrammar(profile).Read(NumberSigns.TrimBlanks(Encoding.UTF8.GetBytes(text)));
}
