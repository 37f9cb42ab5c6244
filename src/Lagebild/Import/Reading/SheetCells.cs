using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lagebild.Import.Reading;

/// <summary>The cells of a workbook as texts in the profile's grammar: numbers with its decimal sign, days as <c>2024-12-31</c>.</summary>
internal sealed class SheetCells
{
    private const int _mostDigits = 15;

    private static readonly Regex _literal = new("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

    private readonly List<string> _texts = [];
    private readonly bool[] _isDate;
    private readonly int _firstDay;
    private readonly string _decimal;

    /// <summary>Throws <see cref="InvalidDataException"/> where there are too many shared texts.</summary>
    public SheetCells(WorkbookPart workbook, Profile profile)
    {
        _decimal = profile.Decimal;
        _firstDay = workbook.Workbook.WorkbookProperties?.Date1904?.Value == true ? 1462 : 0;
        _isDate = DateStyles(workbook.WorkbookStylesPart?.Stylesheet);
        ReadTexts(workbook.SharedStringTablePart);
    }

    public string Text(Cell cell)
    {
        var raw = cell.CellValue?.Text ?? "";
        return cell.DataType?.Value switch
        {
            CellValues.SharedString => _texts[int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture)],
            CellValues.InlineString => cell.InlineString is { } inline ? Joined(inline) : "",
            CellValues.Boolean => raw == "1" ? "TRUE" : "FALSE",
            CellValues.String or CellValues.Error or CellValues.Date => raw,
            _ => Number(raw, (int)(cell.StyleIndex?.Value ?? 0)),
        };
    }

    private void ReadTexts(SharedStringTablePart? part)
    {
        if (part is null)
        {
            return;
        }

        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement)
            {
                _texts.Add(_texts.Count < WorkbookLimits.Texts ? Joined((SharedStringItem)reader.LoadCurrentElement()!) : throw new InvalidDataException("More shared texts than any table has."));
            }
        }
    }

    /// <summary>The runs of a text without the readings that East Asian texts carry.</summary>
    private static string Joined(RstType item) =>
        item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text));

    private string Number(string raw, int style)
    {
        if (!double.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) >= 1e15 || (number != 0 && Math.Abs(number) < 1e-12))
        {
            return raw;
        }

        return style < _isDate.Length && _isDate[style] ? Day(number, raw) : Written(Exact(raw, number).ToString("0.###############", CultureInfo.InvariantCulture));
    }

    /// <summary>What was typed: a sheet keeps 0.1 + 0.2 as 0.30000000000000004, of which fifteen digits are meant.</summary>
    private static decimal Exact(string raw, double number) =>
        raw.Count(char.IsAsciiDigit) <= _mostDigits && decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var exact)
            ? exact
            : (decimal)number;

    /// <summary>A number is no text: where the profile leaves the sign open, three decimals get a fourth, so that nobody takes the sign for one of thousands.</summary>
    private string Written(string text)
    {
        var sign = text.IndexOf('.', StringComparison.Ordinal);
        return _decimal == Profile.Auto ? (sign >= 0 && text.Length - sign == 4 ? $"{text}0" : text) : text.Replace(".", _decimal, StringComparison.Ordinal);
    }

    private string Day(double number, string raw)
    {
        var day = number + _firstDay;
        return day is < 61 or >= 2_958_466 || day != Math.Floor(day) ? raw : DateTime.FromOADate(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static bool[] DateStyles(Stylesheet? styles)
    {
        var written = styles?.NumberingFormats?.Elements<NumberingFormat>().Where(f => f.NumberFormatId is not null)
            .ToDictionary(f => f.NumberFormatId!.Value, f => IsDate(f.FormatCode?.Value ?? "")) ?? [];
        return [.. styles?.CellFormats?.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value ?? 0).Select(id => written.GetValueOrDefault(id, IsDate(id))) ?? []];
    }

    private static bool IsDate(uint format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    private static bool IsDate(string format) => _literal.Replace(format, "").AsSpan().ContainsAny("yYdD");
}
