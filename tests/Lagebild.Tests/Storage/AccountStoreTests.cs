using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Accounts, links that work once, sessions, failures.</summary>
internal sealed class AccountStoreTests(string kind) : StorageFixture(kind)
{
    private static readonly Grant Head = new(Role.Administrator, null);

    private AccountStore Accounts => new(Database, Clock);

    private LinkStore Links => new(Database, Accounts, Clock);

    private SessionStore Sessions => new(Database, Clock);

    private SignInFailureStore Failures => new(Database, Clock);

    [Test]
    public async Task The_first_account_is_set_up_once_and_then_there_is_no_link_to_it()
    {
        var old = await Links.SetUpAsync(default);
        var secret = await Links.SetUpAsync(default);
        Assert.That(await Links.FindAsync(old!, default), Is.Null, "a new start makes a new link");
        var id = await Links.SetUpAsync(secret!, "Anna", "anna@example.org", "hash", default);
        Assert.That((await Accounts.ByIdAsync(id!.Value, default))!.Grants, Is.EqualTo(new[] { Head }));
        Assert.That((await Links.SetUpAsync(secret!, "Eve", "eve@example.org", "hash", default), await Links.SetUpAsync(default)), Is.EqualTo(((long?)null, (string?)null)));
    }

    [Test]
    public async Task A_link_to_the_first_account_is_gone_as_soon_as_there_is_one()
    {
        var secret = await Links.SetUpAsync(default);
        await Accounts.AddAsync("Anna", "anna@example.org", [Head], Who.Operator, default);
        Assert.That(await Links.FindAsync(secret!, default), Is.Null);
    }

    [TestCase(29, true)]
    [TestCase(30, false)]
    public async Task It_works_for_half_an_hour(int minutes, bool works)
    {
        var secret = await Links.SetUpAsync(default);
        Clock.Now += TimeSpan.FromMinutes(minutes);
        Assert.That(await Links.FindAsync(secret!, default) is not null, Is.EqualTo(works));
    }

    [Test]
    public async Task An_invitation_sets_a_password_once()
    {
        var (person, secret) = await InviteAsync();
        Assert.That((await Links.FindAsync(secret, default))!.Account, Is.EqualTo(person.Id));
        Assert.That((await Links.AcceptAsync(secret, "hash", default), await Links.AcceptAsync(secret, "other", default)), Is.EqualTo(((long?)person.Id, (long?)null)));
        Assert.That((await Accounts.SecretsAsync("ANNA@example.org", default))!.PasswordHash, Is.EqualTo("hash"));
    }

    [TestCase(6, true)]
    [TestCase(7, false)]
    public async Task It_waits_seven_days(int days, bool works)
    {
        var (_, secret) = await InviteAsync();
        Clock.Now += TimeSpan.FromDays(days);
        Assert.That(await Links.AcceptAsync(secret, "hash", default) is not null, Is.EqualTo(works));
    }

    [Test]
    public async Task Secrets_of_links_are_not_kept()
    {
        var (_, secret) = await InviteAsync();
        var kept = await Database.QueryAsync<string>("select hash from account_link", null, default);
        Assert.That(kept, Is.EqualTo(new[] { OneTimeLink.Hash(secret) }).And.Not.Contains(secret));
    }

