using System.Globalization;
using System.Text;
using Lagebild.Accounts;
using Lagebild.Statistics;
using Lagebild.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lagebild.Tests.Web.Workbench;

/// <summary>One of everything that an office may hold back, all of Hamburg, with words and a number in it that stand nowhere else.</summary>
internal sealed class GuardedOffice
{
    /// <summary>Part of every name, remark and text of it.</summary>
    public const string Marker = "zaunkoenig";

    private const int Value = 7_654_321;

    /// <summary>What nobody else may read, as pages and files write it.</summary>
    public static IReadOnlyList<string> Marks { get; } = [Marker, "7654321", "7.654.321", "7,654,321", "7 654 321", "7\u00a0654\u00a0321", "7\u202f654\u202f321"];

    public required Person Owner { get; init; }

    /// <summary>A delivery that waits, with an order for its minute.</summary>
    public required long Delivery { get; init; }

    public required long Order { get; init; }

    public required long Receipt { get; init; }

    public required long Token { get; init; }

    /// <summary>The key of the token.</summary>
    public required string Secret { get; init; }

    public required long EntryDraft { get; init; }

    public required string ProfileDraft { get; init; }

    /// <summary>Code of a note that is a draft.</summary>
    public required string Note { get; init; }

    /// <summary>Number of that draft.</summary>
    public required long NoteDraft { get; init; }

    /// <summary>Puts all of it into a site.</summary>
    public static async Task<GuardedOffice> InAsync(IntakeSite site)
    {
        var (client, owner) = await site.SignedInAsync(Enum.GetValues<Role>().Select(r => new Grant(r, "DE-HH")).ToArray());
        using (client)
        {
            await site.Services.GetRequiredService<AccountStore>().RenameAsync(owner.Id, $"Person {Marker}", owner.Who, default);
            var feed = (await site.Services.GetRequiredService<FeedStore>().ByCodeAsync(IntakeSite.Hamburg, default))!;
            var receipt = await HandInAsync(site, feed, owner.Who);
            var delivery = (await site.Services.GetRequiredService<InboxStore>().ByIdAsync(receipt, default))!.Delivery!.Value;
            var secret = await TokenAsync(site, feed, owner.Who);
            var note = await NoteAsync(site, client);
            return new()
            {
                Owner = owner,
                Delivery = delivery,
                Order = await OrderAsync(site, delivery),
                Receipt = receipt,
                Token = (await site.Services.GetRequiredService<TokenStore>().AllAsync(default)).Single(t => t.Name.Contains(Marker, StringComparison.Ordinal)).Id,
                Secret = secret,
                EntryDraft = await EntryAsync(site, feed, owner.Who),
                ProfileDraft = (await site.Services.GetRequiredService<ProfileDraftStore>().BeginAsync(delivery, feed.Code, 1, $$"""{"code":"{{Marker}}"}""", owner.Who, default)).Id,
                Note = note.Code,
                NoteDraft = note.Number,
            };
        }
    }

    /// <summary>Which of its words a text holds.</summary>
    public static IEnumerable<string> In(string text) => Marks.Where(m => text.Contains(m, StringComparison.OrdinalIgnoreCase));

    private static async Task<long> HandInAsync(IntakeSite site, Feed feed, Who who)
    {
        var text = $"{IntakeSite.Heading}\naccommodation-need,hh-need,DE-HH,2015-01-01,2015-12-31,A,,,,,Bemerkung {Marker},{Value.ToString(CultureInfo.InvariantCulture)}\n";
        var what = new HandedIn { Feed = feed, FileName = $"{Marker}.csv", Channel = DeliveryChannel.Upload, Who = who, Note = $"Dazu {Marker}" };
        var kept = await site.Services.GetRequiredService<InboxStore>().PutAsync(what, new MemoryStream(Encoding.UTF8.GetBytes(text)), default);
        await site.ReadAsync(feed.Code);
        return kept.Receipt!.Id;
    }

    /// <summary>By a second person: four eyes are asked for.</summary>
    private static async Task<long> OrderAsync(IntakeSite site, long delivery)
    {
        var second = await site.Services.GetRequiredService<AccountStore>().AddAsync($"Second {Marker}", $"{Guid.NewGuid():N}@example.org", [new(Role.Publisher, "DE-HH")], Who.Operator, default);
        var latest = (await site.Services.GetRequiredService<ReleaseStore>().PreviewAsync(delivery, default))!.Latest;
        var orders = site.Services.GetRequiredService<OrderStore>();
        Assert.That(await orders.OrderAsync(delivery, DateTime.UtcNow.AddDays(2), latest, new($"Freigabe {Marker}", "de"), second.Who, default), Is.EqualTo(OrderOutcome.Ordered));
        return (await orders.OpenAsync(default)).Single().Id;
    }

    private static async Task<string> TokenAsync(IntakeSite site, Feed feed, Who who)
    {
        var secret = MachineToken.NewSecret();
        await site.Services.GetRequiredService<TokenStore>().MakeAsync(secret, $"Programm {Marker}", [feed], DateTime.UtcNow.AddDays(1), who, default);
        return secret;
    }

    private static async Task<long> EntryAsync(IntakeSite site, Feed feed, Who who)
    {
        var key = new EntryKey { Indicator = "accommodation-need", Variant = "hh-need", Breakdown = "", Period = new Period(new DateOnly(2016, 1, 1), new DateOnly(2016, 12, 31), Frequency.Annual) };
        var cells = new Dictionary<EntryKey, EntryText> { [key] = new() { Value = Value.ToString(CultureInfo.InvariantCulture), Note = $"Getippt {Marker}" } };
        return (await site.Services.GetRequiredService<EntryStore>().SaveAsync(feed, "DE-HH", cells, $"Quelle {Marker}", 0, who, default))!.Id;
    }

    private static async Task<CatalogueDraft> NoteAsync(IntakeSite site, HttpClient editor)
    {
        using var answer = await editor.SendAsync(
            "/de/workbench/texts/note/new", "form.entry", ("indicator", "accommodation-need"), ("region", "DE-HH"), ("text-de", $"Hinweis {Marker}"), ("text-original", "de"), ("do", "save"));
        return (await site.Services.GetRequiredService<CatalogueDraftStore>().AllAsync(default)).Single();
    }
}
