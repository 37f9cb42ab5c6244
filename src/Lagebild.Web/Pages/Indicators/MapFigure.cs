using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Derived;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>
/// An indicator as a map, of the 86 districts, or of countries where there are no values of districts: at the latest of the periods for which most places have a
/// value, per inhabitants where that is honest. A country without any value is named in a note and not drawn.
/// </summary>
public sealed class MapFigure(Reading reading, SelectedValuesReader values, FigureBuilder builder, RateFigure rates, Outlines outlines)
{
    /// <summary>Fewer values than this make no map.</summary>
    private const int FewestValues = 3;

    private static readonly string[] _districts = ["DEU", "POL"];
    private static readonly string[] _countries = ["baltic", "europe"];

    /// <summary>One map for each way of counting, the one that covers most first; regions asked for are not looked at. Empty where no map can be made.</summary>
    public async Task<IReadOnlyList<IndicatorFigure>> ReadAsync(Indicator indicator, SelectionQuery query, CancellationToken ct)
    {
        var figures = new List<IndicatorFigure>();
        var layouts = LayoutsOf(indicator);
        var wanted = query with { Regions = [.. layouts.SelectMany(l => l.Places).Select(p => p.Region)] };
        foreach (var selection in layouts.Count == 0 ? [] : Selection.Of(indicator, wanted, reading.Stand.Choices))
        {
            var selected = AtBestPeriod(await values.ReadAsync(selection, indicator, wanted, reading.Stand, ct));
            if (selected is not null && reading.Catalogue.Variant(selection.Variant) is { } variant)
            {
                figures.Add(await BuildAsync($"{indicator.Code}-map-{Reading.Number(figures.Count + 1)}", indicator, variant, selected, query, layouts, ct));
            }
        }

        return figures;
    }

    /// <summary>Whether an indicator has values of enough places for a map.</summary>
    public bool Suits(Indicator indicator) => LayoutsOf(indicator).Count > 0;

    /// <summary>The two countries' districts; else the countries around the Baltic Sea, or of Europe where others have values too; empty where neither has values.</summary>
    private IReadOnlyList<TileLayout> LayoutsOf(Indicator indicator)
    {
        var covered = reading.Stand.Coverage.Where(c => c.Indicator == indicator.Code && c.ValueCount > 0).Select(c => c.Region).ToHashSet();
        int Count(string layout) => TileLayout.Of(layout).Places.Count(p => covered.Contains(p.Region));
        return _districts.Sum(Count) >= FewestValues ? [.. _districts.Select(TileLayout.Of)]
            : _countries.Max(Count) < FewestValues ? []
            : [TileLayout.Of(_countries.MaxBy(Count)!)];
    }

    /// <summary>The series cut to one period: of those with most values the latest. Null where it has too few.</summary>
    private static SelectedValues? AtBestPeriod(SelectedValues selected)
    {
        var best = selected.Series
            .SelectMany(s => s.Series.Observations.Where(o => o.Value is not null).Select(o => o.Period))
            .GroupBy(p => p)
            .OrderByDescending(g => g.Count())
            .ThenByDescending(g => g.Key)
            .FirstOrDefault();
        return best is null || best.Count() < FewestValues ? null : selected with
        {
            Series = [.. selected.Series.Select(s => At(s, best.Key)).Where(s => s.Series.Observations.Count > 0)],
        };
    }

    private static ShownSeries At(ShownSeries series, Period period) =>
        series with { Series = series.Series with { Observations = [.. series.Series.Observations.Where(o => o.Period == period)] } };

    private async Task<IndicatorFigure> BuildAsync(
        string id, Indicator indicator, Variant counted, SelectedValues selected, SelectionQuery query, IReadOnlyList<TileLayout> layouts, CancellationToken ct)
    {
        var (shown, variant) = WholeNumbers.Of(reading.Catalogue, selected, counted);
        var asCounted = builder.Build(id, new() { Indicator = indicator, Variant = variant, Values = shown, Kind = ChartKind.Bar }).Figure;
        var perInhabitants = query.Map?.PerInhabitants == false ? null : await rates.OfAsync(asCounted, indicator, ct);
        return Drawn(perInhabitants ?? asCounted, asCounted, indicator, query, layouts, await outlines.AllAsync(ct)) with
        {
            OtherMeasure = OtherMeasure(indicator, selected, query, isRate: perInhabitants is not null),
        };
    }

