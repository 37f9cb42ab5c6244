using System.Globalization;
using Lagebild.Comparison;
using Lagebild.Web.Api;
using Lagebild.Web.Pages.Compare;
using Lagebild.Web.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lagebild.Web.Pages;

/// <summary>What went wrong, in the reader's language, without details of the program.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class ErrorModel(Reading reading) : PageModel
{
    public string Title { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    /// <summary>What the address got wrong; null where that is not known.</summary>
    public Fault? Fault { get; private set; }

    public string Expected { get; private set; } = "";

    /// <summary>The sentence about the fault, around its two places.</summary>
    public string Before => Piece(0);

    public string Between => Piece(1);

    public string After => Piece(2);

    /// <summary>Answers with the status of the error it speaks of, whatever the method.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Say(int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture));
        if (ApiProblem.IsAsked(reading.Address))
        {
            context.Result = ApiProblem.Of(Response.StatusCode, Title, Sentence, Fault, Expected);
        }
    }

    private void Say(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        (Title, Sentence) = Words(reading.Words.Error, reading.Words.Api, Response.StatusCode);
        Fault = HttpContext.Features.Get<Fault>();
        Sentence = HttpContext.Features.Get<Absence>()?.Sentence ?? Fault?.Sentence ?? Sentence;
        Expected = Fault is null ? "" : ExpectedOf(Fault);
    }

    private string ExpectedOf(Fault fault) => fault.Choices is { } choices
        ? reading.Fill(reading.Words.Api.ExpectedOneOf, choices)
        : reading.Fill(ExpectedFor(reading.Words.Error, reading.Words.Api, fault.Field), fault.Field == "measure" ? Measures : fault.Most ?? (reading.HasStand ? reading.Stand.Release.Number : 0));

    private static (string Title, string Sentence) Words(ErrorWords words, ApiWords api, int status) => status switch
    {
        StatusCodes.Status403Forbidden => (words.ForbiddenTitle, words.Forbidden),
        StatusCodes.Status404NotFound => (words.NotFoundTitle, words.NotFound),
        StatusCodes.Status406NotAcceptable => (api.NotAcceptableTitle, api.NotAcceptable),
        StatusCodes.Status410Gone => (api.GoneTitle, api.Gone),
        StatusCodes.Status416RangeNotSatisfiable => (api.BeyondEndTitle, api.BeyondEnd),
        StatusCodes.Status429TooManyRequests => (api.TooManyTitle, api.TooMany),
        StatusCodes.Status405MethodNotAllowed => (words.MethodTitle, words.Method),
        StatusCodes.Status503ServiceUnavailable => (words.UnavailableTitle, words.Unavailable),
        >= 500 => (words.FailureTitle, words.Failure),
        _ => (words.BadRequestTitle, words.BadRequest),
    };

    private static string ExpectedFor(ErrorWords words, ApiWords api, string field) => field switch
    {
        "limit" => api.ExpectedLimit,
        "cursor" => api.ExpectedCursor,
        "q" => api.ExpectedQuery,
        "since" => api.ExpectedRelease,
        "regions" => words.ExpectedRegions,
        "indicators" => words.ExpectedIndicators,
        "measure" => words.ExpectedMeasure,
        "variant" => words.ExpectedVariant,
        "variants" => words.ExpectedVariants,
        "feed" => words.ExpectedFeed,
        "from" or "to" or "on" => words.ExpectedDay,
        "base" => words.ExpectedBase,
        "population" => words.ExpectedPopulation,
        "frequency" => words.ExpectedFrequency,
        "kind" => words.ExpectedKind,
        "per" => words.ExpectedPer,
        "size" => words.ExpectedSize,
        "format" => words.ExpectedFormat,
        "url" => words.ExpectedUrl,
        "maxwidth" or "maxheight" => words.ExpectedPixels,
        "stand" => words.ExpectedStand,
        "region" or "parent" => words.ExpectedRegion,
        "indicator" => words.ExpectedIndicator,
        "topic" => words.ExpectedTopic,
        "release" or "before" => words.ExpectedRelease,
        _ => words.ExpectedBreakdown,
    };

    private static string Measures => string.Join(", ", CompareQuery.Measures.Select(m => m.Word()));

    private string Piece(int at) => reading.Words.Error.Field.Split(["{0}", "{1}"], StringSplitOptions.None)[at];
}
