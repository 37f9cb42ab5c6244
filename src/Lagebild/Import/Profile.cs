using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>
/// How a feed's files are to be read; <c>docs/feeds/profiles.md</c> explains each word. Texts called patterns are regular expressions
/// that must match the whole text.
/// </summary>
public sealed record Profile
{
    /// <summary>Value of <see cref="Encoding"/>, <see cref="Delimiter"/> and <see cref="Decimal"/> that are to be recognised in each file.</summary>
    public const string Auto = "auto";

    /// <summary>Lower case with hyphens, as its file is named; empty for one that has no place of its own.</summary>
    public string Code { get; init; } = "";

    /// <summary>SHA-256 of the JSON text, lower-case hex: a mended profile is another version. Set by <see cref="Parse"/>.</summary>
    public string Version { get; init; } = "";

    /// <summary>Name pattern (<c>*</c>, <c>?</c>) of the files it is meant for; for people, not checked.</summary>
    public string File { get; init; } = "*.csv";

    /// <summary><see cref="Auto"/> or the name of an encoding: <c>utf-8</c>, <c>windows-1252</c>. A byte order mark wins.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary><see cref="Auto"/> or one ASCII character.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>One ASCII character, or empty for none.</summary>
    public string Quote { get; init; } = "\"";

    /// <summary>Lines (not records) before the header.</summary>
    public int Skip { get; init; }

    /// <summary>One ASCII character: lines that begin with it are passed over. Null for none.</summary>
    public string? Comment { get; init; }

    /// <summary>Pattern of a raw line at a record's start: reading ends there, and what follows is not parsed. Null for none.</summary>
    public string? Footer { get; init; }

    public ProfileHeader Header { get; init; } = new();

    /// <summary>One ASCII character that splits the first cell into several, in the header as well. Null where it is one cell.</summary>
    public string? Packed { get; init; }

    /// <summary>Of a workbook: the name of the sheet. Null for the first.</summary>
    public string? Sheet { get; init; }

    /// <summary><see cref="Auto"/>, <c>.</c> or <c>,</c>.</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>Sign between groups of three digits: <c>.</c>, <c>,</c>, <c>'</c>, or a blank, which stands for no-break blanks too. Empty for none.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether <c>5e+05</c> is a number.</summary>
    public bool Scientific { get; init; }

    /// <summary>Language of month names: <c>de</c>, <c>pl</c>, <c>en</c>.</summary>
    public string Language { get; init; } = "de";

    /// <summary>Text of a value cell (the empty one too) to what it means.</summary>
    public IReadOnlyDictionary<string, SymbolMeaning> Symbols { get; init; } = new Dictionary<string, SymbolMeaning>();

    public ProfileFlags Flags { get; init; } = new();

    /// <summary>Unit in a heading to the factor that leads to the variant's unit. A closed list.</summary>
    public IReadOnlyDictionary<string, decimal> Units { get; init; } = new Dictionary<string, decimal>();

    /// <summary>Patterns of period cells, tried in order: <c>yyyy-MM</c>, <c>dd.MM.yyyy</c>, <c>H'. Halbjahr 'yyyy</c>.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];

    /// <summary>By dimension (also <c>indicator</c>, <c>variant</c>, <c>period</c>, <c>frequency</c>, <c>status</c>, <c>confidentiality</c>): text to code. <c>total</c> leaves the dimension out, <c>=</c> takes the text as it is; key <c>*</c> for all others.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Maps { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, string>>();

    public ProfileConstants Constants { get; init; } = new();

    /// <summary>
    /// Where neither row, column nor constant names the variant: by region code, which counts for all regions within it, the variants its
    /// office delivers; <c>DE-MV accommodation=shared</c> for rows of that breakdown alone. The one of the column's indicator is taken; of several the
    /// one whose population the row's <c>counted</c> names, else the first.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Variants { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Dimension that numbers the rows of one region from 1, where rows have no key of their own (facilities without a name). Null for none.</summary>
    public string? Ordinal { get; init; }

    /// <summary>Of variants outside the catalogue: a running count. Those of the catalogue say so themselves.</summary>
    public bool Cumulative { get; init; }

    /// <summary>All must hold, else the row is passed over and counted.</summary>
    public IReadOnlyList<ProfileScope> Scope { get; init; } = [];

    public IReadOnlyList<ProfileTotal> Totals { get; init; } = [];

    /// <summary>Each column takes the first entry whose pattern its heading matches.</summary>
    public required IReadOnlyList<ProfileColumn> Columns { get; init; }

    /// <summary>From JSON, strictly: an unknown word, a wrong pattern or a missing part throws <see cref="ProfileException"/> saying which.</summary>
    public static Profile Parse(string json) => ProfileText.Parse(json);
}

/// <summary>How the heading of a column is written.</summary>
public sealed record ProfileHeader
{
    /// <summary>Rows it takes: the cells of one column are joined with <c> | </c>, empty ones left out.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>Rows (from 1) whose cells reach over the empty ones to their right, up to where a row above begins a new group.</summary>
    public IReadOnlyList<int> FillRight { get; init; } = [];
}

/// <summary>What a text in a value cell means.</summary>
public sealed record SymbolMeaning
{
    /// <summary>True for an exact zero.</summary>
    public bool IsZero { get; init; }

    public ObservationStatus Status { get; init; }

    public ConfidentialityStatus Confidentiality { get; init; }

    public MissingReason MissingReason { get; init; }

    /// <summary>What it means where the region did not exist in the period; null: the same.</summary>
    public SymbolMeaning? Gone { get; init; }
}

