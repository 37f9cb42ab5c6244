using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>What a delivery would change, or has changed. Raw values: not public.</summary>
public sealed class DraftReader(Database database)
{
    /// <summary>As of the latest release.</summary>
    private const int Now = ObservationRow.Current - 1;

    /// <summary>Null where nothing was compared: a refused delivery, or one released at once.</summary>
    public async Task<DraftState?> StateAsync(long delivery, CancellationToken ct) =>
        (await database.QueryAsync<DraftState>(Sql.State, new { Delivery = delivery }, ct)).SingleOrDefault(s => s.Added is not null);

    /// <summary>
    /// Changes in an order, largest first, of the five hundred kept of each, from a place (0 for the first). Of a draft those it would make; of a delivery that was
    /// released from its draft those it made.
    /// </summary>
    public Task<IReadOnlyList<DraftChange>> ChangesAsync(Delivery delivery, ChangeOrder order, int from, int count, CancellationToken ct) =>
        ReadAsync(delivery, order, from, from + count, ct);

    /// <summary>The series with the largest changes, else the largest new or ending values, each with the period of its largest; largest first.</summary>
    public async Task<IReadOnlyList<(long Series, Period Period)>> MostChangedAsync(long delivery, int count, CancellationToken ct)
    {
        var ranked = await database.QueryAsync<RankedSeries>(Sql.MostChanged, new { Delivery = delivery }, ct);
        return [.. ranked.OrderBy(s => Enum.Parse<ChangeOrder>(s.Ranking)).ThenBy(s => s.Number).DistinctBy(s => s.Series).Take(count).Select(s => (s.Series, s.Period()))];
    }

    /// <summary>
    /// A series before and after a delivery, as the public sees it and would see it (or saw it, where the delivery was released), without decimals; of the periods that
    /// begin between two days. Null where there is none.
    /// </summary>
    public async Task<(Series Before, Series After)?> SeriesAsync(Delivery delivery, long series, DateOnly from, DateOnly to, CancellationToken ct)
    {
        if ((await database.QueryAsync<SeriesRow>(Sql.SeriesById, new { Series = series }, ct)).SingleOrDefault()?.Key() is not { } key)
        {
            return null;
        }

        var before = await AsOfAsync(key, series, delivery.Release - 1 ?? Now, from, to, ct);
        var after = delivery.Release is { } release ? await AsOfAsync(key, series, release, from, to, ct) : await DraftedAsync(key, delivery.Id, series, before, from, to, ct);
        return (Of(series, key, before), Of(series, key, after));
    }

    /// <summary>The series of a target's or any other key that a draft touches, by id; empty for none.</summary>
    public Task<IReadOnlyList<long>> TouchedAsync(long delivery, string indicator, string? variant, string region, string breakdown, CancellationToken ct) =>
        database.QueryAsync<long>(Sql.Touched, new { Delivery = delivery, Indicator = indicator, Variant = variant, Region = region, Breakdown = breakdown }, ct);

    /// <summary>The series among the largest changes of a delivery.</summary>
    public async Task<IReadOnlyList<SeriesKey>> TouchedAsync(long delivery, CancellationToken ct) =>
        [.. (await database.QueryAsync<SeriesRow>(Sql.TouchedSeries, new { Delivery = delivery }, ct)).Select(r => r.Key())];

    private async Task<Observation[]> AsOfAsync(SeriesKey key, long series, int stand, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var rows = await database.QueryAsync<PublishedRow>(Sql.AsOf, new { Series = series, Stand = stand, From = DayNumber.From(from), To = DayNumber.From(to) }, ct);
        return [.. rows.Select(r => r.Observation(key.Frequency))];
    }

    private async Task<Observation[]> DraftedAsync(SeriesKey key, long delivery, long series, Observation[] before, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var draft = await database.QueryAsync<DraftedRow>(Sql.Drafted, new { Delivery = delivery, Series = series, From = DayNumber.From(from), To = DayNumber.From(to) }, ct);
        var touched = draft.Select(d => d.Observation(key.Frequency).Period).ToHashSet();
        return [.. before.Where(o => !touched.Contains(o.Period)).Concat(draft.Where(d => d.Opens).Select(d => d.Observation(key.Frequency))).OrderBy(o => o.Period)];
    }

    private async Task<IReadOnlyList<DraftChange>> ReadAsync(Delivery delivery, ChangeOrder order, int from, int to, CancellationToken ct)
    {
        var parameters = new { Delivery = delivery.Id, Ranking = order.ToString(), From = from, To = to, delivery.Release };
        var rows = await database.QueryAsync<ChangeRow>(delivery.Release is null ? Sql.Changes : Sql.Made, parameters, ct);
        return [.. rows.Select(r => r.Change())];
    }

    private static Series Of(long id, SeriesKey key, IReadOnlyList<Observation> observations) => new() { Id = id, Key = key, Decimals = 0, Observations = observations };

