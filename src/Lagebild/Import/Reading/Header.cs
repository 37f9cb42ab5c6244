using System.Globalization;
using System.Text.RegularExpressions;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>A file's header matched with the profile's columns: each column takes the first entry its heading fits.</summary>
internal sealed class Header
{
    /// <summary>The column with our own findings, in a file that was returned and came again: passed over.</summary>
    private static readonly (Regex? Pattern, ProfileColumn Entry) _findingsColumn =
        (WholeText.Pattern($"(.* \\| )?({string.Join('|', FindingText.Languages.Select(FindingText.Column))})(: .*)?"), new() { Match = "", Role = ColumnRole.Ignore });

    private readonly Profile _profile;
    private readonly Vocabulary _vocabulary;
    private readonly FindingList _findings;
    private readonly int _line;
    private readonly Func<int, string, string> _nameField;
    private readonly (Regex? Pattern, ProfileColumn Entry)[] _entries;
    private readonly Dictionary<ProfileColumn, int> _met = [];
    private readonly HashSet<string> _takenRoles = [];
    private readonly List<string> _dimensions = [];
    private readonly List<CellReader> _cells = [];
    private readonly List<ValueColumn> _values = [];
    private readonly List<string> _fields = [];

    private Header(IReadOnlyList<string> headings, int line, Func<int, string, string> nameField, Profile profile, Vocabulary vocabulary, FindingList findings)
    {
        (_profile, _vocabulary, _findings, _line, _nameField) = (profile, vocabulary, findings, line, nameField);
        Headings = headings;
        _entries = [_findingsColumn, .. profile.Columns.Select(c => (c.Match.StartsWith('#') ? null : WholeText.Pattern(c.Match), c))];
        _dimensions.AddRange(profile.Columns.Where(c => c.Dimension is not null).Select(c => c.Dimension!).Distinct());
    }

    public IReadOnlyList<string> Headings { get; }

    public IReadOnlyList<CellReader> Cells => _cells;

    public IReadOnlyList<ValueColumn> Values => _values;

    /// <summary>Position from 1 and heading of each value column.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>Headings alone, in the order of <see cref="Fields"/>.</summary>
    public IReadOnlyList<string> FieldHeadings => [.. _values.Select(v => v.Heading)];

    public IReadOnlyList<string> Dimensions => _dimensions;

    /// <summary>False where a column is missing that rows can't be read without.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Of collapsed headings; <paramref name="nameField"/> names a column by position and heading.</summary>
    public static Header Of(IReadOnlyList<string> headings, int line, Func<int, string, string> nameField, Profile profile, Vocabulary vocabulary, FindingList findings)
    {
        var header = new Header(headings, line, nameField, profile, vocabulary, findings);
        for (var position = 0; position < header.Headings.Count; position++)
        {
            header.Take(position, header.Headings[position]);
        }

        header.ReportMissing();
        return header;
    }

    /// <summary>The heading of the first column an entry took; empty for none.</summary>
    public string HeadingOf(ProfileColumn entry) => _met.TryGetValue(entry, out var position) ? Headings[position] : "";

