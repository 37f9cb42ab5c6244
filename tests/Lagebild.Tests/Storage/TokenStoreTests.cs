using Dapper;
using Lagebild.Accounts;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>The keys of machines.</summary>
internal sealed class TokenStoreTests(string kind) : StorageFixture(kind)
{
    private string _secret = "";
    private Who _maker = Who.Operator;

    private TokenStore Tokens => new(Database, Clock);

    [SetUp]
    public async Task MakeTokenAsync()
    {
        _maker = (await new AccountStore(Database, Clock).AddAsync("Maker", "maker@example.org", [new(Role.Analyst, null)], Who.Operator, default)).Who;
        _secret = MachineToken.NewSecret();
        await Tokens.MakeAsync(_secret, "night export", [TestFeed.Of(OtherFeed), TestFeed.Of(Feed)], Clock.Now.UtcDateTime.AddDays(2), _maker, default);
    }

    [Test]
    public async Task A_token_is_found_by_its_text_and_its_use_is_noted()
    {
        var token = (await Tokens.UseAsync(_secret, default))!;
        var listed = (await Tokens.AllAsync(default)).Single();

        Assert.That((token.Name, string.Join(' ', token.Feeds), token.MadeByName, listed.LastUsedUtc), Is.EqualTo(("night export", "first second", "Maker", (DateTime?)Clock.Now.UtcDateTime)));
    }

    [Test]
    public void A_text_is_lb_and_32_random_bytes() =>
        Assert.That((_secret[..3], _secret.Length, _secret == MachineToken.NewSecret()), Is.EqualTo(("lb_", 46, false)));

    [Test]
    public async Task The_text_itself_stands_nowhere_in_the_database()
    {
        await using var connection = await Database.OpenAsync(default);
        var rows = (await connection.QueryAsync("select * from machine_token")).Concat(await connection.QueryAsync("select * from audit")).Select(r => string.Join(' ', ((IDictionary<string, object?>)r).Values));

        Assert.That(rows.Where(r => r.Contains(_secret, StringComparison.Ordinal) || r.Contains(_secret[3..], StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("")]
    [TestCase("lb_")]
    [TestCase("lb_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_forged_text_finds_nothing(string forged) => Assert.That(await Tokens.UseAsync(forged, default), Is.Null);

    [Test]
    public async Task A_text_with_one_letter_changed_finds_nothing() =>
        Assert.That(await Tokens.UseAsync(_secret[..^1] + (_secret[^1] == 'A' ? 'E' : 'A'), default), Is.Null);

    [Test]
    public async Task A_token_holds_until_it_expires()
    {
        Clock.Now = Clock.Now.AddDays(2).AddSeconds(-1);
        var before = await Tokens.UseAsync(_secret, default);
        Clock.Now = Clock.Now.AddSeconds(1);

        Assert.That((before is not null, await Tokens.UseAsync(_secret, default)), Is.EqualTo((true, (MachineToken?)null)));
    }

    [Test]
    public async Task A_revoked_token_finds_nothing_and_stays_revoked()
    {
        await Tokens.RevokeAsync((await Tokens.AllAsync(default)).Single(), null, _maker, default);
        var revoked = Clock.Now.UtcDateTime;
        Clock.Now = Clock.Now.AddHours(1);
        await Tokens.RevokeAsync((await Tokens.AllAsync(default)).Single(), null, _maker, default);

        Assert.That((await Tokens.UseAsync(_secret, default), (await Tokens.AllAsync(default)).Single().RevokedUtc), Is.EqualTo(((MachineToken?)null, (DateTime?)revoked)));
    }

    [Test]
    public async Task The_same_key_makes_one_token()
    {
        await Tokens.MakeAsync(_secret, "another", [TestFeed.Of(Feed)], Clock.Now.UtcDateTime.AddDays(1), _maker, default);

        Assert.That((await Tokens.AllAsync(default)).Select(t => t.Name), Is.EqualTo(new[] { "night export" }));
    }

    [Test]
    public async Task Making_and_revoking_stand_in_the_audit()
    {
        await Tokens.RevokeAsync((await Tokens.AllAsync(default)).Single(), "DE-HH", _maker, default);

        var acts = (await new AuditStore(Database, Clock).BeforeAsync(long.MaxValue, 2, default)).Select(e => $"{e.Act} {e.Who}: {e.Before}{e.After}");
        Assert.That(acts, Is.EqualTo(new[] { "token.revoke Maker: night export: first, second, until 2024-02-03", "token.make Maker: night export: first, second, until 2024-02-03" }));
    }
}
