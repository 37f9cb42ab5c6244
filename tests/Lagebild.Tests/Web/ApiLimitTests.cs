using System.Text.Json.Nodes;

namespace Lagebild.Tests.Web;

/// <summary>A site that answers three requests of the API in a minute.</summary>
internal sealed class ApiLimitTests
{
    [Test]
    public async Task Who_asks_too_often_is_told_how_long_to_wait()
    {
        await using var site = await StandSite.StartAsync(apiRequestsPerMinute: 3);

        // Each asks something else: what is kept costs nothing, and does not count.
        foreach (var code in new[] { "DE-HH", "DE-SH", "DE-MV" })
        {
            Assert.That((await site.AnswerAsync($"/api/v1/regions/{code}")).Status, Is.EqualTo(200));
        }

        using var refused = await site.GetAsync("/api/v1/regions/PL-22");
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;

        Assert.That(
            ((int)refused.StatusCode, refused.Content.Headers.ContentType?.MediaType, refused.Headers.RetryAfter?.Delta?.TotalSeconds is >= 1 and <= 60, (int?)problem["status"], (string?)problem["title"]),
            Is.EqualTo((429, "application/problem+json", true, 429, "Too many requests")));
    }
}
