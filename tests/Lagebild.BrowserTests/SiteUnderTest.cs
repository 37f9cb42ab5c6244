using Lagebild.Tests;
using Microsoft.Playwright;

namespace Lagebild.BrowserTests;

/// <summary>One site and one browser for all tests: the built program on the sample feeds, read from a fresh data folder.</summary>
[SetUpFixture]
internal sealed class SiteUnderTest
{
    private static readonly string[] BrowserArguments =
        ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];

    private static TemporaryFolder? _data;
    private static RunningSite? _site;
    private static IPlaywright? _playwright;

    public static Uri Address => _site!.Address;

    public static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _data = new();
        _site = RunningSite.Start(_data.Path, Repository.At("data-samples"));
        await _site.UntilOpenAsync();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = BrowserArguments });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _site?.Dispose();
        _data?.Dispose();
    }
}
