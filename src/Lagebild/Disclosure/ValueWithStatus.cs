using Lagebild.Statistics;

namespace Lagebild.Disclosure;

/// <summary>A number with what it is worth and whether it may be shown: before disclosure control, or after it.</summary>
/// <param name="Value">Whole number scaled by the variant's decimals; null where there is none.</param>
/// <param name="Status">What it is worth.</param>
/// <param name="Confidentiality">Whether it may be shown.</param>
public readonly record struct ValueWithStatus(long? Value, ObservationStatus Status, ConfidentialityStatus Confidentiality);
