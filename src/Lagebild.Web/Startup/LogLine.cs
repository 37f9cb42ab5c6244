using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Lagebild.Web.Startup;

/// <summary>The log on the console: time, what is worse than a message, the message in one line; an exception whole below it.</summary>
internal sealed class LogLine(TimeProvider clock) : ConsoleFormatter(FormatterName)
{
    /// <summary>Name by which the console logger finds it.</summary>
    public const string FormatterName = "lagebild";

    /// <inheritdoc/>
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        textWriter.WriteLine(FormattableString.Invariant($"{clock.GetLocalNow():HH:mm:ss} {Mark(logEntry.LogLevel)}{logEntry.Formatter(logEntry.State, logEntry.Exception)}"));
        if (logEntry.Exception is { } fault)
        {
            textWriter.WriteLine(fault);
        }
    }

    private static string Mark(LogLevel level) => level switch
    {
        LogLevel.Warning => "warning: ",
        LogLevel.Error or LogLevel.Critical => "error: ",
        _ => "",
    };
}
