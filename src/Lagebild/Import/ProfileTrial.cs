using System.Text.RegularExpressions;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import;

/// <summary>What a profile makes of a file: the first values as understood, and everything found. Nothing is kept.</summary>
public sealed record ProfileTrial
{
    private const int RowsShown = 20;

    private const int MostShown = 100;

    /// <summary>Values of the first rows that hold any, by line; at most a hundred.</summary>
    public required IReadOnlyList<TriedValue> Values { get; init; }

    /// <summary>True where nothing could be kept as it stands and the values are those a reading gives that takes every code as it is spelled.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Rows read, rows outside the scope, values a delivery would keep, and the series they belong to.</summary>
    public required long Records { get; init; }

    public required long OutOfScope { get; init; }

    public required long ValueCount { get; init; }

    public required int SeriesCount { get; init; }

    /// <summary>False where the file could not be read as what the profile says at all.</summary>
    public required bool IsReadable { get; init; }

    /// <summary>Errors first, then by count.</summary>
    public required IReadOnlyList<(Reason Reason, Severity Severity, long Count)> Counts { get; init; }

    /// <summary>The gravest thousand, by line.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Texts that stand for nothing known yet, each once, in the order they are met.</summary>
    public required IReadOnlyList<UnknownText> Unknown { get; init; }

    /// <summary>Whether a delivery of this file would have errors.</summary>
    public bool HasErrors => !IsReadable || Counts.Any(c => c.Severity == Severity.Error);

    /// <summary>
    /// Reads a file as a delivery to a feed would be read. Throws <see cref="ProfileException"/> where the profile names what the catalogue does not have, or
    /// one of its patterns takes too long, and what opening the file throws.
    /// </summary>
    public static ProfileTrial Of(FeedFile file, Profile profile, Feed? feed, Catalogue.Catalogue catalogue, CancellationToken cancellation)
    {
        try
        {
            return Tried(file, profile, feed ?? FeedReader.Trial(profile), new FeedReader(catalogue), catalogue, cancellation);
        }
        catch (RegexMatchTimeoutException e)
        {
            throw new ProfileException(ProfileFault.Pattern, e.Pattern, $"'{e.Pattern}' takes too long.", e);
        }
    }

    private static ProfileTrial Tried(FeedFile file, Profile profile, Feed feed, FeedReader reader, Catalogue.Catalogue catalogue, CancellationToken cancellation)
    {
        using var read = reader.Read(file, feed, profile, cancellation);
        using var open = read.ValueCount > 0 ? null : reader.Try(file, profile, TextWriter.Null, cancellation);
        return new()
        {
            Values = First(open ?? read, catalogue),
            IsOpen = open is not null,
            Records = read.Records,
            OutOfScope = read.OutOfScope,
            ValueCount = read.ValueCount,
            SeriesCount = read.Series.Count,
            IsReadable = read.IsReadable,
            Counts = [.. read.FindingCounts.Where(c => c.Value > 0).Select(c => (c.Key.Reason, c.Key.Severity, c.Value)).OrderByDescending(c => c.Severity).ThenByDescending(c => c.Value)],
            Findings = read.Findings,
            Unknown = [.. read.Findings.Select(UnknownText.Of).OfType<UnknownText>().Distinct()],
        };
    }

    private static IReadOnlyList<TriedValue> First(CheckedFile read, Catalogue.Catalogue catalogue)
    {
        var first = new PriorityQueue<TriedValue, (int, int)>();
        foreach (var block in read.Values())
        {
            foreach (var value in block.Span)
            {
                Keep(first, value, read, catalogue);
            }
        }

        var byLine = first.UnorderedItems.OrderByDescending(v => v.Priority).Select(v => v.Element).ToList();
        var lines = byLine.Select(v => v.Line).Distinct().Take(RowsShown).ToHashSet();
        return [.. byLine.Where(v => lines.Contains(v.Line))];
    }

    /// <summary>The queue gives the last line first, so that the first ones stay.</summary>
    private static void Keep(PriorityQueue<TriedValue, (int, int)> first, in CheckedValue value, CheckedFile read, Catalogue.Catalogue catalogue)
    {
        var place = (-value.Line, -value.Field);
        if (first.Count < MostShown)
        {
            first.Enqueue(TriedValue.Of(value, read, catalogue), place);
        }
        else if (first.TryPeek(out _, out var last) && last.CompareTo(place) < 0)
        {
            first.EnqueueDequeue(TriedValue.Of(value, read, catalogue), place);
        }
    }
}

/// <summary>One value as a profile understands it.</summary>
public sealed record TriedValue
{
    public required int Line { get; init; }

    /// <summary>Position and heading of its cell.</summary>
    public required string Field { get; init; }

    /// <summary>Codes; as the file spells them where the catalogue does not have them.</summary>
    public required SeriesKey Key { get; init; }

    public required Period Period { get; init; }

    /// <summary>Null for none.</summary>
    public decimal? Value { get; init; }

    public int Decimals { get; init; }

    public ObservationStatus Status { get; init; }

    public ConfidentialityStatus Confidentiality { get; init; }

    public MissingReason MissingReason { get; init; }

    /// <summary>Of a read file; values outside the catalogue have the five decimals they are read with.</summary>
    internal static TriedValue Of(in CheckedValue value, CheckedFile read, Catalogue.Catalogue catalogue)
    {
        var key = read.Series[value.Series];
        var decimals = catalogue.Variant(key.Variant)?.Decimals ?? 5;
        return new()
        {
            Line = value.Line,
            Field = read.Fields[value.Field],
            Key = key,
            Period = new(DayNumber.ToDay(value.PeriodStart), DayNumber.ToDay(value.PeriodEnd), key.Frequency),
            Value = value.HasValue ? decimal.Parse(ScaledNumber.Text(value.Value, decimals), System.Globalization.CultureInfo.InvariantCulture) : null,
            Decimals = decimals,
            Status = value.Status,
            Confidentiality = value.Confidentiality,
            MissingReason = value.MissingReason,
        };
    }
}

/// <summary>A text that stands for something the catalogue, or the profile, does not know.</summary>
/// <param name="Reason">What is unknown: a region, an indicator, a variant, a code, a status.</param>
/// <param name="Column">Heading of its column; empty where the column has none.</param>
/// <param name="Text">As the file spells it.</param>
/// <param name="Dimension">Of a code: its dimension; else empty.</param>
public sealed record UnknownText(Reason Reason, string Column, string Text, string Dimension)
{
    private static readonly Reason[] _unknown = [Reason.UnknownRegion, Reason.LostZero, Reason.UnknownIndicator, Reason.UnknownVariant, Reason.UnknownCode, Reason.NotANumber];

    /// <summary>Null for a finding about something else.</summary>
    internal static UnknownText? Of(Finding finding) => !_unknown.Contains(finding.Reason) || finding.Found.Length == 0 ? null
        : new(finding.Reason == Reason.LostZero ? Reason.UnknownRegion : finding.Reason, finding.Field, finding.Found, finding.Reason == Reason.UnknownCode ? finding.Expected : "");
}
