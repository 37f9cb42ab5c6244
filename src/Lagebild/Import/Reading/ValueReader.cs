using System.Text;
using Lagebild.Import.Consistency;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Period and breakdown as the row's cells give them, and whether every one of them could be read.</summary>
internal readonly record struct RowKey(int Period, int Breakdown, bool IsUsable);

/// <summary>Reads a value's cell under what its row says, reports all that is wrong with it, and keeps it where nothing is.</summary>
internal sealed class ValueReader(Profile profile, Vocabulary vocabulary, SeriesTable series, KeptValues kept, Totals totals, ValueLog? log)
{
    private readonly CellMemo _flags = new(vocabulary.Flag);
    private readonly NumberGrammar _numbers = new(profile);
    private readonly SymbolTable _symbols = new(profile);
    private readonly Dictionary<(int Indicator, int Region, int Population, int Breakdown), int> _chosen = [];

    /// <summary>Null where no number showed it.</summary>
    public string? DecimalSign => _numbers.DecimalSign;

    public void Read(ReadOnlySpan<byte> cell, ValueColumn column, Row row, RowKey key)
    {
        var text = Bare(NumberSigns.TrimBlanks(cell), column);
        var signs = RowSigns(column, row, out var flag);
        text = profile.Flags.Glued ? Unglued(text, column, row, ref signs, ref flag) : text;
        if (text.IsEmpty && column.EmptyIsAbsent && !signs.ExplainNothing)
        {
            return;
        }

        var variant = VariantOf(column, row, key.Breakdown);
        var written = column.Period == Row.Absent ? key.Period : column.Period;
        var period = PeriodOf(written, variant, row, column);
        var breakdown = BreakdownOf(column, key.Breakdown, variant, row);
        var value = new CheckedValue { SourceFlag = flag, Source = Phrase(row[Slot.Source]), Note = Phrase(row[Slot.Note]), Line = row.Line, Field = column.Field };
        var isGood = Evaluate(ref value, text, signs, column, row, variant, period);
        if (value.HasValue && IsGone(row, period))
        {
            row.Report(row.Heading(Slot.Region), new Fault(Reason.OutsideRegionValidity, Severity.Warning), vocabulary.Regions[row[Slot.Region]].Code);
        }

        if (isGood && key.IsUsable && variant >= 0 && period >= 0 && breakdown >= 0 && row[Slot.Region] >= 0)
        {
            log?.Add(value, new TotalKey(variant, row[Slot.Region], breakdown, written), column);
            Keep(value, variant, row[Slot.Region], breakdown, period);
        }
    }

    private static ReadOnlySpan<byte> Bare(ReadOnlySpan<byte> text, ValueColumn column) =>
        column.Strip is null ? text : NumberSigns.TrimBlanks(Encoding.UTF8.GetBytes(column.Strip.Replace(Encoding.UTF8.GetString(text), "")));

    /// <summary>The number without the source's sign behind it, which is a row of letters.</summary>
    private ReadOnlySpan<byte> Unglued(ReadOnlySpan<byte> text, ValueColumn column, Row row, scoped ref Signs signs, scoped ref int flag)
    {
        var end = text.LastIndexOfAnyExceptInRange((byte)'a', (byte)'z') + 1;
        if (end == 0 || end == text.Length || _symbols.Find(text, isGone: false) is not null)
        {
            return text;
        }

        var meaning = _flags.Of(text[end..]);
        if (meaning.Fault is { } fault)
        {
            row.Report(column.Heading, fault, text[end..]);
        }

        if (meaning.Number < 0)
        {
            return text;
        }

        (signs, flag) = (signs.And(vocabulary.Flags[meaning.Number].Signs), vocabulary.Flags[meaning.Number].Phrase);
        return NumberSigns.TrimBlanks(text[..end]);
    }

    private static int Phrase(int number) => Math.Max(number, -1);

