using System.Buffers;
using System.Text;
using Lagebild.Charts;
using Microsoft.AspNetCore.Html;

namespace Lagebild.Web.Pages.Sharing;

/// <summary>Charts inside pages.</summary>
public static class ChartHtml
{
    /// <summary>The drawing for one frame, as the SVG stands in a page.</summary>
    public static IHtmlContent Html(this Chart chart, Frame frame)
    {
        var output = new ArrayBufferWriter<byte>(16 * 1024);
        chart.Draw(frame, output);
        return new HtmlString(Encoding.UTF8.GetString(output.WrittenSpan));
    }
}
