using Lagebild.Web.Pages;
using Lagebild.Web.Scheduling;
using Lagebild.Web.SigningIn;
using Lagebild.Web.Startup;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;

namespace Lagebild.Web.Commands;

/// <summary>Serves the site and runs the feeds.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://localhost:5080";

    private static readonly string[] WhereToListen = ["urls", "http_ports", "https_ports"];

    /// <summary>Prepares the database, then serves until the program is asked to stop.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Build(args);
        await PrepareAsync(app.Services);
        await app.RunAsync();
        return 0;
    }

    /// <summary>Puts the site together, unstarted and without touching a database.</summary>
    internal static WebApplication Build(string[] args)
    {
        // Settings and the program lie together; the working directory is where the data folder is.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var options = Composition.Read(builder.Configuration);
        Log(builder.Logging);
        Listen(builder);
        builder.Services.AddLagebild(options).AddFeedSchedule(options).AddHostedService<FirstImport>().AddHostedService<InboxWatch>().AddHostedService<SetUpLink>().AddLagebildPages();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        var app = builder.Build();
        Answer(app, options);
        return app;
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        var prepared = await services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        var progress = services.GetRequiredService<StartProgress>();
        progress.Expect([.. prepared.ToRun]);
        if (!prepared.IsFirst)
        {
            progress.Open();
        }
    }

    private static void Answer(WebApplication app, LagebildOptions options)
    {
        if (options.BehindProxy)
        {
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost });
        }

        app.UseSecurityHeaders();
        app.UseUntilOpen();
        app.MapHealth();
        app.MapLagebildPages();
    }

    private static void Listen(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(Limit);
        if (Array.TrueForAll(WhereToListen, key => builder.Configuration[key] is null) && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrls);
        }
    }

    // Nobody sends us more than a query: what is larger or slower is not a reader.
    private static void Limit(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        kestrel.Limits.MaxConcurrentConnections = 2000;
    }

    private static void Log(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddConsole(console => console.FormatterName = LogLine.FormatterName)
        .AddConsoleFormatter<LogLine, ConsoleFormatterOptions>()
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
        .AddFilter("Quartz", LogLevel.Warning)

        // Quartz tells of a job's fault twice; its ErrorLogger is the one kept.
        .AddFilter("Quartz.Core.JobRunShell", LogLevel.None);
}
