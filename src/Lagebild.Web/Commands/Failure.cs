using System.Data.Common;
using System.Text.Json;
using Lagebild.Storage;

namespace Lagebild.Web.Commands;

/// <summary>What can be wrong around the program, said in one sentence on standard error instead of a stack trace.</summary>
internal static class Failure
{
    /// <summary>Wrong use, or a file that cannot be read.</summary>
    public const int Unusable = 2;

    /// <summary>The database is away, or newer than the program.</summary>
    public const int NoDatabase = 3;

    /// <summary>Runs the work; a failure of the surroundings becomes its sentence and exit code, one of ours is thrown on.</summary>
    public static async Task<int> SaidAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (Code(fault) is { } code)
        {
            await Console.Error.WriteLineAsync(Sentence(fault));
            return code;
        }
    }

    private static int? Code(Exception fault) => fault switch
    {
        NewerSchemaException or DbException => NoDatabase,
        IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or FormatException => Unusable,
        _ => null,
    };

    private static string Sentence(Exception fault) => fault switch
    {
        DbException => $"The database does not answer as it should: {fault.Message}",
        JsonException => $"A file is not the JSON it should be: {fault.Message}",
        _ => fault.Message,
    };
}
