using System.Globalization;
using Lagebild.Import.Reading;
using Lagebild.Statistics;

namespace Lagebild.Import.History;

/// <summary>What a single value may be asked, from its own series alone. The first rule that asks wins.</summary>
internal static class ValueQuestions
{
    /// <summary>With fewer other values than this only the sign is asked about.</summary>
    public const int LeastOthers = 8;

    private static readonly int[] _factors = [10, 100, 1000];

    private static readonly IReadOnlyList<Func<SeriesHistory, int, Finding?>> _rules = [Multiplied, Divided, Swapped, Falls, OverHundred, Zero, Far];

    /// <summary>No other value can fit twice as well as one that stands so near.</summary>
    private static readonly IReadOnlyList<Func<SeriesHistory, int, Finding?>> _rulesNear = [Falls, OverHundred];

    /// <summary>The question for the value at an index; null where there is none.</summary>
    public static Finding? Of(SeriesHistory history, int at)
    {
        if (history.AloneInSign(at))
        {
            return Question(history, at, Reason.SignChanged, "");
        }

        var rules = history.Distance(at, history.Values[at].Value) <= history.Leeway(at) ? _rulesNear : _rules;
        return history.Others < LeastOthers ? null : rules.Select(rule => rule(history, at)).FirstOrDefault(question => question is not null);
    }

    /// <summary>A question about the value at an index that is judged.</summary>
    public static Finding Question(SeriesHistory history, int at, Reason reason, string expected)
    {
        var value = history.Delivered(at);
        return new()
        {
            Line = value.Line,
            Field = value.Field,
            Severity = Severity.Warning,
            Reason = reason,
            Found = Text(history, value.Value),
            Expected = expected,
        };
    }

    public static string Text(SeriesHistory history, long value) => ScaledNumber.Text(value, history.Variant.Decimals);

    /// <summary>Zeros at the end speak for a factor, so little else is needed.</summary>
    private static Finding? Multiplied(SeriesHistory history, int at)
    {
        var value = history.Values[at].Value;
        return value == 0 ? null : ByFactor(history, at, 2, factor => value % (factor * history.Granule) == 0 ? value / factor : null);
    }

    private static Finding? Divided(SeriesHistory history, int at) =>
        ByFactor(history, at, 7, factor => history.Values[at].Value is var v and not 0 ? v * factor : null);

    private static Finding? ByFactor(SeriesHistory history, int at, double least, Func<int, long?> instead)
    {
        var (factor, gain) = _factors.Select(f => (Factor: f, Gain: instead(f) is { } other ? history.Gain(at, other) : 0)).MaxBy(f => f.Gain);
        return gain > least ? Question(history, at, Reason.FactorTen, factor.ToString(CultureInfo.InvariantCulture)) : null;
    }

    private static Finding? Swapped(SeriesHistory history, int at)
    {
        var value = history.Values[at].Value;
        var (best, gain) = (0L, 5d);
        for (var power = 1L; value / power >= 10; power *= 10)
        {
            var other = WithSwapped(value, power);
            (best, gain) = other != value && history.Gain(at, other) is var g && g > gain ? (other, g) : (best, gain);
        }

        return gain > 5 ? Question(history, at, Reason.DigitsSwapped, Text(history, best)) : null;
    }

    /// <summary>The value with the digit at a power of ten and the one before it swapped.</summary>
    private static long WithSwapped(long value, long power) => value + (((value / power % 10) - (value / power / 10 % 10)) * 9 * power);

    /// <summary>Against released values only; within one file reading asks already.</summary>
    private static Finding? Falls(SeriesHistory history, int at)
    {
        var value = history.Values[at].Value;
        return !history.Variant.Cumulative ? null
            : at > 0 && !history.IsDelivered(at - 1) && history.Values[at - 1].Value is var before && before > value ? Question(history, at, Reason.CumulativeFalls, Text(history, before))
            : at < history.Others && !history.IsDelivered(at + 1) && history.Values[at + 1].Value is var after && after < value ? Question(history, at, Reason.FarFromHistory, Text(history, after))
            : null;
    }

    private static Finding? OverHundred(SeriesHistory history, int at)
    {
        var hundred = 100 * (long)Math.Pow(10, history.Variant.Decimals);
        return history.Percent && history.Values[at].Value > hundred && history.Values.Count(v => v.Value > hundred) == 1
            ? Question(history, at, Reason.FarFromHistory, "100")
            : null;
    }

    private static Finding? Zero(SeriesHistory history, int at) =>
        history.Values[at].Value == 0 && Leeways(history, at) > 40 ? Question(history, at, Reason.SuddenZero, Known(history, at)) : null;

    private static Finding? Far(SeriesHistory history, int at) =>
        Leeways(history, at) is var far && far > 100 && (far > 300 || history.HasBothSides(at) || !history.IsWithinRange(at))
            ? Question(history, at, Reason.FarFromHistory, Known(history, at))
            : null;

    /// <summary>The square of the distance, in squares of the leeway.</summary>
    private static double Leeways(SeriesHistory history, int at) => Math.Pow(history.Distance(at, history.Values[at].Value) / history.Leeway(at), 2);

    private static string Known(SeriesHistory history, int at) =>
        Text(history, history.Replaced(at) ?? history.Values[at > 0 ? at - 1 : at + 1].Value);
}
