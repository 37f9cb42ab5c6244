using System.Text.Json.Nodes;

namespace Lagebild.Tests.Web;

/// <summary>The examples of the API's own description.</summary>
internal sealed class ApiExampleTests
{
    [Test]
    public async Task Every_example_of_the_description_is_answered()
    {
        var description = JsonNode.Parse(await Site.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        var calls = description["paths"]!.AsObject().Where(p => IsForAll(p.Value!["get"]!)).SelectMany(p => Calls(p.Key, p.Value!["get"]!)).Distinct().ToArray();
        var refused = new List<string>();
        foreach (var call in calls)
        {
            using var answer = await Site.Client.GetAsync(new Uri(call, UriKind.Relative));
            if ((int)answer.StatusCode != 200)
            {
                refused.Add($"{call}: {(int)answer.StatusCode}");
            }
        }

        Assert.That((calls.Length > 40, string.Join('\n', refused)), Is.EqualTo((true, "")));
        Assert.That(calls.Where(c => c.Contains('{', StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>What asks for a token has no example that anyone may call.</summary>
    private static bool IsForAll(JsonNode operation) => operation["security"]!.AsArray().Count == 0;

    /// <summary>An address with what it needs, and once more with each parameter that has an example.</summary>
    private static IEnumerable<string> Calls(string path, JsonNode operation)
    {
        var parameters = operation["parameters"]!.AsArray().Where(p => p!["example"] is not null).Select(p => p!).ToArray();
        var filled = parameters.Where(p => (string?)p["in"] == "path").Aggregate(path, (at, p) => at.Replace($"{{{p["name"]}}}", $"{p["example"]}", StringComparison.Ordinal));
        var query = parameters.Where(p => (string?)p["in"] == "query").Select(p => (Needed: (bool?)p["required"] == true, Part: $"{p["name"]}={Uri.EscapeDataString($"{p["example"]}")}")).ToArray();
        var needed = string.Join('&', query.Where(q => q.Needed).Select(q => q.Part));
        return [$"{filled}?{needed}", .. query.Where(q => !q.Needed).Select(q => $"{filled}?{needed}&{q.Part}".Replace("?&", "?", StringComparison.Ordinal))];
    }
}
