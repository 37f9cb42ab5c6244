using Lagebild.Accounts;
using Lagebild.Storage;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Lagebild.Web.SigningIn;

/// <summary>While there is no account, each start prints a link to the first one once the site is open: on the console, for who runs the machine.</summary>
internal sealed partial class SetUpLink(LinkStore links, StartProgress progress, IServer server, IHostApplicationLifetime life, ILogger<SetUpLink> log) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync().WaitAsync(stoppingToken);
        await progress.Opened.WaitAsync(stoppingToken);
        if (await links.SetUpAsync(stoppingToken) is { } secret)
        {
            var address = $"{Address()}/en/workbench/set-up/{secret}";
            Tell(Minutes, address);
        }
    }

    private static int Minutes => (int)OneTimeLink.SetUpTime.TotalMinutes;

    private Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        life.ApplicationStarted.Register(started.SetResult);
        return started.Task;
    }

    /// <summary>Where this machine itself reaches the site: whatever the first address binds to.</summary>
    private string Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return address.TrimEnd('/').Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "There is no account yet. Set up the first one on this machine, within {Minutes} minutes, once: {Address}")]
    private partial void Tell(int minutes, string address);
}
