using System.Globalization;
using System.Text.Json;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>Which deliveries are listed.</summary>
public sealed record DeliveryListQuery
{
    /// <summary>Code of a feed; null for all.</summary>
    public string? Feed { get; init; }

    /// <summary>Null for all.</summary>
    public DeliveryState? State { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>From the address; the fault names the part that can't be read. Another office's feed is none.</summary>
    public static (DeliveryListQuery Query, Fault? Fault) Parse(IQueryCollection address, IReadOnlyList<Feed> feeds)
    {
        var (feed, state, page) = (address["feed"].ToString(), address["state"].ToString(), PageNumber.Of(address["page"].ToString()));
        var fault = feed.Length > 0 && feeds.All(f => f.Code != feed) ? Fault.Of("feed", feed)
            : state.Length > 0 && StateOf(state) is null ? Fault.Of("state", state)
            : page is null ? Fault.Of("page", address["page"].ToString())
            : null;
        return (new() { Feed = feed.Length == 0 ? null : feed, State = StateOf(state), Page = page ?? 1 }, fault);
    }

    /// <summary>As it stands in an address.</summary>
    public static string Word(DeliveryState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    private static DeliveryState? StateOf(string word) => Enum.GetValues<DeliveryState>().Cast<DeliveryState?>().FirstOrDefault(s => Word(s!.Value) == word);
}

/// <summary>Numbers of pages in addresses.</summary>
internal static class PageNumber
{
    /// <summary>1 for an empty text; null for what is no number from 1 to 100,000.</summary>
    public static int? Of(string text) => text.Length == 0 ? 1
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000 ? number
        : null;
}
