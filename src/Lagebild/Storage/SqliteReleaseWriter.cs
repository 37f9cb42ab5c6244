using System.Globalization;
using System.Text;
using Lagebild.Disclosure;
using Lagebild.Statistics;
using SQLitePCL;
using static SQLitePCL.raw;

namespace Lagebild.Storage;

/// <summary>Writes a release straight into <c>observation</c>, 64 rows a statement through the raw handle.</summary>
internal sealed class SqliteReleaseWriter(sqlite3 database, int release) : DifferenceWriter
{
    private const int RowsPerInsert = 64;
    private const int ColumnsBound = 16;

    private static readonly byte[]?[] _statuses = Words<ObservationStatus>(s => s.Word());
    private static readonly byte[]?[] _confidentialities = Words<ConfidentialityStatus>(c => c.Word());
    private static readonly byte[]?[] _reasons = Words<MissingReason>(r => r.Word());

    private readonly sqlite3_stmt _many = Prepare(database, release, RowsPerInsert);
    private readonly sqlite3_stmt _one = Prepare(database, release, 1);
    private readonly sqlite3_stmt _close = SqliteStatement.Prepare(database, Sql.Close);
    private readonly ObservationRow[] _kept = new ObservationRow[RowsPerInsert];
    private int _count;

    /// <inheritdoc/>
    public override void Close(in ObservationRow current)
    {
        sqlite3_bind_int(_close, 1, release);
        sqlite3_bind_int64(_close, 2, current.Series);
        sqlite3_bind_int(_close, 3, current.PeriodStart);
        sqlite3_bind_int(_close, 4, current.PeriodEnd);
        sqlite3_bind_int(_close, 5, current.ReleaseFrom);
        SqliteStatement.Execute(database, _close);
    }

    /// <inheritdoc/>
    public override void Open(in ObservationRow row, ObservationRow? replaced)
    {
        if (replaced is { } current)
        {
            Close(current);
        }

        _kept[_count++] = row;
        if (_count == RowsPerInsert)
        {
            Insert(_many, _kept);
            _count = 0;
        }
    }

    /// <inheritdoc/>
    public override Task CompleteAsync(CancellationToken ct)
    {
        for (var i = 0; i < _count; i++)
        {
            Insert(_one, _kept.AsSpan(i, 1));
        }

        _count = 0;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _many.Dispose();
        _one.Dispose();
        _close.Dispose();
    }

    private static sqlite3_stmt Prepare(sqlite3 database, int release, int rows)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"(?, ?, ?, {release}, {ObservationRow.Current}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        return SqliteStatement.Prepare(database, Sql.Insert + " " + string.Join(", ", Enumerable.Repeat(row, rows)));
    }

    private void Insert(sqlite3_stmt statement, ReadOnlySpan<ObservationRow> rows)
    {
        sqlite3_clear_bindings(statement);
        for (var i = 0; i < rows.Length; i++)
        {
            Bind(statement, i * ColumnsBound, in rows[i]);
        }

        SqliteStatement.Execute(database, statement);
    }

    private static void Bind(sqlite3_stmt statement, int at, in ObservationRow row)
    {
        sqlite3_bind_int64(statement, at + 1, row.Series);
        sqlite3_bind_int(statement, at + 2, row.PeriodStart);
        sqlite3_bind_int(statement, at + 3, row.PeriodEnd);
        BindValue(statement, at + 4, row.Raw);
        BindWord(statement, at + 7, _reasons[(int)row.MissingReason]);
        BindPhrase(statement, at + 8, row.SourceFlag);
        BindPhrase(statement, at + 9, row.Source);
        BindPhrase(statement, at + 10, row.Note);
        BindValue(statement, at + 11, row.Public);
        sqlite3_bind_int64(statement, at + 14, row.Delivery);
        sqlite3_bind_int(statement, at + 15, row.Line);
        sqlite3_bind_int(statement, at + 16, row.Field);
    }

    private static void BindValue(sqlite3_stmt statement, int at, in ValueWithStatus value)
    {
        if (value.Value is { } number)
        {
            sqlite3_bind_int64(statement, at, number);
        }

        BindWord(statement, at + 1, _statuses[(int)value.Status]);
        BindWord(statement, at + 2, _confidentialities[(int)value.Confidentiality]);
    }

    private static void BindWord(sqlite3_stmt statement, int at, byte[]? word)
    {
        if (word is not null)
        {
            sqlite3_bind_text(statement, at, word);
        }
    }

    private static void BindPhrase(sqlite3_stmt statement, int at, int phrase)
    {
        if (phrase >= 0)
        {
            sqlite3_bind_int(statement, at, phrase);
        }
    }

    private static byte[]?[] Words<T>(Func<T, string> word)
        where T : struct, Enum =>
        [.. Enum.GetValues<T>().Select(v => word(v) is { Length: > 0 } text ? Encoding.UTF8.GetBytes(text) : null)];

    internal static class Sql
    {
        /// <summary>Rows follow.</summary>
        internal const string Insert = """
            insert into observation (series, period_start, period_end, release_from, release_to, value, obs_status, conf_status, missing_reason, source_flag, source, note,
                public_value, public_obs_status, public_conf_status, delivery, line, field)
            values
            """;

        /// <summary>Ends a current row.</summary>
        public const string Close = """
            update observation
            set release_to = @Release
            where series = @Series and period_start = @PeriodStart and period_end = @PeriodEnd and release_from = @ReleaseFrom
            """;
    }
}
