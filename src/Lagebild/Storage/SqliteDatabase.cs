using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Lagebild.Storage;

/// <summary>The embedded default: one file in write-ahead mode; readers never wait for the writer.</summary>
public sealed class SqliteDatabase(DatabaseOptions options) : Database(options)
{
    // Of https://www.sqlite.org/rescode.html: SQLITE_FULL, SQLITE_IOERR, SQLITE_READONLY.
    private const int Full = 13;
    private const int FailedWrite = 10;
    private const int ReadOnly = 8;

    private readonly string _connectionString = new SqliteConnectionStringBuilder(options.ConnectionString) { DefaultTimeout = 120 }.ConnectionString;

    /// <inheritdoc/>
    internal override string Name => "sqlite";

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(ct);
        await connection.ExecuteAsync("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
        return connection;
    }

    /// <inheritdoc/>
    internal override Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true));

    /// <inheritdoc/>
    internal override Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: false));

    /// <summary>By a file beside the database that the system keeps locked for its holder.</summary>
    internal override Task<IAsyncDisposable?> TryClaimAsync(string name, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var file = $"{new SqliteConnectionStringBuilder(_connectionString).DataSource}-{Uri.EscapeDataString(name)}.lock";
        try
        {
            return Task.FromResult<IAsyncDisposable?>(new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(file))
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
    }

    /// <inheritdoc/>
    internal override bool IsFull(DbException fault) => fault is SqliteException { SqliteErrorCode: Full or FailedWrite or ReadOnly };

    /// <inheritdoc/>
    internal override Task EnsureMigrationTableAsync(DbTransaction transaction, CancellationToken ct) => transaction.Connection!.ExecuteAsync(
        "create table if not exists migration (number integer not null constraint pk_migration primary key, name text not null, checksum text not null, applied_utc text not null)",
        transaction: transaction);

    /// <inheritdoc/>
    internal override IEnumerable<string> Batches(string script) => [script];

    /// <inheritdoc/>
    internal override void Insert(DbTransaction transaction, Table table, IEnumerable<object?[]> rows)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        var parameters = table.Columns.Select((_, i) => new SqliteParameter($"@p{i}", null)).ToArray();
        command.CommandText = $"insert into {table.Name} ({string.Join(", ", table.Columns)}) values ({string.Join(", ", parameters.Select(p => p.ParameterName))})";
        command.Parameters.AddRange(parameters);
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = row[i] ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    internal override HistoryReader ReadHistory(DbTransaction transaction, IReadOnlyList<long> series, bool currentOnly) =>
        new SqliteHistoryReader(((SqliteConnection)transaction.Connection!).Handle!, currentOnly);

    /// <inheritdoc/>
    internal override DifferenceWriter WriteRelease(DbTransaction transaction, long delivery, int release) =>
        new SqliteReleaseWriter(((SqliteConnection)transaction.Connection!).Handle!, release);
}
