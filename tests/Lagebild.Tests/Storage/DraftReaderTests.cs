using Lagebild.Import;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>What a delivery would change, as its office reads it.</summary>
internal sealed class DraftReaderTests(string kind) : StorageFixture(kind)
{
    private DraftReader Drafts => new(Database);

    protected override IReadOnlyList<Feed> Feeds() => [TestFeed.Of(Feed) with { Release = ReleasePolicy.ByPerson, Scope = DeliveryScope.Full }];

    [Test]
    public async Task Counts_are_kept_with_what_they_were_compared_with()
    {
        var release = await ReleasedAsync(Value("DEU", "2023-01-31", 100), Value("DEU", "2023-02-28", 200));
        var waiting = await SaveAsync(TestFile.Of(Feed, Value("DEU", "2023-01-31", 101), Value("DEU", "2023-02-28", 200), Value("DEU", "2023-03-31", 5)));
        var state = (await Drafts.StateAsync(waiting.Id, default))!;
        Assert.That((state.Added, state.Changed, state.Closed, state.Against, state.IsStale), Is.EqualTo((1L, 1L, 0L, release.Number, false)));
    }

    [Test]
    public async Task Another_release_of_the_feed_makes_it_stale()
    {
        await ReleasedAsync(Value("DEU", "2023-01-31", 100));
        var waiting = await SaveAsync(TestFile.Of(Feed, Value("DEU", "2023-01-31", 101)));
        await ReleasedAsync(Value("DEU", "2023-01-31", 102));
        Assert.That((await Drafts.StateAsync(waiting.Id, default))!.IsStale, Is.True);
    }

    [Test]
    public async Task Of_a_refused_delivery_there_is_none()
    {
        var refused = await SaveAsync(TestFile.Of(Feed, "", [new() { Line = 2, Severity = Severity.Error, Reason = Reason.NotANumber }], Value("DEU", "2023-01-31", 1)));
        Assert.That(await Drafts.StateAsync(refused.Id, default), Is.Null);
    }

    [TestCase(ChangeOrder.Changed, "FRA 1000>1500, POL 10>30, DEU 100>101")]
    [TestCase(ChangeOrder.Relative, "POL 10>30, FRA 1000>1500, DEU 100>101")]
    [TestCase(ChangeOrder.Added, "SWE >7, DNK >")]
    [TestCase(ChangeOrder.Closed, "POL 4>")]
    public async Task Changes_come_largest_first_in_each_order(ChangeOrder order, string expected)
    {
        var waiting = await ChangedAsync();
        Assert.That(await LinesAsync(waiting, order), Is.EqualTo(expected));
    }

    [Test]
    public async Task Once_released_they_are_as_they_were_made()
    {
        var waiting = await ChangedAsync();
        var before = await LinesAsync(waiting, ChangeOrder.Changed);
        await ReleaseDraftAsync(waiting);
        await ReleasedAsync(Value("FRA", "2023-01-31", 9));
        Assert.That(await LinesAsync((await Deliveries.ByIdAsync(waiting.Id, default))!, ChangeOrder.Changed), Is.EqualTo(before));
    }

    [Test]
    public async Task A_series_stands_before_and_after_the_draft_and_after_its_release()
    {
        await ReleasedAsync(Value("DEU", "2023-01-31", 100), Value("DEU", "2023-02-28", 200));
        var waiting = await SaveAsync(TestFile.Of(Feed, Value("DEU", "2023-02-28", 210), Value("DEU", "2023-03-31", 5)));
        var drafted = await SidesAsync(waiting);
        await ReleaseDraftAsync(waiting);
        Assert.That((drafted, await SidesAsync((await Deliveries.ByIdAsync(waiting.Id, default))!)), Is.EqualTo((drafted, "100 200 | 100 210 5")));
        Assert.That(drafted, Is.EqualTo("100 200 | 100 210 5"));
    }

    [Test]
    public async Task A_question_is_about_the_value_on_its_line_under_its_heading()
    {
        Finding odd = new() { Line = 3, Field = "value", Severity = Severity.Warning, Reason = Reason.FarFromHistory, Found = "2" };
        var waiting = await SaveAsync(TestFile.Of(Feed, "", [odd], Value("DEU", "2023-01-31", 1), Value("FRA", "2023-01-31", 2)));
        var question = (await new AnswerStore(Database, Clock).OfDeliveryAsync(waiting.Id, default)).Single();
        Assert.That((question.Series!.Region, question.Period!.Value.ToString()), Is.EqualTo(("FRA", "2023-01-31")));
    }

