using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Lagebild.Benchmarks;

/// <summary>Asks for one address over and over on a connection that stays, as little work as that takes.</summary>
internal sealed class Reader : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] question;
    private readonly byte[] answer = new byte[1024 * 1024];

    public Reader(IPEndPoint server, string path)
    {
        question = Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n");
        socket.Connect(server);
    }

    /// <summary>Head and body of one answer. Throws where it is not 200 or does not say its length.</summary>
    public async Task<(string Head, ReadOnlyMemory<byte> Body)> AskAsync()
    {
        await socket.SendAsync(question);
        var read = 0;
        int end;
        while ((end = answer.AsSpan(0, read).IndexOf("\r\n\r\n"u8)) < 0)
        {
            read += await MoreAsync(read);
        }

        var head = Encoding.ASCII.GetString(answer, 0, end);
        var length = Length(head);
        for (end += 4; read < end + length;)
        {
            read += await MoreAsync(read);
        }

        return (head, answer.AsMemory(end, length));
    }

    public void Dispose() => socket.Dispose();

    private async Task<int> MoreAsync(int from) =>
        await socket.ReceiveAsync(answer.AsMemory(from)) is > 0 and var count ? count : throw new InvalidOperationException("The server closed the connection.");

    private static int Length(string head) => head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)
        ? int.Parse(head.Split("\r\n").First(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"The server answered: {head}");
}
