using Lagebild.Storage;
using Lagebild.Web.Pages.Indicators;

namespace Lagebild.Web.Pages.Corrections;

/// <summary>A release that changed or ended values, with those values.</summary>
public sealed record CorrectedRelease
{
    public required Release Release { get; init; }

    /// <summary>By series, then period; at most as many as the page asked for.</summary>
    public required IReadOnlyList<Correction> Values { get; init; }

    /// <summary>Whether there are more than <see cref="Values"/>.</summary>
    public bool HasMore { get; init; }
}

/// <summary>One value that was corrected.</summary>
public sealed record Correction
{
    public required ValueChange Change { get; init; }

    public required FigureCell Before { get; init; }

    /// <summary>Null where the value has ended.</summary>
    public FigureCell? After { get; init; }

    /// <summary>The page of the value with its whole history.</summary>
    public required string Href { get; init; }

    /// <summary>A change as a page shows it, without a number where none may be told.</summary>
    public static Correction Of(Reading reading, ValueChange change) => new()
    {
        Change = change,
        Before = Cell(reading, change, change.Before!),
        After = change.After is null ? null : Cell(reading, change, change.After),
        Href = reading.Link(Names.FigurePath(change.SeriesId, change.Period)),
    };

    private static FigureCell Cell(Reading reading, ValueChange change, Statistics.Observation side)
    {
        var variant = reading.Catalogue.Variant(change.Series.Variant);
        var (decimals, unit) = (variant?.Decimals ?? 0, variant?.Unit ?? "");
        return new()
        {
            Text = reading.Value(side, decimals, unit),
            Exact = side.Value is { } value ? ValueText.Invariant(value, decimals) : null,
            Doubt = reading.Words.Doubt(side),
            IsPress = reading.IsPress(change.Series.Feed),
        };
    }
}
