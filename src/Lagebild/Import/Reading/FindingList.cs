using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Counts every finding and keeps the first thousand by line, then by the order they came in.</summary>
internal sealed class FindingList
{
    public const int Kept = 1000;

    private const int _longest = 80;

    private readonly Dictionary<(Reason Reason, Severity Severity), long> _counts = [];
    private readonly PriorityQueue<Finding, (int Line, long Number)> _lastFirst = new(Comparer<(int, long)>.Create((a, b) => b.CompareTo(a)));
    private long _number;

    public IReadOnlyDictionary<(Reason Reason, Severity Severity), long> Counts => _counts;

    public void Add(int line, string field, Fault fault, ReadOnlySpan<byte> found) => Add(line, field, fault, WouldKeep(line) ? Cut(found) : "");

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
        var key = (finding.Reason, finding.Severity);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        if (_lastFirst.Count < Kept)
        {
            _lastFirst.Enqueue(finding, (finding.Line, _number++));
        }
        else if (WouldKeep(finding.Line))
        {
            _lastFirst.DequeueEnqueue(finding, (finding.Line, _number++));
        }
    }

    /// <summary>By line.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        var items = _lastFirst.UnorderedItems.ToArray();
        return [.. items.OrderBy(i => i.Priority.Line).ThenBy(i => i.Priority.Number).Select(i => i.Element)];
    }

    private bool WouldKeep(int line) => _lastFirst.Count < Kept || (_lastFirst.TryPeek(out _, out var last) && line < last.Line);

    private static string Cut(ReadOnlySpan<byte> text) => Cut(Encoding.UTF8.GetString(text[..Math.Min(text.Length, _longest * 4)]));

    private static string Cut(string text) => text.Length <= _longest ? text : text[..(char.IsHighSurrogate(text[_longest - 1]) ? _longest - 1 : _longest)];
}

/// <summary>What can be wrong with a cell, whatever line it stands in.</summary>
internal sealed record Fault(Reason Reason, Severity Severity = Severity.Error, string Expected = "");
