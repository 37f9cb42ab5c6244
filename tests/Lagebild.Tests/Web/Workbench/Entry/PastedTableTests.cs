using Lagebild.Web.Pages.Workbench.Entry;

namespace Lagebild.Tests.Web.Workbench.Entry;

/// <summary>Tables as spreadsheets copy them.</summary>
internal sealed class PastedTableTests
{
    [TestCase("1\t2\r\n3\t4\r\n", "1|2/3|4")]
    [TestCase("1\n2\n", "1/2")]
    [TestCase("\t2\r\n\t\r\n", "|2")]
    [TestCase("\"two\nlines\"\t7", "two\nlines|7")]
    [TestCase("\"say \"\"so\"\"\"\t7", "say \"so\"|7")]
    [TestCase("5\" pipe\t7", "5\" pipe|7")]
    [TestCase("\"open\t7", "\"open|7")]
    [TestCase(" 1 284 \t", "1 284|")]
    [TestCase("", "")]
    public void Cells_stand_between_tabs_and_lines(string text, string cells) =>
        Assert.That(string.Join('/', PastedTable.Read(text).Select(r => string.Join('|', r))), Is.EqualTo(cells));
}
