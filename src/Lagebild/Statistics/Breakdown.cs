namespace Lagebild.Statistics;

/// <summary>
/// Values for dimensions (<c>age=Y_LT18;sex=F</c>). A dimension left out means total; the total of all is the empty key.
/// </summary>
public sealed record Breakdown
{
    private Breakdown(string key, IReadOnlyList<KeyValuePair<string, string>> parts)
    {
        Key = key;
        Parts = parts;
    }

    /// <summary>Total over every dimension.</summary>
    public static Breakdown Total { get; } = new("", []);

    /// <summary>Dimensions in alphabetical (ordinal) order, totals left out: a new dimension changes no old key.</summary>
    public string Key { get; }

    /// <summary>Dimension and code, in the order of <see cref="Key"/>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parts { get; }

    /// <summary>The code of a dimension; null where it is left out, so total.</summary>
    public string? this[string dimension] => Parts.FirstOrDefault(p => p.Key == dimension).Value;

    /// <summary>From parts in any order. A dimension twice throws: the caller checks what a file says.</summary>
    public static Breakdown Of(IEnumerable<KeyValuePair<string, string>> parts)
    {
        var sorted = parts.OrderBy(p => p.Key, StringComparer.Ordinal).ToArray();
        if (sorted.Zip(sorted.Skip(1)).Any(pair => pair.First.Key == pair.Second.Key))
        {
            throw new ArgumentException("A dimension stands twice.", nameof(parts));
        }

        return sorted.Length == 0 ? Total : new(string.Join(';', sorted.Select(p => $"{p.Key}={p.Value}")), sorted);
    }

    /// <summary>Null where the text is no key: an empty part, no equals sign, a dimension twice or out of order.</summary>
    public static Breakdown? Parse(string key)
    {
        if (key.Length == 0)
        {
            return Total;
        }

        var parts = new List<KeyValuePair<string, string>>();
        foreach (var part in key.Split(';'))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == part.Length - 1 || (parts.Count > 0 && string.CompareOrdinal(parts[^1].Key, part[..at]) >= 0))
            {
                return null;
            }

            parts.Add(new(part[..at], part[(at + 1)..]));
        }

        return new(key, parts);
    }

    /// <inheritdoc/>
    public bool Equals(Breakdown? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Key;
}
