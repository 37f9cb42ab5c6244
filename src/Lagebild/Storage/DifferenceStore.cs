using System.Data.Common;
using System.Text.Json;
using Dapper;
using Lagebild.Disclosure;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Computes the difference of a delivery within a transaction and keeps what it states.</summary>
internal sealed class DifferenceStore(Database database, DbTransaction transaction)
{
    private static readonly Table _phrase = new("phrase", "delivery", "number", "body");
    private static readonly Table _field = new("field_name", "delivery", "number", "body");
    private static readonly Table _line = new("withheld_line", "delivery", "line");

    private static readonly Table _range = new(
        "stated_range", "delivery", "number", "first_series", "first_start", "first_end", "last_series", "last_start", "last_end");

    /// <summary>Hands the difference to the writer; keeps phrases, fields, ranges and withheld lines of the delivery in place of any kept before.</summary>
    public async Task<DifferenceCounts> WriteAsync(long delivery, Feed feed, CheckedFile file, DifferenceWriter writer, CancellationToken ct)
    {
        var known = await SeriesTable.AddMissingAsync(transaction, database, feed.Code, file.Series);
        var ids = file.Series.Select(k => known[k]).ToArray();
        var span = FileSpan.Of(file);
        var closes = feed.Scope == DeliveryScope.Full ? span : null;
        var leftOut = closes is null ? [] : LeftOut(known, file.Series);
        await ForgetAsync(delivery);
        using var current = database.ReadHistory(transaction, [.. ids, .. leftOut], currentOnly: true);
        var difference = new Difference(file, delivery, await ControlsAsync(feed, file.Series), ids, closes, new PhraseNumbers(transaction, file.Phrases), current, writer);
        difference.Run(leftOut, ct);
        await writer.CompleteAsync(ct);
        Keep(delivery, feed, file, difference);
        await NoteAsync(delivery, feed, span);
        return difference.Counts;
    }

    /// <summary>Removes what an older difference of the delivery left.</summary>
    private async Task ForgetAsync(long delivery)
    {
        foreach (var sql in (string[])[Sql.ForgetPhrases, Sql.ForgetFields, Sql.ForgetRanges, Sql.ForgetLines])
        {
            await transaction.Connection!.ExecuteAsync(sql, new { Delivery = delivery }, transaction);
        }

        await DraftWriter.RemoveAsync(transaction, delivery);
    }

    /// <summary>Series of the feed in the regions of the file that the file does not name, by id.</summary>
    private static long[] LeftOut(Dictionary<SeriesKey, long> known, IReadOnlyList<SeriesKey> inFile)
    {
        var (regions, named) = (inFile.Select(k => k.Region).ToHashSet(), inFile.ToHashSet());
        return [.. known.Where(s => regions.Contains(s.Key.Region) && !named.Contains(s.Key)).Select(s => s.Value).Order()];
    }

    private async Task<DisclosureControl[]> ControlsAsync(Feed feed, IReadOnlyList<SeriesKey> series)
    {
        var decimals = feed.Disclosure.By == DisclosureBy.Ours ? await DecimalsAsync() : [];
        var controls = series.Select(k => k.Variant).Distinct().ToDictionary(v => v, v => new DisclosureControl(feed.Disclosure, decimals.GetValueOrDefault(v)));
        return [.. series.Select(k => controls[k.Variant])];
    }

    /// <summary>Decimals by variant.</summary>
    public async Task<Dictionary<string, int>> DecimalsAsync() =>
        (await transaction.Connection!.QueryAsync<VariantRow>(Sql.Variants, transaction: transaction)).ToDictionary(v => v.Code, v => v.Decimals());

    private void Keep(long delivery, Feed feed, CheckedFile file, Difference difference)
    {
        database.Insert(transaction, _phrase, Used(delivery, file.Phrases, difference.UsedPhrases));
        database.Insert(transaction, _field, Used(delivery, file.Fields, difference.UsedFields));
        database.Insert(transaction, _range, difference.Stated.All().Select((r, i) =>
            new object?[] { delivery, i, r.FirstSeries, r.FirstStart, r.FirstEnd, r.LastSeries, r.LastStart, r.LastEnd }));
        if (feed.Disclosure.By == DisclosureBy.Publisher)
        {
            database.Insert(transaction, _line, difference.WithheldLines.Order().Select(l => new object?[] { delivery, l }));
        }
    }

    private static IEnumerable<object?[]> Used(long delivery, IReadOnlyList<string> texts, bool[] used) =>
        texts.Select((t, i) => (Text: t, Number: i)).Where(t => used[t.Number]).Select(t => new object?[] { delivery, t.Number, t.Text });

    private Task<int> NoteAsync(long delivery, Feed feed, FileSpan? span) => transaction.Connection!.ExecuteAsync(
        Sql.NoteStatement,
        new { Delivery = delivery, Scope = feed.Scope.ToString(), Disclosure = feed.Disclosure.By.ToString(), SpanStart = span?.Start, SpanEnd = span?.End },
        transaction);

    private sealed record VariantRow
    {
        public required string Code { get; init; }

        public required string Body { get; init; }

        public int Decimals()
        {
            using var body = JsonDocument.Parse(Body);
            return body.RootElement.TryGetProperty("decimals", out var decimals) ? decimals.GetInt32() : 0;
        }
    }

    internal static class Sql
    {
        /// <summary>The variants as they are now.</summary>
        public const string Variants = """
            select code, body
            from catalogue_entry
            where kind = 'variant' and release_to = 2147483647
            """;

        /// <summary>Removes phrases.</summary>
        public const string ForgetPhrases = """
            delete from phrase
            where delivery = @Delivery
            """;

        /// <summary>Removes field names.</summary>
        public const string ForgetFields = """
            delete from field_name
            where delivery = @Delivery
            """;

        /// <summary>Removes what was stated.</summary>
        public const string ForgetRanges = """
            delete from stated_range
            where delivery = @Delivery
            """;

        /// <summary>Removes withheld lines.</summary>
        public const string ForgetLines = """
            delete from withheld_line
            where delivery = @Delivery
            """;

        /// <summary>Keeps what the delivery declares, and the rule it was compared under.</summary>
        public const string NoteStatement = """
            update delivery
            set scope = @Scope, disclosure = @Disclosure, span_start = @SpanStart, span_end = @SpanEnd
            where id = @Delivery
            """;
    }
}
