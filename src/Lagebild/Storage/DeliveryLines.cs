using Lagebild.Import;

namespace Lagebild.Storage;

/// <summary>Single lines of stored texts, whatever their length: only the parts that hold them are read. Not public.</summary>
public sealed class DeliveryLines(Database database)
{
    /// <summary>Lines by number, as letters, without line ends; those behind the end of the file are left out. Empty for a workbook.</summary>
    public async Task<IReadOnlyDictionary<int, string>> OfAsync(string sha256, Understanding understanding, IEnumerable<int> lines, CancellationToken ct)
    {
        var found = new Dictionary<int, string>();
        if (understanding.Letters is not { } letters)
        {
            return found;
        }

        var parts = await database.QueryAsync<PartStart>(Sql.Starts, new { Sha256 = sha256 }, ct);
        foreach (var group in lines.Where(l => l > 0).Distinct().Order().GroupBy(l => parts.LastOrDefault(p => p.FirstLine < l)?.Part ?? 0))
        {
            var first = parts.FirstOrDefault(p => p.Part == group.Key)?.FirstLine ?? 1;
            Take(await BytesAsync(sha256, group.Key, ct), first, [.. group], letters, found);
        }

        return found;
    }

    private async Task<byte[]> BytesAsync(string sha256, int part, CancellationToken ct) =>
        [.. (await database.QueryAsync<byte[]>(Sql.Parts, new { Sha256 = sha256, Part = part, Last = part + 1 }, ct)).SelectMany(FileParts.Decompressed)];

    private static void Take(ReadOnlySpan<byte> bytes, int first, int[] lines, System.Text.Encoding letters, Dictionary<int, string> found)
    {
        for (int line = first, at = 0; at < lines.Length && !bytes.IsEmpty; line++)
        {
            var end = bytes.IndexOf((byte)'\n');
            if (line == lines[at])
            {
                found[line] = Text(end < 0 ? bytes : bytes[..(end + 1)], isFirst: line == 1, letters);
                at++;
            }

            bytes = end < 0 ? [] : bytes[(end + 1)..];
        }
    }

    /// <summary>Of two bytes a letter, the line feed's second stands at the next line's start (or its first at this one's end).</summary>
    private static string Text(ReadOnlySpan<byte> line, bool isFirst, System.Text.Encoding letters)
    {
        var text = letters.CodePage == 1200 && !isFirst ? line[Math.Min(1, line.Length)..] : line;
        text = text.Length % 2 == 1 && letters.CodePage is 1200 or 1201 ? text[..^1] : text;
        return letters.GetString(text).TrimStart('\uFEFF').TrimEnd('\r', '\n', '\0');
    }

    private sealed record PartStart
    {
        public int Part { get; init; }

        public int FirstLine { get; init; }
    }

    internal static class Sql
    {
        /// <summary>With which line each part of a file begins, in order.</summary>
        public const string Starts = """
            select p.part, p.first_line
            from file_part p
            where p.sha256 = @Sha256
            order by p.part
            """;

        /// <summary>Two parts of a file in order: a line may end in the second.</summary>
        public const string Parts = """
            select p.bytes
            from file_part p
            where p.sha256 = @Sha256 and p.part >= @Part and p.part <= @Last
            order by p.part
            """;
    }
}
