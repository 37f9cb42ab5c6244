using System.Text;
using Lagebild.Charts;
using Lagebild.Web.Rendering;

namespace Lagebild.Tests.Rendering;

/// <summary>Letters of the machine at hand.</summary>
internal sealed class LetteringTests
{
    private const string Drawing = "<svg font-family=\"Arial, sans-serif\"><text font-size=\"12.5\">a</text><text font-size=\"20\">b</text></svg>";

    [Test]
    public void Where_only_a_wide_face_is_there_all_letters_are_smaller() =>
        Assert.That(Encoding.UTF8.GetString(Lettering.Fit(Drawing, 0.9)), Is.EqualTo("<svg font-family=\"Arial, Inter, DejaVu Sans, sans-serif\"><text font-size=\"11.25\">a</text><text font-size=\"18\">b</text></svg>"));

    [Test]
    public void A_face_that_fits_keeps_its_size() =>
        Assert.That(Encoding.UTF8.GetString(Lettering.Fit(Drawing, 1)), Is.EqualTo("<svg font-family=\"Arial, Inter, DejaVu Sans, sans-serif\"><text font-size=\"12.5\">a</text><text font-size=\"20\">b</text></svg>"));

    [Test]
    public void The_widths_are_good_for_the_face_of_this_machine()
    {
        Assume.That(new Renderer().IsAvailable, "librsvg and cairo are not on this machine");
        const string Text = "Empfängerinnen und Empfänger in Schleswig-Holstein: 18.115";
        using var document = new SvgDocument(Lettering.Fit(Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\" font-family=\"{TextWidth.Fonts}\"><text id=\"t\" font-size=\"20\">{Text}</text></svg>")));

        Assert.That(document.WidthOf("#t"), Is.LessThanOrEqualTo(TextWidth.Of(Text, 20) * 1.02));
    }
}
