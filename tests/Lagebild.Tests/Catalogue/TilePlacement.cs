namespace Lagebild.Tests.CatalogueTests;

/// <summary>A place on the plane in kilometres, x to the east, y to the south, and what it belongs to.</summary>
internal sealed record PlacedRegion(string Code, string Group, double X, double Y);

/// <summary>
/// How the tiles of the catalogue were placed. Each place gets one cell of a grid so that the cost is least: for each two neighbours the square of how far the step
/// from one tile to the other is from one step in the true direction, and for each region and for all together the length of their outline, so that they hold
/// together. Found by simulated annealing from a fixed seed, so that the same places always give the same tiles.
/// </summary>
internal sealed class TilePlacement
{
    private const int Rounds = 400_000;
    private const int Seeds = 6;
    private const double Hot = 6;
    private const double Cold = 0.02;
    private const double OutlineOfRegion = 0.6;
    private const double OutlineOfAll = 0.35;

    private readonly IReadOnlyList<PlacedRegion> _regions;
    private readonly (int Other, double X, double Y)[][] _neighbours;
    private readonly int[] _groups;
    private readonly int[,] _at;
    private readonly (int Column, int Row)[] _cells;
    private readonly double _holding;
    private readonly Random _random;

    private TilePlacement(IReadOnlyList<PlacedRegion> regions, IReadOnlyCollection<(string, string)> neighbours, int columns, int rows, double holding, int seed)
    {
        (_regions, _holding) = (regions, holding);
        _random = new(seed);
        var names = regions.Select(r => r.Group).Distinct().ToList();
        _groups = [.. regions.Select(r => names.IndexOf(r.Group))];
        _neighbours = [.. regions.Select(r => Steps(r, neighbours).ToArray())];
        _at = new int[columns + 2, rows + 2];
        _cells = new (int, int)[regions.Count];
        Start(columns, rows);
    }

    /// <summary>
    /// Column and row of each place, both from 0; the best of six seeds. <paramref name="holding"/> is how much the outlines count: 1 for land, near 0 around a sea.
    /// </summary>
    public static IReadOnlyDictionary<string, (int Column, int Row)> Of(
        IReadOnlyList<PlacedRegion> regions, IReadOnlyCollection<(string, string)> neighbours, int columns, int rows, double holding)
    {
        var best = Enumerable.Range(1, Seeds).Select(seed => new TilePlacement(regions, neighbours, columns, rows, holding, seed)).Select(p => (Cost: p.Anneal(), Placed: p)).MinBy(p => p.Cost).Placed;
        var (left, top) = (best._cells.Min(c => c.Column), best._cells.Min(c => c.Row));
        return regions.Select((r, i) => (r.Code, Cell: (best._cells[i].Column - left, best._cells[i].Row - top))).ToDictionary(r => r.Code, r => r.Cell);
    }

    /// <summary>One step in the true direction, the longer side one cell.</summary>
    private IEnumerable<(int, double, double)> Steps(PlacedRegion region, IReadOnlyCollection<(string From, string To)> neighbours)
    {
        foreach (var code in neighbours.Where(n => n.From == region.Code).Select(n => n.To).Concat(neighbours.Where(n => n.To == region.Code).Select(n => n.From)).Distinct())
        {
            var other = _regions.Select((r, i) => (r, i)).First(r => r.r.Code == code).i;
            var (x, y) = (_regions[other].X - region.X, _regions[other].Y - region.Y);
            var longer = Math.Max(Math.Abs(x), Math.Abs(y));
            yield return (other, x / longer, y / longer);
        }
    }

    /// <summary>By columns of equal number from west to east, within a column from north to south.</summary>
    private void Start(int columns, int rows)
    {
        for (var column = 0; column < columns + 2; column++)
        {
            for (var row = 0; row < rows + 2; row++)
            {
                _at[column, row] = -1;
            }
        }

        var byLongitude = Enumerable.Range(0, _regions.Count).OrderBy(i => _regions[i].X).ToArray();
        var perColumn = (_regions.Count + columns - 1) / columns;
        foreach (var (strip, column) in byLongitude.Chunk(perColumn).Select((s, c) => (s, c)))
        {
            foreach (var (place, row) in strip.OrderBy(i => _regions[i].Y).Select((p, r) => (p, r)))
            {
                Put(place, (column + 1, row + 1));
            }
        }
    }

