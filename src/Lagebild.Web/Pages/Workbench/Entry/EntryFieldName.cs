using System.Globalization;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>The names of the form's fields for a cell: <c>value variant|breakdown|A|20240101|20241231</c>.</summary>
public static class EntryFieldName
{
    public const string Value = "value";
    public const string Status = "status";
    public const string Note = "note";

    /// <summary>The cell as it stands in a field's name and in the address of a page.</summary>
    public static string Of(EntryKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key.Variant}|{key.Breakdown}|{key.Period.Frequency.Letter()}|{DayNumber.From(key.Period.Start)}|{DayNumber.From(key.Period.End)}");

    /// <summary>Null where the text names no way of counting, breakdown or period there can be.</summary>
    public static EntryKey? Parse(string text, Catalogue.Catalogue catalogue) =>
        text.Split('|') is [var variant, var breakdown, var letter, var from, var to]
        && catalogue.Variant(variant) is { } known
        && Breakdown.Parse(breakdown) is { } parsed && parsed.Key.Length <= EntryLimits.Breakdown
        && FrequencyCode.Parse(letter) is { } frequency
        && Day(from) is { } start && Day(to) is { } end && start <= end
            ? new() { Indicator = known.Indicator, Variant = variant, Breakdown = parsed.Key, Period = new(start, end, frequency) }
            : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <summary>How much a cell may hold, in characters, and how many rows a page shows.</summary>
public static class EntryLimits
{
    public const int Value = 100;
    public const int Note = 1000;
    public const int Source = 1000;
    public const int Breakdown = 400;

    /// <summary>With more, the way of counting is chosen first.</summary>
    public const int Rows = 60;

    /// <summary>More rows than this are for a file.</summary>
    public const int RowsShown = 200;
}
