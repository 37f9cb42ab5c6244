namespace Lagebild.Tests.Import.History;

/// <summary>What a delivery says wrongly: the span it delivers, and the values it says instead of the true ones.</summary>
internal sealed record SeededFault(SampleTable Table, (int From, int To) Span, IReadOnlyDictionary<Cell, long> Instead)
{
    /// <summary>Whether any of the false values is asked about.</summary>
    public bool IsQuestioned(Known known) => Table.Ask(Span, known, Instead).Keys.Any(Instead.ContainsKey);
}

/// <summary>A kind of fault, and how it is made from a true value; null where it would change nothing, or can't be made there.</summary>
internal sealed record FaultKind(string Name, Func<Cell, Random, SeededFault?> Make)
{
    private static readonly (string Name, Func<long, long> Of)[] _factors =
    [
        ("× 10", v => v * 10), ("× 100", v => v * 100), ("× 1000", v => v * 1000),
        ("÷ 10", v => Divided(v, 10)), ("÷ 100", v => Divided(v, 100)), ("÷ 1000", v => Divided(v, 1000)),
    ];

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        new("factor", (cell, random) => Value(cell, Picked(_factors.Select(f => f.Of(cell.Value.Value)).Where(v => v != cell.Value.Value), random))),
        .. _factors.Select(f => new FaultKind($"factor, {f.Name} alone", (cell, _) => Value(cell, f.Of(cell.Value.Value)))),
        new("sign", (cell, _) => Value(cell, -cell.Value.Value)),
        new("copied period", Copied),
        new("copied period, one row alone", (cell, _) => CopiedRow(cell)),
        new("swapped regions", Swapped),
        new("digit swap of more than 25 %", (cell, random) => Value(cell, Picked(DigitSwaps(cell.Value.Value), random))),
        new("sudden zero", (cell, _) => Value(cell, 0)),
    ];

    public override string ToString() => Name;

    /// <summary>A division that leaves no whole number is refused in reading, so it is no fault for this check.</summary>
    private static long Divided(long value, long by) => value % by == 0 ? value / by : value;

    private static SeededFault? Value(Cell cell, long? instead) => instead is { } value && value != cell.Value.Value
        ? new(SampleTable.Of(cell.Series), cell.Period, new Dictionary<Cell, long> { [cell] = value })
        : null;

    private static long? Picked(IEnumerable<long> values, Random random) => values.ToArray() is { Length: > 0 } all ? all[random.Next(all.Length)] : null;

    private static IEnumerable<long> DigitSwaps(long value)
    {
        for (var power = 1L; value / power >= 10; power *= 10)
        {
            var (low, high) = (value / power % 10, value / power / 10 % 10);
            var other = value - (high * 10 * power) - (low * power) + (low * 10 * power) + (high * power);
            if (Math.Abs(other - value) > 0.25 * value)
            {
                yield return other;
            }
        }
    }

    /// <summary>Every row of the region repeats the period before; of daily values, a month repeats the month before.</summary>
    private static SeededFault? Copied(Cell cell, Random random)
    {
        var table = SampleTable.Of(cell.Series);
        var span = cell.Series.IsShort ? cell.Month : cell.Period;
        var rows = table.Cells(span).Where(c => c.Series.Key.Region == cell.Series.Key.Region).Select(c => (Cell: c, Before: Before(c))).Where(r => r.Before is not null);
        var instead = rows.ToDictionary(r => r.Cell, r => r.Before!.Value);
        return instead.Any(i => i.Value != i.Key.Value.Value) ? new(table, span, instead) : null;
    }

    private static SeededFault? CopiedRow(Cell cell) => cell.Series.IsShort ? null : Value(cell, Before(cell));

    private static long? Before(Cell cell)
    {
        if (!cell.Series.IsShort)
        {
            return cell.At > 0 ? cell.Series.Values[cell.At - 1].Value : null;
        }

        var before = Array.FindIndex(cell.Series.Values, v => v.PeriodEnd == cell.Value.PeriodEnd - 100);
        return before < 0 ? null : cell.Series.Values[before].Value;
    }

    /// <summary>The same row of two regions.</summary>
    private static SeededFault? Swapped(Cell cell, Random random)
    {
        var table = SampleTable.Of(cell.Series);
        var others = table.Series.Where(s => s.Key.Region != cell.Series.Key.Region && s.Key.Breakdown == cell.Series.Key.Breakdown)
            .Select(s => table.Same(cell, s)).OfType<Cell>().Where(c => c.Value.Value != cell.Value.Value).ToArray();
        return others.Length == 0 ? null : SwappedWith(table, cell, others[random.Next(others.Length)]);
    }

    private static SeededFault SwappedWith(SampleTable table, Cell one, Cell other) =>
        new(table, one.Period, new Dictionary<Cell, long> { [one] = other.Value.Value, [other] = one.Value.Value });
}
