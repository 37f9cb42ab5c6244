using System.Data.Common;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>
/// The inbox: what people and machines hand in is kept here, whole and durable, before it is read. A run of the feed turns each receipt into one delivery.
/// <paramref name="folder"/>: where files lie while they arrive.
/// </summary>
public sealed class InboxStore(Database database, string folder, TimeProvider clock)
{
    /// <summary>The most bytes a file may have: 200 MB.</summary>
    public const long LargestFile = 200L * 1000 * 1000;

    /// <summary>How often reading a receipt is begun before it is given up: what ends the program each time must not do so for ever.</summary>
    public const int MaximumTries = 5;

    /// <summary>
    /// Keeps a file that is handed in, in parts, with its receipt and its entry in the audit, in one transaction. The same bytes under the same profile are kept once
    /// while they are to be read or wait for a person, or were the last the feed was given.
    /// Throws <see cref="NotKeptException"/> where we can't keep it, and what reading the bytes throws; nothing is left then.
    /// </summary>
    public async Task<Acceptance> PutAsync(HandedIn what, Stream bytes, CancellationToken ct)
    {
        using var file = await ReceiveAsync(bytes, ct);
        return await KeepAsync(what, file, ct);
    }

    /// <summary>The first half of <see cref="PutAsync"/>: takes the bytes, before it is known what they are. Dispose what comes back.</summary>
    public Task<ArrivedFile> ReceiveAsync(Stream bytes, CancellationToken ct) => ArrivedFile.ReceiveAsync(folder, bytes, ct);

    /// <summary>The second half: keeps what arrived.</summary>
    public async Task<Acceptance> KeepAsync(HandedIn what, ArrivedFile file, CancellationToken ct)
    {
        if (file.Refusal is { } refusal)
        {
            return new() { Refusal = refusal };
        }

        try
        {
            return await KeepOnceAsync(what, file, ct);
        }
        catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
        {
            throw new NotKeptException(FaultOf(fault), fault);
        }
    }

    /// <summary>Null where there is none.</summary>
    public async Task<Receipt?> ByIdAsync(long id, CancellationToken ct) => (await database.QueryAsync<Receipt>(Sql.ById, new { Id = id }, ct)).SingleOrDefault();

    /// <summary>The receipt a delivery was handed in by; null where it came from the folder.</summary>
    public async Task<Receipt?> OfDeliveryAsync(long delivery, CancellationToken ct) =>
        (await database.QueryAsync<Receipt>(Sql.OfDelivery, new { Delivery = delivery }, ct)) is [var first, ..] ? first : null;

    /// <summary>The latest receipts of some feeds, latest first.</summary>
    public async Task<IReadOnlyList<Receipt>> LatestAsync(IReadOnlyCollection<string> feeds, int count, CancellationToken ct) =>
        [.. (await database.QueryAsync<Receipt>(Sql.OfFeeds, new { Feeds = feeds }, ct)).Take(count)];

    /// <summary>What is to be read of a feed, oldest first.</summary>
    public Task<IReadOnlyList<Receipt>> ToReadAsync(string feed, CancellationToken ct) => database.QueryAsync<Receipt>(Sql.ToRead, new { Feed = feed }, ct);

    /// <summary>Codes of the feeds that something is to be read of, in order.</summary>
    public Task<IReadOnlyList<string>> FeedsToReadAsync(CancellationToken ct) => database.QueryAsync<string>(Sql.FeedsToRead, null, ct);

    /// <summary>The file of a receipt as it was handed in; the caller reads the stored bytes. Not public.</summary>
    public FeedFile File(Receipt receipt) => new()
    {
        Name = receipt.FileName,
        Place = receipt.Place,
        Sha256 = receipt.Sha256,
        Size = receipt.Size,
        RetrievedUtc = receipt.ReceivedUtc,
        Open = () => new StoredFileStream(database, receipt.Sha256),
    };

    /// <summary>Notes that reading a receipt begins. Until it ends, the fault is that the program was cut off.</summary>
    public Task BeginAsync(long id, CancellationToken ct) => database.ExecuteAsync(Sql.Begin, new { Id = id, Fault = nameof(ReceiptFault.CutOff) }, ct);

