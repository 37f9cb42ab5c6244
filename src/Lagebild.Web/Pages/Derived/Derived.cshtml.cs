using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Derived;

/// <summary>A computed value of any measure: how it was computed, and from which values; each leads to its own page.</summary>
[Caching.SameWithinRelease]
public sealed class DerivedModel(Reading reading, SelectedValuesReader values, DerivedReader derived) : PageModel
{
    public Measure Measure { get; private set; }

    /// <summary>The series that was measured.</summary>
    public CountedSeries From { get; private set; } = null!;

    public Computed Value { get; private set; } = null!;

    public string Unit { get; private set; } = "";

    /// <summary>The Königstein key of the year, in percent; null where it is no share, or none is known.</summary>
    public Part? Key { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (query, fault) = DerivedQuery.Parse(RouteData.Values, Request.Query, reading.Catalogue);
        return fault is not null ? HttpContext.Refuse(fault)
            : query is not null && await ShowAsync(query, ct) ? Page()
            : NotFound();
    }

    /// <summary>False where nothing was computed for exactly this period.</summary>
    private async Task<bool> ShowAsync(DerivedQuery query, CancellationToken ct)
    {
        foreach (var selection in Selection.Of(query.Indicator, query.Series, reading.Stand.Choices))
        {
            var selected = await values.ReadAsync(selection, query.Indicator, query.Series, reading.Stand, ct);
            foreach (var series in selected.Series)
            {
                if (await ShowAsync(query, series, ct))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private async Task<bool> ShowAsync(DerivedQuery query, ShownSeries series, CancellationToken ct)
    {
        if (reading.Counted(series) is not { } counted)
        {
            return false;
        }

        var from = query.Choice.Measure == Measure.Increase ? BetweenDays(query, counted) : counted;
        var made = query.Choice.Measure == Measure.Total ? Total(series, from) : (await derived.OfAsync(query.Choice, [from], ct))[0];
        var found = made.Computed?.Values.FirstOrDefault(v => v.Period.Start == query.From && v.Period.End == query.To);
        (Measure, From, Value, Unit, Key) = (query.Choice.Measure, from, found!, made.Unit, found is null ? null : made.Keys.GetValueOrDefault(found.Period));
        return found is not null;
    }

    /// <summary>A running count grows from any of its days to any other: the one before the period, and the last of it.</summary>
    private static CountedSeries BetweenDays(DerivedQuery query, CountedSeries counted) => counted with
    {
        Series = counted.Series with { Observations = [.. counted.Series.Observations.Where(o => o.Period.End == query.From.AddDays(-1) || o.Period.End == query.To)] },
    };

    /// <summary>A total is computed where the series is read.</summary>
    private static DerivedSeries Total(ShownSeries series, CountedSeries from) => new()
    {
        From = from,
        Unit = from.Variant.Unit,
        Decimals = from.Series.Decimals,
        Computed = !series.IsComputed ? null : new()
        {
            Key = series.Series.Key,
            Values = [.. series.Series.Observations.Where(o => series.Parts.ContainsKey(o.Period)).Select(o => TotalOf(series, o))],
        },
    };

    private static Computed TotalOf(ShownSeries series, Observation total) => new()
    {
        Period = total.Period,
        Value = total.Value,
        Decimals = series.Series.Decimals,
        Status = total.Status,
        Confidentiality = total.Confidentiality,
        MissingReason = total.MissingReason,
        Parts = series.Parts[total.Period],
    };
}
