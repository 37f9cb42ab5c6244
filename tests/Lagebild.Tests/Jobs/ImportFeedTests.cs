using Lagebild.Accounts;
using Lagebild.Jobs;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Jobs;

/// <summary>A feed's folder, a real database, and what a run makes of them.</summary>
internal sealed class ImportFeedTests
{
    private const string Heading = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value";

    private const string Hamburg = "population,destatis-12411,DE-HH,2023-12-31,2023-12-31,A,,,,,,";

    private static readonly CancellationToken Never = CancellationToken.None;

    private readonly Collected _steps = new();
    private TemporaryFolder _folder = null!;
    private Database _database = null!;

    private ReleaseStore Releases => new(_database, TimeProvider.System);

    private DeliveryStore Deliveries => new(_database);

    [SetUp]
    public async Task MakeDatabaseAsync()
    {
        _steps.Clear();
        _folder = new();
        _database = Database.From(new() { ConnectionString = $"Data Source={Path.Combine(_folder.Path, "lagebild.db")}" });
        await Migrator.MigrateAsync(_database, Never);
        await Catalogue.SeedAsync(
            Lagebild.Catalogue.Catalogue.Shipped,
            [SampleFeed.At("office/*.csv"), SampleFeed.At("other/*.csv", code: "other"), SampleFeed.At("person/*.csv", code: "person") with { Release = ReleasePolicy.ByPerson }, SampleFeed.At("lost/*.csv", code: "lost", profile: "no-such-profile")],
            Never);
    }

    [TearDown]
    public void RemoveDatabase()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private InboxStore Inbox => new(_database, Path.Combine(_folder.Path, "incoming"), TimeProvider.System);

    private CatalogueStore Catalogue => new(_database, TimeProvider.System);

