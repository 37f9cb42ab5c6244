using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Lagebild.Tests;

/// <summary>The built site as a process of its own, with its own data folder, on a free port of the loopback address.</summary>
internal sealed class RunningSite : IDisposable
{
    // Far longer than any step takes, so that what never comes ends in a sentence.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

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

    /// <summary>Serves the site.</summary>
    public static RunningSite Start(string dataFolder, string feedRoot) => Start(dataFolder, feedRoot, []);

    /// <summary>The same program with a command, which serves nothing.</summary>
    public static RunningSite Start(string dataFolder, string feedRoot, params string[] command)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");
        return new(Process.Start(Starting("dotnet", Arguments(address, dataFolder, feedRoot, command)))!, address);
    }

    /// <summary>The same where no file may grow beyond a size, as on a disk that is full. Needs a shell of a Unix.</summary>
    public static RunningSite StartOnFullDisk(string dataFolder, string feedRoot, int largestFileKilobytes)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}/");

        // Blocks of 512 bytes; what is too much is then an error of writing, not the end of the process. The runtime's own mappings are not to count.
        var shell = Starting("sh", ["-c", FormattableString.Invariant($"trap '' XFSZ; ulimit -f {largestFileKilobytes * 2}; exec dotnet \"$@\""), "sh", .. Arguments(address, dataFolder, feedRoot, [])]);
        shell.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new(Process.Start(shell)!, address);
    }

    private static string[] Arguments(Uri address, string dataFolder, string feedRoot, string[] command) =>
        [Program, .. command, .. command.Length == 0 ? [$"--urls={address}"] : Array.Empty<string>(), $"--Lagebild:DataFolder={dataFolder}", $"--Lagebild:FeedRoot={feedRoot}"];

    private static ProcessStartInfo Starting(string program, string[] arguments) => new(program, arguments) { RedirectStandardOutput = true };

    /// <summary>Reads what it prints until it says that the site is open and listens, whichever comes first. Throws with its last lines where it ends before.</summary>
    public async Task UntilOpenAsync()
    {
        foreach (var sign in new[] { "The site is open", "Application started" })
        {
            if (!Lines.Any(l => l.Contains(sign, StringComparison.Ordinal)) && !await UntilAsync(sign))
            {
                throw new InvalidOperationException($"The site ended before it opened: {string.Join('\n', Lines.TakeLast(20))}");
            }
        }
    }

    /// <summary>Reads what it prints until a line holds the text; false where it ends before. Throws with its last lines where neither happens in a minute.</summary>
    public async Task<bool> UntilAsync(string text)
    {
        using var limit = new CancellationTokenSource(_patience);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                Lines.Add(line);
                if (line.Contains(text, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The site did not say \"{text}\". It said last: {string.Join('\n', Lines.Where(l => !l.StartsWith("   at ", StringComparison.Ordinal)).TakeLast(20))}");
        }
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
