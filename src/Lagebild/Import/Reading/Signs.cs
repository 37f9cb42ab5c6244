using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Statuses of a value, from its cell, its flag and its row together.</summary>
internal readonly record struct Signs(ObservationStatus Status, ConfidentialityStatus Confidentiality = ConfidentialityStatus.Free, MissingReason MissingReason = MissingReason.None)
{
    public static Signs Of(SymbolMeaning symbol) => new(symbol.Status, symbol.Confidentiality, symbol.MissingReason);

    /// <summary>The first in the order of <see cref="ObservationStatus"/>, <c>Normal</c> aside; confidential before unknown.</summary>
    public Signs And(Signs other) => new(
        (ObservationStatus)First((byte)Status, (byte)other.Status),
        (ConfidentialityStatus)First((byte)Confidentiality, (byte)other.Confidentiality),
        MissingReason == MissingReason.None ? other.MissingReason : MissingReason);

    /// <summary>Whether they say why there is no value.</summary>
    public bool ExplainNothing => SaysNone || Confidentiality != ConfidentialityStatus.Free || Status is ObservationStatus.LowReliability or ObservationStatus.LessThanHalfUnit;

    /// <summary>Whether there can be no value beside them.</summary>
    public bool SaysNone => Status is ObservationStatus.Missing or ObservationStatus.NotApplicable or ObservationStatus.NotYetAvailable;

    private static byte First(byte a, byte b) => a == 0 ? b : b == 0 ? a : Math.Min(a, b);
}
