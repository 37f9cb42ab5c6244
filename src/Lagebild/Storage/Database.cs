using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace Lagebild.Storage;

/// <summary>Which database, and what an operator may set about it.</summary>
public sealed record DatabaseOptions
{
    /// <summary>In the words of the driver: <c>Data Source=lagebild.db</c> (SQLite), <c>Server=...</c> (SQL Server).</summary>
    public required string ConnectionString { get; init; }

    /// <summary>True for SQL Server.</summary>
    public bool SqlServer { get; init; }

    /// <summary>The share of what a full delivery covers that it may close without a person's word.</summary>
    public double MaximumClosedShare { get; init; } = 0.2;
}

/// <summary>
/// Where everything is kept, and all that differs between the two databases: opening, the write lock, bulk reading and writing, migration files.
/// One instance for the whole program; connections are opened per call.
/// </summary>
public abstract class Database
{
    static Database()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTime));
        SqlMapper.RemoveTypeMap(typeof(DateTime?));
        SqlMapper.AddTypeHandler(new UtcHandler());
    }

    private protected Database(DatabaseOptions options) => Options = options;

    public DatabaseOptions Options { get; }

    /// <summary>Opens nothing yet.</summary>
    public static Database From(DatabaseOptions options) => options.SqlServer ? new SqlServerDatabase(options) : new SqliteDatabase(options);

    /// <summary>An open connection; the caller disposes it.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken ct);

    /// <summary><c>sqlite</c> or <c>sqlserver</c>: the ending of its migration files.</summary>
    internal abstract string Name { get; }

    /// <summary>A transaction that only reads and keeps nobody waiting.</summary>
    internal abstract Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct);

    /// <summary>A transaction that holds the one write lock of all nodes until it ends.</summary>
    internal abstract Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct);

    /// <summary>
    /// Something that one holder among all programs has at a time; null where another has it. Ends when disposed, and with the program however that ends.
    /// </summary>
    internal abstract Task<IAsyncDisposable?> TryClaimAsync(string name, CancellationToken ct);

    /// <summary>Whether a fault means that nothing more can be written: the disk is full or fails, or a limit is reached.</summary>
    internal abstract bool IsFull(DbException fault);

    /// <summary>Makes the table of applied migrations where it is missing; the transaction holds the write lock.</summary>
    internal abstract Task EnsureMigrationTableAsync(DbTransaction transaction, CancellationToken ct);

    /// <summary>The parts of a migration file that are to be sent one by one.</summary>
    internal abstract IEnumerable<string> Batches(string script);

    /// <summary>Inserts rows as they come; table and columns are constants of the program.</summary>
    internal abstract void Insert(DbTransaction transaction, Table table, IEnumerable<object?[]> rows);

    /// <summary>Reads the raw rows of series, in the order given.</summary>
    internal abstract HistoryReader ReadHistory(DbTransaction transaction, IReadOnlyList<long> series, bool currentOnly);

    /// <summary>Takes the difference a release makes.</summary>
    internal abstract DifferenceWriter WriteRelease(DbTransaction transaction, long delivery, int release);

    /// <summary>Takes the numbers last + 1 to last + <paramref name="count"/> of a sequence; gives the first. Runs under the write lock.</summary>
    internal static async Task<long> NextAsync(DbTransaction transaction, string sequence, long count = 1)
    {
        await transaction.Connection!.ExecuteAsync(Sql.Advance, new { Name = sequence, Count = count }, transaction);
        return await transaction.Connection!.ExecuteScalarAsync<long>(Sql.Last, new { Name = sequence }, transaction) - count + 1;
    }

    /// <summary>Reads on a connection of its own.</summary>
    internal async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        return [.. await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: ct))];
    }

    /// <summary>Reads row by row on a connection of its own: who stops early leaves the rest unread.</summary>
    internal async IAsyncEnumerable<T> StreamAsync<T>(string sql, object? parameters, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        await foreach (var row in connection.QueryUnbufferedAsync<T>(sql, parameters).WithCancellation(ct))
        {
            yield return row;
        }
    }

    /// <summary>Runs one statement on a connection of its own; gives the number of rows.</summary>
    internal async Task<int> ExecuteAsync(string sql, object? parameters, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        return await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: ct));
    }

    internal static class Sql
    {
        /// <summary>Takes numbers.</summary>
        public const string Advance = """
            update sequence
            set last = last + @Count
            where name = @Name
            """;

        /// <summary>The last number taken.</summary>
        public const string Last = """
            select last
            from sequence
            where name = @Name
            """;
    }
}

/// <summary>A table and the columns that are filled, in order.</summary>
internal sealed record Table(string Name, params string[] Columns)
{
    /// <summary>Rows that a bulk copy may hold in memory.</summary>
    public int RowsAtOnce { get; init; } = 10_000;
}

/// <summary>Raw rows of one series after the other.</summary>
internal abstract class HistoryReader : IDisposable
{
    /// <summary>Replaces the content of the list by the rows of a series, ordered by period, then release. Series are asked for in the order given at the start.</summary>
    public abstract void Read(long series, List<ObservationRow> rows);

    public abstract void Dispose();
}

/// <summary>Takes changes of observations one by one, ordered as they come. Nothing is visible before the transaction commits.</summary>
internal abstract class DifferenceWriter : IDisposable
{
    /// <summary>A current row ends.</summary>
    public abstract void Close(in ObservationRow current);

    /// <summary>A row begins: where it replaces a current one, that one ends.</summary>
    public abstract void Open(in ObservationRow row, ObservationRow? replaced);

    /// <summary>Writes what was kept back.</summary>
    public abstract Task CompleteAsync(CancellationToken ct);

    public abstract void Dispose();
}
