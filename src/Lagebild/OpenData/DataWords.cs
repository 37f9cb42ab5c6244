namespace Lagebild.OpenData;

/// <summary>The words of files, in one language: headings of columns, and what a reader of the file has to be told.</summary>
public sealed record DataWords
{
    public required string Selection { get; init; }
    public required string Whole { get; init; }
    public required string Indicator { get; init; }
    public required string Variant { get; init; }
    public required string Region { get; init; }
    public required string Breakdown { get; init; }
    public required string PeriodStart { get; init; }
    public required string PeriodEnd { get; init; }
    public required string Period { get; init; }
    public required string Frequency { get; init; }
    public required string Value { get; init; }
    public required string Unit { get; init; }
    public required string Status { get; init; }
    public required string Break { get; init; }
    public required string Note { get; init; }
    public required string Place { get; init; }
    public required string SourceFlag { get; init; }
    public required string Publisher { get; init; }
    public required string Licence { get; init; }
    public required string Feed { get; init; }
    public required string Release { get; init; }
    public required string Extent { get; init; }
    public required string Stand { get; init; }

    /// <summary>Stands before the name of a column that holds codes: <c>{0}</c> is the name.</summary>
    public required string CodeOf { get; init; }

    /// <summary>The status of a value that no source published.</summary>
    public required string Computed { get; init; }

    /// <summary>The status of a value that the press reported.</summary>
    public required string Press { get; init; }

    /// <summary>What an empty breakdown, status and confidentiality mean.</summary>
    public required string TotalMeaning { get; init; }
    public required string OrdinaryMeaning { get; init; }
    public required string FreeMeaning { get; init; }

    /// <summary>A citation: <c>{0}</c> who counted, <c>{1}</c> what, <c>{2}</c> number and <c>{3}</c> day of the release, <c>{4}</c> address.</summary>
    public required string CitationText { get; init; }

    /// <summary>Name of the sheet with values.</summary>
    public required string SheetOfValues { get; init; }

    /// <summary>Name of the sheet with notes.</summary>
    public required string SheetOfNotes { get; init; }

    public required string Title { get; init; }
    public required string Description { get; init; }
    public required string Address { get; init; }
    public required string Definition { get; init; }
    public required string Rounding { get; init; }
    public required string Citation { get; init; }

    /// <summary>That an empty value never means zero.</summary>
    public required string EmptyIsNotZero { get; init; }

    /// <summary>That texts of the canonical file stand as the sources wrote them, so that a spreadsheet might run one.</summary>
    public required string TextsAsTheyAre { get; init; }

    /// <summary>What a stand is.</summary>
    public required string AboutStand { get; init; }

    /// <summary>That the source named is authoritative.</summary>
    public required string Authority { get; init; }

    /// <summary>Sentences of the file that explains a package; places are file names.</summary>
    public required string Files { get; init; }
    public required string FileOfValues { get; init; }
    public required string FileOfCsvw { get; init; }
    public required string FileOfDataPackage { get; init; }
    public required string FileOfCitation { get; init; }
    public required string FileOfLicence { get; init; }
    public required string FileOfChecksums { get; init; }
}
