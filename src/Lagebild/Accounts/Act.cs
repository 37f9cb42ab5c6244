using System.Globalization;

namespace Lagebild.Accounts;

/// <summary>Words of the audit for what is done to deliveries, and how subjects and moments are written there.</summary>
public static class Act
{
    public const string Release = "delivery.release";
    public const string Order = "delivery.order";
    public const string OrderCancel = "delivery.cancel-order";
    public const string OrderFail = "delivery.order-failed";
    public const string Withdraw = "delivery.withdraw";
    public const string Restore = "delivery.restore";
    public const string Compare = "delivery.compare";
    public const string Refuse = "delivery.refuse";

    /// <summary>A delivery as a subject.</summary>
    public static string Delivery(long id) => string.Create(CultureInfo.InvariantCulture, $"delivery {id}");

    /// <summary>A moment to the minute.</summary>
    public static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
