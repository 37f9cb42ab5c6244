using System.Text.RegularExpressions;

namespace Lagebild.Import.Reading;

/// <summary>A column of values and what its entry and heading say of all of them.</summary>
internal sealed record ValueColumn
{
    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public required string Heading { get; init; }

    /// <summary>Into the fields of the file.</summary>
    public required int Field { get; init; }

    /// <summary>Of the vocabulary; <see cref="Row.Absent"/> where the row decides.</summary>
    public int Variant { get; init; } = Row.Absent;

    public int Indicator { get; init; } = Row.Absent;

    public int Period { get; init; } = Row.Absent;

    /// <summary>What heading and entry say; the row's dimensions are added.</summary>
    public int Breakdown { get; init; }

    public decimal Factor { get; init; } = 1;

    public Signs Signs { get; init; }

    /// <summary>What is removed from the end of its cells; null for nothing.</summary>
    public Regex? Strip { get; init; }

    public bool EmptyIsAbsent { get; init; }
}
