using System.Globalization;
using Lagebild.Storage;
using static Lagebild.Tests.Web.StandAddresses;

namespace Lagebild.Tests.Web;

/// <summary>
/// An installation over the database of an earlier program, once for each schema there was: releases, a withdrawal for error and one for disclosure, then the upgrade. What it is to
/// answer is known from the same releases in a database that always had the schema of this program, and from the old rows themselves.
/// </summary>
[TestFixtureSource(typeof(OlderSchema), nameof(OlderSchema.Numbers))]
internal sealed class UpgradeTests(int schema)
{
    private const int Releases = 5;

    private readonly Dictionary<string, StandAnswer> _before = [];
    private readonly Dictionary<string, StandAnswer> _after = [];
    private IReadOnlyList<OldRow> _rows = [];
    private StandSite _site = null!;

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        _site = await StandSite.StartAsync();
        await _site.DeliverAsync(1205, 987654);
        await _site.DeliverAsync(1210, 1250);
        await _site.WithdrawAsync(3, WithdrawalKind.Error);
        await _site.WithdrawAsync(2, WithdrawalKind.Disclosure);
        await ReadAsync(_before);
        _rows = await _site.UpgradeFromAsync(schema);
        await ReadAsync(_after);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public void Addresses_with_a_stand_answer_byte_by_byte_as_over_a_database_that_needed_no_upgrade() =>
        Assert.That(_before.Where(a => !a.Value.Bytes.SequenceEqual(_after[a.Key].Bytes) || a.Value.Status != _after[a.Key].Status).Select(a => a.Key), Is.Empty);

    [Test]
    public void Files_and_pictures_are_there_and_those_that_held_what_was_withdrawn_for_disclosure_are_gone() => Assert.That(
        Files.Concat(Pictures).SelectMany(a => Enumerable.Range(1, Releases).Select(stand => (a, stand))).Where(p => _after[At(p.a, p.stand)].Status != (Files.Contains(p.a) && p.stand is 2 or 4 ? 410 : 200)),
        Is.Empty);

    [TestCase(1)]
    [TestCase(5)]
    public void The_canonical_CSV_of_a_release_holds_the_rows_that_the_old_database_held_of_it(int stand)
    {
        var lines = _after[At("/en/data/distributed-away.csv?", stand)].Text.Split("\r\n")[1..^1].Select(l => l.Split(',')).Select(f => $"{f[2]} {f[3]} {f[4]} {f[11]} {f[8]}");

        Assert.That(lines, Is.EqualTo(_rows.Where(r => r.Begun <= stand && r.Ended > stand).Select(Line)).And.Not.Empty);
    }

    [Test]
    public async Task The_upgrade_releases_nothing()
    {
        var releases = (await _site.AnswerAsync("/api/v1/releases")).Text;

        Assert.That((releases.Contains($"\"number\":{Releases},", StringComparison.Ordinal), releases.Contains($"\"number\":{Releases + 1},", StringComparison.Ordinal)), Is.EqualTo((true, false)));
    }

    private static string Line(OldRow row) => $"{row.Region} {row.Start} {row.End} {row.Value?.ToString(CultureInfo.InvariantCulture)} {row.Confidentiality}";

    private async Task ReadAsync(Dictionary<string, StandAnswer> answers)
    {
        foreach (var address in Files.Concat(Pictures).Concat(Json).SelectMany(a => Enumerable.Range(1, Releases).Select(stand => At(a, stand))))
        {
            answers[address] = await _site.AnswerAsync(address);
        }
    }
}
