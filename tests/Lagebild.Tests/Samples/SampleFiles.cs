namespace Lagebild.Tests.Samples;

/// <summary>The samples as they lie in the project, read line by line: by other means than the importer.</summary>
internal static class SampleFiles
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Above(TestContext.CurrentContext.TestDirectory);

    public static string Folder { get; } = Path.Combine(Root, "data-samples");

    /// <summary>Every CSV file below the samples, in order.</summary>
    public static IReadOnlyList<string> Paths { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly Lazy<IReadOnlyList<SampleRow>> _rows = new(() => [.. Paths.SelectMany(Read)]);

    /// <summary>Every row of every file, in the order of the files.</summary>
    public static IReadOnlyList<SampleRow> Rows => _rows.Value;

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Lagebild.sln")) ? folder : Above(Path.GetDirectoryName(folder)!);

    private static IEnumerable<SampleRow> Read(string path)
    {
        var file = Path.GetRelativePath(Folder, path);
        return SimpleCsv.Read(File.ReadAllText(path), ',').Skip(1).Select(r => new SampleRow(file, r.Line, r.Cells));
    }
}

/// <summary>One row of a sample file; <see cref="Line"/> is 1 + the line feeds before it.</summary>
internal sealed record SampleRow(string File, int Line, string[] Cells)
{
    public string Indicator => Cells[0];
    public string Variant => Cells[1];
    public string Region => Cells[2];
    public string Start => Cells[3];
    public string End => Cells[4];
    public string Frequency => Cells[5];
    public string Breakdown => Cells[6];
    public string ObsStatus => Cells[7];
    public string ConfStatus => Cells[8];
    public string Source => Cells[9];
    public string Note => Cells[10];
    public string Value => Cells[^1];

    /// <summary>Whether the file has the optional column for the source's own sign.</summary>
    public bool HasFlag => Cells.Length == 13;

    /// <summary>The source's own sign; empty where the file has no column for it.</summary>
    public string Flag => HasFlag ? Cells[11] : "";

    public string Feed => File.Split('/', '\\')[0];

    /// <summary>What makes a row unique within its feed, in the order rows are sorted by.</summary>
    public string[] Key => [Indicator, Variant, Region, Breakdown, Frequency, Start, End];

    /// <summary>The code of a dimension; null for its total.</summary>
    public string? Code(string dimension) => Lagebild.Statistics.Breakdown.Parse(Breakdown)![dimension];

    public override string ToString() => $"{File} line {Line}";
}
