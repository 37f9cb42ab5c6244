using Lagebild.Accounts;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>Which cell of the entry form, within its feed and region: a series and a period. The period carries the frequency.</summary>
public sealed record EntryKey
{
    public required string Indicator { get; init; }

    public required string Variant { get; init; }

    /// <summary><see cref="Statistics.Breakdown.Key"/>; empty for the total.</summary>
    public required string Breakdown { get; init; }

    public required Period Period { get; init; }
}

/// <summary>What a person typed into a cell. All empty: nothing typed yet, or all of it removed.</summary>
public sealed record EntryText
{
    /// <summary>Nothing.</summary>
    public static EntryText Empty { get; } = new();

    /// <summary>As typed, blanks at the ends aside; never read as a number here.</summary>
    public string Value { get; init; } = "";

    /// <summary>Empty, or the word of a status with its reason, or of confidentiality, as the layout <c>figures</c> has it: <c>missing:late</c>, <c>confidential</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>For readers, in the feed's language.</summary>
    public string Note { get; init; } = "";

    public bool IsEmpty => Value.Length + Status.Length + Note.Length == 0;
}

/// <summary>What one save says of a cell.</summary>
public sealed record EntryCell
{
    /// <summary>Number of the save, from 1 within the draft.</summary>
    public int Save { get; init; }

    public required EntryKey Key { get; init; }

    public required EntryText Text { get; init; }

    /// <summary>Who typed it, and when.</summary>
    public required Who By { get; init; }

    public DateTime AtUtc { get; init; }
}

/// <summary>What an office is typing in for a feed and region, or has handed in. One is open at a time; who may hand in for the feed works at the same one.</summary>
public sealed record EntryDraft
{
    public long Id { get; init; }

    public required string Feed { get; init; }

    public required string Region { get; init; }

    public DateTime OpenedUtc { get; init; }

    /// <summary>Name of who saved last, and when.</summary>
    public required string UpdatedBy { get; init; }

    public DateTime UpdatedUtc { get; init; }

    /// <summary>Number of the latest release when it was begun.</summary>
    public int BasedOn { get; init; }

    /// <summary>How often it was saved; only grows.</summary>
    public int Saves { get; init; }

    /// <summary>Where all its figures stand: table, page, address; empty where the feed alone is the source.</summary>
    public string Source { get; init; } = "";

    /// <summary>Null while it is open.</summary>
    public DateTime? HandedInUtc { get; init; }

    /// <summary>Name of who handed it in; null while it is open.</summary>
    public string? HandedInBy { get; init; }

    /// <summary>What the inbox gave for it; null while it is open.</summary>
    public long? Receipt { get; init; }

    /// <summary>What every save said, in order.</summary>
    public IReadOnlyList<EntryCell> History { get; init; } = [];

    /// <summary>The latest of each cell as of a save; emptied ones too.</summary>
    public IReadOnlyDictionary<EntryKey, EntryCell> AsOf(int save)
    {
        var cells = new Dictionary<EntryKey, EntryCell>();
        foreach (var cell in History.Where(c => c.Save <= save))
        {
            cells[cell.Key] = cell;
        }

        return cells;
    }

    /// <summary>The latest of each cell.</summary>
    public IReadOnlyDictionary<EntryKey, EntryCell> Now => AsOf(int.MaxValue);
}
