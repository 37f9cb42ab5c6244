using System.Buffers;
using System.Text;
using Lagebild.Charts;
using Lagebild.Statistics;
using Microsoft.AspNetCore.Html;

namespace Lagebild.Web.Pages;

/// <summary>The values of a key figure as a line without axis, and the same in words.</summary>
public sealed class Trend(Reading reading, KeyFigure figure, Variant variant, IReadOnlyList<Observation> values)
{
    private const int LongestStep = 61;

    private readonly ChartSpec _spec = new()
    {
        Id = "trend",
        Language = reading.Language,
        Headline = "",
        SubLine = "",
        Unit = reading.UnitName(variant.Unit),
        Decimals = variant.Decimals,
        IsPercent = reading.IsPercent(variant.Unit),
        Source = "",
        Stand = "",
        GapDays = figure.Latest.Series.Frequency == Frequency.Daily ? LongestStep : null,
        Series = [new() { Name = reading.RegionName(figure.Region), Label = reading.Catalogue.Region(figure.Region)?.Label, Points = [.. values.Select(Point)] }],
    };

    /// <summary>First, last, highest and lowest value with their periods.</summary>
    public string Words => TextAlternative.Of(_spec, ChartKind.Line);

    /// <summary>The line, hidden from screen readers.</summary>
    public IHtmlContent Picture
    {
        get
        {
            var output = new ArrayBufferWriter<byte>();
            Sparkline.Draw(_spec, output);
            return new HtmlString(Encoding.UTF8.GetString(output.WrittenSpan));
        }
    }

    private static ChartPoint Point(Observation o) => new() { Period = o.Period, Value = o.Value, Status = o.Status, Confidentiality = o.Confidentiality, MissingReason = o.MissingReason };
}
