using Lagebild.Catalogue;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Compare;

/// <summary>How each of several ways of counting is defined, feature by feature.</summary>
public sealed record DefinitionTable
{
    /// <summary>A column for each way of counting, in the order in which they are shown.</summary>
    public required IReadOnlyList<DefinitionHead> Columns { get; init; }

    /// <summary>Features that at least one way of counting says something of; null where one does not.</summary>
    public required IReadOnlyList<DefinitionRow> Rows { get; init; }

    /// <summary>Of the ways of counting of some series.</summary>
    public static DefinitionTable Of(Reading reading, IReadOnlyList<MeasuredSeries> series)
    {
        MeasuredSeries[][] ways = [.. series.GroupBy(s => s.Counted.Variant.Code).Select(g => g.ToArray())];
        return new()
        {
            Columns = [.. ways.Select(w => new DefinitionHead(w[0].From.Indicator.Code, w[0].Counted.Variant.Code, [.. w.Select(s => s.From.Region).Distinct()]))],
            Rows = [.. Features(reading).Select(f => new DefinitionRow(f.Name, [.. ways.Select(f.Of)])).Where(r => r.Cells.Any(c => c is not null))],
        };
    }

    private static IEnumerable<(string Name, Func<MeasuredSeries[], Note?> Of)> Features(Reading reading)
    {
        var words = reading.Words.Indicator;
        yield return (words.Definition, w => Text(w, "definition"));
        yield return (words.Population, w => Text(w, "population"));
        yield return (words.LegalRegime, w => Text(w, "legal"));
        yield return (words.Coverage, w => Text(w, "coverage"));
        yield return (words.Kind, w => Said(KindOf(words, w[0])));
        yield return (words.Unit, w => Said(reading.UnitName(w[0].From.Counted.Variant.Unit)));
        yield return (words.Frequency, w => Said(string.Join(", ", w.Select(s => s.Shown.Series.Key.Frequency).Distinct().Select(reading.Words.FrequencyName))));
        yield return (words.Span, w => Said(Span(reading, w)));
        yield return (words.Rounding, w => Said(w[0].From.Counted.RoundedTo > 1 ? reading.Fill(words.RoundedTo, reading.Count(w[0].From.Counted.RoundedTo)) : words.NotRounded));
        yield return (words.Source.TrimEnd(':'), w => w[0].Counted.Feed is { } feed ? new(feed.Publisher, feed.Language) : null);

        Note? Text(MeasuredSeries[] way, string part) => reading.Text(CatalogueKind.Variant, way[0].Counted.Variant.Code, part) is { } text ? new(text.Body, text.Language) : null;

        Note Said(string body) => new(body, reading.Language);
    }

    private static string KindOf(IndicatorWords words, MeasuredSeries series) => series.Counted.Variant.Cumulative ? words.Cumulative : series.From.Indicator.Kind switch
    {
        IndicatorKind.Flow => words.Flow,
        IndicatorKind.Stock => words.Stock,
        _ => words.Ratio,
    };

    private static string Span(Reading reading, MeasuredSeries[] way)
    {
        Period[] periods = [.. way.SelectMany(s => s.Shown.Series.Observations.Select(o => o.Period)).Order()];
        var (first, last) = (PeriodText.Label(periods[0], reading.Language), PeriodText.Label(periods[^1], reading.Language));
        return first == last ? first : $"{first} – {last}";
    }
}

/// <summary>A way of counting: its indicator, its variant and the regions counted so.</summary>
public sealed record DefinitionHead(string Indicator, string Variant, IReadOnlyList<string> Regions);

/// <summary>A feature and what each way of counting says of it.</summary>
public sealed record DefinitionRow(string Name, IReadOnlyList<Note?> Cells);
