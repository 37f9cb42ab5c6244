using Dapper;

namespace Lagebild.Storage;

/// <summary>History of the jobs' runs.</summary>
public sealed class RunStore(Database database)
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// Waits until no other run of the feed goes on, in this program or any other on the database, and keeps others waiting until disposed.
    /// The claim of a program that was killed ends with it.
    /// </summary>
    public async Task<IAsyncDisposable> ClaimAsync(string feed, CancellationToken ct)
    {
        for (; ; )
        {
            if (await database.TryClaimAsync(feed, ct) is { } claim)
            {
                return claim;
            }

            await Task.Delay(_pause, ct);
        }
    }

    /// <summary>Starts a run; gives its id.</summary>
    public async Task<long> StartAsync(string feed, bool manual, string stage, DateTime startedUtc, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var id = await Database.NextAsync(transaction, "run");
        await connection.ExecuteAsync(Sql.Start, new { Id = id, Feed = feed, Manual = manual, Stage = stage, StartedUtc = startedUtc }, transaction);
        await transaction.CommitAsync(ct);
        return id;
    }

    /// <summary>Keeps how far a run has come or how it ended: all but feed, start and manual.</summary>
    public Task SaveAsync(Run run, CancellationToken ct) => database.ExecuteAsync(
        Sql.Save,
        new { run.Id, run.EndedUtc, run.Stage, Outcome = run.Outcome.ToString(), run.Delivery, run.Release, run.Files, run.Records, run.ValueCount, run.Errors },
        ct);

    /// <summary>Ends the runs of a feed that the end of a program cut off: for who holds its claim. Gives their number.</summary>
    public Task<int> CutOffAsync(string feed, DateTime endedUtc, CancellationToken ct) =>
        database.ExecuteAsync(Sql.CutOff, new { Feed = feed, EndedUtc = endedUtc }, ct);

    /// <summary>Notes a step of a run, after those noted before.</summary>
    public Task NoteAsync(RunStep step, CancellationToken ct) => database.ExecuteAsync(Sql.Note, step, ct);

    /// <summary>The steps of runs, in their order.</summary>
    public async Task<ILookup<long, RunStep>> StepsAsync(IReadOnlyCollection<long> runs, CancellationToken ct) =>
        (await database.QueryAsync<RunStep>(Sql.Steps, new { Runs = runs }, ct)).ToLookup(s => s.Run);

    /// <summary>Latest first; null for all feeds.</summary>
    public Task<IReadOnlyList<Run>> ListAsync(string? feed, int count, CancellationToken ct) =>
        database.QueryAsync<Run>(Sql.List, new { Feed = feed, Count = count }, ct);

    /// <summary>The latest run of each feed that ended by itself (neither running nor cut off), by feed code. A feed missing here never had one.</summary>
    public Task<IReadOnlyList<Run>> LatestOfFeedsAsync(CancellationToken ct) => database.QueryAsync<Run>(Sql.LatestOfFeeds, null, ct);

    internal static class Sql
    {
        private const string Columns = """
            select r.id, r.feed, r.started_utc, r.ended_utc, r.manual, r.stage, r.outcome, r.delivery, r.release, r.files, r.records, r.value_count, r.errors
            from run r
            """;

        /// <summary>A run begins.</summary>
        public const string Start = """
            insert into run (id, feed, started_utc, manual, stage, outcome, files, records, value_count, errors)
            values (@Id, @Feed, @StartedUtc, @Manual, @Stage, 'Running', 0, 0, 0, 0)
            """;

        /// <summary>How far a run has come.</summary>
        public const string Save = """
            update run
            set ended_utc = @EndedUtc, stage = @Stage, outcome = @Outcome, delivery = @Delivery, release = @Release,
                files = @Files, records = @Records, value_count = @ValueCount, errors = @Errors
            where id = @Id
            """;

        /// <summary>The next step of a run.</summary>
        public const string Note = """
            insert into run_step (run, number, at_utc, stage, file_name, records, value_count, errors, release)
            select @Run, (select coalesce(max(s.number), 0) + 1 from run_step s where s.run = @Run), @AtUtc, @Stage, @FileName, @Records, @ValueCount, @Errors, @Release
            """;

        /// <summary>The steps of runs, in their order.</summary>
        public const string Steps = """
            select run, at_utc, stage, file_name, records, value_count, errors, release
            from run_step
            where run in @Runs
            order by run, number
            """;

        /// <summary>Ends what was cut off.</summary>
        public const string CutOff = """
            update run
            set ended_utc = @EndedUtc, outcome = 'CutOff'
            where feed = @Feed and outcome = 'Running'
            """;

        /// <summary>The last runs, of one feed or of all, latest first: ids are given in order of start.</summary>
        public const string List = $"""
            {Columns}
            join (
                select n.id, row_number() over (order by n.id desc) as place
                from run n
                where @Feed is null or n.feed = @Feed) l on l.id = r.id
            where l.place <= @Count
            order by r.id desc
            """;

        /// <summary>The last run of each feed that ended by itself, by feed.</summary>
        public const string LatestOfFeeds = $"""
            {Columns}
            where r.id in (select max(n.id) from run n where n.outcome not in ('Running', 'CutOff') group by n.feed)
            order by r.feed
            """;
    }
}
