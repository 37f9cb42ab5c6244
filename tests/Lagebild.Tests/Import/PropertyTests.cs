using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lagebild.Import;
using Lagebild.Statistics;

namespace Lagebild.Tests.Import;

/// <summary>What holds for all files.</summary>
[SetCulture("de-DE")]
public sealed class PropertyTests
{
    private static readonly Profile[] _profiles = [.. Profiles.Codes.Select(Profiles.Shipped)];

    [Test]
    public void No_bytes_make_the_reader_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => _profiles.All(p => IsFoundOut(bytes, p))));

    [Test]
    public void No_damage_to_a_good_file_makes_the_reader_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Damaged().ToArbitrary(), bytes => IsFoundOut(bytes, _profiles.Single(p => p.Code == "figures"))));

    [Test]
    public void No_text_in_a_cell_makes_the_reader_throw() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(ArbMap.Default.ArbFor<string?[]>(), cells =>
            IsFoundOut(Encoding.UTF8.GetBytes(Delivered.Header + string.Join(',', Enumerable.Range(0, 12).Select(i => Quoted(cells.ElementAtOrDefault(i) ?? "x"))) + "\n"), _profiles.Single(p => p.Code == "figures"))));

    [Test]
    public void What_is_written_canonically_is_read_as_it_was() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Rows().ToArbitrary(), rows =>
        {
            using var file = Delivered.Read(Delivered.Header + string.Concat(rows.Select(r => r.Text())));
            var read = file.Values().SelectMany(b => b.ToArray()).Select(v => CanonicalRow.Of(file, v));
            return IsRead(file) && read.ToHashSet().SetEquals(rows);
        }));

    /// <summary>Values drawn at random do not add up.</summary>
    private static bool IsRead(CheckedFile file) => file.FindingCounts.Keys.All(k => k.Severity != Severity.Error || k.Reason == Reason.BreakdownSumDiffers);

    private static bool IsFoundOut(byte[] bytes, Profile profile)
    {
        using var file = Delivered.Read(bytes, profile);
        return file.HasErrors || file.Records > 0;
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Gen<byte[]> Damaged()
    {
        var good = Encoding.UTF8.GetBytes(Delivered.Header + string.Concat(Enumerable.Range(1, 9).Select(m => $"registered-arrivals,hh-lagebild,DE-HH,2024-0{m}-01,2024-0{m}-{DateTime.DaysInMonth(2024, m)},M,,,,\"Quelle, März\",,{m}\n")));
        return from places in Gen.Choose(0, good.Length - 1).ArrayOf()
               from values in Gen.Choose(0, 255).ArrayOf(places.Length)
               select With(good, places, values);
    }

    private static byte[] With(byte[] good, int[] places, int[] values)
    {
        var bytes = good.ToArray();
        foreach (var (place, value) in places.Zip(values))
        {
            bytes[place] = (byte)value;
        }

        return bytes;
    }

    private static Gen<CanonicalRow[]> Rows() =>
        (from region in Gen.Elements("DE-HH", "DE-01004", "POL", "PL-2264")
         from sex in Gen.Elements("", "sex=F", "sex=M")
         from month in Gen.Choose(0, 400)
         from value in Gen.Choose(0, int.MaxValue)
         from status in Gen.Elements("", "provisional", "estimated", "missing", "missing:late", "low-reliability")
         from confidentiality in Gen.Elements("", "confidential", "unknown-or-confidential")
         from note in ArbMap.Default.GeneratorFor<string>()
         select CanonicalRow.From(region, sex, month, value, status, confidentiality, note))
        .ArrayOf().Select(rows => rows.DistinctBy(r => (r.Region, r.Breakdown, r.Day)).ToArray()).Where(rows => rows.Length > 0);
}

/// <summary>A row of the canonical layout of the variant azr-report.</summary>
internal sealed record CanonicalRow(string Region, string Breakdown, string Day, long? Value, string Status, string Confidentiality, string Note)
{
    public static CanonicalRow From(string region, string sex, int month, int value, string status, string confidentiality, string? note)
    {
        var day = new DateOnly(1990, 2, 1).AddMonths(month).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var text = new string([.. (note ?? "").Where(c => !char.IsSurrogate(c) && c != 0)]).Normalize();
        return new CanonicalRow(region, sex, day, status.StartsWith("missing", StringComparison.Ordinal) ? null : value, status, confidentiality, text);
    }

    public static CanonicalRow Of(CheckedFile file, CheckedValue value)
    {
        var series = file.Series[value.Series];
        var reason = value.MissingReason == MissingReason.None ? "" : $":{value.MissingReason.Word()}";
        return new CanonicalRow(
            series.Region,
            series.Breakdown,
            DayNumber.ToDay(value.PeriodStart).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            value.HasValue ? value.Value : null,
            value.Status.Word() + reason,
            value.Confidentiality.Word(),
            value.Note < 0 ? "" : file.Phrases[value.Note]);
    }

    public string Text() => FormattableString.Invariant($"protection-seekers,azr-report,{Region},{Day},{Day},M,{Breakdown},{Status},{Confidentiality},,\"{Note.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{Value}\n");
}
