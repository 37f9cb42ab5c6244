using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Reminders of overdue figures: kept, shown to the office and handed to a mail program by who reminds. Never public.</summary>
public sealed class ReminderStore(Database database, TimeProvider clock)
{
    /// <summary>The same cell is not reminded of again before this has passed.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromDays(7);

    private static readonly Table _reminder = new(
        "reminder", "id", "number", "feed", "indicator", "variant", "region", "frequency", "period_start", "period_end", "by_person", "by_name", "at_utc", "recipients", "language", "subject", "body");

    /// <summary>
    /// Keeps a reminder; null where all its cells were reminded of within <see cref="Pause"/>. Cells that were are left out of it: <paramref name="write"/> words it for those that stay.
    /// </summary>
    public async Task<Reminder?> RemindAsync(Feed feed, IReadOnlyList<RemindedCell> cells, Who who, Func<IReadOnlyList<RemindedCell>, Reminder> write, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var known = (await connection.QueryAsync<Row>(Sql.Since, new { SinceUtc = now - Pause }, transaction)).Where(r => r.Feed == feed.Code).Select(r => r.Cell()).ToHashSet();
        RemindedCell[] left = [.. cells.Distinct().Where(c => !known.Contains(c))];
        if (left.Length == 0)
        {
            return null;
        }

        var reminder = write(left) with { Id = await Database.NextAsync(transaction, "reminder"), Feed = feed.Code, Cells = left, By = who, AtUtc = now };
        database.Insert(transaction, _reminder, left.Select((c, i) => Values(reminder, i, c)));
        await AuditStore.AddAsync(transaction, clock, who, "feed.remind", $"feed {feed.Code}", feed.Region, after: FormattableString.Invariant($"reminder {reminder.Id} of {left.Length} overdue cells"));
        await transaction.CommitAsync(ct);
        return reminder;
    }

    /// <summary>Those of the last days, latest first.</summary>
    public async Task<IReadOnlyList<Reminder>> SinceAsync(DateTime utc, CancellationToken ct) =>
        [.. (await database.QueryAsync<Row>(Sql.Since, new { SinceUtc = utc }, ct)).GroupBy(r => r.Id).Select(Reminder).OrderByDescending(r => r.Id)];

    private static Reminder Reminder(IGrouping<long, Row> rows)
    {
        var first = rows.First();
        return new()
        {
            Id = first.Id,
            Feed = first.Feed,
            Cells = [.. rows.Select(r => r.Cell())],
            By = new(first.ByPerson, first.ByName),
            AtUtc = first.AtUtc,
            Recipients = first.Recipients.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Language = first.Language,
            Subject = first.Subject,
            Body = first.Body,
        };
    }

    private static object?[] Values(Reminder reminder, int number, RemindedCell cell) =>
    [
        reminder.Id, number, reminder.Feed, cell.Indicator, cell.Variant, cell.Region, cell.Period.Frequency.Letter().ToString(), DayNumber.From(cell.Period.Start), DayNumber.From(cell.Period.End),
        reminder.By.Person, reminder.By.Name, reminder.AtUtc, string.Join(' ', reminder.Recipients), reminder.Language, reminder.Subject, reminder.Body,
    ];

    private sealed record Row
    {
        public long Id { get; init; }

        public required string Feed { get; init; }

        public required string Indicator { get; init; }

        public required string Variant { get; init; }

        public required string Region { get; init; }

        public required string Frequency { get; init; }

        public int PeriodStart { get; init; }

        public int PeriodEnd { get; init; }

        public long? ByPerson { get; init; }

        public required string ByName { get; init; }

        public DateTime AtUtc { get; init; }

        public required string Recipients { get; init; }

        public required string Language { get; init; }

        public required string Subject { get; init; }

        public required string Body { get; init; }

        public RemindedCell Cell() => new()
        {
            Indicator = Indicator,
            Variant = Variant,
            Region = Region,
            Period = new(DayNumber.ToDay(PeriodStart), DayNumber.ToDay(PeriodEnd), FrequencyCode.Parse(Frequency)!.Value),
        };
    }

    internal static class Sql
    {
        /// <summary>The cells reminded of since a moment, by reminder, then cell.</summary>
        public const string Since = """
            select r.id, r.feed, r.indicator, r.variant, r.region, r.frequency, r.period_start, r.period_end, r.by_person, r.by_name, r.at_utc, r.recipients, r.language, r.subject, r.body
            from reminder r
            where r.at_utc > @SinceUtc
            order by r.id, r.number
            """;
    }
}
