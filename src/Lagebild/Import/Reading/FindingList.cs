using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Counts every finding and keeps the gravest (a thousand, unless told), of the same severity the first by line, then by the order they came in.</summary>
internal sealed class FindingList(int most = FindingList.Kept)
{
    public const int Kept = 1000;

    private const int _longest = 80;

    private readonly Dictionary<(Reason Reason, Severity Severity), long> _counts = [];
    private readonly PriorityQueue<Finding, (int Mildness, int Line, long Number)> _leastFirst = new(Comparer<(int, int, long)>.Create((a, b) => b.CompareTo(a)));
    private long _number;

    /// <summary>Goes on where another list ended.</summary>
    public FindingList(IReadOnlyDictionary<(Reason Reason, Severity Severity), long> counts, IReadOnlyList<Finding> kept, int most)
        : this(most)
    {
        _counts = new(counts);
        foreach (var finding in kept)
        {
            _leastFirst.Enqueue(finding, Place(finding.Severity, finding.Line));
            _number++;
        }
    }

    /// <summary>How many are kept.</summary>
    public int Most => most;

    public IReadOnlyDictionary<(Reason Reason, Severity Severity), long> Counts => _counts;

    public void Add(int line, string field, Fault fault, ReadOnlySpan<byte> found) =>
        Add(line, field, fault, WouldKeep(Place(fault.Severity, line)) ? Cut(found) : "");

    public void Add(int line, string field, Fault fault, string found) => Add(new Finding
    {
        Line = line,
        Field = field,
        Severity = fault.Severity,
        Reason = fault.Reason,
        Found = Cut(found),
        Expected = fault.Expected,
    });

    public void Add(Finding finding)
    {
        var (key, place) = ((finding.Reason, finding.Severity), Place(finding.Severity, finding.Line));
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        _number++;
        if (_leastFirst.Count < most)
        {
            _leastFirst.Enqueue(finding, place);
        }
        else if (WouldKeep(place))
        {
            _leastFirst.DequeueEnqueue(finding, place);
        }
    }

    /// <summary>By line.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        var items = _leastFirst.UnorderedItems.ToArray();
        return [.. items.OrderBy(i => i.Priority.Line).ThenBy(i => i.Priority.Number).Select(i => i.Element)];
    }

    private (int Mildness, int Line, long Number) Place(Severity severity, int line) => (-(int)severity, line, _number);

    private bool WouldKeep((int, int, long) place) => _leastFirst.Count < most || (_leastFirst.TryPeek(out _, out var least) && place.CompareTo(least) < 0);

    private static string Cut(ReadOnlySpan<byte> text) => Cut(Encoding.UTF8.GetString(text[..Math.Min(text.Length, _longest * 4)]));

    private static string Cut(string text) => text.Length <= _longest ? text : text[..(char.IsHighSurrogate(text[_longest - 1]) ? _longest - 1 : _longest)];
}

/// <summary>What can be wrong with a cell, whatever line it stands in.</summary>
internal sealed record Fault(Reason Reason, Severity Severity = Severity.Error, string Expected = "");
