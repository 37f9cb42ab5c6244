using System.Net;
using Lagebild.Web.Pages;

namespace Lagebild.Tests.Web;

/// <summary>Templates of the layouts are offered where the data comes from, with the bytes that the documentation holds.</summary>
public sealed class TemplateTests
{
    [TestCase("figures")]
    [TestCase("arrivals")]
    [TestCase("accommodation")]
    [TestCase("support")]
    public async Task A_template_is_downloaded_as_it_is_documented(string layout)
    {
        var address = Assets.Address($"{layout}.csv");
        using var answer = await Site.Client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/csv; charset=utf-8"));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.EqualTo(await File.ReadAllBytesAsync(Repository.At("docs", "feeds", "templates", $"{layout}.csv"))));
        Assert.That(await Site.Client.GetStringAsync(new Uri("/pl/sources", UriKind.Relative)), Does.Contain($"href=\"{address}\""));
    }
}