/// <summary>The source's signs beside values.</summary>
public sealed record ProfileFlags
{
    /// <summary>Sign to a word of status or confidentiality; <c>normal</c> for signs only kept, <c>break</c> for one that marks a break. Of a text not in the map each letter is looked up.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>True where a sign stands behind the number in its cell: <c>123 p</c>.</summary>
    public bool Glued { get; init; }
}

/// <summary>What the file does not carry. Null where it does.</summary>
public sealed record ProfileConstants
{
    public string? Variant { get; init; }

    /// <summary>Of all values whose column names neither.</summary>
    public string? Indicator { get; init; }

    public string? Region { get; init; }

    /// <summary>In the first of the profile's period patterns.</summary>
    public string? Period { get; init; }

    public string? Frequency { get; init; }

    public string? Source { get; init; }

    /// <summary>Dimension to code.</summary>
    public IReadOnlyDictionary<string, string> Dims { get; init; } = new Dictionary<string, string>();
}

/// <summary>Which rows count.</summary>
public sealed record ProfileScope
{
    /// <summary>Heading of the column; <c>#3</c> for the third.</summary>
    public required string Column { get; init; }

    /// <summary>Pattern of the cells within.</summary>
    public required string Within { get; init; }
}

/// <summary>A total that the file carries beside its parts: checked, never added.</summary>
public sealed record ProfileTotal
{
    /// <summary>Value of <see cref="Parts"/> for totals of the rows above them.</summary>
    public const string Above = "above";

    /// <summary>Heading of the column that tells totals from parts; <c>#3</c> for the third.</summary>
    public required string Column { get; init; }

    /// <summary>Pattern of a total's cell.</summary>
    public required string Total { get; init; }

    /// <summary>Pattern of a part's cell; <c>{1}</c> stands for the total's first group. <see cref="Above"/>: the rows since the total before.</summary>
    public required string Parts { get; init; }

    /// <summary>The variants that add up; empty for all.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>In the variant's unit; rounding times number of parts.</summary>
    public decimal Tolerance { get; init; }

    /// <summary>Of the total, in percent, where a remainder is not allocated; the larger of both holds.</summary>
    public decimal TolerancePercent { get; init; }

    /// <summary>Number of parts a total has. Null: where the column is the period, the parts must fill it; else any number.</summary>
    public int? Count { get; init; }

    /// <summary>True where the total is not kept.</summary>
    public bool Drop { get; init; }
}

/// <summary>What a column is.</summary>
public enum ColumnRole
{
    Period,
    PeriodStart,
    PeriodEnd,
    Frequency,
    Region,
    Indicator,
    Variant,

    /// <summary>The population counted, which chooses among the variants of <see cref="Profile.Variants"/>.</summary>
    Counted,

    /// <summary>A whole breakdown: <c>age=Y_LT18;sex=F</c>.</summary>
    Breakdown,

    /// <summary>A code of <see cref="ProfileColumn.Dimension"/>; in JSON <c>dim:NAME</c>.</summary>
    Dimension,

    /// <summary>Our own word of status, for missing values with its reason: <c>missing:late</c>.</summary>
    Status,
    Confidentiality,

    /// <summary>The source's sign, by <see cref="Profile.Flags"/>.</summary>
    Flag,

    /// <summary>The source's sign as it stands, without a meaning of ours.</summary>
    SourceFlag,
    Source,
    Note,
    Value,

    /// <summary>The cell must be one of <see cref="ProfileColumn.Is"/>.</summary>
    Guard,

    /// <summary>Known and not wanted.</summary>
    Ignore,
}

/// <summary>One entry for columns.</summary>
public sealed record ProfileColumn
{
    /// <summary>Pattern of the heading; <c>#3</c> for the third column. Named groups of a value column carry <c>indicator</c>, <c>variant</c>, <c>period</c>, <c>unit</c> or a dimension.</summary>
    public required string Match { get; init; }

    public required ColumnRole Role { get; init; }

    /// <summary>With <see cref="ColumnRole.Dimension"/>.</summary>
    public string? Dimension { get; init; }

    /// <summary>True where a file may lack the column.</summary>
    public bool Optional { get; init; }

    /// <summary>Of a region, or of a dimension whose codes are regions: <c>code</c> for ours, else the scheme of aliases in the catalogue.</summary>
    public string Scheme { get; init; } = "code";

    /// <summary>Of a region: text to our code, before the scheme is asked.</summary>
    public IReadOnlyDictionary<string, string> Aliases { get; init; } = new Dictionary<string, string>();

    /// <summary>Text that is put before the cell's, where a scheme writes its codes longer than the file. Empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Of a region: length to which lost leading zeros are put back. Null for none.</summary>
    public int? Pad { get; init; }

    /// <summary>Pattern that is removed from the end of a region's or value's cell (footnote signs, a percent sign). Null for none.</summary>
    public string? Strip { get; init; }

    /// <summary>Of a guard: the texts allowed.</summary>
    public IReadOnlyList<string> Is { get; init; } = [];

    /// <summary>Of a value: its variant. Null where rows, heading or constants name it.</summary>
    public string? Variant { get; init; }

    /// <summary>Of a value: its indicator, where <see cref="Profile.Variants"/> give the variant.</summary>
    public string? Indicator { get; init; }

    /// <summary>Of a value: dimension to code.</summary>
    public IReadOnlyDictionary<string, string> Dims { get; init; } = new Dictionary<string, string>();

    /// <summary>Of a value: the number times this is in the variant's unit.</summary>
    public decimal Factor { get; init; } = 1;

    /// <summary>Of a value: a status all of its values have. Null for none.</summary>
    public string? Status { get; init; }

    /// <summary>Of a value: true where an empty cell is no observation at all (one column per measure; not every office counts each).</summary>
    public bool EmptyIsAbsent { get; init; }
}
