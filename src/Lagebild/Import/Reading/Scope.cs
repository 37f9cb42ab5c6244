namespace Lagebild.Import.Reading;

/// <summary>Which records of a file count.</summary>
internal sealed class Scope
{
    private readonly (int Position, CellMemo Within)[] _rules;

    /// <summary>Throws <see cref="FormatException"/> where a pattern is none; a column that the file lacks is a finding of its header.</summary>
    public Scope(Profile profile, Header header) =>
        _rules = [.. profile.Scope.Select(s => (header.PositionOf(s.Column), Memo(s))).Where(r => r.Item1 >= 0)];

    public bool Holds(Records records)
    {
        foreach (var (position, within) in _rules)
        {
            if (within.Of(records[position]).Number == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static CellMemo Memo(ProfileScope rule)
    {
        var pattern = WholeText.Pattern(rule.Within);
        return new CellMemo(text => new Meaning(pattern.IsMatch(WholeText.Collapsed(text)) ? 1 : 0));
    }
}
