using Lagebild.Statistics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages.Concepts;

/// <summary>The bridge: what comes closest to a term of German law in Poland, and what differs.</summary>
public sealed class ConceptsModel(Reading reading) : PageModel
{
    /// <summary>In the order of the bridge.</summary>
    public IReadOnlyList<Concept> Concepts => reading.Catalogue.Concepts;

    /// <summary>The two countries' sides: the Polish one is null where nothing comes close.</summary>
    public static IReadOnlyList<(ConceptSide? Side, string Language)> Sides(Concept concept) => [(concept.German, "de"), (concept.Polish, "pl")];

    /// <summary>Those of its indicators that the stand knows.</summary>
    public IReadOnlyList<string> Indicators(Concept concept) => [.. concept.Indicators.Where(i => reading.Catalogue.Indicator(i) is not null)];
}