    [Test]
    public async Task Letting_in_anew_takes_everything_before_away()
    {
        var (person, secret) = await InviteAsync();
        await Links.AcceptAsync(secret, "hash", default);
        await StartAsync(person, "s");
        var second = await Accounts.ResetAsync(person.Id, Who.Operator, default);
        var third = await Accounts.ResetAsync(person.Id, Who.Operator, default);
        Assert.That(((await Accounts.SecretsAsync(person.Id, default))!.PasswordHash, await Sessions.UseAsync("s", default)), Is.EqualTo(((string?)null, (Session?)null)));
        Assert.That((await Links.FindAsync(second!, default) is null, await Links.FindAsync(third!, default) is not null), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_closed_account_is_not_there_and_its_mail_address_can_be_invited_anew()
    {
        await Accounts.AddAsync("Head", "head@example.org", [Head], Who.Operator, default);
        var (person, secret) = await InviteAsync();
        await StartAsync(person, "s");
        Assert.That(await Accounts.CloseAsync(person.Id, Who.Operator, default), Is.EqualTo(AccountChange.Done));
        Assert.That(await Accounts.CloseAsync(person.Id, Who.Operator, default), Is.EqualTo(AccountChange.Missing));
        Assert.That((await Accounts.ByIdAsync(person.Id, default), await Sessions.UseAsync("s", default), await Links.FindAsync(secret, default)), Is.EqualTo(((Person?)null, (Session?)null, (OneTimeLink?)null)));
        Assert.That((await InviteAsync()).Person.Id, Is.EqualTo(person.Id + 1));
    }

    [Test]
    public async Task The_last_administrator_of_all_regions_stays()
    {
        var first = await Accounts.AddAsync("First", "first@example.org", [Head], Who.Operator, default);
        Assert.That((await Accounts.CloseAsync(first.Id, Who.Operator, default), await Accounts.GrantAsync(first.Id, [new(Role.Administrator, "DE-HH")], Who.Operator, default)), Is.EqualTo((AccountChange.LastAdministrator, AccountChange.LastAdministrator)));
        await Accounts.AddAsync("Second", "second@example.org", [Head], Who.Operator, default);
        Assert.That(await Accounts.GrantAsync(first.Id, [new(Role.Analyst, "DE-HH")], Who.Operator, default), Is.EqualTo(AccountChange.Done));
        Assert.That((await Accounts.ByIdAsync(first.Id, default))!.Grants, Is.EqualTo(new[] { new Grant(Role.Analyst, "DE-HH") }));
    }

    [Test]
    public async Task Who_changes_an_older_state_is_refused()
    {
        var (person, _) = await InviteAsync();
        var (one, other) = ((await Accounts.SecretsAsync(person.Id, default))!, (await Accounts.SecretsAsync(person.Id, default))!);
        one.PasswordHash = "one";
        other.PasswordHash = "other";
        Assert.That((await Accounts.SaveAsync(one, default), await Accounts.SaveAsync(other, default)), Is.EqualTo((true, false)));
        Assert.That((await Accounts.SecretsAsync(person.Id, default))!.PasswordHash, Is.EqualTo("one"));
    }

    [Test]
    public async Task A_time_step_is_taken_once_and_none_before_it_after_it()
    {
        var (person, _) = await InviteAsync();
        Assert.That((await Accounts.TakeStepAsync(person.Id, 5, default), await Accounts.TakeStepAsync(person.Id, 5, default), await Accounts.TakeStepAsync(person.Id, 4, default), await Accounts.TakeStepAsync(person.Id, 6, default)), Is.EqualTo((true, false, false, true)));
    }

    [Test]
    public async Task A_recovery_code_is_kept_hashed_and_taken_once()
    {
        var (person, _) = await InviteAsync();
        var account = (await Accounts.SecretsAsync(person.Id, default))!;
        await Accounts.ReplaceCodesAsync(account, RecoveryCode.Of(["AAAAA-BBBBB", "CCCCC-DDDDD"]), default);
        var left = await Accounts.CodesAsync(person.Id, default);
        var found = RecoveryCode.Find(left, "CCCCC-DDDDD")!;
        Assert.That((RecoveryCode.Find(left, "CCCCC-DDDDE"), found, left.Any(c => c.Hash.Contains("CCCCC", StringComparison.Ordinal))), Is.EqualTo(((RecoveryCode?)null, left[1], false)));
        Assert.That((await Accounts.TakeCodeAsync(account, found, default), await Accounts.TakeCodeAsync(account, found, default)), Is.EqualTo((true, false)));
    }

    [TestCase(8, 0, true)]
    [TestCase(8, 1, false)]
    public async Task A_session_ends_when_nothing_is_done(int hours, int minutes, bool goesOn)
    {
        await StartAsync((await InviteAsync()).Person, "s");
        Clock.Now += new TimeSpan(hours, minutes, 0);
        Assert.That(await Sessions.UseAsync("s", default) is not null, Is.EqualTo(goesOn));
    }

    [Test]
    public async Task And_after_twelve_hours_whatever_is_done()
    {
        await StartAsync((await InviteAsync()).Person, "s");
        var goesOn = new List<bool>();
        for (var hour = 4; hour <= 16; hour += 4)
        {
            Clock.Now += TimeSpan.FromHours(4);
            goesOn.Add(await Sessions.UseAsync("s", default) is not null);
        }

        Assert.That(goesOn, Is.EqualTo(new[] { true, true, true, false }));
    }

    [Test]
    public async Task Sessions_are_listed_and_ended_by_their_owner_alone()
    {
        var (person, _) = await InviteAsync();
        foreach (var id in new[] { "a", "b", "c" })
        {
            await StartAsync(person, id);
        }

        await Sessions.EndAsync(person.Id + 1, "a", Who.Operator, default);
        await Sessions.EndAsync(person.Id, "b", person.Who, default);
        Assert.That((await Sessions.OfAsync(person.Id, default)).Select(s => s.Id), Is.EquivalentTo(new[] { "a", "c" }));
        await Sessions.EndOthersAsync(person.Id, "c", person.Who, default);
        Assert.That((await Sessions.OfAsync(person.Id, default)).Select(s => s.Id), Is.EqualTo(new[] { "c" }));
    }

    [Test]
    public async Task Failures_make_wait_by_name_whether_there_is_such_an_account_or_not()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.That(await Failures.UntilAsync("nobody@example.org", "192.0.2.1", default), Is.Null);
            await Failures.AddAsync("nobody@example.org", "192.0.2.1", default);
        }

        Assert.That(await Failures.UntilAsync("NOBODY@example.org", "192.0.2.2", default), Is.EqualTo(Clock.GetUtcNow().UtcDateTime.AddMinutes(1)));
        Clock.Now += TimeSpan.FromMinutes(1);
        Assert.That(await Failures.UntilAsync("nobody@example.org", "192.0.2.2", default), Is.Null);
    }

