using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Lagebild.OpenData;

namespace Lagebild.Tests.Web;

/// <summary>Parts of files, as programs ask for them that go on where a download broke off.</summary>
internal sealed class RangeTests
{
    private const string File = "/de/data/asylblg-recipients.csv?stand=9";

    private static IEnumerable<string> Files =>
    [
        .. DataFormat.All.Select(f => $"/de/data/asylblg-recipients.{f.Code}?stand=9"), "/de/indicators/asylblg-recipients.csv?regions=DE-HH&stand=9", "/api/v1/observations.csv?indicators=asylblg-recipients&stand=9",
        "/catalog.ttl?stand=9", "/sitemap.xml?stand=9",
    ];

    [TestCaseSource(nameof(Files))]
    public async Task Parts_of_a_file_make_up_the_whole(string file)
    {
        var whole = await Site.Client.GetByteArrayAsync(new Uri(file, UriKind.Relative));
        var parts = new List<byte>();
        foreach (var range in new[] { "0-0", $"1-{whole.Length / 2}", $"{(whole.Length / 2) + 1}-{whole.Length - 3}", "-2" })
        {
            using var answer = await AskAsync(file, range);
            Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentRange!.Length), Is.EqualTo((206, (long?)whole.Length)), range);
            parts.AddRange(await answer.Content.ReadAsByteArrayAsync());
        }

        Assert.That(parts, Is.EqualTo(whole));
    }

    [TestCase("100-199", "bytes 100-199/")]
    [TestCase("100-", "bytes 100-")]
    [TestCase("0-99999999", "bytes 0-")]
    public async Task A_part_says_which_bytes_of_how_many_it_is_and_is_known_by_the_tag_of_the_whole(string range, string says)
    {
        using var whole = await AskAsync(File, null);
        using var part = await AskAsync(File, range);

        Assert.That((whole.Headers.AcceptRanges.ToString(), part.Headers.ETag, part.Headers.ETag!.IsWeak), Is.EqualTo(("bytes", whole.Headers.ETag, false)));
        Assert.That(part.Content.Headers.ContentRange!.ToString(), Does.StartWith(says));
        Assert.That((long?)(await part.Content.ReadAsByteArrayAsync()).Length, Is.EqualTo(part.Content.Headers.ContentLength).And.EqualTo(part.Content.Headers.ContentRange.To - part.Content.Headers.ContentRange.From + 1));
    }

    [Test]
    public async Task Behind_the_end_there_is_416_with_the_length_and_a_sentence()
    {
        var length = (await Site.Client.GetByteArrayAsync(new Uri(File, UriKind.Relative))).Length;
        using var answer = await AskAsync(File, $"{length}-");

        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentRange!.ToString(), answer.Headers.ETag), Is.EqualTo((416, $"bytes */{length}", (EntityTagHeaderValue?)null)));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain($"Die Datei ist {length.ToString("#,0", CultureInfo.GetCultureInfo("de-DE"))} Byte lang"));
    }

    [Test]
    public async Task The_API_says_416_in_its_one_shape()
    {
        using var answer = await AskAsync("/api/v1/observations.csv?indicators=asylblg-recipients", "99999999-");

        Assert.That(((int)answer.StatusCode, (int?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["status"]), Is.EqualTo((416, 416)));
        Assert.That((answer.Headers.GetValues("Access-Control-Allow-Origin").Single(), answer.Content.Headers.ContentDisposition), Is.EqualTo(("*", (ContentDispositionHeaderValue?)null)));
    }

    [Test]
    public async Task Who_has_the_beginning_of_this_very_file_gets_the_rest_and_of_another_one_the_whole()
    {
        using var whole = await AskAsync(File, null);
        using var same = await AskAsync(File, "10-", whole.Headers.ETag!.ToString());
        using var other = await AskAsync(File, "10-", "\"other\"");
        using var weak = await AskAsync(File, "10-", $"W/{whole.Headers.ETag}");
        using var dated = await AskAsync(File, "10-", "Wed, 25 Nov 2026 00:00:00 GMT");

        Assert.That(new[] { same, other, weak, dated }.Select(a => (int)a.StatusCode), Is.EqualTo((int[])[206, 200, 200, 200]));
    }

    [TestCase("lines=1-2")]
    [TestCase("bytes=1-2,5-6")]
    [TestCase("bytes=x")]
    public async Task What_is_no_single_part_in_bytes_gives_the_whole(string range)
    {
        using var answer = await AskAsync(File, null, null, ("Range", range));

        Assert.That((int)answer.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Parts_are_not_packed_and_the_tag_of_a_packed_whole_fits_no_part()
    {
        using var packed = await AskAsync(File, null, null, ("Accept-Encoding", "gzip"));
        using var part = await AskAsync(File, "10-", packed.Headers.ETag!.ToString(), ("Accept-Encoding", "gzip"));
        using var plain = await AskAsync(File, "10-19", null, ("Accept-Encoding", "gzip"));
        using var known = await AskAsync(File, null, null, ("If-None-Match", packed.Headers.ETag!.ToString()));

        Assert.That((packed.Content.Headers.ContentEncoding.Single(), packed.Headers.ETag.IsWeak, (int)part.StatusCode), Is.EqualTo(("gzip", true, 200)));
        Assert.That(((int)plain.StatusCode, plain.Content.Headers.ContentEncoding.Count, plain.Content.Headers.ContentLength), Is.EqualTo((206, 0, (long?)10)));
        Assert.That((int)known.StatusCode, Is.EqualTo(304));
    }

    private static async Task<HttpResponseMessage> AskAsync(string address, string? range, string? ifRange = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in new[] { ("Range", range is null ? null : $"bytes={range}"), ("If-Range", ifRange) }.Concat(headers.Select(h => (h.Name, (string?)h.Value))).Where(h => h.Item2 is not null))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Site.Client.SendAsync(request);
    }
}
