using System.Collections.Concurrent;
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
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the site may be seen.</summary>
    public bool IsOpen => _opened.Task.IsCompleted;

    /// <summary>Ends when the site may be seen.</summary>
    public Task Opened => _opened.Task;

    /// <summary>The feeds of the first import, in its order; empty before they are known.</summary>
    public IReadOnlyList<Feed> Feeds { get; private set; } = [];

    /// <summary>The latest step of a feed; null before its first.</summary>
    public ImportStep? Latest(string feed) => _latest.GetValueOrDefault(feed);

    /// <summary>True where none of these is to come or under way: what is still closed waits for a person's release.</summary>
    public bool IsOver => Feeds.All(f => Latest(f.Code)?.Stage is ImportStage.Finished or ImportStage.Failed);

    /// <summary>Says which feeds are to come.</summary>
    public void Expect(IReadOnlyList<Feed> feeds) => Feeds = feeds;

    /// <summary>Lets everybody in.</summary>
    public void Open()
    {
        TellOpen();
        _opened.TrySetResult();
    }

    /// <inheritdoc/>
    public void Report(ImportStep value)
    {
        _latest[value.Feed] = value;
        Tell(value.Stage is ImportStage.Failed or ImportStage.Refused ? LogLevel.Warning : LogLevel.Information, value);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The site is open.")]
    private partial void TellOpen();

    [LoggerMessage(Message = "{Step}")]
    private partial void Tell(LogLevel level, ImportStep step);
}
