using System.Globalization;

namespace Lagebild.Benchmarks;

/// <summary>
/// Processor time for one request of a page, and of an answer of the API, that is kept, over that of nginx for a file of the same bytes with the same headers: both on the loopback address, asked
/// in turns by the same readers over connections that stay. Only the time of the two servers counts, their own and the kernel's for them (Linux).
/// </summary>
internal static class PageBenchmark
{
    private static readonly (string Name, string Address)[] Subjects =
    [
        ("page", "/de/indicators/temporary-protection"),
        ("api", "/api/v1/observations.json?indicators=temporary-protection&regions=DEU,POL&breakdown=citizenship=UKR"),
    ];

    private const int Turns = 7;
    private const int Readers = 16;
    private const int OfEachReader = 1500;
    private const int WarmUps = 3;

    // Debian puts it where only administrators look.
    private static string Nginx => File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";

    // What a server says of itself, not of the page.
    private static readonly string[] NotOfThePage = ["Content-Length", "Content-Type", "Date", "ETag", "Server", "Connection"];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lagebild-page-");
        try
        {
            using var ours = Server.Ours(folder.FullName);
            foreach (var (name, address) in Subjects)
            {
                await ours.UntilReadyAsync(address);
                using var nginx = await NginxAsync(folder.FullName, ours, name, address);
                await MeasureAsync(ours, nginx, name, address);
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Server> NginxAsync(string folder, Server ours, string name, string address)
    {
        using var reader = new Reader(ours.Address, address);
        var (head, body) = await reader.AskAsync();
        Result.Print($"{name}.bytes", body.Length);
        await File.WriteAllBytesAsync(Path.Combine(folder, "page.html"), body.ToArray());
        var nginx = Server.Start(Nginx, port => ["-e", "stderr", "-p", folder, "-c", Configured(folder, head, port, address)]);
        await nginx.UntilReadyAsync(address);
        using var other = new Reader(nginx.Address, address);
        var same = (await other.AskAsync()).Body.Span.SequenceEqual(body.Span);
        return same ? nginx : throw new InvalidOperationException("nginx serves other bytes.");
    }

    private static async Task MeasureAsync(Server ours, Server nginx, string name, string address)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await SecondsAsync(ours, address);
            await SecondsAsync(nginx, address);
        }

        var turns = new List<(double Ours, double Nginx)>();
        for (var i = 0; i < Turns; i++)
        {
            turns.Add((await SecondsAsync(ours, address), await SecondsAsync(nginx, address)));
        }

        const double ToMicroseconds = 1e6 / (Readers * OfEachReader);
        Result.Print($"{name}.cached_cpu_microseconds", Median.Of(turns.Select(t => t.Ours)) * ToMicroseconds, "0.0");
        Result.Print($"{name}.nginx_cpu_microseconds", Median.Of(turns.Select(t => t.Nginx)) * ToMicroseconds, "0.0");
        Result.Print($"{name}.cached_cpu_ratio", Median.Of(turns.Select(t => t.Ours / t.Nginx)), "0.00");
    }

    /// <summary>Processor time of the server while all readers ask.</summary>
    private static async Task<double> SecondsAsync(Server server, string address)
    {
        var before = server.CpuSeconds;
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() => AskAsync(server, address))));
        return server.CpuSeconds - before;
    }

    private static async Task AskAsync(Server server, string address)
    {
        using var reader = new Reader(server.Address, address);
        for (var i = 0; i < OfEachReader; i++)
        {
            await reader.AskAsync();
        }
    }

    /// <summary>One process, no log, the file kept open, sent from the kernel: nginx at its best. Gives the file of the configuration.</summary>
    private static string Configured(string folder, string head, int port, string address)
    {
        var headers = head.Split("\r\n").Skip(1).Select(l => l.Split(": ", 2)).Where(h => !NotOfThePage.Contains(h[0], StringComparer.OrdinalIgnoreCase)).Select(h => $"add_header {h[0]} \"{h[1]}\";");
        var type = head.Split("\r\n").First(l => l.StartsWith("Content-Type: ", StringComparison.OrdinalIgnoreCase))["Content-Type: ".Length..];
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $$"""
            daemon off;
            master_process off;
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              open_file_cache max=16;
              keepalive_requests 1000000;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              default_type "{{type}}";
              server {
                listen 127.0.0.1:{{port}};
                location = {{address.Split('?')[0]}} {
                  alias {{folder}}/page.html;
                  {{string.Join("\n      ", headers)}}
                }
              }
            }
            """));
        return file;
    }
}
