namespace Lagebild.Storage;

/// <summary>History of the jobs' runs.</summary>
public sealed class RunStore(Database database)
{
    /// <summary>Starts a run; gives its id.</summary>
    public Task<long> StartAsync(string feed, bool manual, string stage, DateTime startedUtc, CancellationToken ct) => throw new NotImplementedException($"{database}{feed}{manual}{stage}{startedUtc}{ct}");

    /// <summary>Keeps how far a run has come or how it ended: all but feed, start and manual.</summary>
    public Task SaveAsync(Run run, CancellationToken ct) => throw new NotImplementedException($"{run}{ct}");

    /// <summary>At start: ends the runs that the end of the program cut off. Gives their feeds, each once.</summary>
    public Task<IReadOnlyList<string>> CutOffAsync(DateTime endedUtc, CancellationToken ct) => throw new NotImplementedException($"{endedUtc}{ct}");

    /// <summary>Latest first; null for all feeds.</summary>
    public Task<IReadOnlyList<Run>> ListAsync(string? feed, int count, CancellationToken ct) => throw new NotImplementedException($"{feed}{count}{ct}");

    /// <summary>The latest run of each feed that ended by itself (neither running nor cut off), by feed code. A feed missing here never had one.</summary>
    public Task<IReadOnlyList<Run>> LatestOfFeedsAsync(CancellationToken ct) => throw new NotImplementedException($"{ct}");
}
