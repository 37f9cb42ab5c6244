using Lagebild.Catalogue;

namespace Lagebild.Web.Pages.Changed;

/// <summary>How many values of what differ, as a table under the head of its first column.</summary>
public sealed record ChangeCounts(string Head, string Caption, IReadOnlyList<CountedChanges> Rows);

/// <summary>How many values of one indicator or region are new, other, or gone; its name leads to them.</summary>
public sealed record CountedChanges(CatalogueText Name, string Href, long Added, long Changed, long Ended);