    [Test]
    public async Task And_by_address_whatever_the_names()
    {
        for (var i = 0; i < 20; i++)
        {
            await Failures.AddAsync($"{i}@example.org", "192.0.2.1", default);
        }

        Assert.That((await Failures.UntilAsync("x@example.org", "192.0.2.1", default) is not null, await Failures.UntilAsync("x@example.org", "192.0.2.2", default)), Is.EqualTo((true, (DateTime?)null)));
    }

    [Test]
    public async Task After_a_hundred_in_a_row_only_a_new_link_helps()
    {
        for (var i = 0; i < 100; i++)
        {
            await Failures.AddAsync("anna@example.org", $"{i}", default);
            Clock.Now += TimeSpan.FromHours(1);
        }

        Assert.That((await Failures.UntilAsync("anna@example.org", "", default))!.Value.Year, Is.EqualTo(9999));
        var (person, _) = await InviteAsync();
        await Accounts.ResetAsync(person.Id, Who.Operator, default);
        Assert.That(await Failures.UntilAsync("anna@example.org", "", default), Is.Null);
    }

    [Test]
    public async Task Every_act_is_noted_and_no_secret_with_it()
    {
        var (person, secret) = await InviteAsync();
        await Links.AcceptAsync(secret, "the hash", default);
        await StartAsync(person, "the session");
        await Accounts.RenameAsync(person.Id, "Anna B.", person.Who, default);
        await Accounts.GrantAsync(person.Id, [new(Role.Editor, "DE-HH")], Who.Operator, default);
        var entries = (await new AuditStore(Database, Clock).BeforeAsync(long.MaxValue, 20, default)).Reverse().ToArray();
        Assert.That(entries.Select(e => $"{e.Who} {e.Act}"), Is.EqualTo(new[] { "operator account.add", "operator account.link", "Anna account.accept", "Anna session.start", "Anna account.name", "operator account.grant" }));
        Assert.That(entries.Select(e => $"{e.Before} {e.After}"), Has.None.Contains("the hash").And.None.Contains(secret).And.None.Contains("the session"));
    }

    [Test]
    public void Keys_are_kept_for_all_nodes()
    {
        var keys = new ProtectionKeyStore(Database, Clock);
        keys.Add("one", "<key/>");
        keys.Add("one", "<other/>");
        Assert.That(new ProtectionKeyStore(Database, Clock).All(), Is.EqualTo(new[] { "<key/>" }));
    }

    private Task<(Person Person, string Secret)> InviteAsync() => Accounts.InviteAsync("Anna", "anna@example.org", [new(Role.Analyst, "DE-HH")], Who.Operator, default);

    private Task StartAsync(Person person, string id) => Sessions.StartAsync(new() { Id = id, Account = person.Id, Browser = "Firefox", Address = "192.0.2.x" }, person.Who, default);
}
