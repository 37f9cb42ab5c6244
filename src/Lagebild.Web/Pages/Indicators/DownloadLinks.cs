using Lagebild.OpenData;

namespace Lagebild.Web.Pages.Indicators;

/// <summary>Where the values of a chart (at the path of its page, with an ending), and the whole data set they are of, can be had in each format.</summary>
public sealed record DownloadLinks(Reading Reading, string Path, string? Indicator, IReadOnlyList<(string Name, string? Value)> Query)
{
    /// <summary>Exactly what the chart shows.</summary>
    public string Selection(DataFormat format) => Reading.Link($"{Path}.{format.Code}", [.. Query]);

    /// <summary>Every released value of the indicator; of several there is no one data set, <see cref="Indicator"/> is null then.</summary>
    public string Whole(DataFormat format) => Reading.Link($"/data/{Indicator}.{format.Code}");

    /// <summary>The same with one more part of the address.</summary>
    public DownloadLinks With(string name, string value) => this with { Query = [.. Query, (name, value)] };
}
