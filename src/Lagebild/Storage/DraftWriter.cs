using System.Data.Common;
using Dapper;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Keeps a difference in <c>draft</c>: for a person to decide, or as the way of a bulk copy into <c>observation</c>.</summary>
internal class DraftWriter(Database database, DbTransaction transaction, long delivery, DraftRanking? ranking = null, AskedValues? asked = null) : DifferenceWriter
{
    private const int RowsPerInsert = 10_000;

    private static readonly Table _draft = new(
        "draft", "delivery", "series", "period_start", "period_end", "closes", "opens", "value", "obs_status", "conf_status", "missing_reason", "source_flag", "source", "note",
        "public_value", "public_obs_status", "public_conf_status", "brought_by", "line", "field");

    private readonly List<object?[]> _rows = [];

    /// <inheritdoc/>
    public override void Close(in ObservationRow current)
    {
        ranking?.Closed(current);
        Add(current, closes: true, opens: false);
    }

    /// <inheritdoc/>
    public override void Open(in ObservationRow row, ObservationRow? replaced)
    {
        ranking?.Opened(row, replaced);
        asked?.Opened(row);
        Add(row, closes: replaced is not null, opens: true);
    }

    /// <inheritdoc/>
    public override Task CompleteAsync(CancellationToken ct)
    {
        Flush();
        ranking?.Keep(database, transaction, delivery);
        asked?.Keep(database, transaction);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override void Dispose() => _rows.Clear();

    /// <summary>Makes a draft public as a release, and removes it.</summary>
    public static async Task ReleaseAsync(DbTransaction transaction, long delivery, int release)
    {
        var numbers = new { Delivery = delivery, Release = release };
        await transaction.Connection!.ExecuteAsync(Sql.CloseFromDraft, numbers, transaction);
        await transaction.Connection!.ExecuteAsync(Sql.OpenFromDraft, numbers, transaction);
        await RemoveAsync(transaction, delivery);
    }

    public static Task RemoveAsync(DbTransaction transaction, long delivery) =>
        transaction.Connection!.ExecuteAsync(Sql.Remove, new { Delivery = delivery }, transaction);

    private void Add(in ObservationRow row, bool closes, bool opens)
    {
        _rows.Add([
            delivery, row.Series, row.PeriodStart, row.PeriodEnd, closes, opens,
            row.Raw.Value, WordOrNull(row.Raw.Status.Word()), WordOrNull(row.Raw.Confidentiality.Word()), WordOrNull(row.MissingReason.Word()),
            PhraseOrNull(row.SourceFlag), PhraseOrNull(row.Source), PhraseOrNull(row.Note),
            row.Public.Value, WordOrNull(row.Public.Status.Word()), WordOrNull(row.Public.Confidentiality.Word()), row.Delivery, row.Line, row.Field,
        ]);
        if (_rows.Count == RowsPerInsert)
        {
            Flush();
        }
    }

    private void Flush()
    {
        database.Insert(transaction, _draft, _rows);
        _rows.Clear();
    }

    private static string? WordOrNull(string word) => word.Length == 0 ? null : word;

    private static int? PhraseOrNull(int phrase) => phrase < 0 ? null : phrase;

    internal static class Sql
    {
        /// <summary>Ends the current rows that a draft replaces or leaves out.</summary>
        public const string CloseFromDraft = """
            update observation
            set release_to = @Release
            where release_to = 2147483647
                and exists (
                    select 1
                    from draft d
                    where d.delivery = @Delivery and d.closes = 1
                        and d.series = observation.series and d.period_start = observation.period_start and d.period_end = observation.period_end)
            """;

        /// <summary>Begins the rows of a draft.</summary>
        public const string OpenFromDraft = """
            insert into observation (series, period_start, period_end, release_from, release_to, value, obs_status, conf_status, missing_reason, source_flag, source, note,
                public_value, public_obs_status, public_conf_status, delivery, line, field)
            select d.series, d.period_start, d.period_end, @Release, 2147483647, d.value, d.obs_status, d.conf_status, d.missing_reason, d.source_flag, d.source, d.note,
                d.public_value, d.public_obs_status, d.public_conf_status, d.brought_by, d.line, d.field
            from draft d
            where d.delivery = @Delivery and d.opens = 1
            order by d.series, d.period_start, d.period_end
            """;

        /// <summary>Removes a draft.</summary>
        public const string Remove = """
            delete from draft
            where delivery = @Delivery
            """;
    }
}

/// <summary>Writes a release by way of <c>draft</c>: bulk copy, then two statements over sets.</summary>
internal sealed class DraftReleaseWriter(Database database, DbTransaction transaction, long delivery, int release) : DraftWriter(database, transaction, delivery)
{
    private readonly DbTransaction _transaction = transaction;
    private readonly long _delivery = delivery;

    /// <inheritdoc/>
    public override async Task CompleteAsync(CancellationToken ct)
    {
        await base.CompleteAsync(ct);
        await ReleaseAsync(_transaction, _delivery, release);
    }
}
