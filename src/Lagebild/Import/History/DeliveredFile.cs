using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>The series of a file that was read, one after the other.</summary>
internal static class DeliveredFile
{
    public static IEnumerable<DeliveredSeries> Series(CheckedFile file, Catalogue.Catalogue catalogue, Func<SeriesKey, IReadOnlyList<KnownValue>> released)
    {
        var headings = file.Fields.Select(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..]).ToArray();
        var (values, at) = (new List<DeliveredValue>(), -1);
        foreach (var block in file.Values())
        {
            for (var i = 0; i < block.Length; i++)
            {
                var value = block.Span[i];
                if (value.Series != at && at >= 0)
                {
                    yield return Of(file.Series[at], catalogue, released, values);
                    values = [];
                }

                at = value.Series;
                if (value.HasValue)
                {
                    values.Add(new(value.PeriodStart, value.PeriodEnd, value.Value) { Line = value.Line, Field = headings[value.Field] });
                }
            }
        }

        if (at >= 0)
        {
            yield return Of(file.Series[at], catalogue, released, values);
        }
    }

    private static DeliveredSeries Of(SeriesKey key, Catalogue.Catalogue catalogue, Func<SeriesKey, IReadOnlyList<KnownValue>> released, List<DeliveredValue> values)
    {
        var variant = catalogue.Variant(key.Variant)!;
        return new()
        {
            Key = key,
            Variant = variant,
            Percent = catalogue.Unit(variant.Unit)?.Percent == true,
            Breaks = [.. catalogue.Breaks.Where(b => Cuts(b, key, catalogue)).Select(b => b.Day).Order()],
            Released = released(key),
            Delivered = values,
        };
    }

    private static bool Cuts(Break cut, SeriesKey key, Catalogue.Catalogue catalogue) =>
        (cut.Variants.Count > 0 ? cut.Variants.Contains(key.Variant) : cut.Indicator == key.Indicator)
        && (cut.Regions.Count == 0 || cut.Regions.Any(r => catalogue.IsWithin(key.Region, r)));
}
