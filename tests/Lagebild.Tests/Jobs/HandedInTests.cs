using System.Text;
using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Jobs;

/// <summary>What is handed in, a real database, and what a run of its feed makes of it.</summary>
internal sealed class HandedInTests
{
    private const string Heading = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";

    private const string Hamburg = "population,destatis-12411,DE-HH,2023-12-31,2023-12-31,A,,,,,,";

    private static readonly CancellationToken Never = CancellationToken.None;

    private TemporaryFolder _folder = null!;
    private Database _database = null!;

    private static Feed Office => SampleFeed.At("office/*.csv") with { Region = "DE-HH" };

    private InboxStore Inbox => new(_database, Path.Combine(_folder.Path, "incoming"), TimeProvider.System);

    private DeliveryStore Deliveries => new(_database);

    private ReleaseStore Releases => new(_database, TimeProvider.System);

    [SetUp]
    public async Task MakeDatabaseAsync()
    {
        _folder = new();
        _database = Database.From(new() { ConnectionString = $"Data Source={Path.Combine(_folder.Path, "lagebild.db")}" });
        await Migrator.MigrateAsync(_database, Never);
        await new CatalogueStore(_database, TimeProvider.System).SeedAsync(
            Lagebild.Catalogue.Catalogue.Shipped,
            [Office, SampleFeed.At("paused/*.csv", code: "paused") with { Paused = true }, SampleFeed.At("lost/*.csv", code: "lost", profile: "no-such-profile")],
            Never);
    }

    [TearDown]
    public void RemoveDatabase()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task What_a_person_hands_in_waits_for_a_release_whatever_the_policy_of_the_feed()
    {
        var receipt = await PutAsync(Office, $"{Hamburg}1910160");

        var run = await RunAsync("office");

        var delivery = (await Deliveries.OfFeedAsync("office", Never)).Single();
        var read = (await Inbox.ByIdAsync(receipt, Never))!;
        Assert.That(
            (run.Outcome, delivery.State, delivery.Place, delivery.FileName, delivery.Channel, delivery.HandedInBy, delivery.ValueCount, await Releases.LatestAsync(Never)),
            Is.EqualTo((RunOutcome.Waiting, DeliveryState.Waiting, $"upload/{receipt}/a.csv", "a.csv", DeliveryChannel.Upload, (long?)7, 1L, (Release?)null)));
        Assert.That((read.State, read.Delivery, read.Fault), Is.EqualTo((ReceiptState.Read, (long?)delivery.Id, (ReceiptFault?)null)));
    }

    [Test]
    public async Task What_is_handed_in_is_read_oldest_first_and_before_the_folder()
    {
        await PutAsync(Office, $"{Hamburg}1");
        await PutAsync(Office, $"{Hamburg}2");
        _folder.Write("office/b.csv", $"{Heading}\n{Hamburg}3\n");

        await RunAsync("office");

        var states = (await Deliveries.OfFeedAsync("office", Never)).Reverse().Select(d => $"{d.Place} {d.State}");
        Assert.That(states, Is.EqualTo(new[] { "upload/1/a.csv Waiting", "upload/2/a.csv Waiting", "office/b.csv Released" }));
    }

    [Test]
    public async Task A_paused_feed_reads_what_is_handed_in_and_leaves_its_folder_alone()
    {
        await PutAsync(SampleFeed.At("paused/*.csv", code: "paused"), $"{Hamburg}1");
        _folder.Write("paused/b.csv", $"{Heading}\n{Hamburg}3\n");

        await RunAsync("paused");

        Assert.That((await Deliveries.OfFeedAsync("paused", Never)).Select(d => d.Place), Is.EqualTo(new[] { "upload/1/a.csv" }));
    }

