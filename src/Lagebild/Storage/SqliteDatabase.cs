using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Lagebild.Storage;

/// <summary>The embedded default: one file.</summary>
public sealed class SqliteDatabase(DatabaseOptions options) : Database(options)
{
    /// <inheritdoc/>
    internal override string Name => "sqlite";

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(Options.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
