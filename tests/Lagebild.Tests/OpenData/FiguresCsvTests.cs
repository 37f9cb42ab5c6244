using System.Text;
using Lagebild.OpenData;
using Lagebild.Statistics;

namespace Lagebild.Tests.OpenData;

/// <summary>Files as they are handed in.</summary>
[SetCulture("de-DE")]
internal sealed class FiguresCsvTests
{
    [Test]
    public void The_columns_are_those_of_the_template() =>
        Assert.That(string.Join(',', FiguresCsv.Columns), Is.EqualTo(File.ReadLines(Repository.At("docs", "feeds", "templates", "figures.csv")).First()));

    [TestCase(1234L, 0, "1234")]
    [TestCase(-5L, 1, "-0.5")]
    [TestCase(1234L, 3, "01.234")]
    [TestCase(234L, 3, "0.234")]
    [TestCase(null, 0, "")]
    public void A_value_can_not_be_taken_for_another(long? value, int decimals, string text) => Assert.That(Line(value, decimals).Split(',')[^1], Is.EqualTo(text));

    [Test]
    public void Each_value_is_one_line_whatever_its_note() =>
        Assert.That(Line(1, 0, "zwei\r\nZeilen, \"so\""), Is.EqualTo("i,v,DE-HH,2024-01-01,2024-12-31,A,sex=F,provisional,,,\"zwei Zeilen, \"\"so\"\"\",1"));

    private static string Line(long? value, int decimals, string note = "") => Encoding.UTF8.GetString(FiguresCsv.Of(
    [
        new()
        {
            Indicator = "i", Variant = "v", Region = "DE-HH", Period = new(new(2024, 1, 1), new(2024, 12, 31), Frequency.Annual), Breakdown = "sex=F",
            ObservationStatus = "provisional", Note = note, Value = value, Decimals = decimals,
        },
    ])).Split("\r\n")[1];
}
