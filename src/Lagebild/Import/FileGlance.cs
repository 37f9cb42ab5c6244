using System.Text.RegularExpressions;
using Lagebild.Import.Reading;

namespace Lagebild.Import;

/// <summary>A file as it stands, before anyone says what it means: its first records, and its columns as a profile's heading makes them.</summary>
public sealed record FileGlance
{
    private const int RecordsShown = 15;
    private const int SamplesShown = 3;
    private const int RowsLooked = 200;

    /// <summary>The first records, with the lines they begin at; nothing is skipped.</summary>
    public required IReadOnlyList<(int Line, IReadOnlyList<string> Cells)> Records { get; init; }

    /// <summary>The columns below the profile's heading, in order; empty where the file is too short for it.</summary>
    public required IReadOnlyList<GlancedColumn> Columns { get; init; }

    /// <summary>A look with the profile's encoding, delimiter, lines to skip and heading. Throws what opening the file throws.</summary>
    public static FileGlance Of(FeedFile file, Profile profile) => new()
    {
        Records = First(file, profile with { Skip = 0, Packed = null, Footer = null }),
        Columns = ColumnsOf(file, profile),
    };

    private static List<(int, IReadOnlyList<string>)> First(FeedFile file, Profile profile)
    {
        var found = new List<(int, IReadOnlyList<string>)>();
        using var records = Reading.Records.Open(file, profile, FeedReader.Trial(profile));
        while (found.Count < RecordsShown && records.Next())
        {
            found.Add((records.Line, records.Texts()));
        }

        return found;
    }

    private static IReadOnlyList<GlancedColumn> ColumnsOf(FeedFile file, Profile profile)
    {
        using var records = Reading.Records.Open(file, profile, FeedReader.Trial(profile));
        var (header, rows) = (Taken(records, profile.Header.Rows), Taken(records, RowsLooked));
        return header.Count < profile.Header.Rows ? [] : [.. Headings.Of(header, profile.Header).Select((h, c) => ColumnOf(h, c, rows, profile))];
    }

    private static List<string[]> Taken(Records records, int count)
    {
        var rows = new List<string[]>();
        while (rows.Count < count && records.Next())
        {
            rows.Add(records.Texts());
        }

        return rows;
    }

    private static GlancedColumn ColumnOf(string heading, int position, List<string[]> rows, Profile profile) => new()
    {
        Position = position + 1,
        Heading = heading,
        Samples = [.. rows.Select(r => WholeText.Collapsed(r.ElementAtOrDefault(position) ?? "")).Where(t => t.Length > 0).Distinct().Take(SamplesShown)],
        Entry = profile.Columns.ToList().FindIndex(c => Fits(c.Match, heading, position)),
    };

    private static bool Fits(string match, string heading, int position)
    {
        try
        {
            return match.StartsWith('#') ? match == FormattableString.Invariant($"#{position + 1}") : WholeText.Pattern(match).IsMatch(heading);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}

/// <summary>A column of a file.</summary>
public sealed record GlancedColumn
{
    /// <summary>From 1.</summary>
    public required int Position { get; init; }

    /// <summary>Empty for none.</summary>
    public required string Heading { get; init; }

    /// <summary>The first texts in it that differ, empty ones aside.</summary>
    public required IReadOnlyList<string> Samples { get; init; }

    /// <summary>Position, from 0, of the profile's first entry that takes it; -1 for none.</summary>
    public required int Entry { get; init; }

    /// <summary>The pattern that fits this heading alone; its position where it has none.</summary>
    public string Match => Heading.Length == 0 ? FormattableString.Invariant($"#{Position}") : Regex.Escape(Heading).Replace("\\ ", " ", StringComparison.Ordinal);
}
