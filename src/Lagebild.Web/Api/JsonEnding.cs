using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Lagebild.Web.Api;

/// <summary>Every address of the API that answers JSON also answers with <c>.json</c> at its end, for those who choose a format by its ending.</summary>
internal sealed class JsonEnding : IApplicationModelConvention
{
    public const string Ending = ".json";

    /// <inheritdoc/>
    public void Apply(ApplicationModel application)
    {
        foreach (var action in application.Controllers.SelectMany(c => c.Actions))
        {
            foreach (var selector in action.Selectors.Where(s => s.AttributeRouteModel?.Template?.Contains('.', StringComparison.Ordinal) == false).ToArray())
            {
                action.Selectors.Add(new(selector) { AttributeRouteModel = new(selector.AttributeRouteModel!) { Template = selector.AttributeRouteModel!.Template + Ending } });
            }
        }
    }
}
