using System.Text;
using System.Text.RegularExpressions;
using Lagebild.Charts;

namespace Lagebild.Tests.Charts;

/// <summary>Two printed pages, whatever there is to say.</summary>
[SetCulture("de-DE")]
internal sealed partial class BriefingTests
{
    private const string LongPolish = "Osoby pobierające świadczenia podstawowe na podstawie ustawy o świadczeniach dla osób ubiegających się o azyl, zachodniopomorskie i warmińsko-mazurskie";

    [Test]
    public void Nothing_published_is_one_page_that_says_so()
    {
        var pages = Briefing.Draw(Empty());

        Assert.That((pages.Count, Texts(pages[0]).Contains("Nic nie opublikowano."), Texts(pages[0]).Contains("Strona 1 z 1")), Is.EqualTo((1, true, true)));
    }

    [Test]
    public void Much_to_say_is_two_pages()
    {
        var pages = Briefing.Draw(Full());

        Assert.That((pages.Count, Texts(pages[0]).Contains("Strona 1 z 2"), Texts(pages[1]).Contains("Strona 2 z 2")), Is.EqualTo((2, true, true)));
    }

    [Test]
    public void Both_pages_name_site_stand_and_address()
    {
        string[] wanted = ["Lagebild południowy Bałtyk", "Stan: wydanie 12", "https://lagebild.example/pl/regions/PL-22?stand=12"];

        Assert.That(Briefing.Draw(Full()).Select(p => wanted.Except(Texts(p))), Is.All.Empty);
    }

    [Test]
    public void Sources_always_stand_on_the_last_page() => Assert.That(Texts(Briefing.Draw(Full())[1]), Does.Contain("Źródła"));

    [Test]
    public void Nothing_stands_below_the_foot()
    {
        var lowest = Briefing.Draw(Full()).SelectMany(p => Top().Matches(Encoding.UTF8.GetString(p.Span)).Select(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.That(lowest, Is.All.LessThan(825));
    }

    [Test]
    public void No_line_is_wider_than_the_page()
    {
        var lines = Briefing.Draw(Full()).SelectMany(p => Line().Matches(Encoding.UTF8.GetString(p.Span)))
            .Select(m => (Text: m.Groups["text"].Value, From: Number(m, "x") - (IsToTheLeft(m) ? Width(m) : 0), To: Number(m, "x") + (IsToTheLeft(m) ? 0 : Width(m))));

        Assert.That(lines.Where(l => l.From < 39 || l.To > 557), Is.Empty);
    }

    private static BriefingSpec Empty() => new()
    {
        Language = "pl",
        Site = "Lagebild południowy Bałtyk",
        Title = "Argentyna: raport w skrócie",
        Lead = "Brak liczby ludności.",
        Stand = "Stan: wydanie 12",
        Finding = "Nic nie opublikowano.",
        FigureHeads = new("Wskaźnik", "Wartość", "Zmiana", "Okres"),
        Figures = [],
        FiguresNote = "Zmiany obliczono.",
        Charts = [],
        ReservationsTitle = "Zastrzeżenia",
        Sections = [("Źródła", "Urząd: zbiór danych")],
        Address = "https://lagebild.example/pl/regions/PL-22?stand=12",
        PageNumber = "Strona {0} z {1}",
    };

    private static BriefingSpec Full() => Empty() with
    {
        Title = $"{LongPolish}: raport w skrócie",
        Finding = LongPolish,
        Figures = [.. Enumerable.Range(1, 30).Select(i => new BriefingFigure($"{LongPolish} {i}", "1 149 375", "+10,3%", "styczeń–wrzesień 2024"))],
        Charts = [.. Enumerable.Range(1, 14).Select(i => Chart(i))],
        Sections = [("Czego brakuje", string.Join("; ", Enumerable.Repeat(LongPolish, 6))), ("Źródła", string.Join("; ", Enumerable.Repeat(LongPolish, 12)))],
    };

    private static SeriesChart Chart(int number) =>
        new(Specs.SixRegions("pl") with { Id = $"c{number}", Headline = $"{LongPolish}: {number}", SubLine = LongPolish, Notes = [LongPolish, LongPolish] }, number % 2 == 0 ? ChartKind.Line : ChartKind.Bar);

    private static string[] Texts(ReadOnlyMemory<byte> page) => [.. Line().Matches(Encoding.UTF8.GetString(page.Span)).Select(m => System.Net.WebUtility.HtmlDecode(m.Groups["text"].Value))];

    private static bool IsToTheLeft(Match line) => line.Groups["end"].Success;

    private static double Width(Match line) => TextWidth.Of(System.Net.WebUtility.HtmlDecode(line.Groups["text"].Value), Number(line, "size"));

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);

    // Texts of the page itself; those of charts stand in their own units.
    [GeneratedRegex("<text x=\"(?<x>[0-9.]+)\" y=\"[0-9.]+\" font-size=\"(?<size>[0-9.]+)\" fill=\"#(?:333B42|000000)\"(?: font-weight=\"600\")?(?: text-anchor=\"end\"(?<end>))?>(?<text>[^<]*)</text>")]
    private static partial Regex Line();

    [GeneratedRegex("<text x=\"[0-9.]+\" y=\"([0-9.]+)\" font-size=\"[0-9.]+\" fill=\"#(?:333B42|000000)\"")]
    private static partial Regex Top();
}