    private IndicatorFigure Drawn(
        IndicatorFigure figure, IndicatorFigure asCounted, Indicator indicator, SelectionQuery query, IReadOnlyList<TileLayout> layouts, IReadOnlyDictionary<string, Outline> known)
    {
        var places = Values(figure, asCounted);
        var (filled, empty) = (layouts.Where(l => HasValues(l, places)).ToArray(), layouts.Where(l => !HasValues(l, places)).ToArray());
        known = filled.All(l => l.Places.All(p => known.ContainsKey(p.Region))) ? known : new Dictionary<string, Outline>();
        Note[] notes = [.. figure.Notes, .. Notes(filled, empty, known)];
        var isRate = DerivedUnit.IsRate(figure.Variant.Unit);
        var address = Address(asCounted.Values, query, isRate);
        return figure with
        {
            Chart = new MapChart(new()
            {
                Id = figure.Caption.Id,
                Language = reading.Language,
                Headline = figure.Caption.Headline,
                SubLine = figure.Caption.SubLine,
                Source = string.Join("; ", figure.Feeds.Select(f => f.Press ? $"{f.Publisher}, {reading.Words.Indicator.Press}" : f.Publisher).Distinct()),
                Stand = figure.Caption.Stand,
                Notes = [.. notes.Select(n => n.Text)],
                Unit = reading.UnitName(figure.Variant.Unit),
                Decimals = isRate ? 1 : figure.Variant.Decimals,
                IsPercent = reading.IsPercent(figure.Variant.Unit),
                Middle = indicator.Code == OccupancyIndicator ? 100 * Power(figure.Variant.Decimals) : null,
                Panels = [.. filled.Select(l => Panel(l, places, known))],
            }),
            Notes = notes,
            Downloads = new DownloadLinks(reading, $"/indicators/{indicator.Code}", indicator.Code, address),
            SvgHref = reading.Link($"/indicators/{indicator.Code}.svg", address),
            PermanentHref = reading.Permanent($"/indicators/{indicator.Code}", address),
        };
    }

    /// <summary>All places at a hundred percent are a real middle.</summary>
    private const string OccupancyIndicator = "occupancy-rate";

