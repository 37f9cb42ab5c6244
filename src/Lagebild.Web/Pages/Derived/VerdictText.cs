using System.Globalization;
using Lagebild.Catalogue;
using Lagebild.Charts;
using Lagebild.Comparison;
using Lagebild.Statistics;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Derived;

/// <summary>Verdicts in sentences: the regions first, then what differs, then what it does to the reading. Made from the catalogue of the stand shown.</summary>
public sealed class VerdictText(Catalogue.Catalogue catalogue, string language)
{
    private readonly Words _words = Texts.Words.In(language);

    private VerdictWords Words => _words.Verdict;

    /// <summary>The verdict in a word or two, without full stop.</summary>
    public string Level(VerdictLevel level) => level switch
    {
        VerdictLevel.Comparable => Words.Comparable,
        VerdictLevel.WithReservations => Words.WithReservations,
        _ => Words.NotComparable,
    };

    /// <summary>A sentence that leads to the reasons.</summary>
    public string Lead(VerdictLevel level) => level switch
    {
        VerdictLevel.Comparable => Words.ComparableLead,
        VerdictLevel.WithReservations => Words.WithReservationsLead,
        _ => Words.NotComparableLead,
    };

    /// <summary>How series come into panels, in a sentence.</summary>
    public string Panels => Words.Panels;

    /// <summary>All reasons in their order, each a paragraph of plain text. Breaks of one name are one sentence.</summary>
    public IReadOnlyList<string> Sentences(IReadOnlyList<VerdictReason> reasons) => [.. reasons.Select(Sentence).Distinct()];

    /// <summary>One reason: <c>Hamburg, Schleswig-Holstein: gerundet auf 5; Pomorskie: nicht gerundet. Unterschiede unter 5 sagen nichts.</c></summary>
    public string Sentence(VerdictReason reason) => reason.Concern == Concern.Territory
        ? Fill(Words.Side, string.Join(", ", reason.Sides.SelectMany(s => s.Regions).Distinct().Select(RegionName)), Effect(reason))
        : $"{string.Join("; ", reason.Sides.Select(s => Fill(Words.Side, Who(reason, s), Value(reason, s.Value).TrimEnd('.'))))}. {Effect(reason)}";

    /// <summary>The regions of a side; where another side has one of them too, with the way it is counted.</summary>
    private string Who(VerdictReason reason, Side side)
    {
        var others = reason.Sides.Where(s => s != side).SelectMany(s => s.Series).ToArray();
        return string.Join(", ", side.Series.Select(key => IsTwice(key, others) ? $"{RegionName(key.Region)} ({WithoutRegion(key)})" : RegionName(key.Region)).Distinct());
    }

    /// <summary>Names of ways of counting often begin with the region they are of.</summary>
    private string WithoutRegion(SeriesKey key)
    {
        var (name, region) = (VariantName(key.Variant), RegionName(key.Region) + ", ");
        return name.StartsWith(region, StringComparison.Ordinal) ? name[region.Length..] : name;
    }

    private static bool IsTwice(SeriesKey key, IReadOnlyList<SeriesKey> others) => others.Any(o => o.Region == key.Region && o.Variant != key.Variant);

    private string Value(VerdictReason reason, string value) => reason.Concern switch
    {
        Concern.Kind => value switch { "flow" => Words.KindFlow, "stock" => Words.KindStock, _ => Words.KindRatio },
        Concern.RunningCount => value == "running" ? Words.Running : Words.Current,
        Concern.Unit => UnitName(value),
        Concern.Population or Concern.Part => VariantText(value, "population"),
        Concern.Breakdown => BreakdownName(value),
        Concern.Reference => value switch { "average" => Words.ReferenceAverage, "peak" => Words.ReferencePeak, _ => Words.ReferenceDay },
        Concern.Interval => value.Length > 1 ? PeriodText.Label(PeriodOf(value[2..]), language) : _words.FrequencyName(FrequencyCode.Parse(value)!.Value),
        Concern.Time => PeriodText.Label(PeriodOf(value), language),
        Concern.Rounding => value == "1" ? Words.NotRounded : Fill(Words.Rounded, Count(value)),
        Concern.LegalRegime => VariantText(value, "legal"),
        Concern.Coverage => catalogue.Variant(value)?.Coverage is null ? Words.CoverageWhole : VariantText(value, "coverage"),
        Concern.Denominator => Fill(Words.Denominator, Day(value[..10]), VariantName(value[11..])),
        Concern.Press => value == "press" ? Words.Press : Words.Official,
        Concern.Break => Fill(Words.Break, DateFormat.Short(reason.Break!.Day, language), Text(CatalogueKind.Break, value, "name")),
        Concern.Withheld => Fill(Words.Withheld.For(Number(value)), Count(value)),
        Concern.Missing => Fill(Words.Missing.For(Number(value)), Count(value)),
        Concern.Flagged => Fill(Words.Flagged, Status(value)),
        Concern.Empty => Words.Empty,
        _ => value,
    };

