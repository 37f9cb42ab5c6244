using System.Globalization;
using Lagebild.Comparison;
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
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context) =>
        Say(int.Parse((string)RouteData.Values["status"]!, CultureInfo.InvariantCulture));

    private void Say(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        (Title, Sentence) = Words(reading.Words.Error, Response.StatusCode);
        Fault = HttpContext.Features.Get<Fault>();
        Sentence = HttpContext.Features.Get<Absence>()?.Sentence ?? Fault?.Sentence ?? Sentence;
        Expected = Fault is null ? "" : reading.Fill(ExpectedFor(reading.Words.Error, Fault.Field), Fault.Field == "measure" ? Measures : Fault.Most ?? 0);
    }

    private static (string Title, string Sentence) Words(ErrorWords words, int status) => status switch
    {
        StatusCodes.Status404NotFound => (words.NotFoundTitle, words.NotFound),
        StatusCodes.Status405MethodNotAllowed => (words.MethodTitle, words.Method),
        StatusCodes.Status503ServiceUnavailable => (words.UnavailableTitle, words.Unavailable),
        >= 500 => (words.FailureTitle, words.Failure),
        _ => (words.BadRequestTitle, words.BadRequest),
    };

    private static string ExpectedFor(ErrorWords words, string field) => field switch
    {
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
        _ => words.ExpectedBreakdown,
    };

    private static string Measures => string.Join(", ", CompareQuery.Measures.Select(m => m.Word()));

    private string Piece(int at) => reading.Words.Error.Field.Split(["{0}", "{1}"], StringSplitOptions.None)[at];
}
