using System.Globalization;
using System.Text.Json.Serialization;
using Lagebild.Web.Pages;

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
}

/// <summary>How much of a list is wanted, and from where: <c>limit</c> (1 to 1,000; 100 unless said) and <c>cursor</c>, as the answer before gave it.</summary>
public sealed record Paging
{
    private const int Usual = 100;
    private const int Most = 1000;
    private const int LongestCursor = 200;

    public required int Limit { get; init; }

    /// <summary>Null at the beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>From the query; what cannot be read becomes a fault of the fields.</summary>
    public static Paging Of(AddressFields fields) => new()
    {
        Limit = fields.One("limit", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit : (int?)null) ?? Usual,
        Cursor = fields.One("cursor", text => text.Length <= LongestCursor ? text : null),
    };
}
