using System.Globalization;
using Dapper;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

internal sealed class DeliveryTests(string kind) : StorageFixture(kind)
{
    private static readonly Period _january = new(new(2024, 1, 31), new(2024, 1, 31), Frequency.Monthly);

    [Test]
    public async Task A_delivery_keeps_what_arrived_and_what_was_understood()
    {
        var file = TestFile.Of(Feed, "", [Warning(3), Warning(4)], new TestValue("DE-HH", "2024-01-31", 5));
        var delivery = await SaveAsync(file);
        Assert.That(delivery, Is.EqualTo(new Delivery
        {
            Id = 1,
            Feed = Feed,
            State = DeliveryState.Stored,
            FileName = "test.csv",
            Place = "test/test.csv",
            Sha256 = file.File.Sha256,
            Size = file.File.Size,
            RetrievedUtc = new(2024, 2, 1, 8, 0, 0, DateTimeKind.Utc),
            Profile = "test",
            ProfileVersion = new string('0', 64),
            Records = 1,
            ValueCount = 1,
            Warnings = 2,
        }));
        Assert.That(delivery.RetrievedUtc.Kind, Is.EqualTo(DateTimeKind.Utc));
    }

    [Test]
    public async Task The_stored_bytes_are_those_that_arrived_across_parts()
    {
        var values = Enumerable.Range(0, 90_000).Select(i => new TestValue($"R{i % 7}-{i}", "2024-01-31", i)).ToArray();
        var file = TestFile.Of(Feed, values);
        var delivery = await SaveAsync(file);
        Assert.That(await BytesAsync(await Deliveries.FileAsync(delivery.Id, default)), Is.EqualTo(await BytesAsync(file.File)));
    }

    [Test]
    public async Task A_file_packed_ahead_is_stored_as_it_arrived()
    {
        var file = TestFile.Of(Feed, [.. Enumerable.Range(0, 90_000).Select(i => new TestValue($"R{i}", "2024-01-31", i))]);
        var packed = DeliveryStore.Pack(file.File, default);
        var delivery = await Deliveries.SaveAsync(file, Feeds()[0], packed, default);
        Assert.That(await BytesAsync(await Deliveries.FileAsync(delivery.Id, default)), Is.EqualTo(await BytesAsync(file.File)));
    }

    [Test]
    public async Task A_line_far_into_a_file_is_found()
    {
        var values = Enumerable.Range(0, 90_000).Select(i => new TestValue("DE-HH", new DateOnly(1900, 1, 1).AddDays(i % 40_000).ToString("O", CultureInfo.InvariantCulture), i) { Breakdown = i < 40_000 ? "" : i < 80_000 ? "sex=F" : "sex=M" }).ToArray();
        await ReleaseAsync(values);
        foreach (var at in (int[])[0, 40_000, 55_555, 89_999])
        {
            var series = (await Observations.SeriesAsync(new() { Indicator = "refugees", Breakdowns = [values[at].Breakdown], Stand = 1 }, default)).Single();
            var figure = await Observations.FigureAsync(series.Id, new(values[at].FirstDay, values[at].LastDay, Frequency.Monthly), 1, default);
            Assert.That((figure!.Observation!.Line, figure.LineText), Is.EqualTo((at + 2, $"DE-HH,{values[at].Start},{at}")));
        }
    }