    private void Keep(CheckedValue value, int variant, int region, int breakdown, int period)
    {
        var days = vocabulary.Periods[period];
        (value.PeriodStart, value.PeriodEnd) = (days.Start, days.End);
        if (totals.IsEmpty || totals.See(value, new TotalKey(variant, region, breakdown, period)))
        {
            value.Series = series.NumberOf(variant, region, breakdown, days.Frequency);
            kept.Add() = value;
        }
    }

    private Signs RowSigns(ValueColumn column, Row row, out int flag)
    {
        var signs = column.Signs;
        signs = row[Slot.Status] >= 0 ? signs.And(vocabulary.Signs[row[Slot.Status]]) : signs;
        signs = row[Slot.Confidentiality] >= 0 ? signs.And(vocabulary.Signs[row[Slot.Confidentiality]]) : signs;
        flag = Phrase(row[Slot.SourceFlag]);
        if (row[Slot.Flag] >= 0)
        {
            flag = vocabulary.Flags[row[Slot.Flag]].Phrase;
            signs = signs.And(vocabulary.Flags[row[Slot.Flag]].Signs);
        }

        return signs;
    }

    private int VariantOf(ValueColumn column, Row row, int breakdown)
    {
        var variant = column.Variant != Row.Absent ? column.Variant : row[Slot.Variant];
        var indicator = column.Indicator != Row.Absent ? column.Indicator : row[Slot.Indicator];
        if (variant == Row.Absent)
        {
            return Chosen(indicator, breakdown, column, row);
        }

        if (variant >= 0 && indicator >= 0 && vocabulary.Variants[variant].Variant.Indicator != vocabulary.IndicatorCode(indicator))
        {
            var wrong = vocabulary.Variants[variant].Variant;
            row.Report(row.Heading(Slot.Variant), new Fault(Reason.VariantOfOtherIndicator, Expected: vocabulary.IndicatorCode(indicator)), wrong.Code);
            return Row.Unusable;
        }

        return variant;
    }

    private int Chosen(int indicator, int breakdown, ValueColumn column, Row row)
    {
        var (region, population) = (row[Slot.Region], row[Slot.Population]);
        if (indicator < 0 || region < 0 || breakdown < 0 || population == Row.Unusable)
        {
            return Row.Unusable;
        }

        if (!_chosen.TryGetValue((indicator, region, population, breakdown), out var variant))
        {
            variant = vocabulary.VariantFor(indicator, region, population, breakdown);
            _chosen.Add((indicator, region, population, breakdown), variant);
        }

        if (variant < 0)
        {
            row.Report(column.Heading, new Fault(Reason.NoVariant, Expected: vocabulary.IndicatorCode(indicator)), vocabulary.Regions[region].Code);
        }

        return variant;
    }

    private int PeriodOf(int period, int variant, Row row, ValueColumn column)
    {
        if (period < 0 || variant < 0)
        {
            return Row.Unusable;
        }

        var meaning = vocabulary.Variants[variant].Period(period);
        if (meaning.Fault is { } fault)
        {
            row.Report(PeriodHeading(row, column), fault, Shown(vocabulary.Periods[period]));
        }

        return meaning.Number;
    }

    private static string PeriodHeading(Row row, ValueColumn column) =>
        column.Period >= 0 ? column.Heading : row.Heading(Slot.Period).Length > 0 ? row.Heading(Slot.Period) : row.Heading(Slot.End);

    private static string Shown(ReadPeriod period) =>
        $"{new Period(DayNumber.ToDay(period.Start), DayNumber.ToDay(period.End), period.Frequency)} {period.Frequency.Letter()}";

    private int BreakdownOf(ValueColumn column, int rowBreakdown, int variant, Row row)
    {
        if (column.Breakdown < 0 || rowBreakdown < 0 || variant < 0)
        {
            return Row.Unusable;
        }

        var breakdown = rowBreakdown == Breakdowns.Total ? column.Breakdown : vocabulary.Breakdowns.With(rowBreakdown, vocabulary.Breakdowns[column.Breakdown]);
        var meaning = vocabulary.Variants[variant].Breakdown(breakdown);
        if (meaning.Fault is { } fault)
        {
            row.Report(row.Heading(Slot.Breakdown), fault, vocabulary.Breakdowns[breakdown].Key);
        }

        return meaning.Number;
    }

