using Lagebild.Web.Startup;

namespace Lagebild.Web.Commands;

/// <summary>The program's parts for a command that serves nothing.</summary>
internal static class Services
{
    /// <summary>Settings as the site reads them; the caller disposes the provider.</summary>
    public static ServiceProvider From(IReadOnlyList<string> settings) =>
        new ServiceCollection().AddLogging().AddLagebild(Options(settings)).BuildServiceProvider();

    public static LagebildOptions Options(IReadOnlyList<string> settings) => Composition.Read(new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine([.. settings])
        .Build());

    /// <summary>Prepares the database, then hands the parts to the work.</summary>
    public static Task<int> WithDatabaseAsync(IReadOnlyList<string> settings, Func<IServiceProvider, Task<int>> work) => Failure.SaidAsync(async () =>
    {
        await using var services = From(settings);
        await services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        return await work(services);
    });
}
