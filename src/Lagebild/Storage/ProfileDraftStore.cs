using System.Security.Cryptography;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>Profiles being written, each with the file it is tried on. They go when they are done with, or after a week.</summary>
public sealed class ProfileDraftStore(Database database, DeliveryStore deliveries, TimeProvider clock)
{
    private const int DaysKept = 7;

    private static readonly Table _part = new("profile_draft_part", "draft", "part", "bytes") { RowsAtOnce = 16 };

    /// <summary>Begins a draft with a file, whose bytes are kept with it. Removes drafts older than a week.</summary>
    public async Task<ProfileDraft> BeginAsync(FeedFile file, string? feed, int basedOn, string body, Who who, CancellationToken ct)
    {
        var draft = Draft(file, feed, null, body, who) with { BasedOn = basedOn };
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await RemoveOldAsync(transaction);
        await connection.ExecuteAsync(Sql.Add, draft, transaction);
        database.Insert(transaction, _part, FileParts.Compressed(file, ct).Select(p => new object?[] { draft.Id, p.Part, p.Bytes }));
        await transaction.CommitAsync(ct);
        return draft;
    }

    /// <summary>Begins a draft on the file of a delivery of a feed. Throws <see cref="KeyNotFoundException"/> where there is no such delivery.</summary>
    public async Task<ProfileDraft> BeginAsync(long delivery, string feed, int basedOn, string body, Who who, CancellationToken ct)
    {
        var draft = Draft(await deliveries.FileAsync(delivery, ct), feed, delivery, body, who) with { BasedOn = basedOn };
        await database.ExecuteAsync(Sql.Add, draft, ct);
        return draft;
    }

    /// <summary>Someone's own draft; null where they have none of that id.</summary>
    public async Task<ProfileDraft?> ByIdAsync(string id, long person, CancellationToken ct) =>
        (await database.QueryAsync<ProfileDraft>(Sql.ById, new { DraftId = id, Person = person }, ct)).SingleOrDefault();

    /// <summary>Someone's drafts, latest first.</summary>
    public Task<IReadOnlyList<ProfileDraft>> OfAsync(long person, CancellationToken ct) => database.QueryAsync<ProfileDraft>(Sql.OfPerson, new { Person = person }, ct);

    /// <summary>The file of a draft; <see cref="FeedFile.Open"/> gives the kept bytes.</summary>
    public async Task<FeedFile> FileAsync(ProfileDraft draft, CancellationToken ct) => draft.Delivery is { } delivery ? await deliveries.FileAsync(delivery, ct) : new()
    {
        Name = draft.FileName,
        Place = "upload",
        Sha256 = draft.Sha256,
        Size = draft.Size,
        RetrievedUtc = draft.AtUtc,
        Open = () => new StoredFileStream(database, Sql.Part, draft.Id),
    };

    /// <summary>Keeps what was written.</summary>
    public Task WriteAsync(string id, long person, string body, CancellationToken ct) => database.ExecuteAsync(Sql.Write, new { DraftId = id, Person = person, Body = body }, ct);

    /// <summary>Removes a draft with its file.</summary>
    public async Task RemoveAsync(string id, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var transaction = await database.BeginWriteAsync(connection, ct);
        await connection.ExecuteAsync(Sql.RemoveParts, new { DraftId = id }, transaction);
        await connection.ExecuteAsync(Sql.Remove, new { DraftId = id }, transaction);
        await transaction.CommitAsync(ct);
    }

    private ProfileDraft Draft(FeedFile file, string? feed, long? delivery, string body, Who who) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        Person = who.Person ?? throw new InvalidOperationException("Only people write drafts."),
        Feed = feed,
        Delivery = delivery,
        FileName = file.Name,
        Sha256 = file.Sha256,
        Size = file.Size,
        AtUtc = clock.GetUtcNow().UtcDateTime,
        Body = body,
    };

    private async Task RemoveOldAsync(System.Data.Common.DbTransaction transaction)
    {
        var before = new { BeforeUtc = clock.GetUtcNow().UtcDateTime.AddDays(-DaysKept) };
        await transaction.Connection!.ExecuteAsync(Sql.RemoveOldParts, before, transaction);
        await transaction.Connection!.ExecuteAsync(Sql.RemoveOld, before, transaction);
    }

    internal static class Sql
    {
        private const string Columns = """
            select d.id, d.person, d.feed, d.delivery, d.based_on, d.file_name, d.sha256, d.size, d.at_utc, d.body
            from profile_draft d
            """;

        /// <summary>A new draft.</summary>
        public const string Add = """
            insert into profile_draft (id, person, feed, delivery, based_on, file_name, sha256, size, at_utc, body)
            values (@Id, @Person, @Feed, @Delivery, @BasedOn, @FileName, @Sha256, @Size, @AtUtc, @Body)
            """;

        /// <summary>One draft of its writer.</summary>
        public const string ById = $"""
            {Columns}
            where d.id = @DraftId and d.person = @Person
            """;

        /// <summary>The drafts of a writer, latest first.</summary>
        public const string OfPerson = $"""
            {Columns}
            where d.person = @Person
            order by d.at_utc desc
            """;

        /// <summary>One part of a draft's file.</summary>
        public const string Part = """
            select bytes
            from profile_draft_part
            where draft = @File and part = @Part
            """;

        /// <summary>What was written so far.</summary>
        public const string Write = """
            update profile_draft
            set body = @Body
            where id = @DraftId and person = @Person
            """;

        /// <summary>Removes the file of a draft.</summary>
        public const string RemoveParts = """
            delete from profile_draft_part
            where draft = @DraftId
            """;

        /// <summary>Removes a draft.</summary>
        public const string Remove = """
            delete from profile_draft
            where id = @DraftId
            """;

        /// <summary>Removes the files of drafts begun before a moment.</summary>
        public const string RemoveOldParts = """
            delete from profile_draft_part
            where draft in (select d.id from profile_draft d where d.at_utc < @BeforeUtc)
            """;

        /// <summary>Removes drafts begun before a moment.</summary>
        public const string RemoveOld = """
            delete from profile_draft
            where at_utc < @BeforeUtc
            """;
    }
}
