using System.CommandLine;

namespace Lagebild.Web.Commands;

/// <summary>Brings the database to the schema and catalogue of this program, and does nothing else.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Bring the database to this program's schema, catalogue and feeds, without serving. Each start does the same.");
        command.SetAction((parsed, _) => Services.WithDatabaseAsync(parsed.UnmatchedTokens, SayDoneAsync));
        return command;
    }

    private static Task<int> SayDoneAsync(IServiceProvider services)
    {
        Console.WriteLine("The database is up to date.");
        return Task.FromResult(0);
    }
}
