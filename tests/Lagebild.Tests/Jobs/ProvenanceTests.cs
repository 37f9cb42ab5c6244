using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Jobs;

/// <summary>The site imports the samples by itself; what its figure pages name is looked up in the raw files by counting lines and cells.</summary>
[NonParallelizable]
internal sealed class ProvenanceTests
{
    private const int Seed = 20230919;

    private const int Figures = 200;

    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly TemporaryFolder _data = new();
    private RunningSite _site = null!;

    [OneTimeSetUp]
    public async Task ImportAsync()
    {
        _site = RunningSite.Start(_data.Path, Repository.At("data-samples"));
        await _site.UntilOpenAsync();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _site.Dispose();
        SqliteConnection.ClearAllPools();
        _data.Dispose();
    }

    [Test]
    public async Task The_line_and_field_of_a_figure_page_hold_the_figure()
    {
        var files = RawFiles();
        using var client = new HttpClient { BaseAddress = _site.Address };
        var wrong = new List<string>();
        foreach (var path in await ChosenAsync())
        {
            var page = new HtmlParser().ParseDocument(await client.GetStringAsync(new Uri($"en{path}", UriKind.Relative)));
            var (shown, inFile) = (Shown(page), InFile(page, files));
            if (shown != inFile)
            {
                wrong.Add($"{path}: {shown} shown, {inFile} in the file");
            }
        }

        Assert.That(wrong, Is.Empty);
    }

    private async Task<IReadOnlyList<string>> ChosenAsync()
    {
        var paths = await AllAsync();
        var chosen = paths.ToArray();
        new Random(Seed).Shuffle(chosen);
        Assert.That(chosen, Has.Length.GreaterThanOrEqualTo(20_000));
        return chosen[..Figures];
    }

    private async Task<IReadOnlyList<string>> AllAsync()
    {
        var database = Database.From(new() { ConnectionString = $"Data Source={Path.Combine(_data.Path, "lagebild.db")}" });
        var observations = new ObservationStore(database, new CatalogueStore(database, TimeProvider.System));
        var stand = (await new ReleaseStore(database, TimeProvider.System).LatestAsync(Never))!.Number;
        var paths = new List<string>();
        foreach (var indicator in Catalogue.Catalogue.Shipped.Indicators)
        {
            var series = await observations.SeriesAsync(new SeriesQuery { Indicator = indicator.Code, Stand = stand }, Never);
            paths.AddRange(series.SelectMany(s => s.Observations.Where(o => o.Value is not null).Select(o => Names.FigurePath(s.Id, o.Period))));
        }

        return paths;
    }

    private static decimal Shown(IParentNode page) => decimal.Parse(page.QuerySelector("dl.facts data")!.GetAttribute("value")!, CultureInfo.InvariantCulture);

    private static decimal InFile(IParentNode page, Dictionary<string, string> files)
    {
        var line = page.QuerySelector("#line")!;
        var field = Following(line, "dd").TextContent.Trim().Split(' ', 2);
        var sha256 = page.QuerySelectorAll("dl.def dt").Single(t => t.TextContent == "SHA-256").NextElementSibling!.TextContent;
        var text = files[sha256];
        var at = int.Parse(field[0], CultureInfo.InvariantCulture) - 1;
        Assert.That(Cells(text, 1)[at], Is.EqualTo(field[1]), "the heading of the field");
        return decimal.Parse(Cells(text, int.Parse(line.TextContent, CultureInfo.InvariantCulture))[at], CultureInfo.InvariantCulture);
    }

    private static IElement Following(IElement element, string name) => element.NextElementSibling is { } next && !next.Matches(name) ? Following(next, name) : element.NextElementSibling!;

    private static Dictionary<string, string> RawFiles() => Directory.GetFiles(Repository.At("data-samples"), "*.csv", SearchOption.AllDirectories)
        .Select(File.ReadAllBytes)
        .ToDictionary(b => Convert.ToHexStringLower(SHA256.HashData(b)), Encoding.UTF8.GetString);

    // The record that begins on a line, its cells apart by commas; a quoted cell may hold commas, quotes and line feeds.
    private static List<string> Cells(string file, int line)
    {
        var at = Enumerable.Range(1, line - 1).Aggregate(0, (from, _) => file.IndexOf('\n', from) + 1);
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (; at < file.Length && (quoted || file[at] is not '\n' and not '\r'); at++)
        {
            quoted ^= file[at] == '"';
            if (file[at] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (file[at] != '"' && file[at] != '\uFEFF')
            {
                cell.Append(file[at]);
            }
        }

        return [.. cells, cell.ToString()];
    }
}
