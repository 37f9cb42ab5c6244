using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>A number as written: <see cref="Digits"/> divided by ten to <see cref="Decimals"/>.</summary>
internal readonly record struct WrittenNumber(long Digits, int Decimals, Reason? Wrong = null);

/// <summary>
/// How numbers are written in one file. Groups are never inferred where the profile decides; where it leaves the sign open, a lone sign with three
/// digits behind it is refused, and one file keeps to one decimal sign.
/// </summary>
internal sealed class NumberGrammar
{
    private const int _mostDigits = 18;

    private readonly bool _open;
    private readonly byte _group;
    private readonly bool _scientific;
    private byte _decimal;

    public NumberGrammar(Profile profile)
    {
        _open = profile.Decimal == Profile.Auto;
        _decimal = _open ? (byte)0 : (byte)profile.Decimal[0];
        _group = profile.Group.Length == 0 ? (byte)0 : (byte)profile.Group[0];
        _scientific = profile.Scientific;
    }

    /// <summary>The decimal sign; null where it is open and no number showed it yet.</summary>
    public string? DecimalSign => _decimal == 0 ? null : ((char)_decimal).ToString();

    /// <summary>Reads a trimmed cell; never throws.</summary>
    public WrittenNumber Read(ReadOnlySpan<byte> cell)
    {
        var digits = 0L;
        if (cell.Length is > 0 and <= 15)
        {
            foreach (var letter in cell)
            {
                var digit = letter - '0';
                if ((uint)digit > 9)
                {
                    return Signed(cell);
                }

                digits = (digits * 10) + digit;
            }

            return new WrittenNumber(digits, 0);
        }

        return Signed(cell);
    }

    private WrittenNumber Signed(ReadOnlySpan<byte> cell)
    {
        var minus = NumberSigns.LeadingMinus(cell);
        var unsigned = minus > 0 ? cell[minus..] : cell.StartsWith("+"u8) ? cell[1..] : cell;
        var number = Scaled(unsigned.Length < cell.Length ? NumberSigns.TrimBlanks(unsigned) : unsigned);
        return minus > 0 ? number with { Digits = -number.Digits } : number;
    }

    private WrittenNumber Scaled(ReadOnlySpan<byte> text)
    {
        var e = _scientific ? text.IndexOfAny((byte)'e', (byte)'E') : -1;
        if (e < 0)
        {
            return Grouped(text);
        }

        var exponent = text[(e + 1)..];
        var power = System.Buffers.Text.Utf8Parser.TryParse(exponent, out int p, out var used) && used == exponent.Length && Math.Abs((long)p) <= _mostDigits ? p : (int?)null;
        return power is null ? NotANumber : NumberSigns.Shifted(Grouped(text[..e]), power.Value);
    }

    private static WrittenNumber NotANumber => new(0, 0, Reason.NotANumber);

    private WrittenNumber Grouped(ReadOnlySpan<byte> text)
    {
        var shape = NumberShape.Of(text);
        if (!shape.IsDigitsAndSigns)
        {
            return NotANumber;
        }

        var sign = _open ? OpenDecimal(shape) : DecidedDecimal(shape);
        return sign.Wrong is { } wrong ? new(0, 0, wrong) : shape.Read(text, sign.HasDecimals);
    }

    private (bool HasDecimals, Reason? Wrong) DecidedDecimal(NumberShape shape)
    {
        var decimals = shape.LastSign == _decimal;
        var groupsFit = shape.HasGroups(decimals) is false || (_group != 0 && shape.GroupSign(decimals) == _group && shape.GroupsOfThree(decimals));
        return (decimals, groupsFit ? null : Reason.NotANumber);
    }

    private (bool HasDecimals, Reason? Wrong) OpenDecimal(NumberShape shape)
    {
        if (shape.LastSign is not ((byte)'.' or (byte)','))
        {
            return (false, !shape.HasGroups(false) || shape.GroupsOfThree(false) ? null : Reason.NotANumber);
        }

        if (shape.Signs == 1)
        {
            return shape.CouldBeGrouped ? (false, Reason.AmbiguousNumber) : (true, Decide(shape.LastSign));
        }

        var grouped = shape.FirstSign == shape.LastSign;
        return !shape.GroupsOfThree(!grouped) ? (false, Reason.NotANumber)
            : grouped ? (false, Decide(shape.LastSign == (byte)'.' ? (byte)',' : (byte)'.'))
            : (true, Decide(shape.LastSign));
    }

    private Reason? Decide(byte sign)
    {
        _decimal = _decimal == 0 ? sign : _decimal;
        return _decimal == sign ? null : Reason.MixedDecimalSigns;
    }
}
