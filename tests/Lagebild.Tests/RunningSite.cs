using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lagebild.Tests;

/// <summary>The built site as a process of its own, with its own data folder, on a free port of the loopback address.</summary>
internal sealed class RunningSite : IDisposable
{
    private readonly Process _process;

    private RunningSite(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    /// <summary>Where it answers, with a closing slash.</summary>
    public Uri Address { get; }

    /// <summary>The lines it printed, in order, as far as they were read.</summary>
    public List<string> Lines { get; } = [];

    public static RunningSite Start(string dataFolder, string feedRoot)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { Program, $"--urls={address}", $"--Lagebild:DataFolder={dataFolder}", $"--Lagebild:FeedRoot={feedRoot}" })
        {
            start.ArgumentList.Add(argument);
        }

        return new(Process.Start(start)!, address);
    }

    /// <summary>Reads what it prints until it says that the site is open. Throws with its last lines where it ends before.</summary>
    public async Task UntilOpenAsync()
    {
        if (!await UntilAsync("The site is open"))
        {
            throw new InvalidOperationException($"The site ended before it opened: {string.Join('\n', Lines.TakeLast(20))}");
        }
    }

    /// <summary>Reads what it prints until a line holds the text; false where it ends before.</summary>
    public async Task<bool> UntilAsync(string text)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Lines.Add(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads so many lines more, or to the end.</summary>
    public async Task NextAsync(int lines)
    {
        for (; lines > 0 && await _process.StandardOutput.ReadLineAsync() is { } line; lines--)
        {
            Lines.Add(line);
        }
    }

    /// <summary>Ends it without notice (SIGKILL) once it has run for so long; gives the last line it printed.</summary>
    public async Task<string> KillAfterAsync(TimeSpan time)
    {
        _process.WaitForExit(time);
        _process.Kill();
        await UntilAsync("\0");
        await _process.WaitForExitAsync();
        return Lines.LastOrDefault() ?? "";
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Lagebild.Web.dll");

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
