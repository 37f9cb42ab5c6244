using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>
/// Five thousand ways to damage the publishers' files and our samples. Each is refused, questioned, or read exactly as <see cref="PlainTable"/> reads it:
/// never an exception, never silently another value.
/// </summary>
[SetCulture("de-DE")]
internal sealed class MutationTests
{
    private const int Mutations = 5000;

    private static readonly Dictionary<string, Profile> Known = [];

    private static readonly Encoding Ansi = CodePagesEncodingProvider.Instance.GetEncoding("windows-1252")!;

    private static readonly Encoding CentralEuropean = CodePagesEncodingProvider.Instance.GetEncoding("windows-1250")!;

    [Test]
    public void No_damage_is_read_as_something_else()
    {
        var (excerpts, failures, readAgain) = (Excerpts().ToArray(), new List<string>(), 0);
        foreach (var (file, bytes) in excerpts)
        {
            Assert.That(Misread(file, bytes, out var told), Is.Null, file.Profile);
            Assert.That(told, Is.False, $"{file.Profile} undamaged");
        }

        for (var number = 0; number < Mutations; number++)
        {
            var (file, bytes) = excerpts[number % excerpts.Length];
            var damaged = Damaged(bytes, file, number / excerpts.Length, new Random(number));
            if (Misread(file, damaged, out var told) is { } misread)
            {
                failures.Add($"{number} {file.Profile}: {misread}");
            }

            readAgain += told ? 0 : 1;
        }

        Assert.That(failures, Is.Empty, string.Join(Environment.NewLine, failures.Take(200)));
        Assert.That(readAgain, Is.InRange(Mutations / 10, Mutations * 9 / 10), "Both must occur: what is refused and what is read.");
    }

    private static Profile Profile(string code)
    {
        if (!Known.TryGetValue(code, out var profile))
        {
            Known.Add(code, profile = Profiles.Shipped(code));
        }

        return profile;
    }

    /// <summary>Null where the file is refused, questioned or read as it should be.</summary>
    private static string? Misread(PlainFile file, byte[] bytes, out bool isTold)
    {
        var profile = Profile(file.Profile);
        using var delivered = Delivered.Read(bytes, profile);
        using var read = Tried.Open(bytes, profile, out var values);
        isTold = !read.IsReadable || read.FindingCounts.Keys.Any(k => IsTold(k.Reason, k.Severity));
        if (isTold)
        {
            return null;
        }

        var found = values.Select(Tried.Line).ToArray();
        try
        {
            var expected = PlainTable.Rows(bytes, file).SelectMany(file.Values).Select(Tried.Line).ToArray();
            var at = Enumerable.Range(0, Math.Max(found.Length, expected.Length)).FirstOrDefault(i => found.ElementAtOrDefault(i) != expected.ElementAtOrDefault(i), -1);
            return at < 0 ? null : $"{found.ElementAtOrDefault(at)} instead of {expected.ElementAtOrDefault(at)}";
        }
        catch (Exception refused) when (refused is FormatException or IndexOutOfRangeException or KeyNotFoundException or ArgumentException)
        {
            return $"read, though: {refused.Message}";
        }
    }

    /// <summary>A region outside the catalogue is no question here: its spelling is compared.</summary>
    private static bool IsTold(Reason reason, Severity severity) =>
        severity == Severity.Error || (severity == Severity.Warning && reason != Reason.UnknownRegion) || reason == Reason.DayUnknown;

    private static IEnumerable<(PlainFile File, byte[] Bytes)> Excerpts() => PlainFiles.All.Select(f => (f, Excerpt(f, File.ReadAllBytes(Delivered.SharedPath(f.Path)))))
        .Append((PlainFiles.Sample, Excerpt(PlainFiles.Sample, File.ReadAllBytes(Path.Combine(Delivered.Root, PlainFiles.Sample.Path)))));