    [Test]
    public async Task A_new_file_is_released()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Release, run.Files, run.Records, run.ValueCount, run.Errors), Is.EqualTo((RunOutcome.Released, 1, 1L, 1L, 1L, 0L)));
    }

    [Test]
    public async Task A_run_tells_each_of_its_steps()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");

        await RunAsync("office");

        Assert.That(_steps.Stages, Is.EqualTo(new[] { ImportStage.Started, ImportStage.Reading, ImportStage.Stored, ImportStage.Released, ImportStage.Finished }));
    }

    [Test]
    public async Task Two_runs_of_a_feed_at_once_become_one_after_the_other()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        var claim = await new RunStore(_database).ClaimAsync("office", Never);
        Task<Run>[] both = [RunAsync("office"), RunAsync("office")];
        var stagesWhileClaimed = _steps.Stages.ToArray();
        await claim.DisposeAsync();
        var runs = await Task.WhenAll(both);

        Assert.That(stagesWhileClaimed, Is.Empty);
        Assert.That(runs.Select(r => r.Outcome), Is.EquivalentTo((RunOutcome[])[RunOutcome.Released, RunOutcome.NothingNew]));
        Assert.That((await Deliveries.OfFeedAsync("office", Never)).Count, Is.EqualTo(1));
    }

    [Test]
    public async Task An_unchanged_file_is_only_seen_again()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        await RunAsync("office");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Files, (await Deliveries.OfFeedAsync("office", Never)).Count), Is.EqualTo((RunOutcome.NothingNew, 0L, 1)));
    }

    [Test]
    public async Task Unchanged_files_beside_a_new_one_are_only_seen_again()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        Deliver("office/b.csv", $"{Hamburg.Replace("2023", "2022", StringComparison.Ordinal)}1892122");
        await RunAsync("office");
        Deliver("office/c.csv", $"{Hamburg.Replace("2023", "2021", StringComparison.Ordinal)}1853935");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Files, (await Deliveries.OfFeedAsync("office", Never)).Count), Is.EqualTo((RunOutcome.Released, 1L, 3)));
    }

    [Test]
    public async Task Files_are_delivered_in_the_order_of_their_names()
    {
        Deliver("office/b.csv", $"{Hamburg}2");
        Deliver("office/a.csv", $"{Hamburg}1");

        await RunAsync("office");

        Assert.That((await Deliveries.OfFeedAsync("office", Never)).Select(d => d.FileName), Is.EqualTo(new[] { "b.csv", "a.csv" }), "latest first");
    }

    [Test]
    public async Task A_changed_file_is_another_delivery()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        await RunAsync("office");
        Deliver("office/a.csv", $"{Hamburg}1910161");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Release), Is.EqualTo((RunOutcome.Released, 2)));
    }

    [Test]
    public async Task A_file_with_errors_releases_nothing()
    {
        Deliver("office/a.csv", $"{Hamburg}many");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Release, await Releases.LatestAsync(Never)), Is.EqualTo((RunOutcome.Refused, (int?)null, (Release?)null)));
    }

    [Test]
    public async Task A_file_with_errors_does_not_hold_up_the_next()
    {
        Deliver("office/a.csv", $"{Hamburg}many");
        Deliver("office/b.csv", $"{Hamburg}1910160");

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Release, run.Files), Is.EqualTo((RunOutcome.Refused, 1, 2L)));
    }

    [Test]
    public async Task What_a_person_releases_waits()
    {
        Deliver("person/a.csv", $"{Hamburg}1910160");

        var run = await RunAsync("person");

        Assert.That((run.Outcome, run.Release), Is.EqualTo((RunOutcome.Waiting, (int?)null)));
    }

    [Test]
    public async Task An_empty_folder_brings_nothing_new() => Assert.That((await RunAsync("office")).Outcome, Is.EqualTo(RunOutcome.NothingNew));

    [Test]
    public async Task A_delivery_cut_off_before_its_release_is_released_by_the_next_run()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        using var stop = new CancellationTokenSource();
        _steps.Then(ImportStage.Stored, stop.Cancel);
        Assert.That(() => RunAsync("office", stop.Token), Throws.InstanceOf<OperationCanceledException>());
        _folder.Write("office/a.csv", "no longer the file that was stored");
        File.Delete(Path.Combine(_folder.Path, "office/a.csv"));

        var run = await RunAsync("office");

        Assert.That((run.Outcome, run.Release, (await Deliveries.OfFeedAsync("office", Never)).Count), Is.EqualTo((RunOutcome.Released, 1, 1)));
    }

    [Test]
    public async Task Another_feeds_cut_off_delivery_is_left_to_it()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        using var stop = new CancellationTokenSource();
        _steps.Then(ImportStage.Stored, stop.Cancel);
        Assert.That(() => RunAsync("office", stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((await RunAsync("other")).Outcome, Is.EqualTo(RunOutcome.NothingNew));
    }

    [Test]
    public async Task A_cancelled_run_is_noted_as_cut_off()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");
        using var stop = new CancellationTokenSource();
        _steps.Then(ImportStage.Reading, stop.Cancel);
        Assert.That(() => RunAsync("office", stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((await new RunStore(_database).ListAsync("office", 10, Never)).Select(r => r.Outcome), Is.EqualTo(new[] { RunOutcome.CutOff }));
    }

    [Test]
    public async Task A_run_that_ended_with_the_program_is_noted_as_cut_off_by_the_next()
    {
        var runs = new RunStore(_database);
        await runs.StartAsync("office", manual: false, "reading", DateTime.UtcNow, Never);

        await RunAsync("office");

        Assert.That((await runs.ListAsync("office", 10, Never)).Select(r => r.Outcome), Is.EqualTo(new[] { RunOutcome.NothingNew, RunOutcome.CutOff }));
    }

    [Test]
    public async Task A_fault_of_ours_is_noted_and_thrown_on()
    {
        Deliver("lost/a.csv", $"{Hamburg}1910160");
        Assert.That(() => RunAsync("lost"), Throws.InstanceOf<KeyNotFoundException>());

        Assert.That((await new RunStore(_database).ListAsync("lost", 10, Never)).Select(r => (r.Outcome, r.Stage)), Is.EqualTo(new[] { (RunOutcome.Failed, "failed") }));
    }

    [Test]
    public void An_unknown_feed_is_refused() => Assert.That(() => RunAsync("nobody"), Throws.InstanceOf<KeyNotFoundException>());

    [Test]
    public async Task The_history_keeps_what_came_of_the_run()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");

        var run = await RunAsync("office");

        Assert.That((await new RunStore(_database).ListAsync("office", 10, Never)).Single(), Is.EqualTo(run));
    }

    [Test]
    public async Task A_step_never_holds_the_content_of_a_cell()
    {
        Deliver("office/a.csv", $"{Hamburg}1910160");

        await RunAsync("office");

        Assert.That(string.Join('\n', _steps.Lines), Does.Not.Contain("1910160").And.Not.Contain("DE-HH"));
    }

    [Test]
    public async Task A_value_off_what_is_released_of_its_series_is_asked_about_and_stops_nothing()
    {
        Deliver("office/a.csv", [.. Enumerable.Range(2000, 12).Select(y => Year(y, 1_700_000 + ((y - 2000) * 11_003)))]);
        await RunAsync("office");
        Deliver("office/b.csv", Year(2012, 18_310_170));

        var run = await RunAsync("office");

        var asked = await new FindingStore(_database).CountsAsync(run.Delivery!.Value, Never);
        Assert.That((run.Outcome, asked.Select(c => (c.Severity, c.Reason, c.Count)).Single()), Is.EqualTo((RunOutcome.Released, (Severity.Warning, Reason.FactorTen, 1L))));
    }

    [Test]
    public async Task The_first_delivery_of_a_feed_has_no_history_to_be_held_against()
    {
        Deliver("office/a.csv", [.. Enumerable.Range(2000, 12).Select(y => Year(y, y == 2005 ? 17_550_010 : 1_700_000 + ((y - 2000) * 11_003)))]);

        var run = await RunAsync("office");

        Assert.That(await new FindingStore(_database).CountsAsync(run.Delivery!.Value, Never), Is.Empty);
    }

    [Test]
    public async Task A_delivery_that_waits_for_a_person_brings_its_questions()
    {
        Deliver("person/a.csv", [.. Enumerable.Range(2000, 12).Select(y => Year(y, 1_700_000 + ((y - 2000) * 11_003)))]);
        var first = await RunAsync("person");
        await Releases.PublishDraftAsync(first.Delivery!.Value, 0, new("looked at"), Who.Operator, Never);
        Deliver("person/b.csv", Year(2012, 0));

        var run = await RunAsync("person");

        var asked = await new FindingStore(_database).OfDeliveryAsync(run.Delivery!.Value, Never);
        Assert.That((run.Outcome, asked.Select(f => (f.Line, f.Field, f.Reason, f.Found)).Single()), Is.EqualTo((RunOutcome.Waiting, (2, "value", Reason.SuddenZero, "0"))));
    }

    private static string Year(int year, int value) => FormattableString.Invariant($"population,destatis-12411-zensus2011,DE-HH,{year}-12-31,{year}-12-31,A,,,,,,{value}");

    private void Deliver(string name, params string[] rows) => _folder.Write(name, string.Join('\n', rows.Prepend(Heading)) + "\n");

    private Task<Run> RunAsync(string feed) => RunAsync(feed, Never);

    private Task<Run> RunAsync(string feed, CancellationToken cancellation)
    {
        var import = new ImportFeed(
            new FeedFolder(_folder.Path, TimeProvider.System), new FeedStore(_database), Inbox, new ProfileStore(_database, TimeProvider.System), Deliveries, Releases, new RunStore(_database), Catalogue, TimeProvider.System);
        return import.RunAsync(feed, manual: true, _steps, cancellation);
    }

    /// <summary>Keeps the steps; at one of them does something.</summary>
    private sealed class Collected : IProgress<ImportStep>
    {
        private readonly List<ImportStep> _steps = [];
        private (ImportStage Stage, Action Act)? _then;

        public IEnumerable<ImportStage> Stages => _steps.Select(s => s.Stage);

        public IEnumerable<string> Lines => _steps.Select(s => s.ToString());

        public void Clear()
        {
            _steps.Clear();
            _then = null;
        }

        public void Then(ImportStage stage, Action act) => _then = (stage, act);

        public void Report(ImportStep value)
        {
            _steps.Add(value);
            if (_then?.Stage == value.Stage)
            {
                _then.Value.Act();
            }
        }
    }
}
