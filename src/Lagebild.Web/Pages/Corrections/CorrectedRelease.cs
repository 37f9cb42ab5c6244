using Lagebild.Storage;
using Lagebild.Web.Pages.Changed;

namespace Lagebild.Web.Pages.Corrections;

/// <summary>A release that changed or ended values, with those values.</summary>
public sealed record CorrectedRelease
{
    public required Release Release { get; init; }

    /// <summary>By series, then period; at most as many as the page asked for.</summary>
    public required IReadOnlyList<ShownChange> Values { get; init; }

    /// <summary>Whether there are more than <see cref="Values"/>.</summary>
    public bool HasMore { get; init; }
}
