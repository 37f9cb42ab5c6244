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

    private readonly KeptBindings _many = new(Prepare(database, release, RowsPerInsert), RowsPerInsert * ColumnsBound);
    private readonly KeptBindings _one = new(Prepare(database, release, 1), ColumnsBound);
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

    private void Insert(KeptBindings bindings, ReadOnlySpan<ObservationRow> rows)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            Bind(bindings, i * ColumnsBound, in rows[i]);
        }

        SqliteStatement.Execute(database, bindings.Statement);
    }

    private static void Bind(KeptBindings bindings, int at, in ObservationRow row)
    {
        bindings.Number(at + 1, row.Series);
        bindings.Number(at + 2, row.PeriodStart);
        bindings.Number(at + 3, row.PeriodEnd);
        BindValue(bindings, at + 4, row.Raw);
        bindings.Word(at + 7, _reasons[(int)row.MissingReason]);
        bindings.Number(at + 8, Phrase(row.SourceFlag));
        bindings.Number(at + 9, Phrase(row.Source));
        bindings.Number(at + 10, Phrase(row.Note));
        BindValue(bindings, at + 11, row.Public);
        bindings.Number(at + 14, row.Delivery);
        bindings.Number(at + 15, row.Line);
        bindings.Number(at + 16, row.Field);
    }

    private static void BindValue(KeptBindings bindings, int at, in ValueWithStatus value)
    {
        bindings.Number(at, value.Value);
        bindings.Word(at + 1, _statuses[(int)value.Status]);
        bindings.Word(at + 2, _confidentialities[(int)value.Confidentiality]);
    }

    private static long? Phrase(int phrase) => phrase >= 0 ? phrase : null;

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
