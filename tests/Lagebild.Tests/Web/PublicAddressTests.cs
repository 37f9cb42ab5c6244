using System.Security.Cryptography;

namespace Lagebild.Tests.Web;

/// <summary>Whole addresses, and the files whose bytes hold one.</summary>
internal sealed class PublicAddressTests
{
    private const string Named = "https://lagebild.example";

    [Test]
    public async Task A_site_whose_address_is_named_gives_it_whatever_host_is_asked_for()
    {
        await using var site = await StandSite.StartAsync(publicAddress: Named);
        string[] addresses = ["/en/indicators/distributed-away", "/en/data/distributed-away.json", "/sitemap.xml", "/robots.txt", "/en/calendar.atom", "/en/calendar.ics", "/catalog.jsonld", "/en/api"];
        foreach (var address in addresses)
        {
            Assert.That(await site.TextAsync(address, "elsewhere.example"), Does.Contain(Named).And.Not.Contain("elsewhere"), address);
        }
    }

    [Test]
    public async Task Checksums_hold_at_the_address_that_is_named_for_every_format()
    {
        await using var site = await StandSite.StartAsync(publicAddress: Named);
        var catalogue = await site.TextAsync("/catalog.ttl", "elsewhere.example");
        foreach (var format in new[] { "csv", "xlsx", "jsonstat", "sdmx", "json", "zip" })
        {
            var bytes = (await site.AnswerAsync($"/en/data/distributed-away.{format}?stand=1")).Bytes;
            Assert.That(catalogue, Does.Contain($"<{Named}/en/data/distributed-away.{format}?stand=1>").And.Contain($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"^^xsd:hexBinary"), format);
        }
    }

    [Test]
    public async Task Of_addresses_that_are_made_up_files_are_measured_for_a_few_only()
    {
        await using var site = await StandSite.StartAsync();
        var measured = new List<bool>();
        foreach (var host in new[] { "a.example", "b.example", "c.example", "d.example", "e.example", "a.example" })
        {
            var catalogue = await site.TextAsync("/catalog.ttl", host);
            Assert.That(catalogue, Does.Contain($"<http://{host}/en/data/distributed-away.csv?stand=1>"));
            measured.Add(catalogue.Contains("spdx:checksumValue", StringComparison.Ordinal));
        }

        Assert.That(measured, Is.EqualTo((bool[])[true, true, true, true, false, true]));
    }

    [Test]
    public async Task After_a_release_files_are_measured_anew_and_past_ones_no_more()
    {
        await using var site = await StandSite.StartAsync();
        await site.DeliverAsync(1210, 1250);
        Assert.That(await site.TextAsync("/catalog.ttl", "a.example"), Does.Contain("?stand=2>").And.Contain("spdx:checksumValue"));
        Assert.That(await site.TextAsync("/catalog.ttl?stand=1", "a.example"), Does.Contain("?stand=1>").And.Not.Contain("spdx:checksumValue"));
    }

    [TestCase("lagebild.example")]
    [TestCase("ftp://lagebild.example")]
    [TestCase("https://lagebild.example/path")]
    [TestCase("https://lagebild.example/?a=b")]
    [TestCase("https://someone@lagebild.example")]
    public void An_address_that_is_more_or_less_than_scheme_and_host_is_refused_in_a_sentence(string address) => Assert.That(
        async () => await StandSite.StartAsync(publicAddress: address),
        Throws.TypeOf<FormatException>().With.Message.EqualTo($"Lagebild:PublicAddress is '{address}': it has to be scheme and host alone, as https://lagebild.example."));
}
