using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.SqlClient;

namespace Lagebild.Storage;

/// <summary>The served deployment: several nodes on one database.</summary>
public sealed class SqlServerDatabase(DatabaseOptions options) : Database(options)
{
    private const int LockTimeoutMilliseconds = 120_000;
    private const int CommandTimeoutSeconds = 600;

    // Error numbers of the server: no space in a filegroup (1105, 1101), the log is full (9002).
    private const int FilegroupFull = 1105;
    private const int NoPages = 1101;
    private const int LogFull = 9002;

    // Not 0: a TDS-compatible server answers that as a fault where another holds the lock.
    private const int ClaimTimeoutMilliseconds = 100;

    /// <inheritdoc/>
    internal override string Name => "sqlserver";

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqlConnection(Options.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    /// <inheritdoc/>
    internal override async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) =>
        await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

    /// <inheritdoc/>
    internal override async Task<DbTransaction> BeginWriteAsync(DbConnection connection, CancellationToken ct)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);
        return await LockAsync(transaction, "lagebild", LockTimeoutMilliseconds) ? transaction : throw new TimeoutException("Another node holds the write lock.");
    }

    /// <summary>By a lock of a transaction that holds nothing else and ends with its connection.</summary>
    internal override async Task<IAsyncDisposable?> TryClaimAsync(string name, CancellationToken ct)
    {
        var connection = await OpenAsync(ct);
        var isHeld = false;
        try
        {
            isHeld = await LockAsync(await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct), $"lagebild {name}", ClaimTimeoutMilliseconds);
            return isHeld ? connection : null;
        }
        finally
        {
            if (!isHeld)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <inheritdoc/>
    internal override bool IsFull(DbException fault) => fault is SqlException { Number: FilegroupFull or NoPages or LogFull };

    /// <inheritdoc/>
    internal override Task EnsureMigrationTableAsync(DbTransaction transaction, CancellationToken ct) => transaction.Connection!.ExecuteAsync(
        """
        if object_id('migration') is null
            create table migration (number int not null constraint pk_migration primary key, name nvarchar(200) not null, checksum nvarchar(64) not null, applied_utc datetime2(7) not null)
        """,
        transaction: transaction);

    /// <inheritdoc/>
    internal override IEnumerable<string> Batches(string script) => script.Split("\ngo\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc/>
    internal override void Insert(DbTransaction transaction, Table table, IEnumerable<object?[]> rows)
    {
        using var copy = new SqlBulkCopy((SqlConnection)transaction.Connection!, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction)transaction)
        {
            DestinationTableName = table.Name,
            BulkCopyTimeout = CommandTimeoutSeconds,
        };
        foreach (var column in table.Columns)
        {
            copy.ColumnMappings.Add(column.Trim('[', ']'), column.Trim('[', ']'));
        }

        foreach (var chunk in rows.Chunk(table.RowsAtOnce))
        {
            using var data = Data(table, chunk);
            copy.WriteToServer(data);
        }
    }

    /// <inheritdoc/>
    internal override HistoryReader ReadHistory(DbTransaction transaction, IReadOnlyList<long> series, bool currentOnly) =>
        new BlockHistoryReader(transaction, series, currentOnly);

    /// <inheritdoc/>
    internal override DifferenceWriter WriteRelease(DbTransaction transaction, long delivery, int release) =>
        new DraftReleaseWriter(this, transaction, delivery, release);

    /// <summary>False where another held the lock all the time.</summary>
    private static async Task<bool> LockAsync(DbTransaction transaction, string resource, int timeoutMilliseconds)
    {
        var parameters = new DynamicParameters(new { Resource = resource, LockMode = "Exclusive", LockOwner = "Transaction", LockTimeout = timeoutMilliseconds });
        parameters.Add("Answer", dbType: DbType.Int32, direction: ParameterDirection.ReturnValue);
        await transaction.Connection!.ExecuteAsync("sp_getapplock", parameters, transaction, commandTimeout: CommandTimeoutSeconds, commandType: CommandType.StoredProcedure);
        return parameters.Get<int>("Answer") switch
        {
            >= 0 => true,
            -1 => false,
            var answer => throw new InvalidOperationException(FormattableString.Invariant($"The server refused a lock: {answer}.")),
        };
    }

    private static DataTable Data(Table table, object?[][] rows)
    {
        var data = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        for (var i = 0; i < table.Columns.Length; i++)
        {
            var sample = rows.Select(r => r[i]).FirstOrDefault(v => v is not null);
            data.Columns.Add(table.Columns[i].Trim('[', ']'), sample?.GetType() ?? typeof(string));
        }

        foreach (var row in rows)
        {
            data.Rows.Add([.. row.Select(v => v ?? DBNull.Value)]);
        }

        return data;
    }
}
