namespace Lagebild.OpenData;

/// <summary>
/// Says at which value a break begins: the first whose period ends on or after its day, where anything of the series lies before that. Rows come series by series, by period.
/// </summary>
internal sealed class BreakMarks
{
    private DataSeries? _series;
    private DateOnly _last;

    /// <summary>The breaks that begin with this row; mostly none.</summary>
    public IReadOnlyList<DataBreak> Begun(in DataRow row)
    {
        var period = row.Observation.Period;
        var before = ReferenceEquals(_series, row.Series) ? _last : period.Start;
        (_series, _last) = (row.Series, period.End);
        return row.Series.Breaks.Count == 0 ? [] : [.. row.Series.Breaks.Where(b => before < b.Day && b.Day <= period.End)];
    }
}
