using Lagebild.Web.Api;
using Lagebild.Web.Pages.Workbench;
using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Caching;

/// <summary>Which addresses give what is small, made whole and kept in memory: pages, pictures, and answers of the API in pages. Downloads are streams and none of them.</summary>
internal static class Kept
{
    private static readonly string[] Pictures = [".svg", ".png", ".pdf"];

    /// <summary>A page, a picture, or an answer of the API.</summary>
    public static bool IsWhole(PathString path) => IsPage(path) || IsAnswer(path);

    /// <summary>An answer of the API that is JSON whatever is accepted or refused: <c>observations</c> may also be asked for as a file, and is kept with its ending only.</summary>
    public static bool IsAnswer(PathString path) =>
        ApiProblem.IsAsked(path.Value!) && !HandIn.IsReceipt(path) && (HasEnding(path) ? path.Value!.EndsWith(JsonEnding.Ending, StringComparison.Ordinal) : !path.Value!.EndsWith("/observations", StringComparison.Ordinal));

    /// <summary>A page in one of our languages, or a picture of one.</summary>
    private static bool IsPage(PathString path) => InLanguage(path) && (!HasEnding(path) || IsPicture(path));

    /// <summary>Any other address in one of our languages or of the API: a download.</summary>
    public static bool IsDownload(PathString path) => (InLanguage(path) || ApiProblem.IsAsked(path.Value!)) && !HandIn.IsReceipt(path) && !IsWhole(path);

    private static bool IsPicture(PathString path) => Pictures.Any(p => path.Value!.EndsWith(p, StringComparison.Ordinal));

    private static bool HasEnding(PathString path) => path.Value![(path.Value!.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);

    /// <summary>The workbench is nothing for readers: none of it is kept.</summary>
    private static bool InLanguage(PathString path) => !DeskFilter.IsIn(path) && Languages.All.Any(l => path.StartsWithSegments($"/{l}", StringComparison.Ordinal));
}
