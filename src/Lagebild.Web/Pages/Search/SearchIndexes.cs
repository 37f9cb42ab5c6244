using System.Runtime.CompilerServices;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Search;

/// <summary>The index of each stand that is kept, made when somebody first searches in it.</summary>
public sealed class SearchIndexes
{
    // What a stand covers is read once for each and goes with it.
    private readonly ConditionalWeakTable<IReadOnlyList<Coverage>, SearchIndex> _made = [];

    public SearchIndex Of(Stand stand) => _made.GetValue(stand.Coverage, _ => new(SearchEntries.Of(stand)));
}