    /// <summary>Number and statuses of a cell; false where an error was reported.</summary>
    private bool Evaluate(ref CheckedValue value, ReadOnlySpan<byte> text, Signs signs, ValueColumn column, Row row, int variant, int period)
    {
        var symbol = _symbols.Find(text, IsGone(row, period));
        signs = symbol is null ? signs : Signs.Of(symbol).And(signs);
        var fault = symbol is { IsZero: true } ? null : text.IsEmpty || symbol is not null ? null : Number(ref value, text, column, variant);
        value.HasValue = symbol is { IsZero: true } || (symbol is null && !text.IsEmpty);
        (value.Status, value.Confidentiality, value.MissingReason) = (signs.Status, signs.Confidentiality, signs.MissingReason);
        fault ??= row[Slot.Status] == Row.Unusable || row[Slot.Confidentiality] == Row.Unusable ? null : Contradiction(value, signs);
        if (fault is not null)
        {
            row.Report(column.Heading, fault, text);
        }

        return fault is null;
    }

    private Fault? Number(ref CheckedValue value, ReadOnlySpan<byte> text, ValueColumn column, int variant)
    {
        var reading = variant < 0 ? null : vocabulary.Variants[variant];
        value.Value = ScaledNumber.From(_numbers.Read(text), column.Factor, reading?.Variant.Decimals ?? 0, out var wrong);
        wrong = wrong ?? (reading is { MayBeNegative: false } && value.Value < 0 ? Reason.Negative : null);
        wrong = wrong is Reason.NotANumber && Slips.IsDate(text) ? Reason.NumberAsDate : wrong;
        wrong = wrong is Reason.NotANumber or Reason.TooManyDecimals && reading is { IsCount: true } ? Reason.NotACount : wrong;
        wrong = wrong is Reason.TooManyDecimals && reading is null ? null : wrong;
        return wrong is null ? null : new Fault(wrong.Value, Expected: wrong is Reason.TooManyDecimals ? reading!.Variant.Decimals.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
    }

    private static Fault? Contradiction(in CheckedValue value, Signs signs) =>
        !value.HasValue ? signs.ExplainNothing ? null : new Fault(Reason.ValueMissing)
        : signs.SaysNone || (signs.Status == ObservationStatus.LessThanHalfUnit && value.Value != 0) ? new Fault(Reason.ValueDespiteStatus, Expected: signs.Status.Word())
        : null;

    private bool IsGone(Row row, int period)
    {
        if (period < 0 || row[Slot.Region] < 0)
        {
            return false;
        }

        var (region, days) = (vocabulary.Regions[row[Slot.Region]], vocabulary.Periods[period]);
        return (region.ValidTo is { } to && days.Start > DayNumber.From(to)) || (region.ValidFrom is { } from && days.End < DayNumber.From(from));
    }
}

/// <summary>Cells that are no numbers and what they mean.</summary>
internal sealed class SymbolTable
{
    private readonly (byte[] Text, SymbolMeaning Meaning)[] _symbols;

    public SymbolTable(Profile profile) =>
        _symbols = [.. profile.Symbols.Select(s => (Encoding.UTF8.GetBytes(s.Key.Normalize().Trim()), s.Value))];

    /// <summary>Null where the text is none.</summary>
    public SymbolMeaning? Find(ReadOnlySpan<byte> text, bool isGone)
    {
        foreach (var (symbol, meaning) in _symbols)
        {
            if (text.SequenceEqual(symbol))
            {
                return isGone ? meaning.Gone ?? meaning : meaning;
            }
        }

        return null;
    }
}