    private static long Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);

    private static bool HasValues(TileLayout layout, IReadOnlyDictionary<string, ChartValue> places) => layout.Places.Any(p => places.TryGetValue(p.Region, out var value) && value.Value is not null);

    /// <summary>What each place shows: its value, or, of those that a rate leaves out, why there is none.</summary>
    private Dictionary<string, ChartValue> Values(IndicatorFigure figure, IndicatorFigure asCounted)
    {
        var values = asCounted.Values.Series.ToDictionary(s => s.Region, s => Value(s, s.Series.Observations[0], asCounted.Variant));
        if (!ReferenceEquals(figure, asCounted))
        {
            foreach (var left in asCounted.Values.Series.Where(s => s.Series.Observations[0].Value is not null))
            {
                values[left.Region] = new();
            }

            foreach (var rate in figure.Values.Series)
            {
                values[rate.Region] = Value(rate, rate.Series.Observations[0], figure.Variant);
            }
        }

        return values;
    }

    private ChartValue Value(ShownSeries series, Observation o, Variant variant) => new()
    {
        Value = DerivedUnit.IsRate(variant.Unit) && o.Value is { } millionths ? Rate.TenthsOf(millionths) : o.Value,
        Written = o.Value is null || !DerivedUnit.IsRate(variant.Unit) ? null : reading.Value(o, variant.Decimals, variant.Unit),
        Status = o.Status,
        Confidentiality = o.Confidentiality,
        MissingReason = o.MissingReason,
        Href = reading.Origin(series, o.Period),
    };

    private MapPanel Panel(TileLayout layout, Dictionary<string, ChartValue> places, IReadOnlyDictionary<string, Outline> known) => new()
    {
        Name = PanelName(layout),
        Places = [.. layout.Places.Select(p => new MapPlace
        {
            Sign = p.Sign,
            Name = reading.RegionName(p.Region),
            Group = Group(p.Region),
            Column = p.Column,
            Row = p.Row,
            Value = places.GetValueOrDefault(p.Region),
            Href = reading.Link($"/regions/{p.Region}"),
            Outline = known.GetValueOrDefault(p.Region)?.Drawn,
        })],
    };

    /// <summary>Label of the Land or voivodeship of a district; empty for countries.</summary>
    private string Group(string region) => reading.Catalogue.Region(region) switch
    {
        { Level: RegionLevel.District, Parent: { } land } => reading.Catalogue.Region(land)?.Label ?? land,
        { Level: RegionLevel.Land, Label: { } label } => label,
        _ => "",
    };

    private string PanelName(TileLayout layout) => layout.Code switch
    {
        "DEU" or "POL" => $"{reading.RegionName(layout.Code)}: {Districts(layout)}",
        "baltic" => reading.Words.Map.Baltic,
        _ => reading.Words.Map.Europe,
    };

    private string Districts(TileLayout layout) =>
        reading.Fill(layout.Code == "DEU" ? reading.Words.Indicator.DistrictsGermany : reading.Words.Indicator.DistrictsPoland, layout.Places.Count);

    private IEnumerable<Note> Notes(IReadOnlyList<TileLayout> filled, IReadOnlyList<TileLayout> empty, IReadOnlyDictionary<string, Outline> known)
    {
        if (known.Count == 0)
        {
            yield return new(filled.Any(l => _districts.Contains(l.Code)) ? reading.Words.Map.NoteDistricts : reading.Words.Map.NoteCountries, reading.Language);
        }
        else
        {
            yield return new(reading.Fill(reading.Words.Map.NoteBoundaries, Credits(filled, known)), reading.Language);
        }

        yield return new(reading.Words.Map.NoteClasses, reading.Language);
        foreach (var layout in empty)
        {
            yield return new(reading.Fill(reading.Words.Map.NoteEmpty, PanelName(layout)), reading.Language);
        }
    }

    /// <summary>Whom to name for the boundaries drawn; the words for that nobody is known to be named where the operator gave none.</summary>
    private string Credits(IReadOnlyList<TileLayout> filled, IReadOnlyDictionary<string, Outline> known)
    {
        string[] named = [.. filled.SelectMany(l => l.Places).Select(p => known[p.Region].Credit).Where(c => c.Length > 0).Distinct()];
        return named.Length == 0 ? reading.Words.Map.NoCredit : string.Join("; ", named);
    }

    /// <summary>What shows the same, nothing left to be decided but the places.</summary>
    private static (string Name, string? Value)[] Address(SelectedValues shown, SelectionQuery query, bool isRate) => (query with
    {
        Regions = [],
        Variant = shown.Selection.Variant,
        Breakdown = shown.Breakdown,
        From = shown.Series[0].Series.Observations[0].Period.Start,
        To = shown.Series[0].Series.Observations[0].Period.End,
        Frequency = shown.Frequency,
        Kind = null,
        Map = new() { PerInhabitants = isRate },
    }).ToAddress();

    /// <summary>The way from rates to counts and back; null where there are no rates.</summary>
    private (string Href, string Words)? OtherMeasure(Indicator indicator, SelectedValues selected, SelectionQuery query, bool isRate) =>
        isRate || query.Map?.PerInhabitants == false
            ? (reading.Link($"/indicators/{indicator.Code}", Address(selected, query, !isRate)), isRate ? reading.Words.Map.AsCounted : reading.Words.Map.PerInhabitants)
            : null;
}
