using Lagebild.Web.Pages;
using Microsoft.AspNetCore.Mvc;

namespace Lagebild.Web.Api;

/// <summary>The one shape of an error of the API (RFC 9457): status, title, detail; for a faulty parameter its name, what was found, and what is expected. In the language of <c>Accept-Language</c>.</summary>
public sealed class ApiProblem : ProblemDetails
{
    /// <summary>The parameter concerned; null where the fault is not in one.</summary>
    public string? Parameter { get; init; }

    /// <summary>What stood there, cut to 80 characters.</summary>
    public string? Found { get; init; }

    /// <summary>What may stand there.</summary>
    public string? Expected { get; init; }

    /// <summary>Whether an address answers programs, so that its errors are problems.</summary>
    public static bool IsAsked(string address) => address == Root || address.StartsWith(Root + "/", StringComparison.Ordinal) || address.StartsWith(Root + "?", StringComparison.Ordinal);

    internal const string Root = "/api";

    internal static ObjectResult Of(int status, string title, string detail, Fault? fault, string expected)
    {
        var problem = new ApiProblem
        {
            Status = status,
            Title = title,
            Detail = detail,
            Parameter = fault?.Field,
            Found = fault?.Found,
            Expected = fault is null || fault.Sentence is not null ? null : expected,
        };
        return new(problem) { StatusCode = status, ContentTypes = { "application/problem+json" } };
    }
}
