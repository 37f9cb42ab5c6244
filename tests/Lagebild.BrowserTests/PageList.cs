using System.Net;
using System.Text.RegularExpressions;

namespace Lagebild.BrowserTests;

/// <summary>The pages of one language as their own links lead to them: all kinds, of each kind the first few.</summary>
internal sealed partial class PageList(string language)
{
    // The same kind of page with other figures shows the same faults; the first few differ enough.
    private const int OfEachKind = 2;

    private readonly Dictionary<string, string> _pages = [];
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Queue<string> _toVisit = new();

    /// <summary>HTML by path and query, as the server sent it, in the order found.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(string language)
    {
        var list = new PageList(language);
        await list.WalkAsync();
        return list._pages;
    }

    private async Task WalkAsync()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = SiteUnderTest.Address };
        Take($"/{language}/");
        while (_toVisit.TryDequeue(out var path))
        {
            await VisitAsync(client, path);
        }
    }

    private async Task VisitAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
        {
            return;
        }

        var html = await answer.Content.ReadAsStringAsync();
        _pages[path] = html;
        foreach (var target in Links(html))
        {
            Take(target);
        }
    }

    private void Take(string path)
    {
        var kind = Kind(path);
        _kinds.TryGetValue(kind, out var taken);
        if (taken < OfEachKind && !_pages.ContainsKey(path) && !_toVisit.Contains(path))
        {
            _kinds[kind] = taken + 1;
            _toVisit.Enqueue(path);
        }
    }

    private IEnumerable<string> Links(string html) => Href().Matches(html)
        .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0])
        .Where(l => l.StartsWith($"/{language}/", StringComparison.Ordinal) || l == $"/{language}");

    // /de/indicators/refugees?region=DEU becomes "indicators/*?region".
    private static string Kind(string path)
    {
        var parts = path.Split('?', 2);
        var segments = parts[0].Trim('/').Split('/')[1..];
        string[] names = parts.Length < 2 ? [] : [.. parts[1].Split('&').Select(p => p.Split('=')[0]).Distinct().Order()];
        return $"{segments.FirstOrDefault()}{string.Concat(segments.Skip(1).Select(_ => "/*"))}?{string.Join('&', names)}";
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();
}