    /// <summary>Where the column of a heading, or <c>#3</c>, stands; -1 for nowhere.</summary>
    public int PositionOf(string column)
    {
        var heading = WholeText.Collapsed(column);
        var numbered = column.StartsWith('#') && int.TryParse(column.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - 1 : -1;
        return numbered >= 0 ? (numbered < Headings.Count ? numbered : -1) : Headings.ToList().IndexOf(heading);
    }

    /// <summary>The entry the column at a position took; null for none.</summary>
    public ProfileColumn? EntryAt(int position) => position < 0 ? null : EntryFor(position, Headings[position]).Entry;

    /// <summary>Heading and meaning of each column.</summary>
    public IReadOnlyList<(string Column, string Understood)> Understood() =>
        [.. Headings.Select((heading, position) => (heading.Length > 0 ? heading : $"#{position + 1}", Understood(position)))];

    /// <summary>The same, to be put into words.</summary>
    public IReadOnlyList<UnderstoodColumn> Columns() => [.. Headings.Select((_, position) => ColumnAt(position))];

    private UnderstoodColumn ColumnAt(int position)
    {
        var (entry, value) = (EntryAt(position), _values.FirstOrDefault(v => v.Position == position));
        return new()
        {
            Heading = Headings[position],
            Role = entry?.Role,
            Dimension = entry?.Dimension,
            Variant = value is { Variant: >= 0 } ? _vocabulary.Variants[value.Variant].Variant.Code : null,
            Indicator = value is { Variant: >= 0 } ? _vocabulary.Variants[value.Variant].Indicator.Code : value is { Indicator: >= 0 } ? _vocabulary.IndicatorCode(value.Indicator) : null,
            Period = value is { Period: >= 0 } ? PeriodOf(_vocabulary.Periods[value.Period]) : null,
            Breakdown = value is { Breakdown: > 0 } ? _vocabulary.Breakdowns[value.Breakdown].Key : "",
            Factor = value?.Factor ?? 1,
        };
    }

    private static Period PeriodOf(ReadPeriod period) => new(DayNumber.ToDay(period.Start), DayNumber.ToDay(period.End), period.Frequency);

    private string Understood(int position)
    {
        var (entry, value) = (EntryAt(position), _values.FirstOrDefault(v => v.Position == position));
        var role = entry is null ? "-" : entry.Dimension is { } dimension ? $"dim:{dimension}" : System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(entry.Role.ToString());
        string[] more = value is null ? [] :
        [
            value.Variant >= 0 ? _vocabulary.Variants[value.Variant].Variant.Code : value.Indicator >= 0 ? _vocabulary.IndicatorCode(value.Indicator) : "",
            value.Period >= 0 ? WrittenPeriod.Of(_vocabulary.Periods[value.Period]) : "",
            value.Breakdown > 0 ? _vocabulary.Breakdowns[value.Breakdown].Key : "",
            value.Factor != 1 ? FormattableString.Invariant($"× {value.Factor}") : "",
        ];
        return string.Join(' ', more.Where(m => m.Length > 0).Prepend(role));
    }

    private void Take(int position, string heading)
    {
        var (entry, match) = EntryFor(position, heading);
        if (entry is null)
        {
            TakeUnknown(position, heading);
        }
        else if (IsTaken(entry, heading))
        {
            Report(Reason.ColumnTwice, heading);
        }
        else
        {
            _met.TryAdd(entry, position);
            Bind(position, heading, entry, match);
        }
    }

    private (ProfileColumn? Entry, Match? Match) EntryFor(int position, string heading)
    {
        foreach (var (pattern, entry) in _entries)
        {
            var match = pattern?.Match(heading);
            if (match?.Success ?? entry.Match == $"#{position + 1}")
            {
                return (entry, match);
            }
        }

        return (null, null);
    }

    private void TakeUnknown(int position, string heading)
    {
        if (heading.Length == 0)
        {
            _cells.Add(new GuardCell(position, "", [""]));
        }
        else
        {
            Report(Reason.UnknownColumn, heading);
        }
    }

    /// <summary>A role may stand once; values once under each heading.</summary>
    private bool IsTaken(ProfileColumn entry, string heading) => entry.Role switch
    {
        ColumnRole.Guard or ColumnRole.Ignore => false,
        ColumnRole.Value => !_takenRoles.Add($"value {heading}"),
        _ => !_takenRoles.Add($"{entry.Role} {entry.Dimension}"),
    };

    private void Bind(int position, string heading, ProfileColumn entry, Match? match)
    {
        switch (entry.Role)
        {
            case ColumnRole.Ignore:
                break;
            case ColumnRole.Value:
                BindValue(position, heading, entry, match);
                break;
            case ColumnRole.Guard:
                _cells.Add(new GuardCell(position, heading, entry.Is));
                break;
            case ColumnRole.Source or ColumnRole.Note or ColumnRole.SourceFlag:
                _cells.Add(new PhraseCell(position, heading, SlotOf(entry), _vocabulary.Phrases));
                break;
            default:
                _cells.Add(new CodedCell(position, heading, SlotOf(entry), ReadingOf(entry)));
                break;
        }
    }

    public int SlotOf(ProfileColumn entry) => entry.Role switch
    {
        ColumnRole.Indicator => Slot.Indicator,
        ColumnRole.Variant => Slot.Variant,
        ColumnRole.Counted => Slot.Population,
        ColumnRole.Region => Slot.Region,
        ColumnRole.Breakdown => Slot.Breakdown,
        ColumnRole.Period => Slot.Period,
        ColumnRole.PeriodStart => Slot.Start,
        ColumnRole.PeriodEnd => Slot.End,
        ColumnRole.Frequency => Slot.Frequency,
        ColumnRole.Status => Slot.Status,
        ColumnRole.Confidentiality => Slot.Confidentiality,
        ColumnRole.Flag => Slot.Flag,
        ColumnRole.Source => Slot.Source,
        ColumnRole.SourceFlag => Slot.SourceFlag,
        ColumnRole.Note => Slot.Note,
        ColumnRole.Dimension => Slot.FirstDimension + _dimensions.IndexOf(entry.Dimension!),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.Role, "The role has no place in a row."),
    };

