using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Lagebild.Web.Rendering;

namespace Lagebild.Tests.Rendering;

/// <summary>Drawings as PNG and PDF, by the libraries of this machine. Without them the fixture is skipped.</summary>
internal sealed class RendererTests
{
    // Left half red, right half blue, 40 x 20.
    private static readonly byte[] TwoHalves = """<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="20" height="20" fill="#FF0000"/><rect x="20" width="20" height="20" fill="#0000FF"/></svg>"""u8.ToArray();

    private static readonly PdfDescription Described = new() { Title = "Zażółć gęślą jaźń", Language = "pl", Author = "Lagebild", CreatedUtc = new(2024, 5, 17, 9, 30, 0, DateTimeKind.Utc) };

    private readonly Renderer renderer = new();

    [OneTimeSetUp]
    public void NeedLibraries() => Assume.That(renderer.IsAvailable, "librsvg and cairo are not on this machine");

    [OneTimeTearDown]
    public void Dispose() => renderer.Dispose();

    [Test]
    public async Task A_drawing_becomes_its_pixels()
    {
        var (width, height, pixels) = Pixels(await renderer.PngAsync(TwoHalves, size: null, CancellationToken.None));

        Assert.That((width, height, pixels[(5, 5)], pixels[(35, 15)]), Is.EqualTo((40, 20, "FF0000", "0000FF")));
    }

    [Test]
    public async Task What_does_not_have_the_shape_asked_for_stands_in_the_middle_on_white()
    {
        var (width, height, pixels) = Pixels(await renderer.PngAsync(TwoHalves, (80, 80), CancellationToken.None));

        Assert.That((width, height, pixels[(10, 10)], pixels[(10, 40)], pixels[(70, 40)], pixels[(70, 70)]), Is.EqualTo((80, 80, "FFFFFF", "FF0000", "0000FF", "FFFFFF")));
    }

    [Test]
    public async Task A_PDF_says_title_language_and_moment()
    {
        var pdf = Encoding.Latin1.GetString(await renderer.PdfAsync([TwoHalves, TwoHalves], 1, Described, CancellationToken.None));

        Assert.That(pdf, Does.StartWith("%PDF-").And.Contain("/Lang (pl)").And.Contain("/DisplayDocTitle true").And.Contain("20240517093000Z").And.Contain("/Count 2").And.EndWith("%%EOF\n"));
    }

    [Test]
    public async Task The_same_drawing_gives_the_same_bytes()
    {
        var first = await renderer.PdfAsync([TwoHalves], 1, Described, CancellationToken.None);
        var second = await renderer.PdfAsync([TwoHalves], 1, Described, CancellationToken.None);

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void What_is_no_drawing_is_refused_with_the_words_of_the_library() =>
        Assert.That(async () => await renderer.PngAsync("<svg"u8.ToArray(), size: null, CancellationToken.None), Throws.InvalidOperationException.With.Message.StartsWith("A drawing could not be read: "));

    [Test]
    public async Task A_thousand_drawings_leave_nothing_behind()
    {
        await DrawAsync(100);
        var before = Memory();
        await DrawAsync(1000);

        // A picture that stayed would leave 3 KB of pixels and as much of the document: a thousand of them more than this.
        Assert.That(Memory() - before, Is.LessThan(32 * 1024 * 1024));
    }

    private async Task DrawAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await renderer.PngAsync(TwoHalves, (400, 200), CancellationToken.None);
        }
    }

    /// <summary>Bytes of this process beyond what .NET manages.</summary>
    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Process.GetCurrentProcess().PrivateMemorySize64 - GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Reads what <see cref="Renderer"/> writes: three bytes a pixel, rows as they stand.</summary>
    private static (int Width, int Height, IReadOnlyDictionary<(int X, int Y), string> Pixels) Pixels(byte[] png)
    {
        var (width, height) = (Number(png, 16), Number(png, 20));
        var length = Number(png, 33);
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var rows = new byte[(1 + (3 * width)) * height];
        zlib.ReadExactly(rows);
        return (width, height, Enumerable.Range(0, width * height).ToDictionary(i => (i % width, i / width), i => Convert.ToHexString(rows, (i / width * (1 + (3 * width))) + 1 + (3 * (i % width)), 3)));
    }

    private static int Number(byte[] bytes, int at) => System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
}
