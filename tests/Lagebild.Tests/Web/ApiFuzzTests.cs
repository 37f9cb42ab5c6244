using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lagebild.Tests.Web;

/// <summary>Calls made from the API's own description, with what nobody should send.</summary>
internal sealed class ApiFuzzTests
{
    private const int Calls = 10_000;

    // Wrong types, huge, negative, SQL and path characters, unknown codes, broken UTF-8, control characters.
    private static readonly string[] Odd =
    [
        "", "0", "-1", "1.5", "1e9", "99999999999999999999", "2147483648", "NaN", "null", "true", "[]", "{}", "'", "' or 1=1 --", "; drop table observation", "%27%3B--", "%", "%25", "%ff", "%c3%28",
        "%f0%9f%98%80", "%00", "%0a", "%0d%0aX: y", "../..", "..%2f..%2fetc%2fpasswd", "%5c..%5c", "~", "*", "?", "&", "=", "a=b", "a;b", "DE-HH", "DE-HH,DE-HH", ",,,", "XX-YY", "de-hh", "PL-22", "W",
        "2024", "2024-13", "2024-02-30", "0001-01-01", "9999-12-31", "10000-01-01", "1.2024-01-01.2024-12-31", "1.0001-01-01.0001-01-01", "x.y.z", "asylblg-recipients", "sex=F", "sex=F;age=Y_LT18",
        "age=Y_LT18;sex=F", "sex", "=", "A", "Z", "<script>", "{{7*7}}", "${jndi:ldap://x}", "ąćęłńóśźż", "ß", "%u0041", "+", " ", "%20", new('x', 300), new('9', 400),
    ];

    private static readonly string[] Accepts = ["*/*", "application/json", "text/csv", "text/html", "application/xml", "image/png", "nonsense", "application/json;q=0", "text/csv, application/json;q=0.5", ""];

    private static readonly string[] Endings = ["", "", ".json", ".csv", ".xlsx", ".exe", ".", ".json.csv", "/", "//"];

    [Test]
    public async Task No_call_fails_on_our_side_and_every_error_has_the_one_shape()
    {
        var calls = Enumerable.Range(0, Calls).Select(n => Call(_paths!, new Random(n))).ToArray();
        var faults = new ConcurrentBag<string>();

        await Parallel.ForEachAsync(calls, async (call, _) =>
        {
            if (await FaultAsync(call.Address, call.Accept) is { } fault)
            {
                faults.Add($"{call.Address} ({call.Accept}): {fault}");
            }
        });

        Assert.That(faults.Take(20), Is.Empty);
    }

    [OneTimeSetUp]
    public async Task DescribeAsync()
    {
        var description = JsonNode.Parse(await Site.Client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
        _paths = [.. description["paths"]!.AsObject().Select(p => (p.Key, Parameters(p.Value!["get"]!, "query")))];
    }

    private (string Path, string[] Parameters)[]? _paths;

    private static string[] Parameters(JsonNode operation, string place) =>
        [.. operation["parameters"]!.AsArray().Where(p => (string?)p!["in"] == place).Select(p => (string)p!["name"]!)];

    private static (string Address, string Accept) Call((string Path, string[] Parameters)[] paths, Random random)
    {
        var (path, parameters) = paths[random.Next(paths.Length)];
        var filled = Regex.Replace(path, @"\{\w+\}", _ => Uri.EscapeDataString(Pick(Odd, random)));
        var query = parameters.Append("nonsense").Where(_ => random.Next(4) == 0).Select(p => $"{p}={Escaped(Pick(Odd, random))}");
        return ($"{filled}{Pick(Endings, random)}?{string.Join('&', query)}", Pick(Accepts, random));
    }

    // What is already escaped stays: broken UTF-8 can only be written so.
    private static string Escaped(string value) => value.StartsWith('%') && value.Length > 1 ? value : Uri.EscapeDataString(value);

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    private static async Task<string?> FaultAsync(string address, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await Site.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var status = (int)answer.StatusCode;
        return status >= 500 ? $"answered {status}" : status >= 400 ? await ShapeAsync(answer, status) : null;
    }

    private static async Task<string?> ShapeAsync(HttpResponseMessage answer, int status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        var isProblem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" && (int?)JsonNode.Parse(text)?["status"] == status;
        return isProblem ? null : $"answered {status} with {answer.Content.Headers.ContentType}";
    }
}
