using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>What must not be seen is not seen on any path, at any stand.</summary>
internal sealed class WithholdingTests(string kind) : StorageFixture(kind)
{
    private const string RoundedFeed = "rounded";
    private const string PolishFeed = "polish";
    private const long Hidden = 987654321;

    private static readonly Period _january = new(new(2024, 1, 31), new(2024, 1, 31), Frequency.Monthly);

    protected override IReadOnlyList<Feed> Feeds() =>
        [.. base.Feeds(), TestFeed.Of(RoundedFeed) with { Disclosure = new() { By = DisclosureBy.Ours } }, TestFeed.Of(PolishFeed) with { Language = "pl" }];

    [Test]
    public async Task A_confidential_value_with_its_sign_reason_and_note_is_seen_through_no_public_method()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", Hidden)
        {
            Confidentiality = ConfidentialityStatus.Confidential,
            MissingReason = MissingReason.Refused,
            SourceFlag = "sign-that-tells",
            Note = "note-that-tells",
        });
        Assert.That(await EverythingPublicAsync(), Does.Not.Contain($"{Hidden}").And.Not.Contain("that-tells").And.Not.Contain("refused").IgnoreCase);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31= confidential"]));
    }

    [Test]
    public async Task A_value_that_we_round_is_seen_rounded_only()
    {
        await ReleaseAsync(TestFile.Of(RoundedFeed, new TestValue("DE-HH", "2024-01-31", Hidden)));
        Assert.That(await EverythingPublicAsync(), Does.Not.Contain($"{Hidden}"));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["rounded DE-HH 2024-01-31=987654320"]));
    }

    [Test]
    public async Task Rounding_is_in_the_unit_of_the_variant()
    {
        await ReleaseAsync(TestFile.Of(RoundedFeed, new TestValue("DE-HH", "2024-01-31", 74) { Variant = "tenths" }));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["rounded DE-HH 2024-01-31=50"]));
    }

    [Test]
    public async Task A_line_of_an_open_file_is_shown()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-SH", "2024-01-31", 6));
        Assert.That((await Observations.FigureAsync(2, _january, 1, default))!.LineText, Is.EqualTo("DE-SH,2024-01-31,6"));
    }

    [Test]
    public async Task A_line_that_holds_a_confidential_value_is_not_shown()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 5), new TestValue("DE-SH", "2024-01-31", 6) { Confidentiality = ConfidentialityStatus.Confidential });
        string?[] lines = [(await Observations.FigureAsync(1, _january, 1, default))!.LineText, (await Observations.FigureAsync(2, _january, 1, default))!.LineText];
        Assert.That(lines, Is.EqualTo((string?[])["DE-HH,2024-01-31,5", null]));
    }

    [Test]
    public async Task No_line_is_shown_of_a_file_that_we_round()
    {
        await ReleaseAsync(TestFile.Of(RoundedFeed, new TestValue("DE-HH", "2024-01-31", 5)));
        Assert.That((await Observations.FigureAsync(1, _january, 1, default))!.LineText, Is.Null);
    }

    [Test]
    public async Task Withdrawn_for_disclosure_a_value_leaves_every_stand()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 4));
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", Hidden));
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 6));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);
        string[][] shown = [await PublicAsync(1), await PublicAsync(2), await PublicAsync(3), await PublicAsync(4)];
        Assert.That(
            shown,
            Is.EqualTo((string[][])[["first DE-HH 2024-01-31=4"], ["first DE-HH 2024-01-31= confidential"], ["first DE-HH 2024-01-31=6"], ["first DE-HH 2024-01-31=6"]]));
        Assert.That(await EverythingPublicAsync(), Does.Not.Contain($"{Hidden}"));
    }

    [Test]
    public async Task Withdrawn_for_disclosure_a_current_value_gives_way_to_the_one_before()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 4));
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", Hidden));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31=4"]));
    }

    [Test]
    public async Task Withdrawn_for_disclosure_a_value_leaves_although_other_deliveries_said_it_too()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", Hidden));
        var told = await ReleaseAsync(TestFile.Of(Feed, "again", [], new TestValue("DE-HH", "2024-01-31", Hidden)));
        await ReleaseAsync(TestFile.Of(Feed, "once more", [], new TestValue("DE-HH", "2024-01-31", Hidden)));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("told too much"), Who.Operator, default);
        Assert.That(await EverythingPublicAsync(), Does.Not.Contain($"{Hidden}"));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-HH 2024-01-31= confidential"]));
    }

    [Test]
    public async Task Withdrawn_for_error_the_old_stand_still_answers()
    {
        var wrong = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 4));
        await Releases.WithdrawAsync(wrong.Delivery!.Value, WithdrawalKind.Error, new("wrong"), Who.Operator, default);
        Assert.That(await PublicAsync(1), Is.EqualTo((string[])["first DE-HH 2024-01-31=4"]));
        Assert.That(await PublicAsync(2), Is.Empty);
    }

    [Test]
    public async Task Withdrawn_for_error_a_value_can_still_be_withdrawn_for_disclosure()
    {
        await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", 4));
        var told = await ReleaseAsync(new TestValue("DE-HH", "2024-01-31", Hidden));
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Error, new("wrong"), Who.Operator, default);
        await Releases.WithdrawAsync(told.Delivery!.Value, WithdrawalKind.Disclosure, new("and told too much"), Who.Operator, default);
        string[][] shown = [await PublicAsync(2), await PublicAsync(3), await PublicAsync(4)];
        Assert.That(shown, Is.EqualTo((string[][])[["first DE-HH 2024-01-31= confidential"], ["first DE-HH 2024-01-31=4"], ["first DE-HH 2024-01-31=4"]]));
        Assert.That(await EverythingPublicAsync(), Does.Not.Contain($"{Hidden}"));
    }

    [Test]
    public async Task A_line_is_shown_in_the_letters_of_the_feeds_language()
    {
        var values = TestFile.Of(PolishFeed, new TestValue("PL-22", "2024-01-31", 5));
        byte[] bytes = [.. "Województwo,Miesiąc,Liczba\n"u8, 0xA3, 0xF3, 0x64, 0x9F, (byte)',', (byte)'5', (byte)'\n'];
        var file = values.File with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), Size = bytes.Length, Open = () => new MemoryStream(bytes) };
        await ReleaseAsync(TestFile.WithFile(values, file));
        Assert.That((await Observations.FigureAsync(1, _january, 1, default))!.LineText, Is.EqualTo("Łódź,5"));
    }

    [Test]
    public async Task What_is_stored_but_not_released_is_not_public()
    {
        await ReleaseAsync(new TestValue("DE-SH", "2024-01-31", 1));
        await SaveAsync(TestFile.Of(Feed, new TestValue("DE-HH", "2024-01-31", Hidden)));
        Assert.That(await EverythingPublicAsync(), Does.Not.Contain($"{Hidden}"));
        Assert.That(await PublicAsync(), Is.EqualTo((string[])["first DE-SH 2024-01-31=1"]));
    }

    /// <summary>Whatever the public stores give, at each stand, as text.</summary>
    private async Task<string> EverythingPublicAsync()
    {
        var text = new StringBuilder();
        void Add(object? o) => text.AppendLine(JsonSerializer.Serialize(o));
        foreach (var release in await Releases.ListAsync(default))
        {
            Add(release);
            var series = await Observations.SeriesAsync(new() { Indicator = "refugees", Stand = release.Number }, default);
            Add(series);
            Add(await Observations.LatestAsync([], [], release.Number, default));
            Add(await Observations.CoverageAsync(null, null, release.Number, default));
            foreach (var one in series)
            {
                Add(await Observations.SeriesAsync(one.Id, release.Number, default));
                foreach (var observation in one.Observations)
                {
                    Add(await Observations.FigureAsync(one.Id, observation.Period, release.Number, default));
                }
            }
        }

        return text.ToString();
    }
}
