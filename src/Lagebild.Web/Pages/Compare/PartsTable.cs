using Lagebild.Comparison;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Compare;

/// <summary>What the values of a measure were computed from, a row for each: the result, then its parts, each leading to where it comes from.</summary>
public sealed record PartsTable
{
    /// <summary>More parts than this stand on the pages of the values only.</summary>
    private const int MostParts = 3;

    public required string Caption { get; init; }

    /// <summary>The measure, then the role of each part.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>By series, then period.</summary>
    public required IReadOnlyList<PartsRow> Rows { get; init; }

    /// <summary>Null for the values themselves, and where values have many parts.</summary>
    public static PartsTable? Of(Reading reading, Measure measure, IReadOnlyList<MeasuredSeries> series)
    {
        var values = series.SelectMany(s => (s.Computed?.Values ?? []).Where(v => v.Value is not null).Select(v => (Series: s, Value: v))).ToArray();
        return values.Length == 0 || values.Any(v => v.Value.Parts.Count is < 2 or > MostParts) ? null : new()
        {
            Caption = $"{reading.Words.Derived.PartsCaption}: {reading.Words.Derived.Name(measure)}",
            Columns = [reading.Words.Derived.Name(measure), .. Roles(reading, measure, [.. values.Select(v => v.Value.Parts)])],
            Rows = [.. values.Select(v => Row(reading, v.Series, v.Value))],
        };
    }

    /// <summary>The same part may have another role in another row (usable, nominal places): both are named.</summary>
    private static IEnumerable<string> Roles(Reading reading, Measure measure, IReadOnlyList<IReadOnlyList<Part>> parts) =>
        Enumerable.Range(0, parts.Max(p => p.Count)).Select(at => string.Join(" / ", parts.Where(p => p.Count > at).Select(p => reading.Words.Derived.Role(measure, p, at)).Distinct()));

    private static PartsRow Row(Reading reading, MeasuredSeries series, Computed value)
    {
        var observation = series.Shown.Series.Observations.First(o => o.Period == value.Period);
        var result = FigureCell.Of(reading, series.Counted.Variant with { Unit = series.Unit, Decimals = series.Decimals }, series.Shown, observation);
        return new(series.From.Region, series.From.Indicator.Code, PeriodText.Label(value.Period, reading.Language), [result, .. value.Parts.Select(p => Cell(reading, p))]);
    }

    private static FigureCell Cell(Reading reading, Part part)
    {
        var variant = reading.Catalogue.Variant(part.Key.Variant)!;
        return new()
        {
            Text = reading.Value(part.Observation, variant.Decimals, variant.Unit),
            Exact = part.Observation.Value is { } exact ? ValueText.Invariant(exact, variant.Decimals) : null,
            Doubt = $"({PeriodText.Label(part.Observation.Period, reading.Language)})",
            Href = reading.PartLink(part),
            Label = reading.Fill(reading.Words.Indicator.FigureOf, reading.RegionName(part.Key.Region), PeriodText.Label(part.Observation.Period, reading.Language)),
        };
    }
}

/// <summary>A value with its parts: whose, when, and the cells in the order of the columns.</summary>
public sealed record PartsRow(string Region, string Indicator, string When, IReadOnlyList<FigureCell> Cells);
