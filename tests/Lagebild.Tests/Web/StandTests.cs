using Lagebild.Storage;
using static Lagebild.Tests.Web.StandAddresses;

namespace Lagebild.Tests.Web;

/// <summary>Addresses with a stand, across ten more releases, another start, a withdrawal for error and one for disclosure.</summary>
internal sealed class StandTests
{
    private const string Hidden = "987654";

    private const int First = 1;
    private const int Told = 2;
    private const int Wrong = 3;

    /// <summary>The release that withdraws the wrong one; the one after it takes back what was told.</summary>
    private const int ErrorSaid = 14;

    private readonly Dictionary<string, StandAnswer> _before = [];
    private readonly Dictionary<string, StandAnswer> _later = [];
    private readonly Dictionary<string, StandAnswer> _corrected = [];
    private readonly Dictionary<string, StandAnswer> _hidden = [];
    private StandSite _site = null!;

    [OneTimeSetUp]
    public async Task RunAsync()
    {
        _site = await StandSite.StartAsync();
        await _site.DeliverAsync(1205, 987654);
        await _site.DeliverAsync(1210, 1250);
        await ReadAsync(_before);
        for (var more = 0; more < 10; more++)
        {
            await _site.DeliverAsync(1300 + more, 1250 + more);
        }

        await _site.RestartAsync();
        await ReadAsync(_later);
        await _site.WithdrawAsync(Wrong, WithdrawalKind.Error);
        await ReadAsync(_corrected);
        await _site.WithdrawAsync(Told, WithdrawalKind.Disclosure);
        await ReadAsync(_hidden);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _site.DisposeAsync();

    [Test]
    public void Every_address_answers_as_of_its_release() => Assert.That(_before.Where(a => a.Value.Status != 200).Select(a => (a.Key, a.Value.Status)), Is.Empty);

    [Test]
    public void Ten_releases_and_another_start_change_no_byte_of_data_and_pictures() => Assert.That(Changed(_before, _later), Is.Empty);

    [Test]
    public void A_withdrawal_for_error_changes_no_byte_of_past_data_and_pictures() => Assert.That(Changed(_later, _corrected), Is.Empty);

    [TestCase(First, "1,200")]
    [TestCase(Wrong, "1,210")]
    public void A_page_keeps_its_values_and_says_that_there_is_a_later_state(int stand, string value) =>
        Assert.That(_later[At(Page, stand)].Text, Does.Contain(value).And.Contain("class=\"box notice\"").And.Not.Contain("1,309"));

    [Test]
    public void A_page_of_a_release_withdrawn_for_error_says_so() =>
        Assert.That(_corrected[At(Page, Wrong)].Text, Does.Contain("1,210").And.Contain($"release {ErrorSaid}"));

    [Test]
    public void What_was_withdrawn_for_disclosure_was_told_before() => Assert.That(
        (Tells(_later[At(Page, Told)]), Tells(_later[At(Files[0], Told)]), Tells(_later[At(Json[0], Told)])),
        Is.EqualTo((true, true, true)));

    [Test]
    public void What_was_withdrawn_for_disclosure_is_nowhere_any_more() => Assert.That(_hidden.Where(a => Tells(a.Value)).Select(a => a.Key), Is.Empty);

    [Test]
    public void A_picture_that_showed_it_is_another_now() => Assert.That(Pictures.Where(p => _hidden[At(p, Told)].Bytes.SequenceEqual(_later[At(p, Told)].Bytes)), Is.Empty);

    [Test]
    public void Every_file_that_held_it_is_gone() =>
        Assert.That(Files.Select(f => (f, _hidden[At(f, Told)].Status)), Is.EqualTo(Files.Select(f => (f, 410))));

    [Test]
    public void Files_that_did_not_hold_it_stay_byte_by_byte() =>
        Assert.That(Files.Where(f => !_hidden[At(f, First)].Bytes.SequenceEqual(_before[At(f, First)].Bytes)), Is.Empty);

    [TestCase("/de/data/distributed-away.csv", "<h1>Zurückgezogen</h1>")]
    [TestCase("/pl/data/distributed-away.csv", "15")]
    public async Task A_file_that_is_gone_says_why_in_the_language_of_the_reader(string address, string says)
    {
        var answer = await _site.AnswerAsync($"{address}?stand={Told}");

        Assert.That((answer.Status, answer.Text.Contains(says, StringComparison.Ordinal)), Is.EqualTo((410, true)));
    }

    [Test]
    public async Task A_file_of_the_API_that_is_gone_answers_a_problem()
    {
        using var answer = await _site.GetAsync($"/api/v1/observations.csv?stand={Told}");

        Assert.That(((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((410, "application/problem+json")));
    }

    [Test]
    public async Task The_catalogue_of_a_release_names_no_file_that_is_gone()
    {
        int[] stands = [First, Told, Wrong];
        var named = new List<bool>();
        foreach (var stand in stands)
        {
            var catalogue = (await _site.AnswerAsync($"/catalog.ttl?stand={stand}")).Text;
            Assert.That(catalogue, Does.Contain("#distributed-away>\n  a dcat:Dataset"));
            named.Add(catalogue.Contains($"/en/data/distributed-away.csv?stand={stand}>", StringComparison.Ordinal));
        }

        Assert.That(named, Is.EqualTo((bool[])[true, false, true]));
    }

    private static IEnumerable<string> Changed(Dictionary<string, StandAnswer> before, Dictionary<string, StandAnswer> after) =>
        Files.Concat(Pictures).Concat(Json.Take(3)).Append("/en/changes.csv?since=1").SelectMany(a => new[] { At(a, First), At(a, Told), At(a, Wrong) }).Where(a => after[a].Status != 200 || !before[a].Bytes.SequenceEqual(after[a].Bytes));

    private static bool Tells(StandAnswer answer) => answer.Text.Contains(Hidden, StringComparison.Ordinal) || answer.Text.Contains("987,654", StringComparison.Ordinal);

    /// <summary>Each address twice, so that what is kept in memory is seen too.</summary>
    private async Task ReadAsync(Dictionary<string, StandAnswer> answers)
    {
        foreach (var address in All.SelectMany(a => new[] { At(a, First), At(a, Told), At(a, Wrong) }))
        {
            await _site.AnswerAsync(address);
            answers[address] = await _site.AnswerAsync(address);
        }
    }
}
