using System.Globalization;
using System.Text.Json.Serialization;
using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Lagebild.Web.Api;

/// <summary>Some of what was asked for, in a fixed order, and where the rest is.</summary>
public sealed record Listing<T>
{
    /// <summary>The release as of which everything is given.</summary>
    public required int Stand { get; init; }

    /// <summary>At most as many as <c>limit</c> says.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Address of what follows, with the stand; null where this is the end. Also in the header <c>Link</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required string? Next { get; init; }

    /// <summary>The same list of other items.</summary>
    internal Listing<TItem> As<TItem>(Func<T, TItem> item) => new() { Stand = Stand, Items = [.. Items.Select(item)], Next = Next };
}

/// <summary>How much of a list is wanted, and from where: <c>limit</c> (1 to 1,000; 100 unless said) and <c>cursor</c>, as the answer before gave it.</summary>
public sealed record Paging
{
    private const int Usual = 100;
    private const int Most = 1000;

    public required int Limit { get; init; }

    /// <summary>Null at the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>From the query; what cannot be read becomes a fault of the fields.</summary>
    public static Paging Of(AddressFields fields) => new()
    {
        Limit = fields.One("limit", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit : (int?)null) ?? Usual,
        Cursor = fields.One("cursor", text => text.Length <= 200 ? text : null),
    };

    /// <summary>A page of a list that is whole in memory: those after the cursor, by their key (ordinal), which must be the order of the list.</summary>
    public Listing<T> Cut<T>(ControllerBase controller, Reading reading, IEnumerable<T> ordered, Func<T, string> key)
    {
        T[] rest = [.. (Cursor is null ? ordered : ordered.SkipWhile(i => string.CompareOrdinal(key(i), Cursor) <= 0)).Take(Limit + 1)];
        return Answer(controller, reading, [.. rest.Take(Limit)], rest.Length > Limit ? key(rest[Limit - 1]) : null);
    }

    /// <summary>A page and, where more follows, the header that leads there. <paramref name="last"/> is the cursor of what follows; null at the end.</summary>
    public static Listing<T> Answer<T>(ControllerBase controller, Reading reading, IReadOnlyList<T> items, string? last)
    {
        var next = last is null ? null : Next(controller.Request, reading, last);
        if (next is not null)
        {
            controller.Response.Headers.Link = $"<{next}>; rel=\"next\"";
        }

        return new() { Stand = reading.Stand.Release.Number, Items = items, Next = next };
    }

    private static string Next(HttpRequest request, Reading reading, string cursor)
    {
        var kept = request.Query.Where(q => q.Key is not ("cursor" or "stand")).SelectMany(q => q.Value.Select(v => KeyValuePair.Create(q.Key, v)));
        return QueryHelpers.AddQueryString(
            request.Path.ToUriComponent(),
            kept.Append(KeyValuePair.Create("stand", (string?)Reading.Number(reading.Stand.Release.Number))).Append(KeyValuePair.Create("cursor", (string?)cursor)));
    }
}
