using Lagebild.Catalogue;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages;
using Lagebild.Web.Pages.Indicators;
using Lagebild.Web.Pages.Views;

namespace Lagebild.Web.Api;

/// <summary>
/// From a question to its rows, each with everything that travels with it: the one way for pages, downloads and API. What a chart shows comes from the values it was drawn from,
/// all else as a stream from the store.
/// </summary>
public sealed class SelectionRows(Reading reading, RowReader rows)
{
    private const string All = "all";

    /// <summary>The texts of the catalogue that say what is counted.</summary>
    private static readonly string[] _ofIndicator = ["definition", "not-counted"];

    private static readonly string[] _ofVariant = ["definition", "population", "coverage", "legal-regime"];

    /// <summary>Exactly the values of charts, of one indicator or, where it is null, of several: one after the other, as they are shown. The address is the one that shows the same for ever; the days are the span that was asked for.</summary>
    public DataSet OfFigures(Indicator? indicator, IReadOnlyList<IndicatorFigure> figures, DateOnly? from, DateOnly? to, string address)
    {
        var words = new SeriesWords(reading);
        var shown = figures.SelectMany(f => f.Values.Series.Select(s => (Series: words.Of(s, f.Variant), s.Series.Observations))).ToArray();
        var made = MadeOf([.. figures.SelectMany(f => f.Values.Series)], figures.SelectMany(f => f.Values.Selection.Regions)) with { From = from, To = to };
        return Described(indicator, made, [.. shown.Select(s => s.Series)]) with
        {
            Extent = Extent.Selection,
            Address = address,
            Notes = [.. figures.SelectMany(f => f.Notes.Skip(f.BreakNotes)).Select(n => n.Plain).Distinct()],
            Read = (series, _) => InMemory(shown, series.ToHashSet<DataSeries>(ReferenceEqualityComparer.Instance)),
        };
    }

    /// <summary>The values of one figure of a prepared view or a region: those behind it, each once, what is computed as computed.</summary>
    public DataSet OfView(ViewFigure figure, HttpRequest request)
    {
        var words = new SeriesWords(reading);
        var shown = figure.Values.GroupBy(v => (v.Series, v.Variant)).Select(g => (Series: words.Of(g.Key.Series, g.Key.Variant), Observations: Once(g.Select(v => v.Observation)))).ToArray();
        return Described(null, MadeOf([.. figure.Values.Select(v => v.Series)], []), [.. shown.Select(s => s.Series)]) with
        {
            Code = figure.Id,
            Title = figure.Headline.Plain,
            Description = figure.SubLine,
            Extent = Extent.Selection,
            Address = request.Absolute(figure.PermanentHref),
            Notes = [.. figure.Notes.Select(n => n.Plain)],
            Read = (series, _) => InMemory(shown, series.ToHashSet<DataSeries>(ReferenceEqualityComparer.Instance)),
        };
    }

    /// <summary>Every released value of an indicator, of all of them where it is null; of one source only where a feed is named.</summary>
    public async Task<DataSet> WholeAsync(Indicator? indicator, string? feed, CancellationToken ct)
    {
        var query = new RowQuery
        {
            Indicators = indicator is null ? [] : [indicator.Code],
            Feeds = string.IsNullOrEmpty(feed) ? [] : [feed],
            Stand = reading.Stand.Release.Number,
        };
        var data = await OfAsync(indicator, query, ct);
        data = data with { Extent = Extent.Whole };
        return query.Feeds.Count == 0 ? data : data with { Code = $"{data.Code}-{feed}", Title = $"{data.Title}: {reading.FeedName(feed!)}" };
    }

    /// <summary>What a query names, as of the stand of the request. The indicator gives title and description; null for several.</summary>
    public async Task<DataSet> OfAsync(Indicator? indicator, RowQuery query, CancellationToken ct)
    {
        var words = new SeriesWords(reading);
        var stored = await rows.SeriesAsync(query, ct);
        var byId = stored.ToDictionary(s => s.Id);
        return Described(indicator, query, [.. stored.Select(words.Of)]) with
        {
            Extent = Extent.Selection,
            Read = (series, cancellation) => Streamed(series, rows.RowsAsync([.. series.Select(s => byId[s.Id])], query, cancellation)),
        };
    }

