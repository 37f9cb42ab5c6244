using System.Diagnostics;
using System.Text.Json;
using Lagebild.Tests;

namespace Lagebild.BrowserTests;

/// <summary>What Lighthouse finds of one page on a slow phone (its own way of measuring, mobile).</summary>
internal sealed record Lighthouse
{
    private const string Categories = "performance,accessibility,best-practices,seo";

    /// <summary>0 to 100.</summary>
    public required int Performance { get; init; }

    public required int Accessibility { get; init; }

    public required int BestPractices { get; init; }

    public required int Seo { get; init; }

    /// <summary>How far things moved after they were seen; 0 where nothing did.</summary>
    public required double LayoutShift { get; init; }

    /// <summary>All that was loaded, as it came over the line.</summary>
    public required double Bytes { get; init; }

    /// <summary>The audits that are not passed, for the message of a test.</summary>
    public required IReadOnlyList<string> Findings { get; init; }

    /// <summary>Null where the browser was too busy to record the page.</summary>
    public static async Task<Lighthouse?> OfAsync(string path)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "report.json");
        await RunAsync(new Uri(SiteUnderTest.Address, path), file);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        return report.RootElement.TryGetProperty("runtimeError", out _) ? null : Read(report.RootElement);
    }

    private static async Task RunAsync(Uri page, string file)
    {
        var here = Repository.At("tests", "Lagebild.BrowserTests");
        var start = new ProcessStartInfo("node") { WorkingDirectory = here, RedirectStandardError = true };
        start.Environment["CHROME_PATH"] = "/usr/bin/chromium";
        string[] arguments = ["node_modules/lighthouse/cli/index.js", page.AbsoluteUri, "--quiet", "--chrome-flags=--headless=new --no-sandbox --disable-gpu", $"--only-categories={Categories}", "--output=json", $"--output-path={file}"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(file, Does.Exist, said);
    }

    private static Lighthouse Read(JsonElement report)
    {
        var audits = report.GetProperty("audits");
        int Score(string category) => (int)Math.Round(report.GetProperty("categories").GetProperty(category).GetProperty("score").GetDouble() * 100);
        return new()
        {
            Performance = Score("performance"),
            Accessibility = Score("accessibility"),
            BestPractices = Score("best-practices"),
            Seo = Score("seo"),
            LayoutShift = audits.GetProperty("cumulative-layout-shift").GetProperty("numericValue").GetDouble(),
            Bytes = audits.GetProperty("total-byte-weight").GetProperty("numericValue").GetDouble(),
            Findings = [.. audits.EnumerateObject().Where(a => a.Value.GetProperty("score") is { ValueKind: JsonValueKind.Number } score && score.GetDouble() < 1).Select(a => a.Name)],
        };
    }
}
