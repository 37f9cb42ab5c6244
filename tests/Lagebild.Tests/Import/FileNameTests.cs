using Lagebild.Import;

namespace Lagebild.Tests.Import;

/// <summary>What senders call their files.</summary>
internal sealed class FileNameTests
{
    [TestCase("figures.csv", "figures.csv")]
    [TestCase("Zahlen 2024 – März.xlsx", "Zahlen 2024 – März.xlsx")]
    [TestCase("../../etc/passwd", "passwd")]
    [TestCase(@"C:\Users\a\Desktop\b.csv", "b.csv")]
    [TestCase("a/b/", "?")]
    [TestCase("..", "?")]
    [TestCase("", "?")]
    [TestCase("a\0b\r\nc\u001b[31m.csv", "abc[31m.csv")]
    [TestCase("a\u202egpj.csv", "agpj.csv")]
    [TestCase("=cmd|' /C calc'!A0.csv", "C calc'!A0.csv")]
    [TestCase("<script>alert(1)</script>.csv", "script>.csv")]
    public void A_name_is_its_last_part_without_what_can_not_be_seen(string given, string kept) => Assert.That(FileName.Of(given), Is.EqualTo(kept));

    [Test]
    public void A_name_is_cut_to_two_hundred_characters_without_cutting_one_in_half() =>
        Assert.That((FileName.Of(new string('x', 300)).Length, FileName.Of(new string('x', 199) + "😀.csv").Length), Is.EqualTo((200, 199)));
}
