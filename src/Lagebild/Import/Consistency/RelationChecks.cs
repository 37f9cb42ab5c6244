using System.Globalization;
using System.Runtime.InteropServices;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import.Consistency;

/// <summary>Goes through the values of a file once; a relation is decided and forgotten as soon as the last of its series is over.</summary>
internal sealed class RelationChecks
{
    private readonly ILookup<int, Cells> _bySeries;
    private readonly ILookup<int, Cells> _byLast;
    private readonly string[] _headings;

    private RelationChecks(CheckedFile file, IReadOnlyList<Relation> relations)
    {
        var cells = relations.Select(r => new Cells(r)).ToArray();
        _bySeries = cells.SelectMany(c => c.Series.Select(s => (Series: s, Cells: c))).ToLookup(p => p.Series, p => p.Cells);
        _byLast = cells.ToLookup(c => c.Relation.Last);
        _headings = [.. file.Fields.Select(f => f[(f.IndexOf(' ', StringComparison.Ordinal) + 1)..])];
    }

    public static IEnumerable<Finding> Of(CheckedFile file, IReadOnlyList<Relation> relations) => new RelationChecks(file, relations).Of(file);

    private IEnumerable<Finding> Of(CheckedFile file)
    {
        var (at, cells) = (0, _bySeries[0].ToArray());
        foreach (var block in file.Values())
        {
            for (var i = 0; i < block.Length; i++)
            {
                var series = block.Span[i].Series;
                for (; at < series; at++)
                {
                    foreach (var finding in _byLast[at].SelectMany(Findings))
                    {
                        yield return finding;
                    }

                    cells = at + 1 == series ? [.. _bySeries[series]] : cells;
                }

                foreach (var cell in cells)
                {
                    cell.See(block.Span[i]);
                }
            }
        }

        foreach (var finding in Enumerable.Range(at, Math.Max(0, file.Series.Count - at)).SelectMany(s => _byLast[s]).SelectMany(Findings))
        {
            yield return finding;
        }
    }

    private Finding[] Findings(Cells cells)
    {
        Finding[] findings = [.. cells.Broken().Select(c => Finding(cells.Relation, c))];
        cells.Clear();
        return findings;
    }

    private Finding Finding(Relation relation, Cell cell)
    {
        var (sum, whole) = (ScaledNumber.Text(cell.Sum, relation.Decimals), ScaledNumber.Text(cell.Whole, relation.Decimals));
        var isAtPart = relation.Parts.Count == 1;
        return new()
        {
            Line = isAtPart ? cell.PartLine : cell.WholeLine,
            Field = _headings[isAtPart ? cell.PartField : cell.WholeField],
            Severity = relation.Severity,
            Reason = relation.Reason,
            Found = relation.Reason == Reason.MoreThanPlaces ? $"{sum}/{whole}" : isAtPart ? sum : whole,
            Expected = relation.Reason == Reason.MoreThanPlaces ? Percent(cell) : isAtPart ? whole : sum,
        };
    }

    private static string Percent(Cell cell) => cell.Whole == 0 ? "∞" : Math.Round(100m * cell.Sum / cell.Whole).ToString(CultureInfo.InvariantCulture);

    /// <summary>What was seen of a relation, by period.</summary>
    private sealed class Cells(Relation relation)
    {
        private readonly Dictionary<(int Start, int End), Cell> _cells = [];

        public Relation Relation => relation;

        public IEnumerable<int> Series => relation.Whole is { } whole ? relation.Parts.Append(whole) : relation.Parts;

        public void See(in CheckedValue value)
        {
            if (!value.HasValue || value.PeriodEnd < relation.From)
            {
                return;
            }

            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(_cells, (value.PeriodStart, value.PeriodEnd), out _);
            cell = value.Series == relation.Whole
                ? cell with { HasWhole = true, Whole = value.Value, WholeLine = value.Line, WholeField = value.Field }
                : cell with { Parts = cell.Parts + 1, Sum = cell.Sum + value.Value, PartLine = value.Line, PartField = value.Field };
        }

        public IEnumerable<Cell> Broken() =>
            _cells.Values.Select(c => relation.Whole is null ? c with { HasWhole = true, Whole = relation.Limit } : c)
                .Where(c => c.HasWhole && (c.Parts == relation.Parts.Count || !relation.AreAll) && c.Parts > 0 && relation.IsBroken(c.Whole, c.Sum));

        public void Clear() => _cells.Clear();
    }

    private readonly record struct Cell(int Parts, long Sum, int PartLine, int PartField, bool HasWhole, long Whole, int WholeLine, int WholeField);
}
