using System.Net;
using Lagebild.Web;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lagebild.Tests.Web;

/// <summary>What is kept, for whom, and how it is known again.</summary>
public sealed class CachingTests
{

    [TestCase("br", "br")]
    [TestCase("gzip, deflate, br, zstd", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("br;q=0, gzip", "gzip")]
    [TestCase("", null)]
    public async Task Each_reader_gets_the_packing_asked_for_made_or_kept(string accepted, string? packed)
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var answer = await AskAsync("/de/regions/DE-HH?packing", ("Accept-Encoding", accepted));
            Assert.That(answer.Content.Headers.ContentEncoding.SingleOrDefault(), Is.EqualTo(packed));
        }
    }

    [Test]
    public async Task Packed_otherwise_a_page_has_another_tag()
    {
        using var plain = await AskAsync("/de/regions/DE-SH");
        using var packed = await AskAsync("/de/regions/DE-SH", ("Accept-Encoding", "br"));

        Assert.That(packed.Headers.ETag, Is.Not.EqualTo(plain.Headers.ETag));
        Assert.That((plain.Headers.ETag!.IsWeak, packed.Headers.ETag!.IsWeak), Is.EqualTo((false, false)));
    }

    [TestCase("/en/indicators/temporary-protection")]
    [TestCase("/en/indicators/temporary-protection.png")]
    [TestCase("/en/indicators/temporary-protection.csv")]
    public async Task Who_has_the_bytes_gets_304(string address)
    {
        using var first = await AskAsync(address);
        using var second = await AskAsync(address, ("If-None-Match", first.Headers.ETag!.ToString()));
        using var other = await AskAsync(address, ("If-None-Match", "\"other\""));

        Assert.That((second.StatusCode, other.StatusCode), Is.EqualTo((HttpStatusCode.NotModified, HttpStatusCode.OK)));
    }

    [Test]
    public async Task An_address_in_other_letters_is_another_address()
    {
        using var there = await AskAsync("/en/regions/DE-MV");
        using var absent = await AskAsync("/en/regions/de-mv");

        Assert.That((there.StatusCode, absent.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task The_parts_of_an_address_keep_their_order_in_what_is_kept()
    {
        using var first = await AskAsync("/en/regions/DE-HH?a=1&b=2");
        using var second = await AskAsync("/en/regions/DE-HH?b=2&a=1");

        Assert.That(await second.Content.ReadAsStringAsync(), Does.Contain("/de/regions/DE-HH?b=2&amp;a=1").And.Not.Contain("?a=1&amp;b=2"));
    }

    [Test]
    public async Task An_answer_kept_has_no_age()
    {
        using var first = await AskAsync("/en/regions/POL");
        using var second = await AskAsync("/en/regions/POL");

        Assert.That((second.Headers.Age, second.Headers.CacheControl!.ToString()), Is.EqualTo(((TimeSpan?)null, "public, max-age=60")));
    }

    [TestCase("/en/regions/nowhere")]
    [TestCase("/en/indicators/temporary-protection?regions=nowhere")]
    [TestCase("/de/throws")]
    public async Task An_error_is_never_kept(string address)
    {
        using var answer = await AskAsync(address);

        Assert.That(((int)answer.StatusCode >= 400, answer.Headers.ETag is null, answer.Headers.CacheControl!.NoStore), Is.EqualTo((true, true, true)));
    }

    [Test]
    public void What_is_kept_is_bounded()
    {
        var cache = Site.Services.GetRequiredService<IOptions<OutputCacheOptions>>().Value;

        Assert.That((cache.SizeLimit, cache.MaximumBodySize, new LagebildOptions().CacheMegabytes), Is.EqualTo((64L * 1024 * 1024, 4L * 1024 * 1024, 64)));
    }

    private static async Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Site.Client.SendAsync(request);
    }

}
