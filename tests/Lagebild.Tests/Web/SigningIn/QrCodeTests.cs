using Lagebild.Web.SigningIn;

namespace Lagebild.Tests.Web.SigningIn;

/// <summary>QR codes of ours, module by module, against those of qrencode 4.1.1 (<c>qrencode -8 -l M</c>): versions 2, 6 (several blocks) and 10 (blocks of two lengths, version told).</summary>
internal sealed class QrCodeTests
{
    private const string Short = "https://lagebild.example";

    private const string Key = "otpauth://totp/Lagebild%3Aanna%40behoerde.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Lagebild";

    private const string Long =
        "otpauth://totp/Lagebild%3Aanna-maria.beispiel-przykladowa%40behoerde-mit-langem-namen.mecklenburg-vorpommern.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Lagebild-Ostsee-mehr-Text-bis-zur-Zehn";

    [TestCase(Short, 6, "24")]
    [TestCase(Key, 2, "105")]
    [TestCase(Long, 7, "202")]
    public void Modules_are_those_that_another_program_draws(string text, int mask, string file) =>
        Assert.That(Lines(QrCode.Of(text, mask)), Is.EqualTo(File.ReadAllLines(Repository.At("tests", "Lagebild.Tests", "Web", "SigningIn", "qr", $"{file}.txt"))));

    [Test]
    public void Error_correction_is_that_of_the_worked_example_of_the_standard_text()
    {
        // HELLO WORLD, version 1, level M.
        byte[] data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];
        Assert.That(QrBlocks.Correction(data, 10), Is.EqualTo(new byte[] { 196, 35, 39, 119, 235, 215, 231, 226, 93, 23 }));
    }

    [TestCase(14, 1)]
    [TestCase(15, 2)]
    [TestCase(180, 9)]
    [TestCase(181, 10)]
    [TestCase(213, 10)]
    public void The_smallest_version_is_taken(int length, int version) => Assert.That(QrCode.Of(new string('a', length)).Version, Is.EqualTo(version));

    [Test]
    public void More_does_not_fit() => Assert.That(() => QrCode.Of(new string('a', 214)), Throws.ArgumentException);

    [Test]
    public void The_drawing_holds_each_dark_module_once_within_a_quiet_zone()
    {
        var code = QrCode.Of(Short);
        var svg = code.ToSvg("a \"title\"");
        Assert.That(svg.Split("h1v1h-1z").Length - 1, Is.EqualTo(Lines(code).Sum(l => l.Count(c => c == '1'))));
        Assert.That(svg, Does.Contain("viewBox=\"0 0 33 33\"").And.Contain("M4 4h1").And.Contain("aria-label=\"a &quot;title&quot;\""));
    }

    private static string[] Lines(QrCode code) => [.. Enumerable.Range(0, code.Size).Select(row => string.Concat(Enumerable.Range(0, code.Size).Select(column => code[row, column] ? '1' : '0')))];
}
