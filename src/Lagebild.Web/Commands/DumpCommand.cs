using System.CommandLine;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>Prints the released state, for comparing two installations.</summary>
internal static class DumpCommand
{
    public static Command Create()
    {
        var command = new Command("dump", "Print the released state, line by line and always in the same order: series, values with their releases, texts. Moments and runs are left out. For comparing two databases.");
        command.SetAction((parsed, cancellation) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, services => DumpAsync(services, cancellation)));
        return command;
    }

    private static async Task<int> DumpAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await services.GetRequiredService<ReleasedDump>().WriteAsync(Console.Out, cancellation);
        return 0;
    }
}
