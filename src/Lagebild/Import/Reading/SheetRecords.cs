using System.Text;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Lagebild.Statistics;
using Sheet = DocumentFormat.OpenXml.Spreadsheet;

namespace Lagebild.Import.Reading;

/// <summary>The rows of a workbook's sheet, read one after the other.</summary>
internal sealed class SheetRecords : Records
{
    private readonly Profile _profile;
    private readonly Regex? _footer;
    private readonly List<string> _row = [];
    private readonly List<byte[]> _cells = [];
    private SpreadsheetDocument? _document;
    private SheetCells? _texts;
    private string? _sheet;
    private OpenXmlReader? _reader;
    private Finding? _fault;
    private int _width;
    private int _records;
    private byte[] _raw = [];

    public SheetRecords(FeedFile file, Profile profile)
    {
        (_profile, _footer) = (profile, profile.Footer is null ? null : WholeText.Pattern(profile.Footer));
        _fault = Guarded(() => Opened(file)) ? _fault : Broken(Reason.WorkbookDamaged);
    }

    public override Finding? Fault => _fault;

    public override Understanding Written => new() { Sheet = _sheet };

    public override int CellCount => Math.Max(_width, _cells.Count);

    public override ReadOnlySpan<byte> Raw => _raw;

    public override ReadOnlySpan<byte> this[int position] => position < _cells.Count ? _cells[position] : default;

    /// <summary>By the archive's first bytes.</summary>
    public static bool IsWorkbook(FeedFile file)
    {
        using var stream = file.Open();
        Span<byte> start = stackalloc byte[4];
        return start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)].SequenceEqual("PK\u0003\u0004"u8);
    }

    public override bool Next()
    {
        var isThere = false;
        if (_fault is null && !Guarded(() => isThere = NextRecord()))
        {
            _fault = Broken(Reason.WorkbookDamaged);
        }

        return isThere;
    }

    /// <summary>Column and heading: <c>C value</c>.</summary>
    public override string Field(int position, string heading) => $"{Letters(position)} {heading}";

    /// <summary>Cell and heading: <c>C5 value</c>.</summary>
    public override string Cell(int position, string heading) => FormattableString.Invariant($"{Letters(position)}{Line} {heading}");

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _reader?.Dispose();
            _document?.Dispose();
        }
    }

    private static string Letters(int position) => position < 26 ? $"{(char)('A' + position)}" : $"{Letters((position / 26) - 1)}{(char)('A' + (position % 26))}";

    private static Finding Broken(Reason reason, string found = "", string expected = "") => new() { Line = 0, Severity = Severity.Error, Reason = reason, Found = found, Expected = expected };

    /// <summary>False where what the file holds can't be followed: a damaged archive or part ends in any exception of three libraries.</summary>
    private static bool Guarded(Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception damage) when (damage is not OutOfMemoryException)
        {
            return false;
        }
    }

    private void Opened(FeedFile file)
    {
        var content = file.Size <= WorkbookLimits.Archive ? Content(file) : null;
        var reason = content is null ? Reason.WorkbookTooLarge : WorkbookLimits.Broken(content);
        if (reason is not null)
        {
            _fault = Broken(reason.Value);
            return;
        }

        content!.Position = 0;
        _document = SpreadsheetDocument.Open(content, isEditable: false);
        if (_document.DocumentType is not SpreadsheetDocumentType.Workbook)
        {
            _fault = Broken(Reason.WorkbookWithMacros);
            return;
        }

        OpenSheet(_document.WorkbookPart!);
    }

    private static MemoryStream Content(FeedFile file)
    {
        var content = new MemoryStream();
        using var stream = file.Open();
        stream.CopyTo(content);
        content.Position = 0;
        return content;
    }

    private void OpenSheet(WorkbookPart workbook)
    {
        var sheets = workbook.Workbook.Sheets!.Elements<Sheet.Sheet>().ToArray();
        if (sheets.FirstOrDefault(s => _profile.Sheet is null || s.Name?.Value == _profile.Sheet) is not { } sheet)
        {
            _fault = Broken(Reason.SheetMissing, string.Join(", ", sheets.Select(s => s.Name?.Value)), _profile.Sheet!);
            return;
        }

        _sheet = sheet.Name?.Value;
        _texts = new SheetCells(workbook, _profile);
        _reader = OpenXmlReader.Create((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!));
    }

    private bool NextRecord()
    {
        while (_reader!.Read())
        {
            if (_reader.ElementType == typeof(Sheet.Cell) && _reader.IsStartElement)
            {
                Take((Sheet.Cell)_reader.LoadCurrentElement()!);
            }
            else if (_reader.ElementType == typeof(Sheet.Row) && _reader.IsStartElement)
            {
                Begin(_reader.Attributes.FirstOrDefault(a => a.LocalName == "r").Value);
            }
            else if (_reader.ElementType == typeof(Sheet.Row) && _reader.IsEndElement && EndsRecord())
            {
                return _footer?.IsMatch(Encoding.UTF8.GetString(_raw)) != true;
            }
        }

        return false;
    }

    private void Begin(string? number)
    {
        var line = number is null ? Line + 1 : int.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        Line = line > Line ? line : throw new InvalidDataException("Rows do not ascend.");
        _row.Clear();
    }

    private void Take(Sheet.Cell cell)
    {
        var column = cell.CellReference?.Value is { } place ? ColumnOf(place) : _row.Count;
        if (column < _row.Count || column >= WorkbookLimits.Columns)
        {
            throw new InvalidDataException("Cells do not ascend, or there are more columns than a table has.");
        }

        while (_row.Count < column)
        {
            _row.Add("");
        }

        _row.Add(_texts!.Text(cell).Normalize());
    }

    private static int ColumnOf(string place)
    {
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetter))
        {
            column = column > WorkbookLimits.Columns ? column : (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column - 1;
    }

    /// <summary>False for rows before the header, comments and empty ones.</summary>
    private bool EndsRecord()
    {
        var filled = _row.FindLastIndex(c => !string.IsNullOrWhiteSpace(c)) + 1;
        if (Line <= _profile.Skip || filled == 0 || (_profile.Comment is { } sign && _row[0].StartsWith(sign, StringComparison.Ordinal)))
        {
            return false;
        }

        _cells.Clear();
        _cells.AddRange(_row.Take(filled).Select(Encoding.UTF8.GetBytes));
        _raw = Encoding.UTF8.GetBytes(string.Join(';', _row.Take(filled)));
        _width = _records++ < _profile.Header.Rows ? Math.Max(_width, filled) : _width;
        return true;
    }
}
