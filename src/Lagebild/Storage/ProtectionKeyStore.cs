using Dapper;

namespace Lagebild.Storage;

/// <summary>The keys that cookies and secrets are protected with, the same for all nodes and after a restart. Synchronous, as the framework asks for them.</summary>
public sealed class ProtectionKeyStore(Database database, TimeProvider clock)
{
    /// <summary>All keys, each as its XML.</summary>
    public IReadOnlyList<string> All()
    {
        using var connection = database.OpenAsync(default).GetAwaiter().GetResult();
        return [.. connection.Query<string>(Sql.All)];
    }

    /// <summary>Adds a key; one of that name that is there stays.</summary>
    public void Add(string name, string xml)
    {
        using var connection = database.OpenAsync(default).GetAwaiter().GetResult();
        connection.Execute(Sql.Add, new { Name = name, AddedUtc = clock.GetUtcNow().UtcDateTime, Xml = xml });
    }

    internal static class Sql
    {
        /// <summary>All keys, oldest first.</summary>
        public const string All = """
            select xml
            from protection_key
            order by added_utc
            """;

        /// <summary>A key of a new name.</summary>
        public const string Add = """
            insert into protection_key (name, added_utc, xml)
            select @Name, @AddedUtc, @Xml
            where not exists (select 1 from protection_key k where k.name = @Name)
            """;
    }
}