    private sealed record RankedSeries
    {
        public required string Ranking { get; init; }

        public int Number { get; init; }

        public long Series { get; init; }

        public int PeriodStart { get; init; }

        public int PeriodEnd { get; init; }

        public required string Frequency { get; init; }

        public Period Period() => new(DayNumber.ToDay(PeriodStart), DayNumber.ToDay(PeriodEnd), FrequencyCode.Parse(Frequency)!.Value);
    }

    private sealed record DraftedRow : PublishedRow
    {
        public bool Opens { get; init; }
    }

    private sealed record ChangeRow
    {
        public long Id { get; init; }

        public required string Feed { get; init; }

        public required string Indicator { get; init; }

        public required string Variant { get; init; }

        public required string Region { get; init; }

        public required string Breakdown { get; init; }

        public required string Frequency { get; init; }

        public int PeriodStart { get; init; }

        public int PeriodEnd { get; init; }

        public bool IsBefore { get; init; }

        public long? BeforeValue { get; init; }

        public string? BeforeObs { get; init; }

        public string? BeforeConf { get; init; }

        public string? BeforeReason { get; init; }

        public string? BeforeNote { get; init; }

        public bool IsAfter { get; init; }

        public long? AfterValue { get; init; }

        public string? AfterObs { get; init; }

        public string? AfterConf { get; init; }

        public string? AfterReason { get; init; }

        public string? AfterNote { get; init; }

        public long? AfterPublicValue { get; init; }

        public string? AfterPublicConf { get; init; }

        public int? Line { get; init; }

        public DraftChange Change() => new()
        {
            SeriesId = Id,
            Series = new() { Feed = Feed, Indicator = Indicator, Variant = Variant, Region = Region, Breakdown = Breakdown, Frequency = FrequencyCode.Parse(Frequency)!.Value },
            Period = new(DayNumber.ToDay(PeriodStart), DayNumber.ToDay(PeriodEnd), FrequencyCode.Parse(Frequency)!.Value),
            Before = IsBefore ? Value(BeforeValue, BeforeObs, BeforeConf, BeforeReason, BeforeNote) : null,
            After = IsAfter ? Value(AfterValue, AfterObs, AfterConf, AfterReason, AfterNote) with { PublicValue = AfterPublicValue, IsWithheld = AfterPublicConf is not null } : null,
            Line = IsAfter ? Line : null,
        };

        private static DraftValue Value(long? value, string? obs, string? conf, string? reason, string? note) => new()
        {
            Value = value,
            Status = StatusCode.Observation(obs ?? "")!.Value,
            Confidentiality = StatusCode.Confidentiality(conf ?? "")!.Value,
            MissingReason = StatusCode.Reason(reason ?? "")!.Value,
            Note = note,
        };
    }

    internal static class Sql
    {
        /// <summary>What a draft adds, changes and closes, and the release it was compared with; null counts where there is none.</summary>
        public const string State = """
            select d.draft_added as added, d.draft_changed as changed, d.draft_closed as closed, d.drafted_against as against,
                (select coalesce(max(r.number), 0) from release r where r.feed = d.feed) as latest,
                (select r.published_utc from release r where r.number = d.drafted_against) as against_utc
            from delivery d
            where d.id = @Delivery
            """;

        private const string ChangeColumns = """
            select s.id, s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency, c.period_start, c.period_end,
                case when o.series is null then 0 else 1 end as is_before, o.value as before_value, o.obs_status as before_obs, o.conf_status as before_conf,
                o.missing_reason as before_reason, (select p.body from phrase p where p.delivery = o.delivery and p.number = o.note) as before_note
            """;

        /// <summary>The largest changes a draft would make, in an order, raw: what is current and what would be.</summary>
        public const string Changes = $"""
            {ChangeColumns},
                case when d.opens = 1 then 1 else 0 end as is_after, d.value as after_value, d.obs_status as after_obs, d.conf_status as after_conf,
                d.missing_reason as after_reason, (select p.body from phrase p where p.delivery = d.brought_by and p.number = d.note) as after_note,
                d.public_value as after_public_value, d.public_conf_status as after_public_conf, d.line
            from draft_change c
            join series s on s.id = c.series
            join breakdown b on b.id = s.breakdown
            left join draft d on d.delivery = c.delivery and d.series = c.series and d.period_start = c.period_start and d.period_end = c.period_end
            left join observation o on o.series = c.series and o.period_start = c.period_start and o.period_end = c.period_end and o.release_to = 2147483647
            where c.delivery = @Delivery and c.ranking = @Ranking and c.number > @From and c.number <= @To
            order by c.number
            """;