    [Test]
    public async Task The_same_bytes_are_stored_once_and_a_delivery_points_to_them()
    {
        var file = TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5));
        await SaveAsync(file);
        var second = await SaveAsync(file);
        await using var connection = await Database.OpenAsync(default);
        Assert.That(await connection.ExecuteScalarAsync<long>("select count(*) from file_part"), Is.EqualTo(1));
        Assert.That(await BytesAsync(await Deliveries.FileAsync(second.Id, default)), Is.EqualTo(await BytesAsync(file.File)));
    }

    [Test]
    public async Task The_latest_delivery_of_a_place_tells_whether_bytes_are_seen_again()
    {
        var file = TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5));
        await SaveAsync(file);
        await Deliveries.SeenAgainAsync(1, new(2024, 2, 2, 8, 0, 0, DateTimeKind.Utc), default);
        var latest = await Deliveries.LatestOfPlaceAsync(Feed, "test/test.csv", default);
        Assert.That((latest!.Sha256, latest.SeenAgainUtc), Is.EqualTo((file.File.Sha256, new DateTime(2024, 2, 2, 8, 0, 0, DateTimeKind.Utc))));
        Assert.That(await Deliveries.LatestOfPlaceAsync(Feed, "test/other.csv", default), Is.Null);
        Assert.That(await Deliveries.LatestOfPlaceAsync(OtherFeed, "test/test.csv", default), Is.Null);
    }

    [Test]
    public async Task A_file_that_can_not_be_read_at_all_is_kept_and_refused()
    {
        var delivery = await SaveAsync(TestFile.Unreadable(Feed));
        Assert.That((delivery.State, await Deliveries.UnreleasedAsync(default)), Is.EqualTo((DeliveryState.Refused, Array.Empty<Delivery>())));
    }

    [Test]
    public async Task Bytes_that_changed_while_they_were_read_are_not_stored()
    {
        var file = TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5));
        var other = TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 6));
        var changed = TestFile.WithFile(file, file.File with { Open = other.File.Open });
        Assert.ThrowsAsync<InvalidOperationException>(() => SaveAsync(changed));
        Assert.That(await Deliveries.OfFeedAsync(Feed, default), Is.Empty);
    }

    [Test]
    public async Task A_delivery_cut_off_before_its_release_is_taken_up_again_from_the_stored_bytes()
    {
        var file = TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5));
        await SaveAsync(file);
        var unreleased = await Deliveries.UnreleasedAsync(default);
        await Releases.PublishAsync(unreleased.Single(), file, new("by rule"), Who.Program, byPerson: false, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5"]));
        Assert.That(await Deliveries.UnreleasedAsync(default), Is.Empty);
    }

    [Test]
    public async Task A_release_broken_off_half_way_leaves_the_old_state_and_the_stored_delivery()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        var file = TestFile.Of(Feed, [.. Enumerable.Range(1, 28).Select(d => new TestValue("DE-HH", $"2024-02-{d:00}", d))]);
        var delivery = await SaveAsync(file);
        Assert.ThrowsAsync<IOException>(() => Releases.PublishAsync(delivery, TestFile.Breaking(file, afterBlocks: 4), new("by rule"), Who.Program, byPerson: false, default));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5"]));
        Assert.That((await Deliveries.UnreleasedAsync(default)).Select(d => d.Id), Is.EqualTo((long[])[delivery.Id]));
        await Releases.PublishAsync(delivery, file, new("by rule"), Who.Program, byPerson: false, default);
        Assert.That((await PublicAsync()).Length, Is.EqualTo(29));
    }

    [Test]
    public async Task Findings_are_counted_for_all_and_kept_for_analysts()
    {
        Finding[] findings = [Warning(3), Warning(7), new() { Line = 2, Field = "value", Severity = Severity.Error, Reason = Reason.EmptyFile, Found = "1.2oo", Expected = "a number" }];
        await SaveAsync(TestFile.Of(Feed, "", findings, new TestValue("DE-HH", "2024-01-31", 5)));
        var store = new FindingStore(Database);
        Assert.That(
            await store.CountsAsync(1, default),
            Is.EqualTo((FindingCount[])[new() { Severity = Severity.Error, Reason = Reason.EmptyFile, Count = 1 }, new() { Severity = Severity.Warning, Reason = Reason.EmptyFile, Count = 2 }]));
        Assert.That(await store.OfDeliveryAsync(1, default), Is.EqualTo(findings));
    }

    [Test]
    public async Task A_figure_leads_to_delivery_line_field_and_every_stand()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5) { Source = "Table 3", Note = "counted by hand", SourceFlag = "p", Status = ObservationStatus.Provisional });
        var second = await ReleaseAsync(new TestValue("DE-SH", "2024-01-31", 1), new TestValue("DE-HH", "2024-01-31", 6));
        await Releases.WithdrawAsync(second.Delivery!.Value, WithdrawalKind.Error, new("typing error"), Who.Operator, default);
        var figure = (await Observations.FigureAsync(1, _january, 3, default))!;
        Assert.That(figure.Observation, Is.EqualTo(new Observation
        {
            Period = _january,
            Value = 5,
            Status = ObservationStatus.Provisional,
            SourceFlag = "p",
            Source = "Table 3",
            Note = "counted by hand",
            Release = 3,
            Delivery = 1,
            Line = 2,
            Field = "3 value",
        }));
        Assert.That(figure.History.Select(h => (h.From.Number, h.To?.Number, h.Observation.Value)), Is.EqualTo(((int, int?, long?)[])[(1, 2, 5), (2, 3, 6), (3, null, 5)]));
        Assert.That(figure.History[1].From.WithdrawnBy, Is.EqualTo(3));
        Assert.That((figure.Delivery!.Id, figure.LineText), Is.EqualTo((1, "DE-HH,2024-01-31,5")));
    }

    [Test]
    public async Task A_file_that_is_no_longer_the_one_kept_under_its_hash_is_not_stored()
    {
        var file = TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5));
        await SaveAsync(file);
        var other = TestFile.WithFile(file, file.File with { Open = () => new MemoryStream([1]) });
        Assert.That(() => SaveAsync(other), Throws.InvalidOperationException);
        Assert.That((await Deliveries.OfFeedAsync(Feed, default)).Select(d => d.Id), Is.EqualTo((long[])[1]));
    }

    [Test]
    public async Task At_a_past_stand_a_figure_tells_nothing_of_later_ones()
    {
        await ReleaseAsync(new TestValue("DE-SH", "2024-01-31", 1));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        Assert.That(await Observations.FigureAsync(2, _january, 1, default), Is.Null);
        var figure = (await Observations.FigureAsync(2, _january, 2, default))!;
        Assert.That(figure.History.Select(h => (h.From.Number, h.To?.Number, h.Observation.Value)), Is.EqualTo(((int, int?, long?)[])[(2, null, 5)]));
    }

    [Test]
    public async Task A_file_that_has_errors_when_it_is_read_again_is_refused()
    {
        var value = new TestValue("DE-HH", "2024-01-31", 5);
        var delivery = await SaveAsync(TestFile.Of(Feed, value));
        var publication = await Releases.PublishAsync(delivery, TestFile.Of(Feed, "", [Warning(2) with { Severity = Severity.Error }], value), new("by rule"), Who.Program, byPerson: false, default);
        Assert.That((publication.Outcome, await Releases.LatestAsync(default), (await Deliveries.ByIdAsync(delivery.Id, default))!.State), Is.EqualTo((PublicationOutcome.Refused, (Release?)null, DeliveryState.Refused)));
    }

    [Test]
    public async Task A_file_that_names_more_series_when_it_is_read_again_is_released()
    {
        var delivery = await SaveAsync(TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5)));
        await Releases.PublishAsync(delivery, TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-SH", "2024-01-31", 6)), new("by rule"), Who.Program, byPerson: false, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=5", "first DE-SH 2024-01-31=6"]));
    }

    [Test]
    public async Task Of_a_figure_never_released_there_is_nothing() =>
        Assert.That(await Observations.FigureAsync(1, _january, 1, default), Is.Null);

    private static Finding Warning(int line) => new() { Line = line, Field = "value", Severity = Severity.Warning, Reason = Reason.EmptyFile, Found = "x" };

    private static async Task<byte[]> BytesAsync(Lagebild.Import.FeedFile file)
    {
        await using var stream = file.Open();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
