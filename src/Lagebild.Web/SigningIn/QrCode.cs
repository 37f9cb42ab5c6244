using System.Globalization;
using System.Net;
using System.Text;

namespace Lagebild.Web.SigningIn;

/// <summary>A QR code by ISO/IEC 18004: bytes, versions 1 to 10, error correction M.</summary>
public sealed class QrCode
{
    /// <summary>Most bytes of a text.</summary>
    public const int Most = 213;

    private const int Quiet = 4;

    private readonly bool[,] _dark;

    // Finders, timing, alignment and what tells format and version: no data lies there, and no mask.
    private readonly bool[,] _fixed;

    private QrCode(int version)
    {
        Version = version;
        Size = 17 + (4 * version);
        _dark = new bool[Size, Size];
        _fixed = new bool[Size, Size];
    }

    /// <summary>1 to 10.</summary>
    public int Version { get; }

    /// <summary>Modules along each side.</summary>
    public int Size { get; }

    /// <summary>Whether a module is dark.</summary>
    public bool this[int row, int column] => _dark[row, column];

    /// <summary>The smallest code of a text, with the mask that reads best. Throws <see cref="ArgumentException"/> where it has more than <see cref="Most"/> bytes.</summary>
    public static QrCode Of(string text) => Enumerable.Range(0, 8).Select(mask => Of(text, mask)).MinBy(QrPenalty.Of)!;

    /// <summary>The same with a mask of 0 to 7.</summary>
    public static QrCode Of(string text, int mask)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = QrBlocks.VersionFor(bytes.Length);
        var code = new QrCode(version);
        code.DrawFixed(mask);
        code.DrawData(QrBlocks.Of(bytes, version), mask);
        return code;
    }

    /// <summary>As a drawing with a title; one path, dark on its own white ground in every scheme of colours, since cameras want it so.</summary>
    public string ToSvg(string title)
    {
        var side = (Size + (2 * Quiet)).ToString(CultureInfo.InvariantCulture);
        return $"""<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{WebUtility.HtmlEncode(title)}" shape-rendering="crispEdges"><rect class="ground" width="{side}" height="{side}"/><path class="dark" d="{Path()}"/></svg>""";
    }

    private string Path()
    {
        var path = new StringBuilder();
        for (var row = 0; row < Size; row++)
        {
            for (var column = 0; column < Size; column++)
            {
                _ = _dark[row, column] ? path.Append(CultureInfo.InvariantCulture, $"M{column + Quiet} {row + Quiet}h1v1h-1z") : path;
            }
        }

        return path.ToString();
    }

    private void DrawFixed(int mask)
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }

        DrawAlignments();
        DrawFinder(3, 3);
        DrawFinder(3, Size - 4);
        DrawFinder(Size - 4, 3);
        DrawFormat(mask);
        DrawVersion();
    }

    private void DrawFinder(int row, int column)
    {
        foreach (var (r, c) in Around(row, column, 4))
        {
            var ring = Math.Max(Math.Abs(r - row), Math.Abs(c - column));
            Set(r, c, ring is not (2 or 4));
        }
    }

    private void DrawAlignments()
    {
        var centres = Centres();
        foreach (var (row, column) in from row in centres from column in centres select (row, column))
        {
            if (!IsFinder(row, column))
            {
                foreach (var (r, c) in Around(row, column, 2))
                {
                    Set(r, c, Math.Max(Math.Abs(r - row), Math.Abs(c - column)) != 1);
                }
            }
        }
    }

    private bool IsFinder(int row, int column) => (row < 9 && (column < 9 || column > Size - 9)) || (row > Size - 9 && column < 9);

    private int[] Centres() => Version switch
    {
        1 => [],
        < 7 => [6, Size - 7],
        _ => [6, (Size - 1) / 2, Size - 7],
    };

    private IEnumerable<(int Row, int Column)> Around(int row, int column, int distance) =>
        from r in Enumerable.Range(row - distance, (2 * distance) + 1)
        from c in Enumerable.Range(column - distance, (2 * distance) + 1)
        where r >= 0 && r < Size && c >= 0 && c < Size
        select (r, c);

    /// <summary>Level and mask, twice, with their own error correction.</summary>
    private void DrawFormat(int mask)
    {
        var bits = ((mask << 10) | Remainder(mask << 10, 0x537, 10)) ^ 0x5412;
        for (var i = 0; i < 15; i++)
        {
            var dark = (bits >> i & 1) == 1;
            Set(i < 6 ? i : i < 8 ? i + 1 : Size - 15 + i, 8, dark);
            Set(8, i < 8 ? Size - 1 - i : i < 9 ? 15 - i : 14 - i, dark);
        }

        Set(Size - 8, 8, dark: true);
    }

    private void DrawVersion()
    {
        var bits = (Version << 12) | Remainder(Version << 12, 0x1F25, 12);
        for (var i = 0; Version >= 7 && i < 18; i++)
        {
            Set(i / 3, Size - 11 + (i % 3), (bits >> i & 1) == 1);
            Set(Size - 11 + (i % 3), i / 3, (bits >> i & 1) == 1);
        }
    }

    /// <summary>Bits from the lower right in pairs of columns, up and down in turn, past what is fixed.</summary>
    private void DrawData(byte[] data, int mask)
    {
        var bit = 0;
        foreach (var (row, column) in Places())
        {
            var value = bit < data.Length * 8 && (data[bit / 8] >> (7 - (bit % 8)) & 1) == 1;
            _dark[row, column] = value ^ IsMasked(mask, row, column);
            bit++;
        }
    }

    private IEnumerable<(int Row, int Column)> Places() =>
        from pair in Enumerable.Range(0, (Size - 1) / 2)
        let right = Size - 1 - (2 * pair) is var c && c <= 6 ? c - 1 : c
        from step in Enumerable.Range(0, Size)
        let row = pair % 2 == 0 ? Size - 1 - step : step
        from column in new[] { right, right - 1 }
        where !_fixed[row, column]
        select (row, column);

    private static bool IsMasked(int mask, int row, int column) => mask switch
    {
        0 => (row + column) % 2 == 0,
        1 => row % 2 == 0,
        2 => column % 3 == 0,
        3 => (row + column) % 3 == 0,
        4 => ((row / 2) + (column / 3)) % 2 == 0,
        5 => (row * column % 2) + (row * column % 3) == 0,
        6 => ((row * column % 2) + (row * column % 3)) % 2 == 0,
        _ => (((row + column) % 2) + (row * column % 3)) % 2 == 0,
    };

    private static int Remainder(int value, int polynomial, int degree)
    {
        for (var bit = 30; bit >= degree; bit--)
        {
            value ^= (value >> bit & 1) * (polynomial << (bit - degree));
        }

        return value;
    }

    private void Set(int row, int column, bool dark) => (_dark[row, column], _fixed[row, column]) = (dark, true);
}
