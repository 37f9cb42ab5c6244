namespace Lagebild.Web.SigningIn;

/// <summary>How hard a QR code is to read, by the four rules of ISO/IEC 18004: the mask with the least is taken.</summary>
internal static class QrPenalty
{
    private static readonly bool[] Finder = [true, false, true, true, true, false, true];

    public static int Of(QrCode code)
    {
        bool[][] lines = [.. Enumerable.Range(0, code.Size).SelectMany(i => new[] { Line(code, c => code[i, c]), Line(code, r => code[r, i]) })];
        return lines.Sum(Runs) + (40 * lines.Sum(Finders)) + (3 * Squares(code)) + (10 * Imbalance(code));
    }

    private static bool[] Line(QrCode code, Func<int, bool> at) => [.. Enumerable.Range(0, code.Size).Select(at)];

    /// <summary>Five and more alike in a line.</summary>
    private static int Runs(bool[] line)
    {
        var (sum, length) = (0, 1);
        for (var i = 1; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == line[i - 1])
            {
                length++;
                continue;
            }

            (sum, length) = (sum + (length >= 5 ? length - 2 : 0), 1);
        }

        return sum;
    }

    /// <summary>What looks like a finder, with four light ones on a side.</summary>
    private static int Finders(bool[] line) =>
        Enumerable.Range(0, line.Length - 6).Count(i => line.AsSpan(i, 7).SequenceEqual(Finder) && (IsLight(line, i - 4) || IsLight(line, i + 7)));

    private static bool IsLight(bool[] line, int from) => Enumerable.Range(from, 4).All(i => i < 0 || i >= line.Length || !line[i]);

    private static int Squares(QrCode code) =>
        (from row in Enumerable.Range(0, code.Size - 1)
         from column in Enumerable.Range(0, code.Size - 1)
         where code[row, column] == code[row, column + 1] && code[row, column] == code[row + 1, column] && code[row, column] == code[row + 1, column + 1]
         select row).Count();

    /// <summary>Steps of five per cent away from half dark.</summary>
    private static int Imbalance(QrCode code)
    {
        var dark = (from row in Enumerable.Range(0, code.Size) from column in Enumerable.Range(0, code.Size) where code[row, column] select row).Count();
        return Math.Abs((dark * 20) - (code.Size * code.Size * 10)) / (code.Size * code.Size);
    }
}
