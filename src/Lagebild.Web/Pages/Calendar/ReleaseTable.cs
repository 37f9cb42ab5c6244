using Lagebild.Storage;

namespace Lagebild.Web.Pages.Calendar;

/// <summary>Releases as a table, latest first, with its caption.</summary>
public sealed record ReleaseTable(string Caption, IReadOnlyList<Release> Releases);
