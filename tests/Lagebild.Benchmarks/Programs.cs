using System.Diagnostics;
using System.Globalization;

namespace Lagebild.Benchmarks;

/// <summary>Programs that are measured, this one among them.</summary>
internal static class Programs
{
    /// <summary>This program once more with other arguments: what it prints, by key.</summary>
    public static async Task<Dictionary<string, double>> OursAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Programs).Assembly.Location);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return (await OutputAsync(start)).Split('\n').Select(l => l.Split(": ")).Where(l => l.Length == 2)
            .ToDictionary(l => l[0], l => double.Parse(l[1], CultureInfo.InvariantCulture));
    }

    /// <summary>What a program prints; throws where it fails.</summary>
    public static async Task<string> OutputAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}");
    }

    /// <summary>Removes a database with what lies beside it.</summary>
    public static void Remove(string database)
    {
        foreach (var ending in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(database + ending);
        }
    }

    /// <summary>The most memory this process ever held, in MiB (VmHWM, Linux).</summary>
    public static double PeakMemory()
    {
        var line = File.ReadLines("/proc/self/status").Single(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Replace("VmHWM:", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
