using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Lagebild.Tests;

namespace Lagebild.BrowserTests;

/// <summary>The API as programs of others meet it.</summary>
internal sealed partial class ApiTests
{
    [Test]
    public async Task The_description_keeps_to_the_recommended_rules_of_others()
    {
        using var folder = new TemporaryFolder();
        folder.Write("openapi.json", await GetAsync("/openapi/v1.json"));

        Assert.That(NodeClient.Run("openapi.mjs", Path.Combine(folder.Path, "openapi.json")), Is.Empty);
    }

    // The values are those of Hamburg in the sample.
    [TestCase("curl", "bash", "-c")]
    [TestCase("python", "python3", "-c")]
    [TestCase("javascript", "node", "--input-type=module", "-e")]
    [TestCase("r", "Rscript", "-e")]
    public async Task A_call_works_as_its_page_shows_it(string tool, string program, params string[] options)
    {
        Programs.Require(program, $"{program} is not here: the call for it was not run.");
        var call = Calls().Matches(await GetAsync("/en/api")).Single(c => c.Groups["tool"].Value == tool);

        var output = NodeClient.Output(program, [.. options, WebUtility.HtmlDecode(call.Groups["text"].Value)]);

        Assert.That(SampleValues(), Is.Not.Empty);
        Assert.That(SampleValues().Where(v => !output.Contains(v, StringComparison.Ordinal)), Is.Empty, output);
    }

    /// <summary>The values of Hamburg in the sample, as its file has them.</summary>
    private static IEnumerable<string> SampleValues() => File.ReadLines(Repository.At("data-samples", "destatis-asylblg", "regelleistungen-2023.csv"))
        .Where(l => l.StartsWith("asylblg-recipients,destatis-asylblg,DE-HH,", StringComparison.Ordinal))
        .Select(l => l[(l.LastIndexOf(',') + 1)..])
        .Where(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out _));

    private static async Task<string> GetAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = SiteUnderTest.Address };
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    [GeneratedRegex("<code data-tool=\"(?<tool>\\w+)\"[^>]*>(?<text>.*?)</code>", RegexOptions.Singleline)]
    private static partial Regex Calls();
}
