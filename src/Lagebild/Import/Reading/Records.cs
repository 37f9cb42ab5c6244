using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>The records of a file, one after the other, whatever holds them.</summary>
internal abstract class Records : IDisposable
{
    /// <summary>1 + the line feeds before the record; of a workbook the sheet's row.</summary>
    public int Line { get; protected set; }

    /// <summary>True where the file went on behind the last record but can't be told apart any more.</summary>
    public bool IsCutOff { get; protected set; }

    /// <summary>Why the file ends early; null where it does not.</summary>
    public abstract Finding? Fault { get; }

    /// <summary>How the file is written, as far as records tell: its columns and rows are left out.</summary>
    public abstract Understanding Written { get; }

    public abstract int CellCount { get; }

    /// <summary>The record as it stands in the file.</summary>
    public abstract ReadOnlySpan<byte> Raw { get; }

    /// <summary>Why the record's cells can't be told apart for sure; null where they can.</summary>
    public virtual Reason? Malformed => null;

    /// <summary>UTF-8, valid until the next record.</summary>
    public abstract ReadOnlySpan<byte> this[int position] { get; }

    /// <summary>True for nothing but delimiters, as spreadsheets leave rows behind.</summary>
    public bool IsBlank
    {
        get
        {
            var position = 0;
            while (position < CellCount && this[position].IsEmpty)
            {
                position++;
            }

            return position == CellCount;
        }
    }

    /// <summary>By what the bytes are: a workbook is a ZIP archive.</summary>
    public static Records Open(FeedFile file, Profile profile, Feed feed) =>
        SheetRecords.IsWorkbook(file) ? new SheetRecords(file, profile) : new CsvRecords(file, profile, Dialect.Of(file, profile, feed));

    /// <summary>False behind the last record.</summary>
    public abstract bool Next();

    /// <summary>The texts of the record, which lives on.</summary>
    public string[] Texts()
    {
        var texts = new string[CellCount];
        for (var position = 0; position < texts.Length; position++)
        {
            texts[position] = Encoding.UTF8.GetString(this[position]);
        }

        return texts;
    }

    /// <summary>How a column is named in findings and provenance: <c>12 value</c>.</summary>
    public virtual string Field(int position, string heading) => FormattableString.Invariant($"{position + 1} {heading}");

    /// <summary>The same for a cell of the current record.</summary>
    public virtual string Cell(int position, string heading) => Field(position, heading);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