    /// <summary>Notes why a try came to nothing. One that failed for what passes by itself (disk, database, the end of the program) does not count.</summary>
    public Task LeaveAsync(long id, ReceiptFault fault, CancellationToken ct) =>
        database.ExecuteAsync(Sql.Leave, new { Id = id, Fault = fault.ToString(), Count = fault is ReceiptFault.Program or ReceiptFault.Profile ? 0 : 1 }, ct);

    /// <summary>Gives a receipt up: no run reads it any more.</summary>
    public Task GiveUpAsync(long id, CancellationToken ct) => database.ExecuteAsync(Sql.GiveUp, new { Id = id }, ct);

    /// <summary>What a fault met while keeping or reading means.</summary>
    public ReceiptFault FaultOf(Exception fault) => fault switch
    {
        DbException lost => database.IsFull(lost) ? ReceiptFault.Disk : ReceiptFault.Database,
        IOException or UnauthorizedAccessException => ReceiptFault.Disk,
        TimeoutException => ReceiptFault.Database,
        FormatException or KeyNotFoundException => ReceiptFault.Profile,
        OperationCanceledException => ReceiptFault.CutOff,
        _ => ReceiptFault.Program,
    };

    /// <summary>Marks a receipt as read where its bytes wait already, as a delivery.</summary>
    public async Task SameAsync(long id, long delivery, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await MarkReadAsync(transaction, id, delivery);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Has a receipt that was given up tried again; any other stays as it is.</summary>
    public async Task RetryAsync(Receipt receipt, Feed feed, Who who, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await connection.ExecuteAsync(Sql.Retry, new { receipt.Id }, transaction) > 0)
        {
            await AuditStore.AddAsync(transaction, clock, who, "delivery.retry", Subject(receipt.Id), feed.Region);
            await transaction.CommitAsync(ct);
        }
    }

    /// <summary>Removes files that the end of a program left half received.</summary>
    public void Sweep() => ArrivedFile.Sweep(folder);

    /// <summary>In the transaction that stores the delivery. Throws <see cref="InvalidOperationException"/> where the receipt was read already.</summary>
    internal static async Task MarkReadAsync(DbTransaction transaction, long id, long delivery)
    {
        if (await transaction.Connection!.ExecuteAsync(Sql.MarkRead, new { Id = id, Delivery = delivery }, transaction) == 0)
        {
            throw new InvalidOperationException($"Receipt {id} was read already.");
        }
    }

    private async Task<Acceptance> KeepOnceAsync(HandedIn what, ArrivedFile file, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        if (await KnownAsync(transaction, what, file.Sha256) is { } known)
        {
            return new() { Receipt = known };
        }

        var id = await AddAsync(transaction, what, file, ct);
        var kept = await connection.QuerySingleAsync<Receipt>(Sql.ById, new { Id = id }, transaction);
        await transaction.CommitAsync(ct);
        return new() { Receipt = kept, IsNew = true };
    }

    private async Task<long> AddAsync(DbTransaction transaction, HandedIn what, ArrivedFile file, CancellationToken ct)
    {
        var id = await Database.NextAsync(transaction, "inbox");
        var (name, now) = (FileName.Of(what.FileName), clock.GetUtcNow().UtcDateTime);
        var bytes = file.As(name, "", now);
        await FileParts.KeepAsync(database, transaction, bytes, FileParts.Compressed(bytes, ct), ct);
        await transaction.Connection!.ExecuteAsync(Sql.Add, Row(id, name, now, what, file), transaction);
        await AuditStore.AddAsync(transaction, clock, what.Who, "delivery.hand-in", Subject(id), what.Feed.Region, after: $"{what.Feed.Code}: {name}, sha256 {file.Sha256}, {what.Channel}");
        return id;
    }

    private static string Subject(long id) => FormattableString.Invariant($"receipt {id}");

    private static object Row(long id, string name, DateTime now, HandedIn what, ArrivedFile file) => new
    {
        Id = id,
        Feed = what.Feed.Code,
        FileName = name,
        file.Sha256,
        Channel = what.Channel.ToString(),
        HandedInBy = what.Who.Person,
        what.Token,
        what.Profile,
        what.Note,
        ReceivedUtc = now,
    };

