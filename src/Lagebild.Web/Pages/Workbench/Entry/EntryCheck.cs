using Lagebild.Import;
using Lagebild.OpenData;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Entry;

/// <summary>What is wrong or odd with a cell, by the checks of every delivery.</summary>
/// <param name="Key">The cell; null for the draft as a whole.</param>
/// <param name="Finding">What was found; a <see cref="Severity.Warning"/> asks.</param>
public sealed record EntryFinding(EntryKey? Key, Finding Finding);

/// <summary>A draft as the delivery it will be, and what is wrong with it.</summary>
public sealed record EntryCheck
{
    /// <summary>The profile that reads what the form hands in, whatever the feed's own.</summary>
    public const string ProfileCode = "figures";

    /// <summary>A value is asked about where it is this many times the last one, or less than that part of it.</summary>
    private const int BigChange = 2;

    /// <summary>Below this a change is not asked about, in whole units: five people more than three are no oddity.</summary>
    private const int SmallNumbers = 20;

    /// <summary>The cells that say something, in the order of the file's lines, from line 2.</summary>
    public required IReadOnlyList<EntryCell> Cells { get; init; }

    /// <summary>In the order of the cells.</summary>
    public required IReadOnlyList<EntryFinding> Findings { get; init; }

    /// <summary>The file to hand in; of no use while there are errors.</summary>
    public required byte[] File { get; init; }

    public bool HasErrors => Findings.Any(f => f.Finding.Severity == Severity.Error);

    /// <summary>What is asked before it is handed in.</summary>
    public IEnumerable<EntryFinding> Questions => Findings.Where(f => f.Finding.Severity == Severity.Warning);

    /// <summary>Reads each cell, then the whole as a delivery of the feed is read; <paramref name="ask"/> gives the questions of its history.</summary>
    public static async Task<EntryCheck> OfAsync(EntryBasis basis, EntryGrid grid, Profile profile, Func<CheckedFile, Task<IReadOnlyList<Finding>>> ask, CancellationToken ct)
    {
        EntryCell[] cells = [.. grid.Fields.Select(f => f.Cell).OfType<EntryCell>().Where(c => !c.Text.IsEmpty)];
        var typed = cells.Select(c => Number(basis, c)).ToArray();
        var file = FiguresCsv.Of(cells.Zip(typed, (c, n) => Line(basis, c, n)));
        using var read = new FeedReader(basis.Catalogue).Read(FeedFile.FromBytes(file, "entry.csv", "entry", DateTime.UnixEpoch), basis.Feed, profile, ct);
        var found = read.Findings.Concat(read.HasErrors ? [] : await ask(read)).Where(f => IsOfForm(f, typed)).Select(f => new EntryFinding(KeyOf(f, cells), f)).ToArray();
        var unread = cells.Zip(typed).Where(c => c.Second?.Wrong is not null).Select(c => new EntryFinding(c.First.Key, Unread(c.First, c.Second!.Value, basis)));
        var asked = found.Where(f => f.Finding.Severity != Severity.Notice).Select(f => f.Key).ToHashSet();
        var changes = grid.Fields.Where(f => !f.Text.IsEmpty && !asked.Contains(f.Key)).Select(f => Change(f, Number(basis, f.Cell!))).OfType<EntryFinding>();
        return new() { Cells = cells, File = file, Findings = [.. unread.Concat(found).Concat(changes).OrderBy(f => Position(f.Key, cells))] };
    }

    /// <summary>A cell's number; null where there is none.</summary>
    private static TypedNumber? Number(EntryBasis basis, EntryCell cell) => cell.Text.Value.Length == 0 || basis.Catalogue.Variant(cell.Key.Variant) is not { } variant
        ? null
        : TypedNumber.Read(cell.Text.Value, variant.Decimals, basis.Catalogue.Unit(variant.Unit)?.Percent ?? false);

    private static FiguresLine Line(EntryBasis basis, EntryCell cell, TypedNumber? number)
    {
        var isConfidential = StatusCode.Confidentiality(cell.Text.Status) is not null and not ConfidentialityStatus.Free;
        return new()
        {
            Indicator = cell.Key.Indicator,
            Variant = cell.Key.Variant,
            Region = basis.Region,
            Period = cell.Key.Period,
            Breakdown = cell.Key.Breakdown,
            ObservationStatus = isConfidential ? "" : cell.Text.Status,
            Confidentiality = isConfidential ? cell.Text.Status : "",
            Source = basis.Draft?.Source ?? "",
            Note = cell.Text.Note,
            Value = number is { Wrong: null } read ? read.Value : null,
            Decimals = basis.Catalogue.Variant(cell.Key.Variant)?.Decimals ?? 0,
        };
    }

    /// <summary>What could not be read has no value in the file: that it is missing there is no news. An empty draft is said in other words.</summary>
    private static bool IsOfForm(Finding finding, TypedNumber?[] typed) =>
        finding.Reason != Reason.EmptyFile && !(finding.Reason == Reason.ValueMissing && finding.Line >= 2 && typed[finding.Line - 2] is { Wrong: not null });

    private static EntryKey? KeyOf(Finding finding, EntryCell[] cells) => finding.Line >= 2 && finding.Line - 2 < cells.Length ? cells[finding.Line - 2].Key : null;

    private static int Position(EntryKey? key, IReadOnlyList<EntryCell> cells) => key is null ? -1 : cells.Select((c, at) => (c.Key, at)).First(c => c.Key == key).at;

    private static Finding Unread(EntryCell cell, TypedNumber number, EntryBasis basis) => new()
    {
        Line = 0,
        Severity = Severity.Error,
        Reason = number.Wrong!.Value,
        Found = cell.Text.Value,
        Expected = number.Wrong is Reason.TooManyDecimals ? Reading.Number(basis.Catalogue.Variant(cell.Key.Variant)!.Decimals) : "",
    };

    private static EntryFinding? Change(EntryField field, TypedNumber? number)
    {
        var last = field.Before.FirstOrDefault(o => o.Value is not null && o.Period.Frequency != Frequency.Interval);
        return number is { Wrong: null } typed && last?.Value is { } before && IsBig(typed.Value, before, field.Variant.Decimals)
            ? new(field.Key, new() { Line = 0, Severity = Severity.Warning, Reason = Reason.FarFromHistory, Found = field.Text.Value, Expected = ValueText.Invariant(before, field.Variant.Decimals) })
            : null;
    }

    private static bool IsBig(long value, long before, int decimals)
    {
        var (large, small) = (Math.Max(Math.Abs(value), Math.Abs(before)), Math.Min(Math.Abs(value), Math.Abs(before)));
        return large >= SmallNumbers * (long)Math.Pow(10, decimals) && (large >= BigChange * (decimal)small || value < 0 != before < 0);
    }
}
