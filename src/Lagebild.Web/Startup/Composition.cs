using Lagebild.Jobs;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Web.Startup;

/// <summary>What the program is made of: one database, its stores, the import. The same for the site and for the commands.</summary>
internal static class Composition
{
    /// <summary>The operator's settings: <c>appsettings.json</c> beside the program, then the environment, then <c>--Lagebild:Name=value</c>.</summary>
    public static LagebildOptions Read(IConfiguration configuration)
    {
        var options = new LagebildOptions();
        configuration.GetSection(LagebildOptions.Section).Bind(options);
        return options;
    }

    public static IServiceCollection AddLagebild(this IServiceCollection services, LagebildOptions options) => services
        .AddSingleton(options)
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Database.From(Where(options)))
        .AddSingleton<CatalogueStore>()
        .AddSingleton<CatalogueDraftStore>()
        .AddSingleton<FeedStore>()
        .AddSingleton<ProfileStore>()
        .AddSingleton<ProfileDraftStore>()
        .AddSingleton<DeliveryStore>()
        .AddSingleton<FindingStore>()
        .AddSingleton<ReleaseStore>()
        .AddSingleton<OrderStore>()
        .AddSingleton<ChecklistStore>()
        .AddSingleton<Verification>()
        .AddSingleton<ObservationStore>()
        .AddSingleton<RowReader>()
        .AddSingleton<ChangeStore>()
        .AddSingleton<RunStore>()
        .AddSingleton<BoundaryStore>()
        .AddSingleton<AccountStore>()
        .AddSingleton<SessionStore>()
        .AddSingleton<LinkStore>()
        .AddSingleton<SignInFailureStore>()
        .AddSingleton<ProtectionKeyStore>()
        .AddSingleton<AuditStore>()
        .AddSingleton<AnswerStore>()
        .AddSingleton<DraftReader>()
        .AddSingleton<DeliveryLines>()
        .AddSingleton<StoredReading>()
        .AddSingleton(s => new InboxStore(s.GetRequiredService<Database>(), options.IncomingFolder, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<TokenStore>()
        .AddSingleton<FeedRecognition>()
        .AddSingleton<EntryStore>()
        .AddSingleton<ReminderStore>()
        .AddSingleton<ReleasedDump>()
        .AddSingleton(s => new FeedFolder(options.FoundFeedRoot(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<ImportFeed>()
        .AddSingleton<PublishDue>()
        .AddSingleton<RenewPreview>()
        .AddSingleton<Preparation>()
        .AddSingleton<StartProgress>();

    private static DatabaseOptions Where(LagebildOptions options) => options.SqlServer is { } server
        ? new() { ConnectionString = server, SqlServer = true }
        : new() { ConnectionString = new SqliteConnectionStringBuilder { DataSource = options.DataFile }.ConnectionString };
}
