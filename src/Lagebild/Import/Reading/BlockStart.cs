using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>
/// Recognises where a second table begins within the file: its heading stands where a value should. Told from a row with remarks instead of numbers by
/// its texts, which differ from each other.
/// </summary>
internal sealed class BlockStart
{
    private readonly Header _header;
    private readonly SymbolTable _symbols;
    private readonly NumberGrammar _numbers;

    public BlockStart(Profile profile, Header header) => (_header, _symbols, _numbers) = (header, new SymbolTable(profile), new NumberGrammar(profile with { Decimal = profile.Decimal == Profile.Auto ? "." : profile.Decimal }));

    public bool IsAt(Records record) => record.CellCount == _header.Headings.Count ? HasHeadings(record) : IsOtherHeading(record);

    private bool HasHeadings(Records record)
    {
        if (_header.Values.Count == 0 || !IsText(record[_header.Values[0].Position]))
        {
            return false;
        }

        return _header.Values.All(v => IsHeading(record, v)) || (_header.Values.Count > 1 && AreDifferentTexts(record, _header.Values.Select(v => v.Position)));
    }

    private static bool IsHeading(Records record, ValueColumn column) => WholeText.Collapsed(System.Text.Encoding.UTF8.GetString(record[column.Position])) == column.Heading;

    private bool IsOtherHeading(Records record)
    {
        var filled = Enumerable.Range(0, record.CellCount).Where(c => !record[c].IsEmpty).ToArray();
        return record.Malformed is null && filled.Length > 1 && AreDifferentTexts(record, filled);
    }

    private bool AreDifferentTexts(Records record, IEnumerable<int> positions)
    {
        var texts = new HashSet<string>();
        return positions.All(p => IsText(record[p]) && texts.Add(System.Text.Encoding.UTF8.GetString(record[p])));
    }

    /// <summary>Neither empty nor a symbol nor a number.</summary>
    private bool IsText(ReadOnlySpan<byte> cell)
    {
        var text = NumberSigns.TrimBlanks(cell);
        return text.Length > 1 && text[0] is not (>= (byte)'0' and <= (byte)'9') && _symbols.Find(text, isGone: false) is null && _numbers.Read(text).Wrong == Reason.NotANumber;
    }
}
