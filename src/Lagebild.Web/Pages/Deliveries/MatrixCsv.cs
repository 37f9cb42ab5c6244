using System.Globalization;
using System.Text;
using Lagebild.OpenData;

namespace Lagebild.Web.Pages.Deliveries;

/// <summary>The matrix as CSV, a line for each period: comma, UTF-8, ISO days, line feed after CR. Without a period nothing was ever delivered.</summary>
public static class MatrixCsv
{
    private const string Header = "region,indicator,feed,period_start,period_end,frequency,state,due,label_region,label_indicator,label_feed,label_state,as_of,release";

    /// <summary>In the order of the page.</summary>
    public static string Of(Reading reading, IEnumerable<ReportRow> rows, DateOnly today)
    {
        var text = new StringBuilder(Header).Append("\r\n");
        foreach (var (row, cell) in rows.SelectMany(r => r.Cells.Select(c => (r, c))))
        {
            text.AppendJoin(',', Fields(reading, row, cell, today).Select(f => CsvText.Quoted(f, ','))).Append("\r\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Fields(Reading reading, ReportRow row, ReportCell cell, DateOnly today) =>
    [
        row.Region, row.Indicator.Code, row.Feed?.Code ?? "", Iso(cell.Period?.Start), Iso(cell.Period?.End), cell.Period is { } period ? Lagebild.Statistics.FrequencyCode.Letter(period.Frequency).ToString() : "", cell.State.Code(), Iso(cell.Due),
        reading.RegionName(row.Region), reading.IndicatorName(row.Indicator.Code), row.Feed is null ? "" : reading.FeedName(row.Feed.Code),
        cell.State.Name(reading.Words.Delivery), Iso(today), Reading.Number(reading.Stand.Release.Number),
    ];

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
