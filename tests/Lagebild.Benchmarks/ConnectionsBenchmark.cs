using System.Diagnostics;
using System.Net;

namespace Lagebild.Benchmarks;

/// <summary>
/// Whether the site answers all of 64 connections that ask at once, without pause, for pages, pictures, answers of the API and files: an answer that is not 200, breaks off or has other bytes
/// than the first of its address is an error.
/// </summary>
internal static class ConnectionsBenchmark
{
    private const int Connections = 64;
    private const int OfEach = 200;

    private static readonly string[] Addresses =
    [
        "/de/", "/pl/indicators/temporary-protection", "/en/regions/DE-HH", "/de/changes?since=0", "/de/indicators/temporary-protection.svg", "/api/v1/indicators.json",
        "/api/v1/observations.json?indicators=asylblg-recipients", "/en/data/asylblg-recipients.csv", "/en/data/asylblg-recipients.xlsx", "/de/data/temporary-protection.jsonstat",
    ];

    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("lagebild-connections-");
        try
        {
            using var site = Server.Ours(folder.FullName);
            await site.UntilReadyAsync(Addresses[0]);
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = new($"http://{site.Address}"), Timeout = TimeSpan.FromMinutes(2) };
            await MeasureAsync(client);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(HttpClient client)
    {
        var first = new Dictionary<string, byte[]>();
        foreach (var address in Addresses)
        {
            first[address] = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative));
        }

        var watch = Stopwatch.StartNew();
        var errors = await Task.WhenAll(Enumerable.Range(0, Connections).Select(number => Task.Run(() => ErrorsAsync(client, first, number))));
        Result.Print("connections.count", Connections);
        Result.Print("connections.requests", Connections * OfEach);
        Result.Print("connections.requests_per_second", Connections * OfEach / watch.Elapsed.TotalSeconds);
        Result.Print("connections.errors", errors.Sum());
    }

    /// <summary>Each connection begins at another address.</summary>
    private static async Task<int> ErrorsAsync(HttpClient client, Dictionary<string, byte[]> first, int number)
    {
        var errors = 0;
        for (var at = 0; at < OfEach; at++)
        {
            var address = Addresses[(number + at) % Addresses.Length];
            errors += await IsAnsweredAsync(client, address, first[address]) ? 0 : 1;
        }

        return errors;
    }

    private static async Task<bool> IsAnsweredAsync(HttpClient client, string address, byte[] known)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
            return answer.StatusCode == HttpStatusCode.OK && (await answer.Content.ReadAsByteArrayAsync()).AsSpan().SequenceEqual(known);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            return false;
        }
    }
}
