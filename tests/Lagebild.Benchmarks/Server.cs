using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Lagebild.Benchmarks;

/// <summary>A server as a process of its own on a free port of the loopback address; ended with it, by its id.</summary>
internal sealed class Server : IDisposable
{
    // As Linux counts the time of a process in /proc: a hundredth of a second.
    private const double TicksPerSecond = 100;

    private readonly Process process;

    private Server(Process process, int port) => (this.process, Address) = (process, new IPEndPoint(IPAddress.Loopback, port));

    public IPEndPoint Address { get; }

    /// <summary>Processor time it took so far, its own and the kernel's for it, in seconds.</summary>
    public double CpuSeconds
    {
        get
        {
            var line = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/stat"));
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond;
        }
    }

    /// <summary>The site on the sample feeds, over a data folder.</summary>
    public static Server Ours(string folder) => Start("dotnet", port => [Path.Combine(AppContext.BaseDirectory, "Lagebild.Web.dll"), FormattableString.Invariant($"--urls=http://127.0.0.1:{port}"), $"--Lagebild:DataFolder={folder}"]);

    /// <summary>Starts a program with arguments that its port goes into.</summary>
    public static Server Start(string program, Func<int, IEnumerable<string>> arguments)
    {
        var port = FreePort();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments(port))
        {
            start.ArgumentList.Add(argument);
        }

        var server = new Server(Process.Start(start)!, port);
        server.process.OutputDataReceived += (_, _) => { };
        server.process.BeginOutputReadLine();
        return server;
    }

    /// <summary>Waits until an address is answered with 200. Throws where the process ends before.</summary>
    public async Task UntilReadyAsync(string path)
    {
        using var client = new HttpClient();
        while (!await AnswersAsync(client, path))
        {
            await Task.Delay(100);
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The server ended with {process.ExitCode} before it answered.");
            }
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private async Task<bool> AnswersAsync(HttpClient client, string path)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://{Address}{path}"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
