using Lagebild.Statistics;
using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Changed;

/// <summary>A change as a page shows it: no number where none may be told.</summary>
public sealed record ShownChange
{
    public required ValueChange Change { get; init; }

    /// <summary>Null where there was no value.</summary>
    public FigureCell? Before { get; init; }

    /// <summary>Null where the value has ended.</summary>
    public FigureCell? After { get; init; }

    /// <summary>The page of the value with its whole history.</summary>
    public required string Href { get; init; }

    public static ShownChange Of(Reading reading, ValueChange change) => new()
    {
        Change = change,
        Before = Cell(reading, change, change.Before),
        After = Cell(reading, change, change.After),
        Href = reading.Link(Names.FigurePath(change.SeriesId, change.Period)),
    };

    private static FigureCell? Cell(Reading reading, ValueChange change, Observation? side)
    {
        var variant = reading.Catalogue.Variant(change.Series.Variant);
        var (decimals, unit) = (variant?.Decimals ?? 0, variant?.Unit ?? "");
        return side is null ? null : new()
        {
            Text = reading.Value(side, decimals, unit),
            Exact = side.Value is { } value ? ValueText.Invariant(value, decimals) : null,
            Doubt = reading.Words.Doubt(side),
            IsPress = reading.IsPress(change.Series.Feed),
        };
    }
}

/// <summary>Changes as a table, with its caption.</summary>
public sealed record ChangeTable(string Caption, IReadOnlyList<ShownChange> Rows);
