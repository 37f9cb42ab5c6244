using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lagebild.Charts;
using Lagebild.Import;
using Lagebild.OpenData;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>Numbers as people type them.</summary>
[SetCulture("de-DE")]
internal sealed class TypedNumberTests
{
    [TestCase("1284", 0, 1284)]
    [TestCase("1 284", 0, 1284)]
    [TestCase("1\u202f284", 0, 1284)]
    [TestCase("12\u00a0845", 0, 12845)]
    [TestCase("1.284.000", 0, 1284000)]
    [TestCase("1.284,5", 1, 12845)]
    [TestCase("1,284.5", 1, 12845)]
    [TestCase("94,5", 1, 945)]
    [TestCase("94.5", 1, 945)]
    [TestCase("0,125", 3, 125)]
    [TestCase("−7", 0, -7)]
    [TestCase("12,0", 0, 12)]
    public void A_number_is_read_as_it_is_meant(string text, int decimals, long value) =>
        Assert.That((TypedNumber.Read(text, decimals, false).Value, TypedNumber.Read(text, decimals, false).Wrong), Is.EqualTo((value, (Reason?)null)));

    [TestCase("1.234", 0, Reason.AmbiguousNumber)]
    [TestCase("1,234", 3, Reason.AmbiguousNumber)]
    [TestCase("1.2oo", 0, Reason.NotACount)]
    [TestCase("1.2oo", 1, Reason.NotANumber)]
    [TestCase("1,5", 0, Reason.NotACount)]
    [TestCase("1,55", 1, Reason.TooManyDecimals)]
    [TestCase("5 %", 1, Reason.NotANumber)]
    [TestCase("1234567890123456", 0, Reason.TooLarge)]
    public void What_can_not_be_read_says_why(string text, int decimals, Reason reason) => Assert.That(TypedNumber.Read(text, decimals, false).Wrong, Is.EqualTo(reason));

    [TestCase("29,3 %", 293)]
    [TestCase("29.3%", 293)]
    [TestCase("29,3", 293)]
    public void A_share_may_have_its_sign(string text, long value) => Assert.That(TypedNumber.Read(text, 1, percent: true).Value, Is.EqualTo(value));

    [TestCase("1.234", "1234", "1.2340")]
    [TestCase("-12,345", "-12345", "-12.3450")]
    public void What_is_in_doubt_has_two_meanings_without_any(string text, string thousands, string decimals)
    {
        Assert.That(TypedNumber.Meanings(text, false), Is.EqualTo((thousands, decimals)));
        Assert.That(TypedNumber.Read(decimals, 3, false).Value, Is.EqualTo(TypedNumber.Read(thousands, 0, false).Value));
    }

    [Test]
    public void A_number_written_in_german_or_polish_is_delivered_as_it_was_typed_or_asked_about() => Check.QuickThrowOnFailure(Prop.ForAll(Numbers(), n =>
    {
        var text = NumberFormat.Value(n.Value, n.Decimals, n.Language);
        var typed = TypedNumber.Read(text, n.Decimals, false);
        return typed.Wrong is Reason.AmbiguousNumber ? TypedNumber.Meanings(text, false) is not null : typed.Wrong is null && typed.Value == n.Value && Delivered(typed.Value, n.Decimals) == n.Value;
    }));

    [Test]
    public void Only_a_lone_sign_with_three_digits_behind_it_is_asked_about() => Check.QuickThrowOnFailure(Prop.ForAll(Numbers(), n =>
    {
        var text = NumberFormat.Value(n.Value, n.Decimals, n.Language);
        return TypedNumber.Read(text, n.Decimals, false).Wrong is null || text.Count(c => c is '.' or ',') == 1;
    }));

    /// <summary>The value that a file of the form says, as every delivery is read.</summary>
    private static long? Delivered(long value, int decimals)
    {
        var line = new FiguresLine { Indicator = "i", Variant = "v", Region = "r", Period = new(new(2024, 1, 1), new(2024, 12, 31), Frequency.Annual), Value = value, Decimals = decimals };
        var cell = Encoding.UTF8.GetString(FiguresCsv.Of([line])).Split("\r\n")[1].Split(',')[^1];
        return TypedNumber.Read(cell, decimals, false) is { Wrong: null } read ? read.Value : null;
    }

    private static Arbitrary<(long Value, int Decimals, string Language)> Numbers() => Arb.From(
        from value in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from scale in Gen.Elements(1, 1000, 1_000_000)
        from decimals in Gen.Choose(0, 5)
        from language in Gen.Elements("de", "pl", "en")
        select ((long)value / scale, decimals, language));
}
