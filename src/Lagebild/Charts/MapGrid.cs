namespace Lagebild.Charts;

/// <summary>A region's label beside its outline: over the tile at column and row, or under it.</summary>
internal readonly record struct MapLabel(string Text, int Column, int Row, bool IsAbove);

/// <summary>The tiles of a panel: which region has which cell, where the borders run, and where there is room for labels.</summary>
internal sealed class MapGrid
{
    private readonly string?[,] groups;

    private MapGrid(string?[,] groups, IReadOnlyList<MapLabel> labels)
    {
        this.groups = groups;
        Labels = labels;
    }

    public int Columns => groups.GetLength(0);

    public int Rows => groups.GetLength(1);

    public IReadOnlyList<MapLabel> Labels { get; }

    public bool HasLabelAbove => Labels.Any(l => l is { IsAbove: true, Row: 0 });

    public bool HasLabelBelow => Labels.Any(l => !l.IsAbove && l.Row == Rows - 1);

    public static MapGrid Of(MapPanel panel)
    {
        var groups = new string?[panel.Places.Max(p => p.Column) + 1, panel.Places.Max(p => p.Row) + 1];
        foreach (var place in panel.Places)
        {
            groups[place.Column, place.Row] = place.Group;
        }

        return new(groups, [.. Place(panel, groups)]);
    }

    /// <summary>The lines between cells of different regions, as steps of a path.</summary>
    public void WriteBorders(Svg svg, double left, double top, double tile)
    {
        for (var row = 0; row <= Rows; row++)
        {
            WriteLevel(svg, row, left, top, tile);
        }

        for (var column = 0; column <= Columns; column++)
        {
            WriteUpright(svg, column, left, top, tile);
        }
    }

    private void WriteLevel(Svg svg, int row, double left, double top, double tile)
    {
        for (var column = 0; column < Columns; column++)
        {
            var from = column;
            while (column < Columns && At(column, row - 1) != At(column, row))
            {
                column++;
            }

            if (column > from)
            {
                svg.Step('M', left + (from * tile), top + (row * tile));
                svg.Raw("h"u8);
                svg.Number((column - from) * tile);
            }
        }
    }

    private void WriteUpright(Svg svg, int column, double left, double top, double tile)
    {
        for (var row = 0; row < Rows; row++)
        {
            var from = row;
            while (row < Rows && At(column - 1, row) != At(column, row))
            {
                row++;
            }

            if (row > from)
            {
                svg.Step('M', left + (column * tile), top + (from * tile));
                svg.Raw("v"u8);
                svg.Number((row - from) * tile);
            }
        }
    }

    private string? At(int column, int row) => column < 0 || row < 0 || column >= Columns || row >= Rows ? null : groups[column, row];

    /// <summary>For each region of several tiles a place with nothing above, else nothing below, in two columns; none where there is no room.</summary>
    private static IEnumerable<MapLabel> Place(MapPanel panel, string?[,] groups)
    {
        foreach (var group in panel.Places.Where(p => p.Group.Length > 0).GroupBy(p => p.Group).Where(g => g.Count() > 1))
        {
            var above = group.OrderBy(p => p.Row).ThenBy(p => p.Column).FirstOrDefault(p => IsFree(groups, p.Column, p.Row - 1) && IsFree(groups, p.Column + 1, p.Row - 1));
            var below = group.OrderByDescending(p => p.Row).ThenBy(p => p.Column).FirstOrDefault(p => IsFree(groups, p.Column, p.Row + 1) && IsFree(groups, p.Column + 1, p.Row + 1));
            if ((above ?? below) is { } place)
            {
                yield return new(group.Key, place.Column, place.Row, above is not null);
            }
        }
    }

    private static bool IsFree(string?[,] groups, int column, int row) =>
        column < 0 || row < 0 || column >= groups.GetLength(0) || row >= groups.GetLength(1) || groups[column, row] is null;
}
