using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Storage;

/// <summary>A value as a test writes it: of a month-end stock of <c>refugees</c> unless said otherwise.</summary>
internal sealed record TestValue(string Region, string Start, long? Number)
{
    public string? End { get; init; }

    public string Indicator { get; init; } = "refugees";

    public string Variant { get; init; } = "unhcr-refugees";

    public string Breakdown { get; init; } = "";

    public Frequency Frequency { get; init; } = Frequency.Monthly;

    public ObservationStatus Status { get; init; }

    public ConfidentialityStatus Confidentiality { get; init; }

    public MissingReason MissingReason { get; init; }

    public string? SourceFlag { get; init; }

    public string? Source { get; init; }

    public string? Note { get; init; }

    public DateOnly FirstDay => DateOnly.ParseExact(Start, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly LastDay => End is null ? FirstDay : DateOnly.ParseExact(End, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public SeriesKey Key(string feed) => new() { Feed = feed, Indicator = Indicator, Variant = Variant, Region = Region, Breakdown = Breakdown, Frequency = Frequency };
}

/// <summary>A checked file made in memory, one line per value in the order given, behind a heading.</summary>
internal sealed class TestFile : CheckedFile
{
    private CheckedValue[] _values = [];
    private int _breaksAfter = int.MaxValue;

    public static TestFile Of(string feed, params TestValue[] values) => Of(feed, "", [], values);

    public static TestFile Of(string feed, string comment, IReadOnlyList<Finding> findings, params TestValue[] values)
    {
        var series = values.Select(v => v.Key(feed)).Distinct().Order().ToArray();
        var positions = series.Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i);
        var phrases = values.SelectMany(v => new[] { v.SourceFlag, v.Source, v.Note }).OfType<string>().Distinct().ToArray();
        var text = $"region,period,value {comment}\n" + string.Concat(values.Select(v => $"{v.Region},{v.Start},{v.Number}\r\n"));
        return new()
        {
            File = FileOf(text),
            Feed = feed,
            Profile = "test",
            ProfileVersion = new string('0', 64),
            Series = series,
            Phrases = phrases,
            Fields = ["3 value"],
            Findings = findings,
            FindingCounts = findings.GroupBy(f => (f.Reason, f.Severity)).ToDictionary(g => g.Key, g => (long)g.Count()),
            Records = values.Length,
            OutOfScope = 0,
            ValueCount = values.Length,
            IsReadable = true,
            _values = [.. values.Select((v, i) => Value(v, i, positions, phrases, feed)).OrderBy(v => v.Series).ThenBy(v => v.PeriodStart).ThenBy(v => v.PeriodEnd)],
        };
    }

    /// <summary>No values, and no profile fits.</summary>
    public static TestFile Unreadable(string feed) => Copy(Of(feed), FileOf("%PDF"), int.MaxValue, isReadable: false);

    /// <summary>The same values, said to come from another file.</summary>
    public static TestFile WithFile(TestFile values, FeedFile file) => Copy(values, file, int.MaxValue);

    /// <summary>Breaks off while its values are read, as a disk does.</summary>
    public static TestFile Breaking(TestFile values, int afterBlocks) => Copy(values, values.File, afterBlocks);

    private static TestFile Copy(TestFile other, FeedFile file, int breaksAfter, bool isReadable = true) => new()
    {
        File = file,
        Feed = other.Feed,
        Profile = other.Profile,
        ProfileVersion = other.ProfileVersion,
        Series = other.Series,
        Phrases = other.Phrases,
        Fields = other.Fields,
        Findings = other.Findings,
        FindingCounts = other.FindingCounts,
        Records = other.Records,
        OutOfScope = other.OutOfScope,
        ValueCount = other.ValueCount,
        IsReadable = isReadable,
        _values = other._values,
        _breaksAfter = breaksAfter,
    };

    /// <summary>In blocks of three, so that a series lies across blocks.</summary>
    public override IEnumerable<ReadOnlyMemory<CheckedValue>> Values() =>
        _values.Chunk(3).Select((c, i) => i < _breaksAfter ? new ReadOnlyMemory<CheckedValue>(c) : throw new IOException("The disk is gone."));

    private static CheckedValue Value(TestValue value, int at, Dictionary<SeriesKey, int> positions, string[] phrases, string feed) => new()
    {
        Series = positions[value.Key(feed)],
        PeriodStart = DayNumber.From(value.FirstDay),
        PeriodEnd = DayNumber.From(value.LastDay),
        Value = value.Number ?? 0,
        HasValue = value.Number is not null,
        Status = value.Status,
        Confidentiality = value.Confidentiality,
        MissingReason = value.MissingReason,
        SourceFlag = Array.IndexOf(phrases, value.SourceFlag),
        Source = Array.IndexOf(phrases, value.Source),
        Note = Array.IndexOf(phrases, value.Note),
        Line = at + 2,
        Field = 0,
    };

    private static FeedFile FileOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new()
        {
            Name = "test.csv",
            Place = "test/test.csv",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Size = bytes.Length,
            RetrievedUtc = new(2024, 2, 1, 8, 0, 0, DateTimeKind.Utc),
            Open = () => new MemoryStream(bytes),
        };
    }
}