    /// <summary>What the catalogue says of just these two codes, else what holds of every such difference.</summary>
    private string Effect(VerdictReason reason)
    {
        string[] known = [.. reason.Likenesses.Select(code => Text(CatalogueKind.Likeness, code, "effect")), .. BreakEffect(reason), .. reason.Likenesses.Count > 0 && reason.Level < VerdictLevel.NotComparable ? [] : new[] { GeneralEffect(reason) }];
        return string.Join(' ', known.Distinct());
    }

    private string[] BreakEffect(VerdictReason reason) => reason.Break is { } found ? [Text(CatalogueKind.Break, found.Code, "effect")] : [];

    private string GeneralEffect(VerdictReason reason) => reason.Concern switch
    {
        Concern.Kind => Words.KindEffect,
        Concern.RunningCount => Words.RunningEffect,
        Concern.Currency => Words.CurrencyEffect,
        Concern.Unit => Words.UnitEffect,
        Concern.Population => Words.PopulationEffect,
        Concern.Part => Words.PartEffect,
        Concern.Breakdown => Words.BreakdownEffect,
        Concern.Territory => Words.TerritoryEffect,
        Concern.Reference => Words.ReferenceEffect,
        Concern.Interval => reason.Level == VerdictLevel.NotComparable ? Words.IntervalEffect : Words.IntervalStockEffect,
        Concern.Time => reason.Level == VerdictLevel.NotComparable ? Words.TimeFarEffect : Words.TimeEffect,
        Concern.Rounding => Fill(Words.RoundingEffect, Count(reason.Sides.MaxBy(s => Number(s.Value))!.Value)),
        Concern.LegalRegime => Words.LegalEffect,
        Concern.Coverage => Words.CoverageEffect,
        Concern.Denominator => Words.DenominatorEffect,
        Concern.Press => Words.PressEffect,
        Concern.Break => Words.BreakEffect,
        Concern.Withheld => Words.WithheldEffect,
        Concern.Missing => Words.MissingEffect,
        Concern.Flagged => reason.Sides[0].Value == ObservationStatus.LowReliability.Word() ? Words.UnreliableEffect : Words.FlaggedEffect,
        _ => Words.EmptyEffect,
    };

    private string Status(string word) => StatusCode.Observation(word) switch
    {
        ObservationStatus.LowReliability => _words.Status.LowReliability,
        ObservationStatus.Forecast => _words.Status.Forecast,
        ObservationStatus.Estimated => _words.Status.Estimated,
        _ => _words.Status.Provisional,
    };

    private string BreakdownName(string key) => Breakdown.Parse(key) is { Parts.Count: > 0 } breakdown
        ? string.Join(", ", breakdown.Parts.Select(p => $"{Text(CatalogueKind.Dimension, p.Key, "name")}: {Plain(catalogue.CodeName(p.Key, p.Value, language), p.Value)}"))
        : _words.Indicator.Total;

    private string UnitName(string unit) => DerivedUnit.Name(_words, unit) ?? Plain(catalogue.Text(CatalogueKind.Unit, unit, "axis", language) ?? catalogue.UnitWord(unit, 1000, language), unit);

    private string RegionName(string code) => Text(CatalogueKind.Region, code, "name");

    private string VariantName(string code) => Text(CatalogueKind.Variant, code, "name");

    private string VariantText(string code, string part) => Text(CatalogueKind.Variant, code, part);

    private string Text(string kind, string code, string part) => Plain(catalogue.Text(kind, code, part, language), code);

    private static string Plain(CatalogueText? text, string code) => text?.Plain() ?? code;

    private string Count(string number) => NumberFormat.Value(Number(number), 0, language);

    private static long Number(string number) => long.Parse(number, CultureInfo.InvariantCulture);

    private string Day(string iso) => DateFormat.Short(DateOf(iso), language);

    private static Period PeriodOf(string iso) => iso.Split('/') is [var start, var end]
        ? Named(DateOf(start), DateOf(end))
        : new(DateOf(iso), DateOf(iso), Frequency.Interval);

    /// <summary>A month or a year is called by its name.</summary>
    private static Period Named(DateOnly start, DateOnly end) => new(start, end, start.AddMonths(1).AddDays(-1) == end && start.Day == 1 ? Frequency.Monthly
        : start.AddYears(1).AddDays(-1) == end && start.DayOfYear == 1 ? Frequency.Annual
        : Frequency.Interval);

    private static DateOnly DateOf(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Fill(string phrase, params object[] values) => string.Format(Languages.Culture(language), phrase, values);
}
