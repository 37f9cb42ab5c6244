using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Lagebild.Storage;

/// <summary>Statements on the raw handle, with errors as exceptions of the driver.</summary>
internal static class SqliteStatement
{
    public static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v2(database, sql, out var statement), database);
        return statement;
    }

    /// <summary>SQLITE_ROW or SQLITE_DONE.</summary>
    public static int Step(sqlite3 database, sqlite3_stmt statement)
    {
        var code = sqlite3_step(statement);
        if (code is not SQLITE_ROW and not SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }

        return code;
    }

    public static void Execute(sqlite3 database, sqlite3_stmt statement)
    {
        Step(database, statement);
        SqliteException.ThrowExceptionForRC(sqlite3_reset(statement), database);
    }
}