    [Test]
    public async Task Errors_in_a_file_that_is_handed_in_refuse_its_delivery()
    {
        var receipt = await PutAsync(Office, $"{Hamburg}many");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, (await Deliveries.OfFeedAsync("office", Never)).Single().State, (await Inbox.ByIdAsync(receipt, Never))!.State), Is.EqualTo((RunOutcome.Refused, DeliveryState.Refused, ReceiptState.Read)));
    }

    [Test]
    public async Task A_receipt_becomes_one_delivery_however_often_the_feed_runs()
    {
        await PutAsync(Office, $"{Hamburg}1");

        await RunAsync("office");
        await RunAsync("office");

        Assert.That((await Deliveries.OfFeedAsync("office", Never)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_bytes_are_known_while_their_delivery_waits()
    {
        var first = await PutAsync(Office, $"{Hamburg}1");
        await RunAsync("office");

        var again = await Inbox.PutAsync(What(Office), Bytes($"{Hamburg}1"), Never);

        Assert.That((again.IsNew, again.Receipt!.Id, again.Receipt.Delivery), Is.EqualTo((false, first, (long?)1)));
    }

    [Test]
    public async Task The_same_bytes_count_anew_once_others_came_after_their_release()
    {
        await PutAsync(Office, $"{Hamburg}1");
        await RunAsync("office");
        await ReleaseAsync(1);
        var unchanged = await Inbox.PutAsync(What(Office), Bytes($"{Hamburg}1"), Never);
        await PutAsync(Office, $"{Hamburg}2");
        await RunAsync("office");
        await ReleaseAsync(2);

        var back = await Inbox.PutAsync(What(Office), Bytes($"{Hamburg}1"), Never);

        Assert.That((unchanged.IsNew, back.IsNew, back.Receipt!.BasedOn), Is.EqualTo((false, true, 2)));
    }

    [Test]
    public async Task The_same_bytes_count_anew_once_their_delivery_is_withdrawn()
    {
        await PutAsync(Office, $"{Hamburg}1");
        await RunAsync("office");
        await ReleaseAsync(1);
        await Releases.WithdrawAsync(1, WithdrawalKind.Error, new("slip"), Who.Operator, Never);

        Assert.That((await Inbox.PutAsync(What(Office), Bytes($"{Hamburg}1"), Never)).IsNew, Is.True);
    }

    [Test]
    public async Task The_same_bytes_count_anew_under_a_mended_profile()
    {
        await PutAsync(Office, $"{Hamburg}many");
        await RunAsync("office");
        var unchanged = await Inbox.PutAsync(What(Office), Bytes($"{Hamburg}many"), Never);
        await new ProfileStore(_database, TimeProvider.System).SaveAsync("figures", Lagebild.Import.Profiles.Text("figures") + "\n", 0, Who.Operator, null, "mended", Never);

        Assert.That((unchanged.IsNew, (await Inbox.PutAsync(What(Office), Bytes($"{Hamburg}many"), Never)).IsNew), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_file_that_waits_from_the_folder_is_not_a_second_delivery_when_it_is_handed_in()
    {
        var careful = Office with { Code = "careful", Place = "careful/*.csv", Release = ReleasePolicy.ByPerson };
        await new CatalogueStore(_database, TimeProvider.System).SeedAsync(Lagebild.Catalogue.Catalogue.Shipped, [careful], Never);
        _folder.Write("careful/b.csv", $"{Heading}\n{Hamburg}3\n");
        await RunAsync("careful");
        var receipt = await PutAsync(careful, $"{Hamburg}3");

        await RunAsync("careful");

        Assert.That(((await Deliveries.OfFeedAsync("careful", Never)).Count, (await Inbox.ByIdAsync(receipt, Never))!.Delivery), Is.EqualTo((1, (long?)1)));
    }

    [Test]
    public async Task Two_uploads_of_one_feed_at_one_moment_are_both_kept_and_read_one_after_the_other()
    {
        var both = await Task.WhenAll(PutAsync(Office, $"{Hamburg}1"), PutAsync(Office, $"{Hamburg}2"));
        await Task.WhenAll(RunAsync("office"), RunAsync("office"));

        var deliveries = await Deliveries.OfFeedAsync("office", Never);
        Assert.That((both.Distinct().Count(), string.Join(' ', deliveries.Select(d => d.State))), Is.EqualTo((2, "Waiting Waiting")));
    }

    [Test]
    public async Task The_draft_of_the_second_of_two_uploads_is_stale_once_the_first_is_released()
    {
        await PutAsync(Office, $"{Hamburg}1");
        await PutAsync(Office, $"{Hamburg}2");
        await RunAsync("office");

        var first = await ReleaseAsync(1);
        var second = await ReleaseAsync(2);

        Assert.That((first.Outcome, second.Outcome), Is.EqualTo((PublicationOutcome.Released, PublicationOutcome.Stale)));
    }

    [Test]
    public async Task What_was_typed_into_the_form_never_closes_what_it_does_not_name()
    {
        var full = Office with { Code = "full", Place = "full/*.csv", Scope = DeliveryScope.Full };
        await new CatalogueStore(_database, TimeProvider.System).SeedAsync(Lagebild.Catalogue.Catalogue.Shipped, [full], Never);
        _folder.Write("full/b.csv", $"{Heading}\n{Hamburg}3\npopulation,destatis-12411,DE-SH,2023-12-31,2023-12-31,A,,,,,,4\n");
        await RunAsync("full");
        await Inbox.PutAsync(What(full) with { Channel = DeliveryChannel.Form, Profile = "figures" }, Bytes($"{Hamburg}5"), Never);
        await RunAsync("full");

        var publication = await ReleaseAsync(2);

        Assert.That((publication.Counts.Added, publication.Counts.Changed, publication.Counts.Closed), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task A_fault_of_ours_leaves_the_receipt_to_be_tried_again_and_the_folder_is_looked_at_all_the_same()
    {
        var receipt = await Inbox.PutAsync(What(Office) with { Profile = "no-such-profile" }, Bytes($"{Hamburg}1"), Never);
        _folder.Write("office/b.csv", $"{Heading}\n{Hamburg}3\n");

        Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("office"));

        var left = (await Inbox.ByIdAsync(receipt.Receipt!.Id, Never))!;
        Assert.That((left.State, left.Fault, left.Tries, (await Releases.LatestAsync(Never))?.Number), Is.EqualTo((ReceiptState.Received, (ReceiptFault?)ReceiptFault.Profile, 1, (int?)1)));
    }

    [Test]
    public async Task A_receipt_that_fails_again_and_again_is_given_up()
    {
        var receipt = await Inbox.PutAsync(What(Office) with { Profile = "no-such-profile" }, Bytes($"{Hamburg}1"), Never);
        for (var time = 0; time < InboxStore.MaximumTries; time++)
        {
            Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("office"));
        }

        await RunAsync("office");

        var left = (await Inbox.ByIdAsync(receipt.Receipt!.Id, Never))!;
        Assert.That((left.State, left.Fault, (await Inbox.FeedsToReadAsync(Never)).Count), Is.EqualTo((ReceiptState.Failed, (ReceiptFault?)ReceiptFault.Profile, 0)));
    }

    [Test]
    public async Task A_run_that_is_stopped_leaves_the_receipt_as_it_was()
    {
        var receipt = await PutAsync(Office, $"{Hamburg}1");
        using var stop = new CancellationTokenSource();
        var progress = new Stopping(ImportStage.Reading, stop);

        Assert.CatchAsync<OperationCanceledException>(() => Import().RunAsync("office", manual: true, progress, stop.Token));

        var left = (await Inbox.ByIdAsync(receipt, Never))!;
        Assert.That((left.State, left.Tries, (await Deliveries.OfFeedAsync("office", Never)).Count), Is.EqualTo((ReceiptState.Received, 0, 0)));
        Assert.That((await RunAsync("office")).Outcome, Is.EqualTo(RunOutcome.Waiting));
    }

    [Test]
    public void How_far_a_long_file_is_read_is_told_while_it_is_read()
    {
        var told = new List<long>();
        var rows = string.Join('\n', Enumerable.Repeat($"{Hamburg}1", 140_000).Prepend(Heading));
        var file = Lagebild.Import.FeedFile.FromBytes(Encoding.UTF8.GetBytes(rows), "a.csv", "", DateTime.UnixEpoch);

        using var read = new Lagebild.Import.FeedReader(Lagebild.Catalogue.Catalogue.Shipped) { Counted = told.Add }.Read(file, Office, Lagebild.Import.Profiles.Shipped("figures"), Never);

        Assert.That(told, Is.EqualTo(new long[] { 65_536, 131_072 }));
    }

    private static HandedIn What(Feed feed) => new() { Feed = feed, FileName = "a.csv", Channel = DeliveryChannel.Upload, Who = new(7, "Someone") };

    private static MemoryStream Bytes(params string[] rows) => new(Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Heading)) + "\n"));

    private async Task<long> PutAsync(Feed feed, params string[] rows) => (await Inbox.PutAsync(What(feed), Bytes(rows), Never)).Receipt!.Id;

    /// <summary>By a person who looked at the preview as it is.</summary>
    private async Task<Publication> ReleaseAsync(long delivery)
    {
        var preview = await Releases.PreviewAsync(delivery, Never);
        return await Releases.PublishDraftAsync(delivery, preview!.BasedOn, ReleaseNote.ByPerson, Who.Operator, Never);
    }

    private Task<Run> RunAsync(string feed) => Import().RunAsync(feed, manual: true, new Progress<ImportStep>(), Never);

    private ImportFeed Import() => new(
        new FeedFolder(_folder.Path, TimeProvider.System), new FeedStore(_database), Inbox, new ProfileStore(_database, TimeProvider.System), Deliveries, Releases, new RunStore(_database),
        new CatalogueStore(_database, TimeProvider.System), TimeProvider.System);

    /// <summary>Stops the run at a stage.</summary>
    private sealed class Stopping(ImportStage stage, CancellationTokenSource stop) : IProgress<ImportStep>
    {
        public void Report(ImportStep value)
        {
            if (value.Stage == stage)
            {
                stop.Cancel();
            }
        }
    }
}