    private Func<string, Meaning> ReadingOf(ProfileColumn entry) => entry.Role switch
    {
        ColumnRole.Indicator => Optional(entry, _vocabulary.Indicator),
        ColumnRole.Variant => Optional(entry, _vocabulary.Variant),
        ColumnRole.Counted => Optional(entry, _vocabulary.Population),
        ColumnRole.Region => text => _vocabulary.Region(text, entry),
        ColumnRole.Breakdown => _vocabulary.Breakdown,
        ColumnRole.Period => _vocabulary.Period,
        ColumnRole.PeriodStart or ColumnRole.PeriodEnd => _vocabulary.Day,
        ColumnRole.Frequency => Optional(entry, _vocabulary.Frequency),
        ColumnRole.Status => _vocabulary.Status,
        ColumnRole.Confidentiality => _vocabulary.Confidentiality,
        ColumnRole.Flag => _vocabulary.Flag,
        _ => text => _vocabulary.Dimension(entry.Dimension!, text, entry.Scheme, entry.Prefix),
    };

    /// <summary>An empty cell of a column that may be missing is as if the column were.</summary>
    private static Func<string, Meaning> Optional(ProfileColumn entry, Func<string, Meaning> read) =>
        entry.Optional ? text => text.Length == 0 ? new Meaning(Row.Absent) : read(text) : read;

    private void BindValue(int position, string heading, ProfileColumn entry, Match? match)
    {
        var column = new ValueColumn
        {
            Position = position,
            Heading = heading,
            Field = _fields.Count,
            Variant = Usable(heading, Group(match, "variant") ?? entry.Variant ?? (entry.Indicator is null ? _profile.Constants.Variant : null), _vocabulary.Variant),
            Indicator = Usable(heading, Group(match, "indicator") ?? entry.Indicator ?? (entry.Variant is null ? _profile.Constants.Indicator : null), _vocabulary.Indicator),
            Period = Usable(heading, Group(match, "period"), _vocabulary.Period),
            Breakdown = BreakdownOf(heading, entry, match),
            Factor = entry.Factor * UnitOf(heading, match),
            Signs = entry.Status is null ? default : Signs.Of(ProfileText.Symbol(entry.Status)),
            Strip = entry.Strip is null ? null : WholeText.AtEnd(entry.Strip),
            EmptyIsAbsent = entry.EmptyIsAbsent,
        };
        _fields.Add(_nameField(position, heading));
        _values.Add(column);
    }

    private int BreakdownOf(string heading, ProfileColumn entry, Match? match)
    {
        var named = match is null ? [] : match.Groups.Values.Where(g => g.Success && !char.IsAsciiDigit(g.Name[0]) && g.Name is not ("variant" or "indicator" or "period" or "unit"));
        var parts = _profile.Constants.Dims.Concat(entry.Dims).Concat(named.Select(g => KeyValuePair.Create(g.Name, WholeText.Collapsed(g.Value))));
        var breakdown = Breakdowns.Total;
        foreach (var (dimension, text) in parts)
        {
            var part = Usable(heading, text, t => _vocabulary.Dimension(dimension, t));
            breakdown = part < 0 || breakdown < 0 ? Row.Unusable : _vocabulary.Breakdowns.With(breakdown, part);
        }

        return breakdown;
    }

    private decimal UnitOf(string heading, Match? match)
    {
        if (Group(match, "unit") is not { } unit)
        {
            return 1;
        }

        if (_profile.Units.TryGetValue(unit, out var factor))
        {
            return factor;
        }

        Report(Reason.UnknownUnit, heading, string.Join(", ", _profile.Units.Keys));
        IsWhole = false;
        return 1;
    }

    private int Usable(string heading, string? text, Func<string, Meaning> read)
    {
        if (text is null)
        {
            return Row.Absent;
        }

        var meaning = read(text);
        if (meaning.Fault is { } fault)
        {
            _findings.Add(_line, heading, fault, text);
        }

        return meaning.Number;
    }

    private static string? Group(Match? match, string name) => match?.Groups[name] is { Success: true } group ? WholeText.Collapsed(group.Value) : null;

    private void ReportMissing()
    {
        var entries = _profile.Columns.Where(c => !c.Optional && c.Role != ColumnRole.Ignore && !_met.ContainsKey(c)).Select(c => c.Match);
        var asked = _profile.Scope.Select(s => s.Column).Concat(_profile.Totals.Select(t => t.Column)).Where(c => PositionOf(c) < 0);
        foreach (var missing in entries.Concat(asked).Distinct())
        {
            _findings.Add(_line, "", new Fault(Reason.MissingColumn, Expected: missing), "");
            IsWhole = false;
        }
    }

    private void Report(Reason reason, string heading, string expected = "") => _findings.Add(_line, heading, new Fault(reason, Expected: expected), heading);
}
