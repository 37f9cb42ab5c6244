namespace Lagebild.Storage;

/// <summary>A row of <c>stated_range</c>: every value current at a delivery's release between two keys, both included, is stated by that delivery.</summary>
internal sealed record StatedRange
{
    public long Delivery { get; init; }

    public long FirstSeries { get; init; }

    public int FirstStart { get; init; }

    public int FirstEnd { get; init; }

    public long LastSeries { get; init; }

    public int LastStart { get; init; }

    public int LastEnd { get; init; }
}

/// <summary>Collects the ranges of a delivery: as few as what it leaves out allows.</summary>
internal sealed class StatedRanges
{
    private readonly List<StatedRange> _ended = [];
    private (long Series, int Start, int End)? _first;
    private (long Series, int Start, int End) _last;

    /// <summary>The delivery states a key; keys of one series come in order.</summary>
    public void State(long series, int start, int end)
    {
        if (_first is not null && series - _last.Series is not (0 or 1))
        {
            Interrupt();
        }

        _first ??= (series, start, end);
        _last = (series, start, end);
    }

    /// <summary>A current value after the keys stated so far is not stated.</summary>
    public void Interrupt()
    {
        if (_first is { } first)
        {
            _ended.Add(new()
            {
                FirstSeries = first.Series,
                FirstStart = first.Start,
                FirstEnd = first.End,
                LastSeries = _last.Series,
                LastStart = _last.Start,
                LastEnd = _last.End,
            });
            _first = null;
        }
    }

    /// <summary>In the order stated; nothing may be stated after.</summary>
    public IReadOnlyList<StatedRange> All()
    {
        Interrupt();
        return _ended;
    }
}
