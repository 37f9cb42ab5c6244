using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>The questions about a delivery's values, and what was answered. An answer stays with the value: later deliveries of it show it again. Not public.</summary>
public sealed class AnswerStore(Database database, TimeProvider clock)
{
    /// <summary>Why a finding is a question: what the history of a series makes one ask.</summary>
    public static IReadOnlyList<Reason> Asking { get; } =
        [Reason.FactorTen, Reason.SignChanged, Reason.DigitsSwapped, Reason.CopiedPeriod, Reason.RegionsSwapped, Reason.SuddenZero, Reason.FarFromHistory, Reason.CumulativeFalls];

    /// <summary>The same, as SQL has them.</summary>
    internal static string[] AskingWords { get; } = [.. Asking.Select(r => r.ToString())];

    /// <summary>The questions of a delivery, by line: those among the thousand findings kept.</summary>
    public async Task<IReadOnlyList<Question>> OfDeliveryAsync(long delivery, CancellationToken ct) =>
        [.. (await database.QueryAsync<QuestionRow>(Sql.OfDelivery, new { Delivery = delivery, Asking = AskingWords }, ct)).Select(r => r.Question())];

    /// <summary>By number of a question of this delivery: what was answered about the same value for other deliveries, latest first.</summary>
    public async Task<ILookup<int, Answer>> EarlierAsync(long delivery, CancellationToken ct) =>
        (await database.QueryAsync<EarlierAnswer>(Sql.Earlier, new { Delivery = delivery }, ct))
            .ToLookup(a => a.Number, a => new Answer { Delivery = a.GivenFor, Body = a.Body, Language = a.Language, Who = a.Who, AtUtc = a.AtUtc });

    /// <summary>Those without an answer yet.</summary>
    public async Task<IReadOnlyList<Question>> OpenAsync(long delivery, CancellationToken ct) => [.. (await OfDeliveryAsync(delivery, ct)).Where(q => q.Answer is null)];

    /// <summary>
    /// Answers questions of a delivery alike. An earlier answer is kept, the new one counts; the same words again change nothing. Numbers that are no questions of
    /// the delivery are passed over; gives how many were answered.
    /// </summary>
    public async Task<int> AnswerAsync(long delivery, IReadOnlyList<int> questions, string body, string language, Feed feed, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        var asked = (await connection.QueryAsync<QuestionRow>(Sql.OfDelivery, new { Delivery = delivery, Asking = AskingWords }, transaction)).Where(q => questions.Contains(q.Number) && q.Body != body).ToArray();
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var question in asked)
        {
            await connection.ExecuteAsync(Sql.Answer, new { Delivery = delivery, question.Number, Body = body, Language = language, who.Person, Who = who.Name, AtUtc = now }, transaction);
        }

        if (asked.Length > 0)
        {
            await AuditStore.AddAsync(transaction, clock, who, "question.answer", $"delivery {delivery}", feed.Region, after: string.Join(", ", asked.Select(q => $"finding {q.Number}")));
        }

        await transaction.CommitAsync(ct);
        return asked.Length;
    }

    private sealed record EarlierAnswer
    {
        public int Number { get; init; }

        public long GivenFor { get; init; }

        public required string Body { get; init; }

        public required string Language { get; init; }

        public required string Who { get; init; }

        public DateTime AtUtc { get; init; }
    }

    private sealed record QuestionRow
    {
        public int Number { get; init; }

        public int Line { get; init; }

        public required string Field { get; init; }

        public required string Severity { get; init; }

        public required string Reason { get; init; }

        public required string Found { get; init; }

        public required string Expected { get; init; }

        public string? Feed { get; init; }

        public string? Indicator { get; init; }

        public string? Variant { get; init; }

        public string? Region { get; init; }

        public string? Breakdown { get; init; }

        public string? Frequency { get; init; }

        public int? PeriodStart { get; init; }

        public int? PeriodEnd { get; init; }

        public string? Body { get; init; }

        public string? Language { get; init; }

        public string? Who { get; init; }

        public DateTime? AtUtc { get; init; }

        public long Delivery { get; init; }

        public Question Question() => new()
        {
            Number = Number,
            Finding = new() { Line = Line, Field = Field, Severity = Enum.Parse<Severity>(Severity), Reason = Enum.Parse<Reason>(Reason), Found = Found, Expected = Expected },
            Series = Key(),
            Period = Key() is { } key ? new(DayNumber.ToDay(PeriodStart!.Value), DayNumber.ToDay(PeriodEnd!.Value), key.Frequency) : null,
            Answer = Body is null ? null : new() { Delivery = Delivery, Body = Body, Language = Language!, Who = Who!, AtUtc = AtUtc!.Value },
        };

        private SeriesKey? Key() => Feed is null ? null : new()
        {
            Feed = Feed,
            Indicator = Indicator!,
            Variant = Variant!,
            Region = Region!,
            Breakdown = Breakdown!,
            Frequency = FrequencyCode.Parse(Frequency!)!.Value,
        };
    }

    internal static class Sql
    {
        /// <summary>The questions of a delivery with the value each is about and the answer that counts, by line.</summary>
        public const string OfDelivery = """
            select f.delivery, f.number, f.line, f.field, f.severity, f.reason, f.found, f.expected,
                s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency, q.period_start, q.period_end,
                a.body, a.language, a.who, a.at_utc
            from finding f
            left join question q on q.delivery = f.delivery and q.finding = f.number
            left join series s on s.id = q.series
            left join breakdown b on b.id = s.breakdown
            left join answer a on a.delivery = f.delivery and a.finding = f.number
                and a.given = (select max(l.given) from answer l where l.delivery = f.delivery and l.finding = f.number)
            where f.delivery = @Delivery and f.severity = 'Warning' and f.reason in @Asking
            order by f.number
            """;

        /// <summary>The answers that count given for other deliveries about the values of a delivery's questions, latest first.</summary>
        public const string Earlier = """
            select q.finding as number, a.delivery as given_for, a.body, a.language, a.who, a.at_utc
            from question q
            join answer a on a.series = q.series and a.period_start = q.period_start and a.period_end = q.period_end and a.delivery <> q.delivery
            where q.delivery = @Delivery
                and a.given = (select max(l.given) from answer l where l.delivery = a.delivery and l.finding = a.finding)
            order by a.delivery desc
            """;

        /// <summary>An answer that stands in place of any earlier one, kept with the value the question is about.</summary>
        public const string Answer = """
            insert into answer (delivery, finding, given, series, period_start, period_end, body, language, person, who, at_utc)
            select f.delivery, f.number, (select coalesce(max(l.given), 0) + 1 from answer l where l.delivery = f.delivery and l.finding = f.number),
                q.series, q.period_start, q.period_end, @Body, @Language, @Person, @Who, @AtUtc
            from finding f
            left join question q on q.delivery = f.delivery and q.finding = f.number
            where f.delivery = @Delivery and f.number = @Number
            """;
    }
}
