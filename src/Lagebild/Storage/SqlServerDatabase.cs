using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Lagebild.Storage;

/// <summary>The served deployment: several nodes on one database.</summary>
public sealed class SqlServerDatabase(DatabaseOptions options) : Database(options)
{
    /// <inheritdoc/>
    internal override string Name => "sqlserver";

    /// <inheritdoc/>
    public override async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        var connection = new SqlConnection(Options.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }
}