    private void Put(int place, (int Column, int Row) cell)
    {
        _cells[place] = cell;
        _at[cell.Column, cell.Row] = place;
    }

    private double Anneal()
    {
        var (columns, rows) = (_at.GetLength(0) - 2, _at.GetLength(1) - 2);
        for (var round = 0; round < Rounds; round++)
        {
            var heat = Hot * Math.Pow(Cold / Hot, (double)round / Rounds);
            var place = _random.Next(_cells.Length);
            var from = _cells[place];
            var to = (Column: 1 + _random.Next(columns), Row: 1 + _random.Next(rows));
            if (to == from || Math.Abs(to.Column - from.Column) + Math.Abs(to.Row - from.Row) > 4)
            {
                continue;
            }

            var before = Cost(from, to);
            Swap(from, to);
            var worse = Cost(from, to) - before;
            if (worse > 0 && _random.NextDouble() >= Math.Exp(-worse / heat))
            {
                Swap(from, to);
            }
        }

        return Enumerable.Range(0, _cells.Length).Sum(i => Strain(i) + Outline(_cells[i])) + (1000 * Loose());
    }

    private void Swap((int Column, int Row) a, (int Column, int Row) b)
    {
        var (first, second) = (_at[a.Column, a.Row], _at[b.Column, b.Row]);
        (_at[a.Column, a.Row], _at[b.Column, b.Row]) = (second, first);
        if (first >= 0)
        {
            _cells[first] = b;
        }

        if (second >= 0)
        {
            _cells[second] = a;
        }
    }

    /// <summary>All of the cost that an exchange of two cells can change.</summary>
    private double Cost((int Column, int Row) a, (int Column, int Row) b)
    {
        double cost = 0;
        foreach (var cell in new HashSet<(int, int)> { a, b })
        {
            cost += _at[cell.Item1, cell.Item2] is >= 0 and var place ? 2 * Strain(place) : 0;
        }

        HashSet<(int Column, int Row)> near = [.. Around(a), .. Around(b)];
        return cost + near.Sum(c => Outline(c));
    }

    private static IEnumerable<(int Column, int Row)> Around((int Column, int Row) c) =>
        [c, (c.Column - 1, c.Row), (c.Column + 1, c.Row), (c.Column, c.Row - 1), (c.Column, c.Row + 1)];

    private double Strain(int place)
    {
        double sum = 0;
        foreach (var (other, x, y) in _neighbours[place])
        {
            var (right, down) = (_cells[other].Column - _cells[place].Column - x, _cells[other].Row - _cells[place].Row - y);
            sum += (right * right) + (down * down);
        }

        return sum / 2;
    }

    /// <summary>Sides of a cell towards another region, or towards none.</summary>
    private double Outline((int Column, int Row) cell)
    {
        if (cell.Column < 1 || cell.Row < 1 || cell.Column > _at.GetLength(0) - 2 || cell.Row > _at.GetLength(1) - 2 || _at[cell.Column, cell.Row] is not (>= 0 and var place))
        {
            return 0;
        }

        double sum = 0;
        foreach (var (column, row) in Around(cell).Skip(1))
        {
            var other = _at[column, row];
            sum += other < 0 ? OutlineOfRegion + OutlineOfAll : _groups[other] != _groups[place] ? OutlineOfRegion : 0;
        }

        return sum * _holding;
    }

    /// <summary>How many pieces there are too many, of regions and of all.</summary>
    private int Loose() => Pieces((_, _) => true) - 1 + Pieces((a, b) => _groups[a] == _groups[b]) - _groups.Distinct().Count();

    private int Pieces(Func<int, int, bool> joined)
    {
        var seen = new HashSet<int>();
        var pieces = 0;
        for (var i = 0; i < _cells.Length; i++)
        {
            if (seen.Add(i))
            {
                pieces++;
                Visit(i, joined, seen);
            }
        }

        return pieces;
    }

    private void Visit(int place, Func<int, int, bool> joined, HashSet<int> seen)
    {
        foreach (var (column, row) in Around(_cells[place]).Skip(1))
        {
            if (_at[column, row] is >= 0 and var other && joined(place, other) && seen.Add(other))
            {
                Visit(other, joined, seen);
            }
        }
    }
}
