using System.Globalization;
using System.Text;

namespace Lagebild.Tests.Samples;

/// <summary>A published file as rows cite it (<c>Destatis 12531-0043 line 5 value</c>), and how a cell of it tells which row it belongs to.</summary>
internal sealed record RawTable
{
    private readonly Lazy<Dictionary<int, string[]>> _records;

    public RawTable() => _records = new(ReadRecords);

    /// <summary>What stands before <c>line</c> in a row's source.</summary>
    public required string Label { get; init; }

    /// <summary>Below the folder of published files.</summary>
    public required string File { get; init; }

    public Encoding Encoding { get; init; } = Encoding.UTF8;
    public char Delimiter { get; init; } = ',';
    public bool Quotes { get; init; } = true;

    /// <summary>Whether blanks around a cell are no part of it.</summary>
    public bool Trims { get; init; }

    /// <summary>The line the headings stand in.</summary>
    public int HeaderLine { get; init; } = 1;

    /// <summary>1000 where the file counts in thousands and the row does not.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>The status a dash stands for.</summary>
    public string Dash { get; init; } = "";

    /// <summary>Whether region, period and breakdown of the row are those of the cell.</summary>
    public required Func<RawCell, bool> Fits { get; init; }

    /// <summary>The folder of published files, beside the project; it need not be there.</summary>
    public static string Folder { get; } = Path.Combine(SampleFiles.Root, "..", "shared", "data");

    /// <summary>Cells by line.</summary>
    public IReadOnlyDictionary<int, string[]> Records => _records.Value;

    /// <summary>The cell a row cites. Throws where line or heading do not exist.</summary>
    public RawCell Cell(SampleRow row, int line, string heading) => new(row, Records[HeaderLine], Records[line], heading);

    /// <summary>Value, observation status and confidentiality as a row should give them.</summary>
    public (string Value, string ObsStatus, string ConfStatus) Expected(string text) => text switch
    {
        "" or ":" => ("", "missing", ""),
        "-" => ("", Dash, ""),
        "." => ("", "", "unknown-or-confidential"),
        _ => (Number(text), "", ""),
    };

    /// <summary>The label is its name in test results.</summary>
    public override string ToString() => Label;

    private string Number(string text)
    {
        var value = decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) * Factor;
        return (Factor == 1 && text.Contains('.', StringComparison.Ordinal) ? value : decimal.Truncate(value)).ToString(CultureInfo.InvariantCulture);
    }

    private Dictionary<int, string[]> ReadRecords() =>
        SimpleCsv.Read(System.IO.File.ReadAllText(Path.Combine(Folder, File), Encoding), Delimiter, Quotes)
            .ToDictionary(r => r.Line, r => Trims ? Array.ConvertAll(r.Cells, c => c.Trim()) : r.Cells);
}

/// <summary>A row and the record it cites.</summary>
internal sealed record RawCell(SampleRow Row, string[] Header, string[] Cells, string Heading)
{
    public string Text => this[Heading];

    /// <summary>The cell under a heading of the file.</summary>
    public string this[string heading] => Cells[Array.IndexOf(Header, heading)];
}
