namespace Lagebild.Web.Pages.Indicators;

/// <summary>What a reader asks of a map: <c>?kind=map&amp;per=inhabitants</c>.</summary>
public sealed record MapQuery
{
    /// <summary>As <c>kind</c> stands in the address.</summary>
    public const string Kind = "map";

    private const string Inhabitants = "inhabitants";
    private const string Count = "count";

    /// <summary>Per so many inhabitants, or as counted; null: per inhabitants where that is honest.</summary>
    public bool? PerInhabitants { get; init; }

    /// <summary>As <c>per</c> stands in the address; null where not asked for.</summary>
    public string? Per => PerInhabitants switch { true => Inhabitants, false => Count, null => null };

    /// <summary>Null where no map is asked for. Another word than the two for <c>per</c> is a fault.</summary>
    internal static MapQuery? Of(AddressFields fields) => !fields.Is("kind", Kind) ? null : new()
    {
        PerInhabitants = fields.One("per", text => text switch { Inhabitants => true, Count => false, _ => (bool?)null }),
    };
}