        /// <summary>The largest changes a release made of its draft, in an order, raw: what ended with it and what began.</summary>
        public const string Made = $"""
            {ChangeColumns},
                case when d.series is null then 0 else 1 end as is_after, d.value as after_value, d.obs_status as after_obs, d.conf_status as after_conf,
                d.missing_reason as after_reason, (select p.body from phrase p where p.delivery = d.delivery and p.number = d.note) as after_note,
                d.public_value as after_public_value, d.public_conf_status as after_public_conf, d.line
            from draft_change c
            join series s on s.id = c.series
            join breakdown b on b.id = s.breakdown
            left join observation d on d.series = c.series and d.period_start = c.period_start and d.period_end = c.period_end and d.release_from = @Release
            left join observation o on o.series = c.series and o.period_start = c.period_start and o.period_end = c.period_end and o.release_to = @Release
            where c.delivery = @Delivery and c.ranking = @Ranking and c.number > @From and c.number <= @To
            order by c.number
            """;

        /// <summary>The largest changes of a delivery by series.</summary>
        public const string MostChanged = """
            select c.ranking, c.number, c.series, c.period_start, c.period_end, s.frequency
            from draft_change c
            join series s on s.id = c.series
            where c.delivery = @Delivery and c.ranking <> 'Relative'
            """;

        /// <summary>One series.</summary>
        public const string SeriesById = """
            select s.id, s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            from series s
            join breakdown b on b.id = s.breakdown
            where s.id = @Series
            """;

        /// <summary>What the public sees of a series as of a release, by period, of the periods that begin between two days.</summary>
        public const string AsOf = """
            select o.series, o.period_start, o.period_end, o.release_from, o.release_to, o.value, o.obs_status, o.conf_status, o.missing_reason,
                o.source_flag, o.source, o.note, o.delivery, o.line, o.field
            from published o
            where o.series = @Series and o.period_start >= @From and o.period_start <= @To and o.release_from <= @Stand and o.release_to > @Stand
            order by o.period_start, o.period_end
            """;

        /// <summary>What the public would see of the values of a series that a draft touches, by period.</summary>
        public const string Drafted = """
            select d.series, d.period_start, d.period_end, d.opens, d.public_value as value, d.public_obs_status as obs_status, d.public_conf_status as conf_status,
                case when d.public_conf_status is null then d.missing_reason end as missing_reason, d.brought_by as delivery, d.line
            from draft d
            where d.delivery = @Delivery and d.series = @Series and d.period_start >= @From and d.period_start <= @To
            order by d.period_start, d.period_end
            """;

        /// <summary>Series of a key that a draft touches.</summary>
        public const string Touched = """
            select s.id
            from series s
            join breakdown b on b.id = s.breakdown
            where s.indicator = @Indicator and s.region = @Region and b.[key] = @Breakdown and (@Variant is null or s.variant = @Variant)
                and exists (select 1 from draft d where d.delivery = @Delivery and d.series = s.id)
            """;

        /// <summary>The series among the largest changes of a delivery.</summary>
        public const string TouchedSeries = """
            select s.id, s.feed, s.indicator, s.variant, s.region, b.[key] as breakdown, s.frequency
            from series s
            join breakdown b on b.id = s.breakdown
            where s.id in (select c.series from draft_change c where c.delivery = @Delivery)
            """;
    }
}

/// <summary>What a draft would change, in counts, and what it was compared with.</summary>
public sealed record DraftState
{
    public long? Added { get; init; }

    public long? Changed { get; init; }

    public long? Closed { get; init; }

    /// <summary>The feed's latest release when the draft was computed; 0 for none.</summary>
    public int? Against { get; init; }

    /// <summary>When that was published; null for none.</summary>
    public DateTime? AgainstUtc { get; init; }

    /// <summary>The feed's latest release now; 0 for none.</summary>
    public int Latest { get; init; }

    /// <summary>True where another release of the feed came since.</summary>
    public bool IsStale => Against != Latest;
}

/// <summary>One value that a draft would add, change or end.</summary>
public sealed record DraftChange
{
    public required long SeriesId { get; init; }

    public required SeriesKey Series { get; init; }

    public required Period Period { get; init; }

    /// <summary>Null where there is none yet.</summary>
    public DraftValue? Before { get; init; }

    /// <summary>Null where it would end.</summary>
    public DraftValue? After { get; init; }

    /// <summary>1 + the line feeds before the record in the delivered file; null where it would end.</summary>
    public int? Line { get; init; }
}

/// <summary>A raw value, as the office sees it.</summary>
public sealed record DraftValue
{
    /// <summary>Whole number scaled by the variant's decimals; null: missing.</summary>
    public long? Value { get; init; }

    public ObservationStatus Status { get; init; }

    public ConfidentialityStatus Confidentiality { get; init; }

    public MissingReason MissingReason { get; init; }

    public string? Note { get; init; }

    /// <summary>What the public would see; null where nothing.</summary>
    public long? PublicValue { get; init; }

    /// <summary>Whether the public would see only that it is confidential.</summary>
    public bool IsWithheld { get; init; }
}
