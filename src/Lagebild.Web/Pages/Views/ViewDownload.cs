using System.Buffers;
using System.Text;
using Lagebild.Charts;
using Lagebild.Web.Pages.Indicators;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Pages.Views;

/// <summary>Figures of views and regions as files.</summary>
public static class ViewDownload
{
    /// <summary>Exactly the values of a figure, in the canonical layout with labels; 404 without it.</summary>
    public static IActionResult Csv(Reading reading, ViewFigure? figure) => figure is null
        ? new NotFoundResult()
        : new FileContentResult(Encoding.UTF8.GetBytes(SelectionCsv.Of(reading, figure.Values.Select(v => (v.Variant, v.Series, v.Observation)))), "text/csv; charset=utf-8; header=present")
        {
            FileDownloadName = $"{figure.Id}-stand-{Reading.Number(reading.Stand.Release.Number)}.csv",
        };

    /// <summary>The chart with headline, notes, source and stand inside; 404 where there is none.</summary>
    public static IActionResult Picture(ViewFigure? figure)
    {
        if (figure?.Chart is null)
        {
            return new NotFoundResult();
        }

        var output = new ArrayBufferWriter<byte>(32 * 1024);
        figure.Chart.Draw(Frame.Standalone, output);
        return new FileContentResult(output.WrittenSpan.ToArray(), "image/svg+xml; charset=utf-8");
    }
}
