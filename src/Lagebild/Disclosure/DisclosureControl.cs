using Lagebild.Statistics;

namespace Lagebild.Disclosure;

/// <summary>Makes values publishable by the rule of their feed. The same value always gives the same answer, whatever stands beside it.</summary>
public sealed class DisclosureControl
{
    private readonly DisclosureBy _by;
    private readonly long _base;
    private readonly long _threshold;
    private readonly bool _zeroOpen;

    /// <summary>For values of a variant with that many decimals. Throws <see cref="ArgumentOutOfRangeException"/> where the rule rounds to less than 1.</summary>
    public DisclosureControl(DisclosureRule rule, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.RoundTo, 1);
        var unit = PowerOfTen(decimals);
        (_by, _base, _threshold, _zeroOpen) = (rule.By, rule.RoundTo * unit, rule.Threshold * unit, rule.ZeroOpen);
    }

    /// <summary>
    /// What may be shown. Withheld: no value, ordinary status, its confidentiality. Missing: no value and a status that says so. Else the value:
    /// as it is where the publisher did the control, rounded where we do.
    /// </summary>
    public ValueWithStatus Publishable(ValueWithStatus raw) => raw switch
    {
        { Confidentiality: not ConfidentialityStatus.Free } => new(null, ObservationStatus.Normal, raw.Confidentiality),
        { Value: null } => raw with { Status = raw.Status == ObservationStatus.Normal ? ObservationStatus.Missing : raw.Status },
        _ => _by == DisclosureBy.Publisher ? raw : Rounded(raw, raw.Value.Value),
    };

    private ValueWithStatus Rounded(ValueWithStatus raw, long value)
    {
        var rounded = BelowThreshold(value) ? Math.Clamp(ToBase(value), -_base, _base) : ToBase(value);
        return raw with { Value = rounded, Status = StatusOf(raw.Status, value, rounded) };
    }

    private bool BelowThreshold(long value) => Math.Abs(value) < _threshold;

    /// <summary>Half away from zero.</summary>
    private long ToBase(long value)
    {
        var (whole, rest) = Math.DivRem(value, _base);
        return (whole + (Math.Abs(rest) * 2 >= _base ? Math.Sign(rest) : 0)) * _base;
    }

    /// <summary>An exact zero can be told from a small count only where zero is open.</summary>
    private ObservationStatus StatusOf(ObservationStatus status, long value, long rounded)
    {
        if (rounded != 0)
        {
            return status == ObservationStatus.LessThanHalfUnit ? ObservationStatus.Normal : status;
        }

        return _zeroOpen && value != 0 ? ObservationStatus.LessThanHalfUnit
            : !_zeroOpen && status == ObservationStatus.LessThanHalfUnit ? ObservationStatus.Normal
            : status;
    }

    private static long PowerOfTen(int decimals)
    {
        var power = 1L;
        for (var i = 0; i < decimals; i++)
        {
            power *= 10;
        }

        return power;
    }
}
