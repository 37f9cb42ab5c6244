using System.Data.Common;
using Dapper;

namespace Lagebild.Storage;

/// <summary>Which database, and what an operator may set about it.</summary>
public sealed record DatabaseOptions
{
    /// <summary><c>Data Source=lagebild.db</c> (SQLite) or <c>Server=...</c> (SQL Server): the keyword <c>Data Source</c> with a file name means SQLite.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>True for SQL Server.</summary>
    public bool SqlServer { get; init; }

    /// <summary>The share of what a full delivery covers that it may close without a person's word.</summary>
    public double MaximumClosedShare { get; init; } = 0.2;
}

/// <summary>
/// Where everything is kept, and all that differs between the two databases: opening, the write lock, bulk writing, migration file ending.
/// One instance for the whole program; connections are opened per call.
/// </summary>
public abstract partial class Database
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
}