    /// <summary>Title, heading, a few rows whose totals are whole, footer.</summary>
    private static byte[] Excerpt(PlainFile file, byte[] bytes)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n');
        var rows = PlainTable.Rows(bytes, file).Select(r => (r.Line, Region: file == PlainFiles.Sample ? null : file.Values(r).FirstOrDefault()?.Region)).ToArray();
        var kept = rows.Length <= 25 && file.Profile != "mv-shared-accommodation" ? rows : file.Profile switch
        {
            "gus-bdl-2425" => [.. rows.Where(r => r.Region!.StartsWith("0201", StringComparison.Ordinal))],
            "eurostat-employment" or "regionaldatenbank-12411" or "regionaldatenbank-13111" or "genesis-13111-0005" => [.. rows.GroupBy(r => r.Region).Take(2).SelectMany(g => g).OrderBy(r => r.Line)],
            _ => rows[..12],
        };
        var end = rows[^1].Line;
        string[] excerpt = [.. lines[..(file.Skip + file.HeaderRows)], .. kept.Select(r => lines[r.Line - 1]), .. lines[end..]];
        return Encoding.Latin1.GetBytes(string.Join('\n', excerpt));
    }

    private static byte[] Damaged(byte[] bytes, PlainFile file, int kind, Random random)
    {
        var at = random.Next(bytes.Length);
        var delimiter = (byte)file.Delimiter;
        return (kind % 16) switch
        {
            0 => Replaced(bytes, at, (byte)(bytes[at] ^ (1 << random.Next(8)))),
            1 => Replaced(bytes, at, (byte)random.Next(256)),
            2 => [.. bytes[..at], .. bytes[(at + 1)..]],
            3 => [.. bytes[..at], (byte)'"', .. bytes[at..]],
            4 => [.. bytes[..at], delimiter, .. bytes[at..]],
            5 => [.. bytes.Select(b => b == delimiter ? (byte)";,\t|"[random.Next(4)] : b)],
            6 => Encoded(bytes, file, random.Next(5)),
            7 => [.. bytes[..at], 0, .. bytes[at..]],
            8 => [.. bytes[..at], .. Enumerable.Repeat((byte)"x1 ,"[random.Next(4)], random.Next(20) == 0 ? 1_200_000 : random.Next(1, 5000)), .. bytes[at..]],
            9 => WithoutColumn(bytes, file, random, everywhere: true),
            10 => WithoutColumn(bytes, file, random, everywhere: false),
            11 => bytes[..at],
            12 => WithDigit(bytes, random),
            13 => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(bytes).ReplaceLineEndings(random.Next(3) switch { 0 => "\r", 1 => "\n", _ => "\r\n" })),
            14 => InNumber(bytes, random),
            _ => Shuffled(bytes, file, random),
        };
    }

    private static byte[] Replaced(byte[] bytes, int at, byte value)
    {
        var copy = bytes.ToArray();
        copy[at] = value;
        return copy;
    }

    private static byte[] Encoded(byte[] bytes, PlainFile file, int to)
    {
        var text = (file.Encoding == "utf-8" ? new UTF8Encoding(false) : Ansi).GetString(bytes).TrimStart('\uFEFF');
        return to switch
        {
            0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
            1 => Encoding.BigEndianUnicode.GetBytes(text),
            2 => CentralEuropean.GetBytes(text),
            3 => Encoding.UTF8.GetBytes(Ansi.GetString(Encoding.UTF8.GetBytes(text))),
            _ => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)],
        };
    }

    private static byte[] WithoutColumn(byte[] bytes, PlainFile file, Random random, bool everywhere)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n');
        var (column, only) = (random.Next(lines[file.Skip].Split(file.Delimiter).Length), random.Next(lines.Length));
        return Encoding.Latin1.GetBytes(string.Join('\n', lines.Select((l, i) => everywhere || i == only ? string.Join(file.Delimiter, l.Split(file.Delimiter).Where((_, c) => c != column)) : l)));
    }

    private static byte[] WithDigit(byte[] bytes, Random random)
    {
        var digits = Enumerable.Range(0, bytes.Length).Where(i => char.IsAsciiDigit((char)bytes[i])).ToArray();
        return Replaced(bytes, digits[random.Next(digits.Length)], (byte)('0' + random.Next(10)));
    }

    private static byte[] InNumber(byte[] bytes, Random random)
    {
        var digits = Enumerable.Range(0, bytes.Length).Where(i => char.IsAsciiDigit((char)bytes[i])).ToArray();
        var at = digits[random.Next(digits.Length)];
        return [.. bytes[..at], (byte)".,' -+e0"[random.Next(8)], .. bytes[at..]];
    }

    /// <summary>A row twice, or two rows swapped.</summary>
    private static byte[] Shuffled(byte[] bytes, PlainFile file, Random random)
    {
        var lines = Encoding.Latin1.GetString(bytes).Split('\n').ToList();
        var (a, b) = (random.Next(file.Skip, lines.Count), random.Next(file.Skip, lines.Count));
        if (random.Next(2) == 0)
        {
            lines.Insert(a, lines[b]);
        }
        else
        {
            (lines[a], lines[b]) = (lines[b], lines[a]);
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
