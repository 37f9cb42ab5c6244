using System.Text;

namespace Lagebild.Charts;

/// <summary>A capacity chart in words.</summary>
internal static class CapacityWords
{
    /// <summary>Each row with its three counts and the occupancy; without rows a sentence that says so.</summary>
    public static string Of(CapacitySpec spec)
    {
        if (spec.Rows.Count == 0)
        {
            return ChartWords.NoData(spec.Language);
        }

        var text = new StringBuilder(256);
        text.Append(ChartWords.Of(spec.Language, "Belegungsdiagramm", "Wykres wykorzystania miejsc", "Capacity chart")).Append(": ").Append(PlaceWords.Rows(spec.Rows.Count, spec.Language));
        text.Append(spec.Unit.Length == 0 ? "" : $" ({spec.Unit})").Append('.');
        foreach (var row in spec.Rows)
        {
            text.Append(' ').Append(Row(spec, row)).Append('.');
        }

        return text.ToString();
    }

    /// <summary>Schwerin: belegt 53, nutzbar 47, nominell: keine Angabe; Auslastung 112,8 % (berechnet), über die Zahl der Plätze hinaus.</summary>
    public static string Row(CapacitySpec spec, CapacityRow row)
    {
        var occupancy = RowOccupancy.Of(spec, row);
        var text = new StringBuilder(96).Append(row.Name).Append(": ").AppendJoin(", ", Counts(spec, row).Select(c => c.Text));
        if (occupancy.Tenths is { } tenths)
        {
            text.Append("; ").Append(PlaceWords.Occupancy(NumberFormat.Percent(tenths, 1, spec.Language), spec.Language));
        }

        text.Append(occupancy.IsOver ? $", {PlaceWords.OverAllPlaces(spec.Language)}" : "");
        return row.Note is { } note ? text.Append("; ").Append(PlaceWords.Note(note, spec.Language)).ToString() : text.ToString();
    }

    /// <summary>The counts of a row, each with whether it is known: belegt 53; nominell: keine Angabe. Of shares the occupancy alone.</summary>
    public static IEnumerable<(string Text, bool IsKnown)> Counts(CapacitySpec spec, CapacityRow row)
    {
        yield return Count(spec, PlaceWords.Occupied(spec.Language), row.Occupied);
        if (!spec.IsPercent)
        {
            yield return Count(spec, PlaceWords.Usable(spec.Language), row.Usable);
            yield return Count(spec, PlaceWords.Nominal(spec.Language), row.Nominal);
        }
    }

    private static (string Text, bool IsKnown) Count(CapacitySpec spec, string name, ChartValue? count)
    {
        var value = ChartWords.Value(count ?? ChartValue.Unknown, spec.Decimals, spec.IsPercent, spec.Language);
        return count is { IsDrawn: true }
            ? (ChartWords.Doubt(count, spec.Language) is { } doubt ? $"{name} {value} ({doubt})" : $"{name} {value}", true)
            : ($"{name}: {value}", false);
    }
}
