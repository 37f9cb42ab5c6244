using System.Diagnostics;
using Lagebild.Tests;

namespace Lagebild.BrowserTests;

/// <summary>Scripts of <c>clients/</c>: programs of others that read what the site hands out.</summary>
internal static class NodeClient
{
    /// <summary>What the script prints; throws with its complaint where it fails.</summary>
    public static string Run(string script, params string[] arguments) => Output("node", [Repository.At("tests", "Lagebild.BrowserTests", "clients", script), .. arguments]);

    /// <summary>What a program prints; throws with its complaint where it fails.</summary>
    public static string Output(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var complaint = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {complaint.Result}");
    }
}
