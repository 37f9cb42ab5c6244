using Lagebild.Accounts;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Lagebild.Tests.Web.Workbench.Entry.EntrySite;

namespace Lagebild.Tests.Web.Workbench.Entry;

/// <summary>What deliveries put on the start page.</summary>
internal sealed class StartPageTests
{
    private static readonly string _sent = Field("value", "hh-distributed-away", "M|20231201|20231231");

    private EntrySite _site = null!;
    private HttpClient _anna = null!;
    private HttpClient _paula = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _site = await EntrySite.StartAsync();
        _anna = await _site.SignedInAsync(new Grant(Role.Analyst, "DE-HH"));
        _paula = await _site.SignedInAsync(await _site.PersonAsync("Paula Publisher", new Grant(Role.Publisher, "DE-HH")));
    }

    [TearDown]
    public async Task StopAsync()
    {
        _anna.Dispose();
        _paula.Dispose();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task What_was_handed_in_waits_for_a_second_person_who_may_release()
    {
        using var answer = await SendAsync(_anna, Form(Hamburg), "hand-in", (_sent, "1284"));
        await _site.RunAsync(Hamburg);
        Assert.That((await _paula.OpenAsync("/de/workbench")).QuerySelector("#waits + ul")!.TextContent, Does.Contain("zu veröffentlichen"));
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#waits + p")!.TextContent, Is.EqualTo("Nichts wartet auf Sie."));
    }

    [Test]
    public async Task A_refused_delivery_comes_back_until_a_newer_one_follows()
    {
        await PutAsync("distributed-away,hh-distributed-away,DE-HH,2023-12-01,2023-12-31,M,,,,,,12x");
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#back + ul")!.TextContent, Does.Contain("ein Fehler"));
        await PutAsync("distributed-away,hh-distributed-away,DE-HH,2023-12-01,2023-12-31,M,,,,,,1284");
        Assert.That((await _anna.OpenAsync("/de/workbench")).QuerySelector("#back + p")!.TextContent, Is.EqualTo("Keine Ihrer Lieferungen ist zurückgekommen."));
    }

    private async Task PutAsync(string row)
    {
        var feed = (await _site.Services.GetRequiredService<FeedStore>().ByCodeAsync(Hamburg, default))!;
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes($"{Heading}\n{row}\n"));
        await _site.Services.GetRequiredService<InboxStore>().PutAsync(new() { Feed = feed, FileName = "january.csv", Channel = DeliveryChannel.Upload, Who = Who.Operator }, bytes, default);
        await _site.RunAsync(Hamburg);
    }
}
