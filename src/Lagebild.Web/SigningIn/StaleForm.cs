using Lagebild.Web.Pages;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lagebild.Web.SigningIn;

/// <summary>A form whose token does not hold (signed in or out since it was opened, or from another site) is refused with a sentence that says what to do.</summary>
internal sealed class StaleForm : IAlwaysRunResultFilter
{
    /// <inheritdoc/>
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            context.HttpContext.Features.Set(new Absence(Words.In(Languages.Of(context.HttpContext.Request.Path)).Account.StaleForm));
        }
    }

    /// <inheritdoc/>
    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
