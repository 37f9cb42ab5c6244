using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Random deliveries, withdrawals and restorations, compared with a model that keeps whole deliveries and knows no ranges, differences or databases.</summary>
internal sealed class AsOfEveryReleaseTests(string kind) : StorageFixture(kind)
{
    private const string FullFeed = "whole";

    private static readonly string[] _regions = ["DE-HH", "PL-22"];
    private static readonly string[] _breakdowns = ["", "sex=F", "sex=M"];
    private static readonly string[] _days = ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"];

    protected override IReadOnlyList<Feed> Feeds() => [TestFeed.Of(Feed), TestFeed.Of(FullFeed) with { Scope = DeliveryScope.Full }];

    [Test]
    public async Task Every_stand_shows_what_the_deliveries_then_released_said([Range(1, 12)] int seed)
    {
        var random = new Random(seed);
        var model = new Model();
        for (var step = 0; step < 18; step++)
        {
            await StepAsync(random, model, step);
        }

        Assert.Multiple(async () =>
        {
            for (var stand = 1; stand <= model.Stands.Count; stand++)
            {
                Assert.That(await PublicAsync(stand), Is.EqualTo(model.Stands[stand - 1]), $"stand {stand}");
            }
        });
    }

    [Test]
    public async Task The_counts_of_a_release_are_those_of_the_keys_that_differ([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var model = new Model();
        for (var step = 0; step < 10; step++)
        {
            await StepAsync(random, model, step);
        }

        var counts = (await Releases.ListAsync(default)).OrderBy(r => r.Number).Where(r => r.Kind == ReleaseKind.Delivery).Select(r => (r.Added, r.Changed, r.Closed));
        Assert.That(counts, Is.EqualTo(model.Counts));
    }

    private async Task StepAsync(Random random, Model model, int step)
    {
        if (model.Withdrawn.Count > 0 && random.Next(4) == 0)
        {
            var restored = model.Withdrawn[random.Next(model.Withdrawn.Count)];
            await Releases.RestoreAsync(restored.Id, new("random"), Who.Operator, default);
            model.Restore(restored);
            return;
        }

        var standing = model.Standing;
        if (standing.Count > 1 && random.Next(4) == 0)
        {
            var withdrawn = standing[random.Next(standing.Count)];
            await Releases.WithdrawAsync(withdrawn.Id, WithdrawalKind.Error, new("random"), Who.Operator, default);
            model.Withdraw(withdrawn);
            return;
        }

        var feed = random.Next(2) == 0 ? Feed : FullFeed;
        var file = TestFile.Of(feed, $"{step}", [], Values(random));
        var delivery = await SaveAsync(file);
        var publication = await Releases.PublishAsync(delivery, file, new("random"), Who.Program, byPerson: true, default);
        model.Release(new(delivery.Id, publication.Release!.Number, feed, feed == FullFeed, file));
    }

    private static TestValue[] Values(Random random)
    {
        var regions = random.Next(3) == 0 ? _regions[..1] : _regions;
        var values = from r in regions from b in _breakdowns from d in _days where random.Next(3) > 0 select Value(random, r, b, d);
        return [.. values.ToArray() is { Length: > 0 } some ? some : [Value(random, _regions[0], "", _days[0])]];
    }

    private static TestValue Value(Random random, string region, string breakdown, string day)
    {
        var value = new TestValue(region, day, random.Next(3)) { Breakdown = breakdown };
        return random.Next(8) switch
        {
            0 => value with { Number = null, Status = ObservationStatus.Missing },
            1 => value with { Confidentiality = ConfidentialityStatus.Confidential },
            2 => value with { Status = ObservationStatus.Provisional },
            _ => value,
        };
    }

    private sealed record Released(long Id, int Release, string Feed, bool IsFull, TestFile File)
    {
        public Dictionary<(SeriesKey Series, int Start), (string Shown, long Raw)> Content { get; } =
            File.Values().SelectMany(b => b.ToArray()).ToDictionary(v => (File.Series[v.Series], v.PeriodStart), v => (Shown(v, File.Series[v.Series]), v.Value));

        /// <summary>Whether the delivery says anything of a key; null: that there is nothing.</summary>
        public bool Says((SeriesKey Series, int Start) key, out (string Shown, long Raw)? said)
        {
            said = Content.TryGetValue(key, out var content) ? content : null;
            return said is not null || Covers(key);
        }

        private bool Covers((SeriesKey Series, int Start) key) => IsFull && Content.Keys.Any(k => k.Series.Region == key.Series.Region)
            && Content.Keys.Min(k => k.Start) <= key.Start && key.Start <= Content.Keys.Max(k => k.Start);

        private static string Shown(Lagebild.Import.CheckedValue value, SeriesKey key) => Line(key, new()
        {
            Period = new(DayNumber.ToDay(value.PeriodStart), DayNumber.ToDay(value.PeriodEnd), key.Frequency),
            Value = value.Confidentiality == ConfidentialityStatus.Free && value.HasValue ? value.Value : null,
            Status = value.Confidentiality == ConfidentialityStatus.Free ? value.Status : ObservationStatus.Normal,
            Confidentiality = value.Confidentiality,
        });
    }

    private sealed class Model
    {
        private SortedDictionary<(SeriesKey Series, int Start), (string Shown, long Raw)> _current = [];

        public List<Released> Standing { get; } = [];

        public List<Released> Withdrawn { get; } = [];

        public List<string[]> Stands { get; } = [];

        public List<(long Added, long Changed, long Closed)> Counts { get; } = [];

        public void Release(Released released)
        {
            Standing.Add(released);
            var before = _current;
            Keep();
            Counts.Add((
                _current.Keys.Count(k => !before.ContainsKey(k)),
                _current.Count(k => released.Content.ContainsKey(k.Key) && before.TryGetValue(k.Key, out var old) && old != k.Value),
                before.Keys.Count(k => !_current.ContainsKey(k))));
        }

        public void Withdraw(Released withdrawn)
        {
            Standing.Remove(withdrawn);
            Withdrawn.Add(withdrawn);
            Keep();
        }

        public void Restore(Released restored)
        {
            Withdrawn.Remove(restored);
            Standing.Add(restored);
            Keep();
        }

        private void Keep()
        {
            var current = new SortedDictionary<(SeriesKey Series, int Start), (string Shown, long Raw)>();
            foreach (var feed in Standing.GroupBy(s => s.Feed))
            {
                foreach (var key in feed.SelectMany(s => s.Content.Keys).Distinct())
                {
                    foreach (var released in feed.OrderByDescending(s => s.Release))
                    {
                        if (released.Says(key, out var said))
                        {
                            if (said is not null)
                            {
                                current[key] = said.Value;
                            }

                            break;
                        }
                    }
                }
            }

            _current = current;
            Stands.Add([.. current.Values.Select(v => v.Shown)]);
        }
    }
}
