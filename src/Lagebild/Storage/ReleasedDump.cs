using System.Data.Common;
using Dapper;

namespace Lagebild.Storage;

/// <summary>
/// The released state as lines of text, always in the same order, for comparing two databases: releases, feeds, catalogue, texts, deliveries, series, observations.
/// Moments (<c>*_utc</c>) and the history of runs are left out. Holds raw values: for operators, never for the public.
/// </summary>
public sealed class ReleasedDump(Database database)
{
    /// <summary>Writes everything; each line begins with the name of its kind, fields are apart by tabs, null is empty.</summary>
    public async Task WriteAsync(TextWriter writer, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var (kind, text) in Sql.All)
        {
            await WriteAsync(connection, kind, text, writer, cancellation);
        }
    }

    private static async Task WriteAsync(DbConnection connection, string kind, string text, TextWriter writer, CancellationToken cancellation)
    {
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(text, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            var fields = Enumerable.Range(0, reader.FieldCount).Select(f => Text(reader.GetValue(f)));
            await writer.WriteAsync($"{kind}\t{string.Join('\t', fields)}\n");
        }
    }

    private static string Text(object value) => value is DBNull
        ? ""
        : FormattableString.Invariant($"{value}").Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal).Replace("\t", @"\t", StringComparison.Ordinal);

    internal static class Sql
    {
        /// <summary>By number.</summary>
        public const string Releases = """
            select r.number, r.kind, r.why, r.feed, r.delivery, r.withdraws, r.restores, r.withdrawal_kind, r.withdrawn_by, r.added, r.changed, r.closed, r.unchanged
            from release r
            order by r.number
            """;

        /// <summary>In the order they were added.</summary>
        public const string Feeds = """
            select f.code, f.body
            from feed f
            order by f.position
            """;

        /// <summary>Definitions with their releases, by key.</summary>
        public const string Entries = """
            select e.kind, e.code, e.release_from, e.release_to, e.edited, e.body
            from catalogue_entry e
            order by e.kind, e.code, e.release_from
            """;

        /// <summary>Texts with their releases, by key.</summary>
        public const string Texts = """
            select t.kind, t.code, t.part, t.language, t.release_from, t.release_to, t.edited, t.state, t.body
            from catalogue_text t
            order by t.kind, t.code, t.part, t.language, t.release_from
            """;

        /// <summary>In the order they arrived.</summary>
        public const string Deliveries = """
            select d.id, d.feed, d.state, d.file_name, d.place, d.sha256, d.profile, d.profile_version, d.records, d.out_of_scope, d.value_count,
                d.errors, d.warnings, d.notices, d.release
            from delivery d
            order by d.id
            """;

        /// <summary>By what identifies a series; the number is part of public addresses.</summary>
        public const string Series = """
            select s.indicator, s.region, s.variant, s.feed, b.[key], s.frequency, s.id
            from series s
            join breakdown b on b.id = s.breakdown
            order by s.indicator, s.region, s.variant, s.feed, b.[key], s.frequency
            """;

        /// <summary>Every value of every release, raw and public, by series and period.</summary>
        public const string Observations = """
            select o.series, o.period_start, o.period_end, o.release_from, o.release_to, o.value, o.obs_status, o.conf_status, o.missing_reason,
                f.body as source_flag, c.body as source, n.body as note, o.public_value, o.public_obs_status, o.public_conf_status,
                o.delivery, o.line, h.body as field
            from observation o
            left join phrase f on f.delivery = o.delivery and f.number = o.source_flag
            left join phrase c on c.delivery = o.delivery and c.number = o.source
            left join phrase n on n.delivery = o.delivery and n.number = o.note
            left join field_name h on h.delivery = o.delivery and h.number = o.field
            order by o.series, o.period_start, o.period_end, o.release_from
            """;

        /// <summary>Everything, by the name its lines begin with.</summary>
        public static IReadOnlyList<(string Kind, string Text)> All { get; } =
        [
            ("release", Releases), ("feed", Feeds), ("entry", Entries), ("text", Texts), ("delivery", Deliveries), ("series", Series), ("observation", Observations),
        ];
    }
}
