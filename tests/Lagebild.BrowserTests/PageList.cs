using System.Net;
using System.Text.RegularExpressions;

namespace Lagebild.BrowserTests;

/// <summary>The pages of one language as their own links and the codes for embedding lead to them: all kinds, of each kind the first few.</summary>
internal sealed partial class PageList(string language)
{
    // The same kind of page with other figures shows the same faults; the first few differ enough. A state of a page has the page's layout.
    private const int OfEachPage = 2;
    private const int OfEachState = 1;

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
        if (taken < (path.Contains('?', StringComparison.Ordinal) ? OfEachState : OfEachPage) && !_pages.ContainsKey(path) && !_toVisit.Contains(path))
        {
            _kinds[kind] = taken + 1;
            _toVisit.Enqueue(path);
        }
    }

    // A code for embedding is HTML within HTML.
    private IEnumerable<string> Links(string html) => Href().Matches(html).Select(m => m.Groups[1].Value)
        .Concat(Frame().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
        .Select(l => WebUtility.HtmlDecode(l).Split('#')[0])
        .Where(l => l.StartsWith($"/{language}/", StringComparison.Ordinal) || l == $"/{language}");

    // /de/indicators/refugees?region=DEU becomes "indicators/*?region", /de/regions/DE-HH "regions/AA-AA", /de/views/women-and-work.csv "views/*.csv".
    private static string Kind(string path)
    {
        var parts = path.Split('?', 2);
        var segments = parts[0].Trim('/').Split('/')[1..];
        return $"{segments.FirstOrDefault()}{string.Concat(segments.Skip(1).Select(s => $"/{Form(segments[0], s)}"))}?{(parts.Length < 2 ? "" : State(parts[1]))}";
    }

    // There are few prepared views, and none is like another; a region's code says its level.
    private static string Form(string section, string segment) => (section, Path.GetExtension(segment)) switch
    {
        ("views", "") => segment,
        ("regions", "") => Digit().Replace(Letter().Replace(segment, "A"), "9"),
        (_, var ending) => $"*{ending}",
    };

    // An earlier state of the figures is shown as the current one is.
    private static string State(string query)
    {
        var names = query.Split('&').Select(p => p.Split('=')[0]).Distinct().Order().ToArray();
        return names.Contains("stand") ? "stand" : string.Join('&', names);
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Href();

    [GeneratedRegex("src=&quot;https?://[^/]+(/[^ ]+?)&quot;")]
    private static partial Regex Frame();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Letter();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digit();
}