    /// <summary>The receipt that the same bytes have already; null where they are to be kept anew.</summary>
    private static async Task<Receipt?> KnownAsync(DbTransaction transaction, HandedIn what, string sha256)
    {
        var version = await ProfileStore.VersionAsync(transaction, what.Profile ?? what.Feed.Profile);
        var same = new { Feed = what.Feed.Code, Sha256 = sha256, what.Profile, ProfileVersion = version };
        return (await transaction.Connection!.QueryAsync<Receipt>(Sql.Same, same, transaction)).FirstOrDefault();
    }

    internal static class Sql
    {
        private const string Columns = """
            select i.id, i.feed, i.file_name, i.sha256, f.size, i.channel, i.handed_in_by, a.name as handed_in_name, i.token, t.name as token_name, i.profile, i.note,
                i.based_on, i.received_utc, i.state, i.tries, i.delivery, i.fault
            from inbox i
            join stored_file f on f.sha256 = i.sha256
            left join account a on a.id = i.handed_in_by
            left join machine_token t on t.id = i.token
            """;

        /// <summary>One receipt.</summary>
        public const string ById = $"""
            {Columns}
            where i.id = @Id
            """;

        /// <summary>The receipts that one delivery came from: one, unless the same bytes were waiting.</summary>
        public const string OfDelivery = $"""
            {Columns}
            where i.delivery = @Delivery
            order by i.id
            """;

        /// <summary>The receipts of some feeds, latest first.</summary>
        public const string OfFeeds = $"""
            {Columns}
            where i.feed in @Feeds
            order by i.id desc
            """;

        /// <summary>What is to be read of a feed, oldest first.</summary>
        public const string ToRead = $"""
            {Columns}
            where i.feed = @Feed and i.state = 'Received'
            order by i.id
            """;

        /// <summary>
        /// The receipts of the same bytes under the same profile that stand for them still, latest first: to be read, or read under the same version of the profile
        /// and waiting, or the last that the feed was given and not withdrawn.
        /// </summary>
        public const string Same = $"""
            {Columns}
            left join delivery d on d.id = i.delivery
            where i.feed = @Feed and i.sha256 = @Sha256 and coalesce(i.profile, '') = coalesce(@Profile, '')
                and (i.state <> 'Read'
                    or (d.profile_version = @ProfileVersion
                        and (d.state = 'Waiting'
                            or (d.state <> 'Withdrawn'
                                and not exists (select 1 from delivery n where n.feed = i.feed and n.id > d.id)
                                and not exists (select 1 from inbox o where o.feed = i.feed and o.state = 'Received')))))
            order by i.id desc
            """;

        /// <summary>The feeds that something is to be read of, in order.</summary>
        public const string FeedsToRead = """
            select distinct feed
            from inbox
            where state = 'Received'
            order by feed
            """;

        /// <summary>A new receipt, based on the feed's latest release (0: none).</summary>
        public const string Add = """
            insert into inbox (id, feed, file_name, sha256, channel, handed_in_by, token, profile, note, based_on, received_utc, state, tries)
            select @Id, @Feed, @FileName, @Sha256, @Channel, @HandedInBy, @Token, @Profile, @Note, coalesce(max(r.number), 0), @ReceivedUtc, 'Received', 0
            from release r
            where r.feed = @Feed
            """;

        /// <summary>Reading begins.</summary>
        public const string Begin = """
            update inbox
            set tries = tries + 1, fault = @Fault
            where id = @Id
            """;

        /// <summary>A try came to nothing; count is how many are not counted.</summary>
        public const string Leave = """
            update inbox
            set fault = @Fault, tries = tries - @Count
            where id = @Id and state = 'Received'
            """;

        /// <summary>To be read no more.</summary>
        public const string GiveUp = """
            update inbox
            set state = 'Failed'
            where id = @Id and state = 'Received'
            """;

        /// <summary>To be tried anew.</summary>
        public const string Retry = """
            update inbox
            set state = 'Received', tries = 0
            where id = @Id and state = 'Failed'
            """;

        /// <summary>Read and stored as a delivery.</summary>
        public const string MarkRead = """
            update inbox
            set state = 'Read', delivery = @Delivery, fault = null
            where id = @Id and state = 'Received'
            """;
    }
}
