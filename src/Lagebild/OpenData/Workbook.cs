namespace Lagebild.OpenData;

/// <summary>
/// An Office Open XML workbook: sheets of values with typed cells and a frozen head, the second sheet says what they are and where they come from.
/// Written from first to last byte; kept are only the texts that series have in common.
/// </summary>
public static class Workbook
{
    /// <summary>Rows a sheet can hold, its head included.</summary>
    internal const int MostRows = 1_048_576;

    /// <summary>Writes all rows; what a sheet cannot hold goes to the next.</summary>
    public static Task WriteAsync(DataSet data, Stream to, CancellationToken ct) => WriteAsync(data, to, MostRows, ct);

    internal static Task WriteAsync(DataSet data, Stream to, int mostRows, CancellationToken ct) => PackedFiles.WriteAsync(
        to,
        data.PublishedUtc,
        async files =>
        {
            var parts = new WorkbookParts(data, files);
            var sheets = await ValuesAsync(data, parts, mostRows, ct);
            await files.AddAsync("xl/worksheets/notes.xml", NotesSheet.Xml(data), ct);
            await parts.AddFrameAsync(sheets, ct);
        },
        ct);

    /// <summary>The number of sheets it took.</summary>
    private static async Task<int> ValuesAsync(DataSet data, WorkbookParts parts, int mostRows, CancellationToken ct)
    {
        await using var rows = data.Rows(ct).GetAsyncEnumerator(ct);
        var breaks = new BreakMarks();
        var (sheets, hasMore) = (0, await rows.MoveNextAsync());
        do
        {
            await using var entry = await parts.Files.OpenAsync(FormattableString.Invariant($"xl/worksheets/values{++sheets}.xml"), ct);
            var sheet = new ValuesSheet(data, parts.Texts, breaks, new Output(entry));
            sheet.Begin();
            for (; hasMore && sheet.RowCount < mostRows; hasMore = await rows.MoveNextAsync())
            {
                sheet.Write(rows.Current);
                await sheet.Output.FlushIfFullAsync(ct);
            }

            sheet.End();
            await sheet.Output.FlushAsync(ct);
        }
        while (hasMore);
        return sheets;
    }
}
