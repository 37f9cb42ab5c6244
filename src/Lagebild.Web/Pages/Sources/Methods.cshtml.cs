using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Sources;

/// <summary>How figures come to be here, how breaks are marked, and what each sign means.</summary>
public sealed class MethodsModel(Reading reading) : PageModel
{
    /// <summary>By day.</summary>
    public IReadOnlyList<Break> Breaks => reading.Catalogue.Breaks;

    /// <summary>Every sign that a line chart may hold, drawn as the charts draw it.</summary>
    public IReadOnlyList<ChartSign> Signs => ChartSigns.Of(WithAllSigns(), ChartKind.Line);

    /// <summary>The dimensions with the indicators that are told apart by them.</summary>
    public IEnumerable<(Dimension Dimension, IReadOnlyList<string> Indicators)> Breakdowns => reading.Catalogue.Dimensions
        .Select(d => (d, (IReadOnlyList<string>)[.. reading.Catalogue.Variants.Where(v => v.Dimensions.Contains(d.Code)).Select(v => v.Indicator).Distinct()]));

    /// <summary>Each licence once, with the sources under it.</summary>
    public IEnumerable<IGrouping<string, Feed>> Licences => reading.Stand.Feeds.Values.OrderBy(f => f.Code, StringComparer.Ordinal).GroupBy(f => f.Licence);

    /// <summary>The names of the codes of a dimension; null where they are countries, too many to name.</summary>
    public string? Codes(Dimension dimension) => dimension.Regions is null ? string.Join(", ", dimension.Codes.Select(c => reading.CodeName(dimension.Code, c.Code).Plain())) : null;

    private ChartSpec WithAllSigns() => new()
    {
        Id = "signs",
        Language = reading.Language,
        Headline = "",
        SubLine = "",
        Unit = "",
        Decimals = 0,
        Source = "",
        Stand = "",
        Series = [new() { Name = "", Points = [.. Points()] }],
        Breaks = [new() { Day = new(2005, 1, 1), Note = 1 }],
        Targets = [new() { Name = "", Value = 1, Due = new(2010, 12, 31) }],
    };

    private static IEnumerable<ChartPoint> Points()
    {
        ChartPoint[] kinds =
        [
            new() { Period = Year(2000), Value = 1, Status = ObservationStatus.Provisional },
            new() { Period = Year(2001), Value = 1, Unfinished = true },
            new() { Period = Year(2002), Value = 1, Status = ObservationStatus.Forecast },
            new() { Period = Year(2003), Value = 1, Status = ObservationStatus.Estimated },
            new() { Period = Year(2004), Value = 1, Status = ObservationStatus.LowReliability },
            new() { Period = Year(2005), Value = 1, Status = ObservationStatus.LessThanHalfUnit },
            new() { Period = Year(2006), Status = ObservationStatus.Missing },
            new() { Period = Year(2007), Confidentiality = ConfidentialityStatus.Confidential },
        ];
        return kinds.Append(new() { Period = new(new(2008, 1, 1), new(2008, 9, 30), Frequency.Interval), Value = 1 });
    }

    private static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31), Frequency.Annual);
}
