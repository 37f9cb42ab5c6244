namespace Lagebild.Import.Reading;

/// <summary>Places of a row's meanings; those of dimensions follow.</summary>
internal static class Slot
{
    public const int Indicator = 0;
    public const int Variant = 1;
    public const int Population = 2;
    public const int Region = 3;
    public const int Breakdown = 4;
    public const int Period = 5;
    public const int Start = 6;
    public const int End = 7;
    public const int Frequency = 8;
    public const int Status = 9;
    public const int Confidentiality = 10;
    public const int Flag = 11;
    public const int Source = 12;
    public const int Note = 13;
    public const int SourceFlag = 14;
    public const int FirstDimension = 15;
}

/// <summary>What the cells of the current record mean. Numbers of <see cref="Vocabulary"/>; <see cref="Unusable"/> was reported, <see cref="Absent"/> the file does not carry.</summary>
internal sealed class Row(int dimensions, FindingList findings)
{
    public const int Unusable = -1;
    public const int Absent = -2;

    private readonly int[] _numbers = [.. Enumerable.Repeat(Absent, Slot.FirstDimension + dimensions)];
    private readonly string[] _headings = [.. Enumerable.Repeat("", Slot.FirstDimension + dimensions)];

    /// <summary>1 + the line feeds before the record.</summary>
    public int Line { get; private set; }

    /// <summary>Whether an error was reported of this record: then nobody knows what its values mean.</summary>
    public bool HasErrors { get; private set; }

    public int Dimensions => dimensions;

    public int this[int slot]
    {
        get => _numbers[slot];
        set => _numbers[slot] = value;
    }

    /// <summary>The heading of the column a slot is read from; empty where it is none.</summary>
    public string Heading(int slot) => _headings[slot];

    public void SetHeading(int slot, string heading) => _headings[slot] = heading;

    public void Begin(int line) => (Line, HasErrors) = (line, false);

    public void Report(string heading, Fault fault, ReadOnlySpan<byte> found)
    {
        HasErrors |= fault.Severity == Statistics.Severity.Error;
        findings.Add(Line, heading, fault, found);
    }

    public void Report(string heading, Fault fault, string found)
    {
        HasErrors |= fault.Severity == Statistics.Severity.Error;
        findings.Add(Line, heading, fault, found);
    }
}
