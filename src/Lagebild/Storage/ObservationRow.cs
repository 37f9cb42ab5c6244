using System.Runtime.InteropServices;
using Lagebild.Disclosure;
using Lagebild.Statistics;

namespace Lagebild.Storage;

/// <summary>A row of <c>observation</c>, raw and public; never leaves this folder. Flag, source and note are numbers of phrases of the row's delivery, -1 for none.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct ObservationRow
{
    /// <summary><see cref="ReleaseTo"/> of what is current.</summary>
    public const int Current = int.MaxValue;

    public long Series;
    public int PeriodStart;
    public int PeriodEnd;
    public int ReleaseFrom;
    public int ReleaseTo;
    public ValueWithStatus Raw;
    public MissingReason MissingReason;
    public int SourceFlag;
    public int Source;
    public int Note;
    public ValueWithStatus Public;
    public long Delivery;
    public int Line;
    public int Field;

    public readonly bool IsAsOf(int release) => ReleaseFrom <= release && ReleaseTo > release;

    public readonly int ComparePeriod(int start, int end) => PeriodStart != start ? PeriodStart.CompareTo(start) : PeriodEnd.CompareTo(end);
}
