using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lagebild.Web.Api;

/// <summary>The parameters of the query that an address of the API takes, besides <c>stand</c>. Any other is refused: a misspelt one would silently answer another question.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesAttribute(params string[] names) : Attribute, IActionFilter
{
    /// <summary>In the order they are described.</summary>
    public IReadOnlyList<string> Names { get; } = [.. names, "stand"];

    /// <inheritdoc/>
    public void OnActionExecuting(ActionExecutingContext context)
    {
        if (context.HttpContext.Request.Query.Keys.FirstOrDefault(k => !Names.Contains(k)) is { } unknown)
        {
            var reading = context.HttpContext.RequestServices.GetRequiredService<Reading>();
            var sentence = reading.Fill(reading.Words.Api.UnknownParameter, string.Join(", ", Names));
            context.Result = context.HttpContext.Refuse(Fault.Of(unknown, context.HttpContext.Request.Query[unknown].ToString()) with { Sentence = sentence });
        }
    }

    /// <inheritdoc/>
    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