    [Test]
    public async Task Lines_are_fetched_from_the_parts_that_hold_them()
    {
        var text = string.Concat(Enumerable.Range(1, 60_000).Select(i => $"Zeile {i} für mehr als einen Teil der Datei\r\n"));
        var file = FeedFile.FromBytes(CodePagesOf(1252).GetBytes(text), "long.csv", "upload", DateTime.UnixEpoch);
        await SaveAsync(TestFile.WithFile(TestFile.Of(Feed, Value("DEU", "2023-01-31", 1)), file));
        var lines = await new DeliveryLines(Database).OfAsync(file.Sha256, new() { Encoding = "windows-1252", Delimiter = ";" }, [59_999, 1, 23_831, 23_832, 23_833, 70_000], default);
        Assert.That(lines.OrderBy(l => l.Key).Select(l => l.Value == $"Zeile {l.Key} für mehr als einen Teil der Datei" ? l.Key : 0), Is.EqualTo(new[] { 1, 23_831, 23_832, 23_833, 59_999 }));
    }

    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-8")]
    public async Task Lines_are_read_in_their_letters(string encoding)
    {
        var letters = System.Text.Encoding.GetEncoding(encoding);
        var file = FeedFile.FromBytes([.. letters.GetPreamble(), .. letters.GetBytes("Jahr;Łódź\r\n2024;ü\n2025;ß")], "short.csv", "upload", DateTime.UnixEpoch);
        await SaveAsync(TestFile.WithFile(TestFile.Of(Feed, Value("DEU", "2023-01-31", 1)), file));
        var lines = await new DeliveryLines(Database).OfAsync(file.Sha256, new() { Encoding = encoding, Delimiter = ";" }, [1, 2, 3], default);
        Assert.That(lines.OrderBy(l => l.Key).Select(l => l.Value), Is.EqualTo(new[] { "Jahr;Łódź", "2024;ü", "2025;ß" }));
    }

    private static System.Text.Encoding CodePagesOf(int page) => System.Text.CodePagesEncodingProvider.Instance.GetEncoding(page)!;

    private static TestValue Value(string region, string day, long? number) => new(region, day, number);

    /// <summary>One each of what can happen, and a value gone within the span.</summary>
    private async Task<Delivery> ChangedAsync()
    {
        await ReleasedAsync(Value("DEU", "2023-01-31", 100), Value("FRA", "2023-01-31", 1000), Value("POL", "2023-01-31", 10), Value("POL", "2023-02-28", 4));
        return await SaveAsync(TestFile.Of(
            Feed, Value("DEU", "2023-01-31", 101), Value("FRA", "2023-01-31", 1500), Value("POL", "2023-01-31", 30), Value("SWE", "2023-02-28", 7), Value("DNK", "2023-02-28", null) with { Status = ObservationStatus.Missing }));
    }

    private async Task<string> LinesAsync(Delivery delivery, ChangeOrder order) =>
        string.Join(", ", (await Drafts.ChangesAsync(delivery, order, 0, 10, default)).Select(c => $"{c.Series.Region} {c.Before?.Value}>{c.After?.Value}"));

    private async Task<string> SidesAsync(Delivery delivery)
    {
        var series = (await Drafts.MostChangedAsync(delivery.Id, 1, default)).Single().Series;
        var (before, after) = (await Drafts.SeriesAsync(delivery, series, new(2000, 1, 1), new(2100, 1, 1), default))!.Value;
        return $"{string.Join(' ', before.Observations.Select(o => o.Value))} | {string.Join(' ', after.Observations.Select(o => o.Value))}";
    }

    private async Task<Release> ReleasedAsync(params TestValue[] values) => await ReleaseDraftAsync(await SaveAsync(TestFile.Of(Feed, values)));

    private async Task<Release> ReleaseDraftAsync(Delivery delivery)
    {
        var preview = (await Releases.PreviewAsync(delivery.Id, default))!;
        return (await Releases.PublishDraftAsync(delivery.Id, preview.BasedOn, new("a person's word", "en"), Lagebild.Accounts.Who.Operator, default)).Release!;
    }
}
