using System.Text;

namespace Lagebild.Charts;

/// <summary>A cascade in words.</summary>
internal static class CascadeWords
{
    /// <summary>Each step with its count and who left before it; without steps a sentence that says so.</summary>
    public static string Of(CascadeSpec spec)
    {
        if (spec.Steps.Count == 0)
        {
            return ChartWords.NoData(spec.Language);
        }

        var text = new StringBuilder(256);
        text.Append(ChartWords.Of(spec.Language, "Kaskadendiagramm", "Wykres kaskadowy", "Cascade chart")).Append(": ").Append(PlaceWords.Steps(spec.Steps.Count, spec.Language));
        text.Append(spec.Unit.Length == 0 ? "" : $" ({spec.Unit})").Append('.');
        foreach (var part in CascadePart.Of(spec))
        {
            text.Append(' ').Append(Step(spec, part)).Append('.');
        }

        return text.ToString();
    }

    /// <summary>Verbleibend: 12.639; −3.549 in andere Länder verteilt (berechnet); anders gezählt als die Stufe davor, Anmerkung 1.</summary>
    public static string Step(CascadeSpec spec, CascadePart part)
    {
        var text = new StringBuilder(96).Append(part.Step.Name).Append(": ").Append(Count(spec, part.Step.Stays));
        if (Left(spec, part) is { } left)
        {
            text.Append("; ").Append(left);
        }

        if (part.Step.IsCountedOtherwise)
        {
            text.Append("; ").Append(PlaceWords.CountedOtherwise(spec.Language));
        }

        return part.Step.Note is { } note ? text.Append(part.Step.IsCountedOtherwise ? ", " : "; ").Append(PlaceWords.Note(note, spec.Language)).ToString() : text.ToString();
    }

    /// <summary>Who left: −3.549 in andere Länder verteilt (berechnet). Reported without a number it says so; null where nothing can be said.</summary>
    public static string? Left(CascadeSpec spec, CascadePart part) => part switch
    {
        { Left: { } left } => $"{NumberFormat.Change(-left, spec.Decimals, spec.Language)} {part.Step.LeftWords}".TrimEnd() + InBrackets(part.IsComputed ? PlaceWords.Computed(spec.Language) : ChartWords.Doubt(part.Step.Left!, spec.Language)),
        { Step: { Left: { } unknown, LeftWords: { } words } } => $"{words}: {ChartWords.Absent(unknown, spec.Language)}",
        _ => null,
    };

    /// <summary>The count with its doubt.</summary>
    public static string Count(CascadeSpec spec, ChartValue value) =>
        ChartWords.Value(value, spec.Decimals, isPercent: false, spec.Language) + (value.IsDrawn ? InBrackets(ChartWords.Doubt(value, spec.Language)) : "");

    private static string InBrackets(string? word) => word is null ? "" : $" ({word})";
}
