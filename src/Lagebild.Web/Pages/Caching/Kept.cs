using Lagebild.Web.Texts;

namespace Lagebild.Web.Pages.Caching;

/// <summary>Which addresses are pages and pictures: small, made whole, kept in memory. Downloads are streams and none of them.</summary>
internal static class Kept
{
    private static readonly string[] Pictures = [".svg", ".png", ".pdf"];

    /// <summary>A page in one of our languages, or a picture of one.</summary>
    public static bool IsPage(PathString path) => InLanguage(path) && (!HasEnding(path) || IsPicture(path));

    /// <summary>Any other address in one of our languages: a download.</summary>
    public static bool IsDownload(PathString path) => InLanguage(path) && !IsPage(path);

    private static bool IsPicture(PathString path) => Pictures.Any(p => path.Value!.EndsWith(p, StringComparison.Ordinal));

    private static bool HasEnding(PathString path) => path.Value![(path.Value!.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal);

    private static bool InLanguage(PathString path) => Languages.All.Any(l => path.StartsWithSegments($"/{l}", StringComparison.Ordinal));
}
