using System.Collections.Concurrent;
using System.Globalization;
using Lagebild.Jobs;
using Lagebild.Statistics;

namespace Lagebild.Web.Startup;

/// <summary>
/// How far the imports have come: on the console, one line a step, and for the page shown until the first release.
/// Opens once, when the first import is over; never closes again.
/// </summary>
internal sealed partial class StartProgress(ILogger<StartProgress> log) : IProgress<ImportStep>
{
    private readonly ConcurrentDictionary<string, ImportStep> _latest = new(StringComparer.Ordinal);
    private volatile bool _isOpen;

    /// <summary>True once the site may be seen.</summary>
    public bool IsOpen => _isOpen;

    /// <summary>The feeds of the first import, in its order; empty before they are known.</summary>
    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    /// <summary>The latest step of a feed; null before its first.</summary>
    public ImportStep? Latest(string feed) => _latest.GetValueOrDefault(feed);

    /// <summary>Says which feeds are to come.</summary>
    public void Expect(IReadOnlyList<Feed> feeds) => Feeds = feeds;

    /// <summary>Lets everybody in.</summary>
    public void Open() => _isOpen = true;

    /// <inheritdoc/>
    public void Report(ImportStep value)
    {
        _latest[value.Feed] = value;
        Tell(value.Stage == ImportStage.Failed || value.Stage == ImportStage.Refused ? LogLevel.Warning : LogLevel.Information, value.Feed, Words(value));
    }

    /// <summary>One English line about a step; no contents of cells.</summary>
    internal static string Words(ImportStep step) => step.Stage switch
    {
        ImportStage.Started => "started",
        ImportStage.Reading => $"{step.File}: reading",
        ImportStage.Stored => $"{step.File}: {Count(step.Records)} records read, {Count(step.Values)} values, stored",
        ImportStage.Released => $"{step.File}: release {Count(step.Release ?? 0)}",
        ImportStage.Waiting => $"{step.File}: waits for a person's word",
        ImportStage.Refused => $"{step.File}: {Count(step.Errors)} errors, nothing of it becomes public",
        ImportStage.SeenAgain => $"{step.File}: seen before, unchanged",
        ImportStage.Finished => "finished",
        _ => "failed",
    };

    private static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    [LoggerMessage(Message = "{Feed}: {Step}")]
    private partial void Tell(LogLevel level, string feed, string step);
}