    private static IReadOnlyList<Observation> Once(IEnumerable<Observation> observations) => [.. observations.DistinctBy(o => o.Period).OrderBy(o => o.Period)];

    /// <summary>Whatever of their indicators and regions: a value that was withheld may be missing among them, and a computed one has parts.</summary>
    private RowQuery MadeOf(IReadOnlyList<ShownSeries> shown, IEnumerable<string> asked) => new()
    {
        Indicators = [.. shown.Select(s => s.Series.Key.Indicator).Concat(shown.SelectMany(s => s.Parts.Values).SelectMany(parts => parts).Select(p => p.Key.Indicator)).Distinct()],
        Regions = [.. asked.Concat(shown.Select(s => s.Region)).Distinct()],
        Stand = reading.Stand.Release.Number,
    };

    private DataSet Described(Indicator? indicator, RowQuery madeOf, IReadOnlyList<DataSeries> series) => new()
    {
        MadeOf = madeOf,
        Code = indicator?.Code ?? All,
        Extent = Extent.Whole,
        Language = reading.Language,
        Title = indicator is null ? reading.Words.Download.AllTitle : reading.IndicatorName(indicator.Code),
        Description = indicator is null ? reading.Words.Download.AllDescription : Definition(indicator),
        Release = reading.Stand.Release.Number,
        PublishedUtc = reading.Stand.Release.PublishedUtc,
        Address = reading.Permanent(indicator is null ? "/data" : $"/indicators/{indicator.Code}"),
        Sources = [.. series.Select(s => s.Source).DistinctBy(s => s.Code).OrderBy(s => s.Code, StringComparer.Ordinal)],
        Variants = [.. series.Select(s => s.Key.Variant).Distinct().Order(StringComparer.Ordinal).Select(VariantOf)],
        Breaks = [.. series.SelectMany(s => s.Breaks).DistinctBy(b => b.Code).OrderBy(b => b.Day)],
        Notes = [.. EditorNotes.Of(reading, [.. series.Select(s => s.Key)]).Select(n => n.Plain)],
        Words = reading.Words.Download.Data,
        StatusWord = o => reading.Words.Doubt(o) ?? "",
        Series = series,
        Read = (_, _) => AsyncEnumerable.Empty<DataRow>(),
    };

    private string Definition(Indicator indicator) =>
        string.Join(' ', _ofIndicator.Select(p => reading.Text(CatalogueKind.Indicator, indicator.Code, p)?.Plain()).OfType<string>());

    private DataVariant VariantOf(string code) => new()
    {
        Code = code,
        Indicator = reading.Catalogue.Variant(code)?.Indicator ?? "",
        Name = reading.VariantName(code),
        Definition = [.. _ofVariant.Select(p => reading.Text(CatalogueKind.Variant, code, p)?.Plain()).OfType<string>()],
        RoundedTo = reading.Catalogue.Variant(code)?.RoundedTo ?? 1,
    };

    private static async IAsyncEnumerable<DataRow> InMemory(IEnumerable<(DataSeries Series, IReadOnlyList<Observation> Observations)> shown, HashSet<DataSeries> wanted)
    {
        await Task.CompletedTask;
        foreach (var row in shown.Where(s => wanted.Contains(s.Series)).SelectMany(s => s.Observations.Select(o => new DataRow(s.Series, o))))
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<DataRow> Streamed(IReadOnlyList<DataSeries> series, IAsyncEnumerable<StoredRow> stored)
    {
        var byId = series.ToDictionary(s => s.Id);
        DataSeries? current = null;
        await foreach (var row in stored)
        {
            current = current?.Id == row.Series.Id ? current : byId[row.Series.Id];
            yield return new(current, row.Observation);
        }
    }
}
