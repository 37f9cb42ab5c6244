using System.Text.Json.Serialization;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>How a file was understood: how it is written, what its columns mean, its first rows. Holds cell contents: not public.</summary>
public sealed record Understanding
{
    /// <summary>Rows of <see cref="Rows"/> at most.</summary>
    public const int RowsKept = 5;

    /// <summary>Name of the encoding; null for a workbook.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether a byte order mark says so.</summary>
    public bool HasMark { get; init; }

    /// <summary>Sign between cells; null for a workbook.</summary>
    public string? Delimiter { get; init; }

    /// <summary>Sign around cells; empty for none, and for a workbook.</summary>
    public string Quote { get; init; } = "";

    /// <summary>Name of the sheet read; null for a text, and where none was found.</summary>
    public string? Sheet { get; init; }

    /// <summary>Decimal sign; null where it was to be recognised and no number showed it.</summary>
    public string? Decimal { get; init; }

    /// <summary>Sign between groups of three digits; empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Line of the header's first row; 0 where none was found.</summary>
    public int HeaderLine { get; init; }

    /// <summary>In the file's order; empty where no header was found.</summary>
    public IReadOnlyList<UnderstoodColumn> Columns { get; init; } = [];

    /// <summary>The first records behind the header, as delivered.</summary>
    public IReadOnlyList<UnderstoodRow> Rows { get; init; } = [];

    [JsonIgnore]
    public bool IsWorkbook => Delimiter is null;

    /// <summary>What letters are written in; null for a workbook.</summary>
    [JsonIgnore]
    public System.Text.Encoding? Letters => Encoding is null ? null : Dialect.ByName(Encoding);
}

/// <summary>A column and what it was taken for.</summary>
public sealed record UnderstoodColumn
{
    /// <summary>As the file spells it, with white space collapsed; empty for none.</summary>
    public required string Heading { get; init; }

    /// <summary>Null where the profile does not know the column.</summary>
    public ColumnRole? Role { get; init; }

    /// <summary>With <see cref="ColumnRole.Dimension"/>.</summary>
    public string? Dimension { get; init; }

    /// <summary>What a column of values names for all of them; null where its rows do.</summary>
    public string? Indicator { get; init; }

    public string? Variant { get; init; }

    public Period? Period { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for none.</summary>
    public string Breakdown { get; init; } = "";

    /// <summary>The numbers times this are in the variant's unit.</summary>
    public decimal Factor { get; init; } = 1;
}

/// <summary>A record as it was delivered.</summary>
public sealed record UnderstoodRow
{
    /// <summary>1 + the line feeds before it; of a workbook the sheet's row.</summary>
    public required int Line { get; init; }

    public required IReadOnlyList<string> Cells { get; init; }
}
