using Lagebild.Statistics;

namespace Lagebild.OpenData;

/// <summary>A column of a spreadsheet whose text is the same for all rows of a series.</summary>
internal sealed record SeriesColumn(string Heading, Func<DataSeries, string> Text);

/// <summary>
/// The columns of spreadsheets: for people first the words, then the codes. The same for CSV and workbook. In order: those of the series before its values,
/// then days, value and what the row itself says, then those of the series after.
/// </summary>
internal sealed class SheetColumns(DataSet data)
{
    private DataWords Words => data.Words;

    public IReadOnlyList<SeriesColumn> Before =>
    [
        new(Words.Indicator, s => s.IndicatorName),
        new(Words.Variant, s => s.VariantName),
        new(Words.Region, s => s.RegionName),
        new(Words.Breakdown, s => s.BreakdownName),
        new(Words.Frequency, s => s.FrequencyName),
    ];

    /// <summary>First day, last day, value; then texts of the row.</summary>
    public IReadOnlyList<string> RowHeadings =>
        [Words.PeriodStart, Words.PeriodEnd, Words.Value, Words.Status, Words.Break, Words.Note, Words.Place, Words.SourceFlag, Code("obs_status"), Code("conf_status"), Words.Release];

    public IReadOnlyList<SeriesColumn> After =>
    [
        new(Words.Unit, s => s.UnitName),
        new(Words.Publisher, s => s.Source.Publisher),
        new(Words.Licence, s => s.Source.Licence),
        new(Code("indicator"), s => s.Key.Indicator),
        new(Code("variant"), s => s.Key.Variant),
        new(Code("region"), s => s.Key.Region),
        new(Code("breakdown"), s => s.Key.Breakdown),
        new(Code("frequency"), s => s.Key.Frequency.Letter().ToString()),
        new(Code("feed"), s => s.Source.Code),
        new(Words.Stand, _ => FormattableString.Invariant($"{data.Release}")),
        new(Words.Extent, _ => data.ExtentWord),
    ];

    public IEnumerable<string> Headings => [.. Before.Select(c => c.Heading), .. RowHeadings, .. After.Select(c => c.Heading)];

    /// <summary>The texts of a row between its value and its release, as <see cref="RowHeadings"/> has them.</summary>
    public string?[] RowTexts(in DataRow row, IReadOnlyList<DataBreak> begun) =>
    [
        data.Status(row), RowWords.BreakTexts(begun), row.Observation.Note, row.Observation.Source, row.Observation.SourceFlag,
        row.Observation.StatusCode(), row.Observation.Confidentiality.Word(),
    ];

    private string Code(string column) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Words.CodeOf, column);
}
