using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lagebild.Web.Api;

/// <summary>The parameters of the query that an address of the API takes, besides <c>stand</c> where it answers as of one. Any other is refused: a misspelt one would silently answer another question.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TakesAttribute(params string[] names) : Attribute, IActionFilter
{
    /// <summary>In the order they are described.</summary>
    public IReadOnlyList<string> Names => IsTimeless ? names : [.. names, "stand"];

    /// <summary>True where the address does not answer as of a release.</summary>
    public bool IsTimeless { get; init; }

    /// <summary>True where <c>Accept</c> may ask for a whole file in another format than JSON.</summary>
    public bool AsFile { get; init; }

    /// <summary>True where the address itself names the format, so that <c>Accept</c> does not count.</summary>
    public bool IsFile { get; init; }

    /// <inheritdoc/>
    public void OnActionExecuting(ActionExecutingContext context)
    {
        var reading = context.HttpContext.RequestServices.GetRequiredService<Reading>();
        context.HttpContext.Response.Headers.Vary = "Accept, Accept-Language";
        if (!IsFile && AcceptedFormat.Of(context.HttpContext.Request, AsFile) is null)
        {
            context.HttpContext.Features.Set(new Absence(reading.Fill(reading.Words.Api.NotAcceptable, AcceptedFormat.Names(AsFile))));
            context.Result = new StatusCodeResult(StatusCodes.Status406NotAcceptable);
        }
        else if (context.HttpContext.Request.Query.Keys.FirstOrDefault(k => !Names.Contains(k)) is { } unknown)
        {
            var sentence = reading.Fill(reading.Words.Api.UnknownParameter, string.Join(", ", Names));
            context.Result = context.HttpContext.Refuse(Fault.Of(unknown, context.HttpContext.Request.Query[unknown].ToString()) with { Sentence = sentence });
        }
    }

    /// <inheritdoc/>
    public void OnActionExecuted(ActionExecutedContext context)
    {
    }
}
