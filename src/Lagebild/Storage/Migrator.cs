namespace Lagebild.Storage;

/// <summary>The database was made by a newer program than this one; nothing was changed.</summary>
public sealed class NewerSchemaException(int found, int known)
    : InvalidOperationException($"The database has schema {found}, this program knows schemas up to {known}. Start the newer program again, or restore a backup made before it.")
{
    /// <summary>The last migration applied to the database.</summary>
    public int Found { get; } = found;

    /// <summary>The last migration this program has.</summary>
    public int Known { get; } = known;
}

/// <summary>Brings a database to the schema of this program.</summary>
public static class Migrator
{
    /// <summary>
    /// Applies what is missing, each file once, under a lock, so that several nodes may start at once. Throws <see cref="NewerSchemaException"/>,
    /// and <see cref="InvalidOperationException"/> where a file was changed after it had been applied.
    /// </summary>
    public static Task MigrateAsync(Database database, CancellationToken ct) => throw new NotImplementedException();
}
