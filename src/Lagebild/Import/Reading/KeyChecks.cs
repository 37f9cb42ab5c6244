using System.Globalization;
using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>What can only be seen once values stand in key order: a key twice, a running count that falls.</summary>
internal sealed class KeyChecks(FindingList findings, IReadOnlyList<string> headings, IReadOnlyList<Variant> variants)
{
    private CheckedValue _kept = new() { Series = -1 };
    private CheckedValue _highest = new() { Series = -1 };

    /// <summary>False for a key that was there before. Series are ranks; <c>variants</c> stand in their order.</summary>
    public bool Keep(in CheckedValue value)
    {
        if (value.Series == _kept.Series && value.PeriodStart == _kept.PeriodStart && value.PeriodEnd == _kept.PeriodEnd)
        {
            Twice(value);
            return false;
        }

        if (value.HasValue && variants[value.Series].Cumulative)
        {
            Rises(value);
        }

        _kept = value;
        return true;
    }

    private void Twice(in CheckedValue value)
    {
        var fault = Same(value, _kept) ? new Fault(Reason.SameValueTwice, Severity.Notice) : new Fault(Reason.OtherValueTwice);
        findings.Add(value.Line, headings[value.Field], fault with { Expected = _kept.Line.ToString(CultureInfo.InvariantCulture) }, Shown(value));
    }

    private void Rises(in CheckedValue value)
    {
        if (value.Series == _highest.Series && value.Value < _highest.Value)
        {
            findings.Add(value.Line, headings[value.Field], new Fault(Reason.CumulativeFalls, Severity.Warning, Shown(_highest)), Shown(value));
        }

        _highest = value;
    }

    private static bool Same(in CheckedValue a, in CheckedValue b) =>
        a.HasValue == b.HasValue && (!a.HasValue || a.Value == b.Value)
        && a.Status == b.Status && a.Confidentiality == b.Confidentiality && a.MissingReason == b.MissingReason;

    private string Shown(in CheckedValue value) => value.HasValue ? ScaledNumber.Text(value.Value, variants[value.Series].Decimals) : "";
}
