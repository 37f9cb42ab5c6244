using System.Text;
using Lagebild.Comparison;

namespace Lagebild.Charts;

/// <summary>A map in words.</summary>
internal static class MapWords
{
    private const int Named = 3;

    /// <summary>How many places have a value, the highest and lowest with their values, how many have none and why; without places a sentence that says so.</summary>
    public static string Of(MapSpec spec)
    {
        var places = spec.Panels.SelectMany(p => p.Places).ToArray();
        if (places.Length == 0)
        {
            return ChartWords.NoData(spec.Language);
        }

        var known = places.Where(p => p.Value is { IsDrawn: true }).OrderByDescending(p => p.Value!.Value).ToArray();
        var text = new StringBuilder(256);
        text.Append(ChartWords.Of(spec.Language, "Karte", "Mapa", "Map")).Append(": ").Append(PlaceWords.Places(places.Length, spec.Language));
        text.Append(spec.Unit.Length == 0 ? "" : $" ({spec.Unit})").Append('.');
        AddRange(text, spec, known);
        AddMissing(text, spec, places);
        return text.ToString();
    }

    /// <summary>Schwerin: 78,0; the title of its tile.</summary>
    public static string Place(MapSpec spec, MapPlace place)
    {
        var value = place.Value ?? ChartValue.Unknown;
        var doubt = value.IsDrawn && ChartWords.Doubt(value, spec.Language) is { } word ? $" ({word})" : "";
        return $"{place.Name}: {Value(spec, value)}{doubt}";
    }

    /// <summary>Its figure, else its page.</summary>
    public static string? Href(MapPlace place) => place.Value?.Href ?? place.Href;

    /// <summary>The limits of each class in words, from low to high; a single class is its value.</summary>
    public static IReadOnlyList<string> Classes(MapSpec spec, MapClasses classes)
    {
        if (classes.Count == 1)
        {
            return [.. spec.Panels.SelectMany(p => p.Places).Where(p => p.Value is { IsDrawn: true }).Take(1).Select(p => Value(spec, p.Value!))];
        }

        var decimals = Decimals(spec, classes);
        string[] limits = [.. classes.Limits.Select(l => Number(spec, l / Rounding.Scale(spec.Decimals - decimals), decimals))];
        return [.. Enumerable.Range(0, classes.Count).Select(i => PlaceWords.Class(i == 0 ? null : limits[i - 1], i == limits.Length ? null : limits[i], spec.Language))];
    }

    private static string Value(MapSpec spec, ChartValue value) => ChartWords.Value(value, spec.Decimals, spec.IsPercent, spec.Language);

    private static string Number(MapSpec spec, long value, int decimals) => ChartWords.Number(value, decimals, spec.IsPercent, spec.Language);

    /// <summary>As few decimals as all limits need.</summary>
    private static int Decimals(MapSpec spec, MapClasses classes)
    {
        var decimals = spec.Decimals;
        while (decimals > 0 && classes.Limits.All(l => l % Rounding.Scale(spec.Decimals - decimals + 1) == 0))
        {
            decimals--;
        }

        return decimals;
    }

    private static void AddRange(StringBuilder text, MapSpec spec, MapPlace[] known)
    {
        if (known.Length == 0)
        {
            return;
        }

        if (known[0].Value!.Value == known[^1].Value!.Value)
        {
            text.Append(' ').Append(known.Length == 1 ? Place(spec, known[0]) : ChartWords.Of(spec.Language, "Alle Werte gleich: ", "Wszystkie wartości równe: ", "All values equal: ") + Value(spec, known[0].Value!)).Append('.');
            return;
        }

        var named = Math.Min(Named, known.Length / 2);
        text.Append(ChartWords.Of(spec.Language, " Am höchsten: ", " Najwyższe wartości: ", " Highest: ")).AppendJoin("; ", known.Take(named).Select(p => Place(spec, p))).Append('.');
        text.Append(ChartWords.Of(spec.Language, " Am niedrigsten: ", " Najniższe wartości: ", " Lowest: ")).AppendJoin("; ", known.TakeLast(named).Reverse().Select(p => Place(spec, p))).Append('.');
    }

    private static void AddMissing(StringBuilder text, MapSpec spec, IReadOnlyList<MapPlace> places)
    {
        foreach (var reason in places.Where(p => p.Value is not { IsDrawn: true }).GroupBy(p => ChartWords.Absent(p.Value ?? ChartValue.Unknown, spec.Language)))
        {
            text.Append(' ').Append(PlaceWords.Places(reason.Count(), spec.Language)).Append(": ").Append(reason.Key).Append('.');
        }
    }
}
