using System.Globalization;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>The number of a release in an address.</summary>
public static class ReleaseNumber
{
    /// <summary>Null where there is none, or it cannot be read.</summary>
    public static int? Of(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Null where nothing is there or it is a number.</summary>
    public static Fault? Fault(string? text, string field) => string.IsNullOrEmpty(text) || Of(text) is not null ? null : Pages.Fault.Of(field, text);
}
