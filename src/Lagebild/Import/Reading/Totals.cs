using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Variant, region, breakdown and period of a value, as numbers of the vocabulary; -1 for the one a rule's column gives.</summary>
internal readonly record struct TotalKey(int Variant, int Region, int Breakdown, int Period);

/// <summary>The totals a file carries beside their parts: checked, never added.</summary>
internal sealed class Totals
{
    private readonly Vocabulary _vocabulary;
    private readonly TotalRule[] _rules;

    public Totals(Profile profile, Header header, Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _rules = [.. profile.Totals.Select(t => new TotalRule(t, profile.Ordinal, header, vocabulary))];
    }

    public bool IsEmpty => _rules.Length == 0;

    /// <summary>Whether the current record is one.</summary>
    public bool IsTotal => _rules.Any(r => r.IsTotal);

    /// <summary>Looks at the cells that tell totals from parts.</summary>
    public void Begin(Records records)
    {
        foreach (var rule in _rules)
        {
            rule.Begin(records);
        }
    }

    /// <summary>Remembers a value; false where it is a total that is not kept.</summary>
    public bool See(in CheckedValue value, TotalKey key)
    {
        var keep = true;
        foreach (var rule in _rules)
        {
            keep &= rule.See(value, key, _vocabulary.Variants[key.Variant].Variant);
        }

        return keep;
    }

    public void Check(FindingList findings, IReadOnlyList<string> headings)
    {
        foreach (var rule in _rules)
        {
            rule.Check(findings, headings);
        }
    }
}

/// <summary>One rule of <see cref="Profile.Totals"/> over one file.</summary>
internal sealed class TotalRule
{
    private readonly ProfileTotal _rule;
    private readonly Vocabulary _vocabulary;
    private readonly Regex _total;
    private readonly int _position;
    private readonly ProfileColumn? _column;
    private readonly PhraseTable _texts = new();
    private readonly List<Match> _matches = [];
    private readonly List<string> _collapsed = [];
    private readonly string? _ordinal;
    private readonly Dictionary<int, Regex> _parts = [];
    private readonly Dictionary<TotalKey, List<Cell>> _groups = [];
    private int _text;

    public TotalRule(ProfileTotal rule, string? ordinal, Header header, Vocabulary vocabulary)
    {
        (_rule, _ordinal, _vocabulary, _total) = (rule, ordinal, vocabulary, WholeText.Pattern(rule.Total));
        _position = header.PositionOf(rule.Column);
        _column = header.EntryAt(_position);
    }

    /// <summary>Whether the current record is a total of this rule.</summary>
    public bool IsTotal => _position >= 0 && _matches[_text].Success;

    public void Begin(Records records)
    {
        if (_position < 0)
        {
            return;
        }

        _text = _texts.NumberOf(records[_position]);
        if (_text == _matches.Count)
        {
            _collapsed.Add(WholeText.Collapsed(_texts.Text(_text)));
            _matches.Add(_total.Match(_collapsed[_text]));
        }
    }

    public bool See(in CheckedValue value, TotalKey key, Variant variant)
    {
        if (_position < 0 || (_rule.Of.Count > 0 && !_rule.Of.Contains(variant.Code)))
        {
            return true;
        }

        var group = Group(key);
        if (!_groups.TryGetValue(group, out var cells))
        {
            _groups.Add(group, cells = []);
        }

        cells.Add(new Cell(_text, value.HasValue ? value.Value : null, value.Line, value.Field, key.Period));
        return !_rule.Drop || !_matches[_text].Success;
    }

    public void Check(FindingList findings, IReadOnlyList<string> headings)
    {
        foreach (var (key, cells) in _groups)
        {
            var decimals = _vocabulary.Variants[key.Variant].Variant.Decimals;
            for (var at = 0; at < cells.Count; at++)
            {
                if (_matches[cells[at].Text].Success && cells[at].Value is { } value && Wrong(cells[at], PartsOf(cells, at), decimals) is { } fault)
                {
                    findings.Add(cells[at].Line, headings[cells[at].Field], fault, ScaledNumber.Text(value, decimals));
                }
            }
        }
    }

    private Cell[] PartsOf(List<Cell> cells, int at) => _rule.Parts == ProfileTotal.Above
        ? [.. cells.Take(at).Reverse().TakeWhile(c => !_matches[c.Text].Success)]
        : [.. cells.Where(c => c.Text != cells[at].Text && IsPart(cells[at].Text, c.Text))];

    private TotalKey Group(TotalKey key) => Grouped(_ordinal is null ? key : key with { Breakdown = _vocabulary.Breakdowns.Without(key.Breakdown, _ordinal) });

    private TotalKey Grouped(TotalKey key) => _column?.Role switch
    {
        null or ColumnRole.Ignore or ColumnRole.Region => key with { Region = -1 },
        ColumnRole.Period or ColumnRole.PeriodStart or ColumnRole.PeriodEnd => key with { Period = -1 },
        ColumnRole.Dimension => key with { Breakdown = _vocabulary.Breakdowns.Without(key.Breakdown, _column.Dimension!) },
        _ => key,
    };

    private Fault? Wrong(Cell total, Cell[] parts, int decimals)
    {
        if (parts.Length == 0 && _rule.Count is null)
        {
            return null;
        }

        if (!AllThere(total, parts))
        {
            return new Fault(Reason.TotalNotChecked, Severity.Notice, parts.Length.ToString(CultureInfo.InvariantCulture));
        }

        var sum = parts.Sum(p => p.Value!.Value);
        var tolerance = Math.Max(_rule.Tolerance * (decimal)Math.Pow(10, decimals), Math.Abs(total.Value!.Value) * _rule.TolerancePercent / 100);
        return Math.Abs(sum - total.Value!.Value) > tolerance ? new Fault(Reason.TotalDiffers, Expected: ScaledNumber.Text(sum, decimals)) : null;
    }

    private bool AllThere(Cell total, Cell[] parts) =>
        parts.All(p => p.Value is not null)
        && (_rule.Count is { } count ? parts.Length == count : _column?.Role != ColumnRole.Period || parts.Sum(p => Days(p.Period)) == Days(total.Period));

    private int Days(int period)
    {
        var days = _vocabulary.Periods[period];
        return DayNumber.ToDay(days.End).DayNumber - DayNumber.ToDay(days.Start).DayNumber + 1;
    }

    private bool IsPart(int total, int part)
    {
        if (!_parts.TryGetValue(total, out var pattern))
        {
            pattern = WholeText.Whole(Filled(_rule.Parts, _matches[total]));
            _parts.Add(total, pattern);
        }

        return !_matches[part].Success && pattern.IsMatch(_collapsed[part]);
    }

    /// <summary><c>{1}</c> by the total's first group.</summary>
    private static string Filled(string parts, Match total)
    {
        for (var group = 1; group < total.Groups.Count; group++)
        {
            parts = parts.Replace($"{{{group}}}", Regex.Escape(total.Groups[group].Value), StringComparison.Ordinal);
        }

        return parts;
    }

    private readonly record struct Cell(int Text, long? Value, int Line, int Field, int Period);
}
