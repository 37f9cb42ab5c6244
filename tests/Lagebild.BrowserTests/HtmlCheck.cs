using System.Diagnostics;
using Lagebild.Tests;

namespace Lagebild.BrowserTests;

/// <summary>html-validate on pages as the server sent them.</summary>
internal static class HtmlCheck
{
    /// <summary>What it found, a line each, with the page's address; empty where all pages are valid.</summary>
    public static IReadOnlyList<string> Findings(IReadOnlyDictionary<string, string> pages)
    {
        using var folder = new TemporaryFolder();
        var names = pages.Select((page, number) => (File: $"{number}.html", page.Key)).ToList();
        foreach (var (file, path) in names)
        {
            folder.Write(file, pages[path]);
        }

        var lines = Run(folder.Path);
        return [.. lines.Select(line => names.Aggregate(line, (text, name) => text.Replace($"{folder.Path}/{name.File}", name.Key, StringComparison.Ordinal)))];
    }

    private static List<string> Run(string folder)
    {
        var here = Repository.At("tests", "Lagebild.BrowserTests");
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, WorkingDirectory = here };
        foreach (var argument in new[] { Path.Combine(here, "node_modules", "html-validate", "bin", "html-validate.mjs"), "--config", ".htmlvalidate.json", "--formatter", "text", folder })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        process.WaitForExit();
        return process.ExitCode == 0 || lines.Count > 0 ? lines : ["html-validate could not be run"];
    }
}
