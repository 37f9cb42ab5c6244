using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Whole numbers scaled by a variant's decimals.</summary>
internal static class ScaledNumber
{
    /// <summary>Values have at most 15 digits, so that every format can carry them exactly.</summary>
    private const long _tooLarge = 1_000_000_000_000_000;

    /// <summary>Below this a <see cref="decimal"/> multiplies exactly.</summary>
    private const double _mostOfDecimal = 1e28;

    private static readonly long[] _powers = [.. Enumerable.Range(0, 19).Select(p => (long)Math.Pow(10, p))];

    /// <summary>123.4 for 1234 with one decimal; invariant.</summary>
    public static string Text(long value, int decimals) =>
        decimals == 0 ? value.ToString(CultureInfo.InvariantCulture) : (value / (decimal)_powers[decimals]).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    /// <summary>A written number times a factor as a whole number with so many decimals, exactly; else what is wrong with it.</summary>
    public static long From(WrittenNumber number, decimal factor, int decimals, out Reason? wrong)
    {
        wrong = number.Wrong;
        if (wrong is not null)
        {
            return 0;
        }

        var value = factor == 1 && number.Decimals <= decimals ? Raised(number, decimals) : Multiplied(number, factor, decimals, out wrong);
        wrong ??= value is >= _tooLarge or <= -_tooLarge ? Reason.TooLarge : null;
        return value;
    }

    private static long Raised(WrittenNumber number, int decimals)
    {
        var power = _powers[decimals - number.Decimals];
        return power == 1 ? number.Digits : Math.Abs(number.Digits) >= _tooLarge ? _tooLarge : (long)Int128.Clamp((Int128)number.Digits * power, -_tooLarge, _tooLarge);
    }

    private static long Multiplied(WrittenNumber number, decimal factor, int decimals, out Reason? wrong)
    {
        wrong = null;
        if (number.Decimals > 18 || Math.Abs((double)number.Digits * (double)factor * _powers[decimals]) > _mostOfDecimal)
        {
            wrong = number.Decimals > 18 ? Reason.TooManyDecimals : Reason.TooLarge;
            return 0;
        }

        var value = number.Digits * factor * _powers[decimals] / _powers[number.Decimals];
        wrong = value != decimal.Truncate(value) ? Reason.TooManyDecimals : Math.Abs(value) >= _tooLarge ? Reason.TooLarge : null;
        return wrong is null ? (long)value : 0;
    }
}
