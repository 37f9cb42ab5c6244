namespace Lagebild.Statistics;

/// <summary>Why there is a finding; its sentence is made once, in three languages, and <c>docs/feeds/reasons.md</c> has a paragraph each.</summary>
public enum Reason
{
    /// <summary>The file holds no bytes, or no record.</summary>
    EmptyFile,

    /// <summary>A byte that can't stand in the file's encoding; <see cref="Finding.Found"/> names it and its place.</summary>
    NotInEncoding,

    /// <summary>A zero byte: no text file, or UTF-16 without its mark.</summary>
    ZeroByte,

    /// <summary>A quote opens a cell and is never closed.</summary>
    UnclosedQuote,

    /// <summary>A quote within a cell that is not quoted, or text behind the closing quote.</summary>
    StrayQuote,

    /// <summary>A record is longer than any table's: a quote is open, or the line ends are missing.</summary>
    RecordTooLong,

    /// <summary>A second table with its own heading begins within the file: its columns mean something else.</summary>
    StackedBlocks,

    /// <summary>A workbook whose archive or parts can't be followed.</summary>
    WorkbookDamaged,

    /// <summary>A workbook that would unfold into more than any table holds.</summary>
    WorkbookTooLarge,

    /// <summary>A workbook with macros, or of a kind that may hold them.</summary>
    WorkbookWithMacros,

    /// <summary>The workbook has no sheet of the profile's name.</summary>
    SheetMissing,

    /// <summary>A record has more or fewer cells than the header.</summary>
    CellCount,

    /// <summary>A column that the profile needs is not there.</summary>
    MissingColumn,

    /// <summary>A column that the profile does not know.</summary>
    UnknownColumn,

    /// <summary>Two columns for the same thing.</summary>
    ColumnTwice,

    /// <summary>A cell that holds something in a column without a heading.</summary>
    ColumnWithoutHeading,

    /// <summary>A heading names a unit that is not in the profile's list.</summary>
    UnknownUnit,

    /// <summary>A cell that must hold something is empty.</summary>
    EmptyCell,

    /// <summary>A cell that may hold only certain texts (unit, frequency, code of the table) holds another: the delivery means something else.</summary>
    GuardBroken,

    UnknownIndicator,
    UnknownVariant,

    /// <summary>The variant counts another indicator than the row names.</summary>
    VariantOfOtherIndicator,

    /// <summary>Indicator, region and population counted lead to no variant of the profile.</summary>
    NoVariant,

    UnknownRegion,

    /// <summary>The breakdown is no list of <c>dimension=code</c> in alphabetical order.</summary>
    BreakdownMalformed,

    /// <summary>A dimension the catalogue does not know.</summary>
    UnknownDimension,

    /// <summary>A code its dimension does not have.</summary>
    UnknownCode,

    /// <summary>The variant is not broken down by this dimension.</summary>
    BreakdownNotAllowed,

    UnknownFrequency,

    /// <summary>The period can't be read, or is no day of the calendar from 1800 to 2199.</summary>
    PeriodInvalid,

    PeriodEndsBeforeStart,

    /// <summary>The days do not fit the frequency, or the moment the variant counts at.</summary>
    FrequencyDoesNotFit,

    /// <summary>A stock is counted on a day, and the file names only the month or year.</summary>
    DayUnknown,

    /// <summary>The variant's way of counting did not hold in this period.</summary>
    OutsideVariantValidity,

    /// <summary>The region did not exist in this period.</summary>
    OutsideRegionValidity,

    UnknownStatus,

    /// <summary>A sign of the source that is not in the profile's list.</summary>
    UnknownFlag,

    /// <summary>No number in the profile's grammar.</summary>
    NotANumber,

    /// <summary>No whole number where things are counted.</summary>
    NotACount,

    /// <summary>One sign with three digits behind it: thousands or decimals.</summary>
    AmbiguousNumber,

    /// <summary>Decimal comma and decimal point in one file.</summary>
    MixedDecimalSigns,

    /// <summary>More decimals than the variant has.</summary>
    TooManyDecimals,

    /// <summary>More than 15 digits.</summary>
    TooLarge,

    /// <summary>Less than nothing where things are counted.</summary>
    Negative,

    /// <summary>No value, and no status that says why.</summary>
    ValueMissing,

    /// <summary>A value beside a status that says there is none.</summary>
    ValueDespiteStatus,

    /// <summary>A key twice with the same value.</summary>
    SameValueTwice,

    /// <summary>A key twice with different values.</summary>
    OtherValueTwice,

    /// <summary>A total differs from the sum of its parts by more than rounding.</summary>
    TotalDiffers,

    /// <summary>A total whose parts are not all there.</summary>
    TotalNotChecked,

    /// <summary>A running count falls.</summary>
    CumulativeFalls,

    /// <summary>Letters that come from reading UTF-8 as another encoding, or the sign for lost letters.</summary>
    GarbledLetters,

    /// <summary>The source marks a break in its series.</summary>
    BreakMarked,

    /// <summary>Rows outside the profile's scope, counted in one.</summary>
    OutOfScope,

    /// <summary>Off the series' history by about 10, 100 or 1000, which <see cref="Finding.Expected"/> names.</summary>
    FactorTen,

    /// <summary>The only value of its series with this sign.</summary>
    SignChanged,

    /// <summary>With two neighbouring digits swapped it would fit the series' history.</summary>
    DigitsSwapped,

    /// <summary>All rows of a region repeat an earlier period.</summary>
    CopiedPeriod,

    /// <summary>The values of two regions each fit the other's history.</summary>
    RegionsSwapped,

    /// <summary>Nothing where there was always something.</summary>
    SuddenZero,

    /// <summary>Far off what is known of its series.</summary>
    FarFromHistory,

    /// <summary>Women and men, or other parts that add up, do not make the total that the file gives.</summary>
    BreakdownSumDiffers,

    /// <summary>All regions of a country or Land do not make its value.</summary>
    RegionSumDiffers,

    /// <summary>Those who stay and those distributed away do not make those registered.</summary>
    ArrivalsDiffer,

    /// <summary>More than the whole it is a part of: more need than stay, more foreign employees than employees.</summary>
    PartAboveWhole,

    /// <summary>More places can be used than there are.</summary>
    UsableAboveNominal,

    /// <summary>More persons than places; <see cref="Finding.Expected"/> is the occupancy in percent.</summary>
    MoreThanPlaces,

    /// <summary>A share of more than 100 percent.</summary>
    ShareAboveHundred,

    /// <summary>A region's code without its leading zero; <see cref="Finding.Expected"/> is our code of the region meant.</summary>
    LostZero,

    /// <summary>A day turned into the number of days since 1899; <see cref="Finding.Expected"/> is the day.</summary>
    DateAsNumber,

    /// <summary>A number turned into a date.</summary>
    NumberAsDate,
}
